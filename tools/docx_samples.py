"""Write a hundred Word documents to a folder: `python tools/docx_samples.py FOLDER`.

They contain the constructs that the reader of Word documents must handle. `docx_compare.py`
compares its text with that of LibreOffice. Some documents are written by python-docx, if it is
installed, and the others part by part.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from support.docx_parts import (
    HEADINGS,
    abstract,
    box,
    deleted,
    docx,
    field,
    ins,
    lvl,
    num,
    numbering,
    p,
    part,
    r,
    sdt,
    starting,
    style,
    styles,
    tbl,
)

FORMATS = """decimal decimalZero upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText none
chineseCounting chineseCountingThousand chineseLegalSimplified ideographDigital ideographTraditional ideographZodiac
ideographZodiacTraditional ideographLegalTraditional taiwaneseCounting taiwaneseCountingThousand taiwaneseDigital
japaneseCounting japaneseLegal japaneseDigitalTenThousand koreanCounting koreanDigital koreanDigital2 aiueo aiueoFullWidth iroha
irohaFullWidth ganada chosung decimalEnclosedCircle decimalEnclosedCircleChinese decimalEnclosedFullstop decimalEnclosedParen
decimalFullWidth numberInDash hex""".split()
WORDS = "道路 桥梁 学校 医院 供水 排污 绿化 照明 养老 就业 培训 检查 整改 验收 归档 公示".split()
CHINESE = (
    lvl(0, "%1、", "chineseCountingThousand"),
    lvl(1, "（%2）", "chineseCountingThousand"),
    lvl(2, "%3．", "decimal"),
    lvl(3, "（%4）", "decimal"),
    lvl(4, "%5", "decimalEnclosedCircle"),
)
LEGAL = (
    lvl(0, "第%1章", "chineseCountingThousand"),
    lvl(1, "%1.%2", more="<w:isLgl/>"),
    lvl(2, "%1.%2.%3", more="<w:isLgl/>"),
)
DECIMAL = (lvl(0, "%1."), lvl(1, "%1.%2"), lvl(2, "%1.%2.%3"), lvl(3, "%1.%2.%3.%4"))


def formats() -> Iterator[tuple[str, bytes]]:
    """A list for each number format."""
    for name in FORMATS:
        body = "".join(p(f"第{at}项", num="1") for at in range(1, 26))
        yield (
            f"format-{name}",
            docx(body, numbering=numbering(abstract(0, lvl(0, "%1、", name)), num(1, 0))),
        )


def levels(draw: random.Random) -> Iterator[tuple[str, bytes]]:
    """Lists of several levels, which go up and down at random, with text between the items."""
    for name, definition in (("chinese", CHINESE), ("legal", LEGAL), ("decimal", DECIMAL)):
        for at in range(6):
            body, level = [], 0
            for _ in range(30):
                level = max(
                    0, min(len(definition) - 1, level + draw.choice((-2, -1, -1, 0, 0, 1, 1)))
                )
                body.append(p(draw.choice(WORDS), num="1", level=level))
                if draw.random() < 0.2:
                    body.append(p("一段没有编号的正文。"))
            yield (
                f"levels-{name}-{at}",
                docx("".join(body), numbering=numbering(abstract(0, *definition), num(1, 0))),
            )


def restarts(draw: random.Random) -> Iterator[tuple[str, bytes]]:
    """Lists that share an abstract list, restart, start at another number, or never restart."""
    for at in range(6):
        lists = [num(1, 0), num(2, 0, starting(0, 1)), num(3, 0, starting(0, 5)), num(4, 1)]
        definitions = numbering(
            abstract(0, *CHINESE),
            abstract(1, lvl(0, "%1)", start=3), lvl(1, "%1.%2", start=0)),
            *lists,
        )
        body = [
            p(draw.choice(WORDS), num=str(draw.randint(1, 4)), level=draw.choice((0, 0, 1)))
            for _ in range(30)
        ]
        yield f"restarts-{at}", docx("".join(body), numbering=definitions)
    never = (lvl(0, "%1."), lvl(1, "%2)", more='<w:lvlRestart w:val="0"/>'))
    body = "".join(p(word, num="1", level=at % 3 > 0) for at, word in enumerate(WORDS))
    yield "restart-never", docx(body, numbering=numbering(abstract(0, *never), num(1, 0)))
    first = (lvl(0, "%1."), lvl(1, "%2)"), lvl(2, "%3、", more='<w:lvlRestart w:val="1"/>'))
    body = "".join(
        p(word, num="1", level=(0, 1, 2, 2, 1, 2, 2)[at % 7]) for at, word in enumerate(WORDS)
    )
    yield "restart-after-first", docx(body, numbering=numbering(abstract(0, *first), num(1, 0)))
    override = '<w:lvlOverride w:ilvl="0">' + lvl(0, "附件%1：", start=1) + "</w:lvlOverride>"
    body = p("甲", num="1") + p("乙", num="2") + p("丙", num="2") + p("丁", num="1")
    yield (
        "override-level",
        docx(body, numbering=numbering(abstract(0, *CHINESE), num(1, 0), num(2, 0, override))),
    )


def by_style() -> Iterator[tuple[str, bytes]]:
    """Numbers that belong to a style, as in headings."""
    numbered = (
        '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="{}"/>'
    )
    linked = [
        lvl(n, text, format, more=f'<w:pStyle w:val="H{n + 1}"/>')
        for n, (text, format) in enumerate(
            (
                ("%1、", "chineseCountingThousand"),
                ("（%2）", "chineseCountingThousand"),
                ("%3.", "decimal"),
            )
        )
    ]
    sheet = styles(
        style("Normal", "Normal"),
        *(
            style(f"H{n + 1}", f"heading {n + 1}", numbered.format(n, n), "Normal")
            for n in range(3)
        ),
        style("Own", "本单位标题", based_on="H1"),
        style("Off", "不编号标题", '<w:numPr><w:numId w:val="0"/></w:numPr>', "H1"),
    )
    definitions = numbering(abstract(0, *linked), num(1, 0))
    body = (
        p("总体要求", "H1")
        + p("正文")
        + p("目标", "H2")
        + p("任务", "H2")
        + p("道路", "H3")
        + p("主要任务", "Own")
        + p("前言", "Off")
        + p("保障措施", "H1")
        + p("组织", "H2")
        + p("取消编号", "H1", more='<w:numPr><w:numId w:val="0"/></w:numPr>')
    )
    yield "style-headings", docx(body, styles=sheet, numbering=definitions)
    body = (
        p("先有二级", "H2")
        + p("再有一级", "H1")
        + p("二级", "H2")
        + p("三级", "H3")
        + p("一级", "H1")
        + p("跳到三级", "H3")
        + p("回到二级", "H2")
    )
    yield "style-skipped", docx(body, styles=sheet, numbering=definitions)
    link = abstract(0, more='<w:numStyleLink w:val="公文"/>')
    definition = abstract(1, *CHINESE, more='<w:styleLink w:val="公文"/>')
    sheet = styles(
        style("Normal", "Normal"),
        style("公文", "公文编号", '<w:numPr><w:numId w:val="2"/></w:numPr>', type="numbering"),
    )
    body = "".join(p(word, num="1", level=at % 3) for at, word in enumerate(WORDS[:9]))
    yield (
        "style-link",
        docx(body, styles=sheet, numbering=numbering(link, definition, num(1, 0), num(2, 1))),
    )
    suffixes = [
        abstract(n, lvl(0, "%1", "decimal", more=f'<w:suff w:val="{suffix}"/>'))
        for n, suffix in enumerate(("tab", "space", "nothing"))
    ]
    body = "".join(p(word, num=str(at % 3 + 1)) for at, word in enumerate(WORDS[:9]))
    yield "suffixes", docx(body, numbering=numbering(*suffixes, *(num(n + 1, n) for n in range(3))))
    signs = [
        ("•", ""),
        ("\uf0b7", "Symbol"),
        ("\uf0d8", "Wingdings"),
        ("o", "Courier New"),
        ("—", ""),
        ("\uf0a8", "Wingdings"),
    ]
    bullets = [
        abstract(
            n,
            lvl(
                0,
                sign,
                "bullet",
                end=f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>' if font else "",
            ),
        )
        for n, (sign, font) in enumerate(signs)
    ]
    body = "".join(p(word, num=str(at % 6 + 1)) for at, word in enumerate(WORDS[:12]))
    yield "bullets", docx(body, numbering=numbering(*bullets, *(num(n + 1, n) for n in range(6))))


def changes() -> Iterator[tuple[str, bytes]]:
    """Tracked changes."""
    gone = '<w:rPr><w:del w:id="5" w:author="a"/></w:rPr>'
    new = '<w:rPr><w:ins w:id="6" w:author="a"/></w:rPr>'
    moved_from = '<w:moveFrom w:id="7" w:author="a">{}</w:moveFrom>'
    moved_to = '<w:moveTo w:id="8" w:author="a">{}</w:moveTo>'
    yield (
        "change-inserted",
        docx(
            p(r("今年修路") + ins(r("三十七")) + r("公里。"))
            + p(ins(r("新的一段。")), more=new)
            + p("完")
        ),
    )
    yield "change-deleted", docx(p(r("今年") + deleted("拟") + r("修路。")) + p("完"))
    yield (
        "change-deleted-paragraph",
        docx(p("前一段。") + p(deleted("删去的一段。"), more=gone) + p("后一段。")),
    )
    yield "change-joined", docx(p("前半句，", more=gone) + p("后半句。") + p("完"))
    yield (
        "change-moved",
        docx(
            p(
                moved_from.format(r("移走的话。")),
                more='<w:rPr><w:moveFrom w:id="9" w:author="a"/></w:rPr>',
            )
            + p("中间。")
            + p(moved_to.format(r("移走的话。")))
        ),
    )
    definitions = numbering(abstract(0, *CHINESE), num(1, 0))
    body = p("甲", num="1") + p(deleted("乙"), num="1", more=gone) + p("丙", num="1")
    yield "change-deleted-item", docx(body, numbering=definitions)
    row = (
        '<w:tr><w:trPr><w:del w:id="3" w:author="a"/></w:trPr><w:tc>'
        + p(deleted("删去的行"))
        + "</w:tc></w:tr>"
    )
    yield (
        "change-deleted-row",
        docx(tbl(["第一行"]).replace("</w:tbl>", row + "</w:tbl>") + p("完")),
    )


def inline() -> Iterator[tuple[str, bytes]]:
    """Inline elements other than plain text."""
    yield (
        "breaks",
        docx(
            p(
                "<w:r>"
                + r("甲")[5:-6]
                + "<w:br/>"
                + r("乙")[5:-6]
                + '<w:br w:type="page"/>'
                + r("丙")[5:-6]
                + "<w:cr/>"
                + r("丁")[5:]
            )
        ),
    )
    yield (
        "tabs-hyphens",
        docx(
            p(
                "<w:r><w:t>姓名</w:t><w:tab/><w:t>电话0771</w:t><w:noBreakHyphen/><w:t>123</w:t><w:softHyphen/><w:t>4567</w:t></w:r>"
            )
        ),
    )
    yield (
        "hidden",
        docx(
            p(r("看得见") + r("看不见", "<w:vanish/>") + r("也看得见", '<w:vanish w:val="0"/>'))
            + p("完")
        ),
    )
    yield (
        "symbols",
        docx(
            p(
                '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>同意</w:t><w:sym'
                ' w:font="Symbol" w:char="F061"/></w:r>'
            )
        ),
    )
    ruby = "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>lù</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>路</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    yield "ruby", docx(p(r("修") + ruby + r("架桥")))
    yield (
        "hyperlink",
        docx(p(r("见") + '<w:hyperlink w:anchor="x">' + r("附件一") + "</w:hyperlink>" + r("。"))),
    )
    yield (
        "smart-tag",
        docx(
            p('<w:smartTag w:uri="u" w:element="date">' + r("2026年") + "</w:smartTag>" + r("完成"))
        ),
    )
    yield (
        "formula",
        docx(
            p(
                r("面积")
                + "<m:oMath><m:r><m:t>S=a</m:t></m:r><m:r><m:t>b</m:t></m:r></m:oMath>"
                + r("。")
            )
        ),
    )
    yield (
        "east-asian",
        docx(
            p(r("「臺灣」", '<w:eastAsianLayout w:combine="1"/>') + r("日本語・한국어 𠮷"))
            + p("　　两个全角空格的缩进。")
        ),
    )
    yield "entities", docx(p('甲&乙 <丙> "丁"'))


def fields() -> Iterator[tuple[str, bytes]]:
    """Fields of all types."""
    yield "field-page", docx(p(r("第") + field("PAGE", "1") + r("页")))
    yield (
        "field-ref",
        docx(
            p(r("见表") + field("SEQ 表 \\* ARABIC", "3") + r("。"))
            + p('<w:fldSimple w:instr=" REF a ">' + r("第二条") + "</w:fldSimple>")
        ),
    )
    yield (
        "field-nested",
        docx(p(r("甲") + field("IF " + "x = 1", r("乙") + field("PAGE", "2") + r("丙")) + r("丁"))),
    )
    yield (
        "field-hidden",
        docx(
            p(
                r("甲")
                + field("XE &quot;索引&quot;")
                + r("乙")
                + field("TC &quot;目录项&quot;")
                + r("丙")
            )
        ),
    )
    yield "field-button", docx(p(r("标题：") + field("MACROBUTTON NoMacro [单击此处输入标题]")))
    yield (
        "field-ring",
        docx(
            p(
                field("EQ \\o\\ac(○,1)")
                + r("第一")
                + field("EQ \\* jc2 \\* hps10 \\o\\ad(\\s\\up 9(lù),路)")
            )
        ),
    )
    entries = "".join(
        p(field("PAGEREF _Toc1", str(at)) if at else "", style="TOC1") for at in range(0)
    )
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    sheet = HEADINGS.replace("</w:styles>", style("TOC1", "toc 1") + "</w:styles>")
    body = (
        p("目　录")
        + p(begin + r("一、总体要求\t1"), "TOC1")
        + p("二、主要任务\t2", "TOC1")
        + p(end)
        + entries
        + p("一、总体要求", "H1")
        + p("正文。")
        + p("二、主要任务", "H1")
        + p("正文。")
    )
    yield "field-contents", docx(body, styles=sheet)


def controls() -> Iterator[tuple[str, bytes]]:
    """Content controls and form fields."""
    empty = "<w:showingPlcHdr/>"
    yield (
        "control-run",
        docx(
            p(
                r("单位：")
                + sdt(r("单击此处输入单位"), f'<w:alias w:val="单位"/>{empty}<w:text/>')
                + r("（盖章）")
            )
        ),
    )
    yield (
        "control-block",
        docx(sdt(p("请在此处填写工作情况。"), empty) + sdt(p("已填写。") + p("第二段。"))),
    )
    yield (
        "control-cell",
        docx(
            tbl(["姓名", "<w:tc-placeholder/>"]).replace(
                "<w:tc><w:tcPr/><w:tc-placeholder/></w:tc>",
                sdt("<w:tc><w:tcPr/>" + p("张三") + "</w:tc>"),
            )
            + p("完")
        ),
    )
    yield (
        "control-list",
        docx(
            p(
                sdt(
                    r("选择一项。"),
                    f'{empty}<w:dropDownList><w:listItem w:displayText="甲"'
                    f' w:value="甲"/></w:dropDownList>',
                )
            )
        ),
    )
    yield (
        "control-check",
        docx(p(sdt(r("☐"), '<w14:checkbox><w14:checked w14:val="0"/></w14:checkbox>') + r("同意"))),
    )
    form = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name'
        ' w:val="a"/><w:enabled/><w:textInput/></w:ffData></w:fldChar></w:r>'
        "<w:r><w:instrText> FORMTEXT </w:instrText></w:r><w:r><w:fldChar"
        ' w:fldCharType="separate"/></w:r>'
        + r("\u2002" * 5)
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    yield "form-text", docx(p(r("姓名：") + form))


def tables() -> Iterator[tuple[str, bytes]]:
    """Tables, text boxes, notes and headers."""
    yield "table", docx(tbl(["单位", "数量"], ["甲局", "12"], ["乙局", "7"]) + p("完"))
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + p("合计") + "</w:tc>"
    top = '<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + p("甲局") + "</w:tc>"
    rest = "<w:tc><w:tcPr><w:vMerge/></w:tcPr>" + p() + "</w:tc>"
    yield (
        "table-merged",
        docx(tbl([top, "一季度", "1"], [rest, "二季度", "2"], [wide, "3"]) + p("完")),
    )
    yield (
        "table-nested",
        docx(tbl(["外", p("里面有表") + tbl(["内一", "内二"]) + p("表后")]) + p("完")),
    )
    definitions = numbering(abstract(0, *CHINESE), num(1, 0))
    yield (
        "table-numbered",
        docx(
            tbl([p("甲", num="1"), p("乙", num="1")], [p("丙", num="1"), "无"]) + p("丁", num="1"),
            numbering=definitions,
        ),
    )
    yield "box", docx(p(r("框外。") + box(p("框内第一段。") + p("框内第二段。"))) + p("完"))
    note = (
        '<w:footnote w:id="1">'
        + p("<w:r><w:footnoteRef/></w:r>" + r("脚注的内容。"))
        + "</w:footnote>"
    )
    yield (
        "footnote",
        docx(
            p(r("正文") + '<w:r><w:footnoteReference w:id="1"/></w:r>' + r("继续。")),
            footnotes=part("footnotes", note),
        ),
    )
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:footerReference w:type="default" r:id="footer1"/></w:sectPr>'
    yield (
        "header",
        docx(
            p("正文。"),
            section,
            header1=part("hdr", p("页眉")),
            footer1=part("ftr", p(r("第") + field("PAGE", "1") + r("页"))),
        ),
    )


def by_library() -> Iterator[tuple[str, bytes]]:
    """Documents that python-docx writes from its own template; none if it is not installed."""
    try:
        from docx import Document
    except ImportError:
        return
    import io

    draw = random.Random(3)
    for at in range(10):
        document = Document()
        document.add_heading(f"第{at}号工作总结", 0)
        for _ in range(12):
            kind = draw.choice(("h1", "h2", "p", "p", "n", "b", "t"))
            word = draw.choice(WORDS)
            if kind in ("h1", "h2"):
                document.add_heading(word, int(kind[1]))
            elif kind == "t":
                table = document.add_table(2, 3)
                for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
                    cell.text = f"{word}{number}"
            else:
                document.add_paragraph(
                    f"{word}工作。", {"p": None, "n": "List Number", "b": "List Bullet"}[kind]
                )
        target = io.BytesIO()
        document.save(target)
        yield f"library-{at}", target.getvalue()


def samples() -> Iterator[tuple[str, bytes]]:
    """All documents, with their names."""
    yield from formats()
    yield from levels(random.Random(1))
    yield from restarts(random.Random(2))
    yield from by_style()
    yield from changes()
    yield from inline()
    yield from fields()
    yield from controls()
    yield from tables()
    yield from by_library()


def main() -> None:
    """Write all documents."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in samples():
        (folder / f"{name}.docx").write_bytes(data)


if __name__ == "__main__":
    main()
