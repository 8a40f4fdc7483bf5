"""The text of a document as a reader sees it printed."""

from __future__ import annotations

import pytest

from reportlint.core.span import Span
from reportlint.docx.reader import read
from reportlint.docx.values import BODY, BOX, ENDNOTE, FOOTER, FOOTNOTE, HEADER, Cell, DocxText
from support.docx_parts import (
    HEADINGS,
    SECTION,
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
    package,
    part,
    r,
    sdt,
    strict,
    style,
    styles,
    tbl,
)


def lines(body: str, **parts: str) -> list[str]:
    return [line.text for line in read(docx(body, **parts)).lines]


def run(content: str) -> str:
    return f"<w:r>{content}</w:r>"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<w:t>甲</w:t><w:tab/><w:t>乙</w:t>", "甲\t乙"),
        (
            "<w:t>0771</w:t><w:noBreakHyphen/><w:t>123</w:t><w:softHyphen/><w:t>45</w:t>",
            "0771-12345",
        ),
        ("<w:t> 甲 </w:t>", "甲"),
        ('<w:t xml:space="preserve"> 甲 </w:t>', " 甲 "),
        ('<w:t xml:space="preserve">甲\n乙</w:t>', "甲 乙"),
        ("<w:t>甲&amp;&lt;乙&gt;&#x4E19;</w:t>", "甲&<乙>丙"),
        ("<w:t><![CDATA[<w:tab/>甲]]></w:t>", "<w:tab/>甲"),
        ('<w:sym w:font="Wingdings" w:char="F0FE"/><w:t>同意</w:t>', "☑同意"),
        ('<w:sym w:font="Symbol" w:char="F061"/>', "α"),
        ('<w:sym w:font="Segoe UI Emoji" w:char="01F600"/>', "😀"),
        (
            (
                '<w:sym w:font="Wingdings" w:char="zz"/><w:sym w:char="D800"/><w:sym'
                ' w:char="110000"/><w:t>甲</w:t>'
            ),
            "甲",
        ),
        ('<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>ü甲</w:t>', "✓甲"),
        ("<w:lastRenderedPageBreak/><w:t>甲</w:t><w:proofErr/>", "甲"),
        ("<w:pict><v:shape><v:imagedata/></v:shape></w:pict><w:t>甲</w:t>", "甲"),
        ("<w:t>𠮷・한국어</w:t>", "𠮷・한국어"),
    ],
)
def test_a_run(content: str, text: str) -> None:
    assert lines(p(run(content))) == [text]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (r("甲") + ins(r("乙")) + r("丙"), "甲乙丙"),
        (r("甲") + deleted("乙") + r("丙"), "甲丙"),
        (
            f'<w:moveFrom w:id="1">{r("甲")}</w:moveFrom>'
            + r("乙")
            + f'<w:moveTo w:id="2">{r("丙")}</w:moveTo>',
            "乙丙",
        ),
        (ins(deleted("甲") + r("乙")), "乙"),
        (r("见") + f"<w:hyperlink>{r('附件')}</w:hyperlink>", "见附件"),
        (
            f'<w:smartTag><w:smartTagPr/>{r("2026年")}</w:smartTag><w:customXml>{r("甲")}</w:customXml><w:dir w:val="rtl">{r("乙")}</w:dir>',
            "2026年甲乙",
        ),
        (
            r("看得见") + r("看不见", "<w:vanish/>") + r("再看见", '<w:vanish w:val="false"/>'),
            "看得见再看见",
        ),
        (
            "<w:r><w:ruby><w:rubyPr/><w:rt>"
            + r("lù")
            + "</w:rt><w:rubyBase>"
            + r("路")
            + "</w:rubyBase></w:ruby></w:r>"
            + r("上"),
            "路上",
        ),
        ("<w:bookmarkStart/>" + r("甲") + "<w:bookmarkEnd/><w:permStart/>", "甲"),
        (
            (
                '<mc:AlternateContent><mc:Choice Requires="w16se"><w:r><w16se:symEx'
                ' xmlns:w16se="u"/></w:r></mc:Choice>'
                "<mc:Fallback><w:r><w:t>😀</w:t></w:r></mc:Fallback></mc:AlternateContent>"
            ),
            "",
        ),
        (
            (
                '<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx'
                ' xmlns:w16se="u"/></mc:Choice>'
                "<mc:Fallback><w:t>😀</w:t></mc:Fallback></mc:AlternateContent></w:r>"
            ),
            "😀",
        ),
        (r("甲", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>"), "甲"),
    ],
)
def test_what_is_around_runs(content: str, text: str) -> None:
    assert lines(p(content)) == [text]


def test_hidden_by_style() -> None:
    sheet = styles(
        style("C", "隐", type="character", more="<w:rPr><w:vanish/></w:rPr>"),
        style("D", "也隐", based_on="C", type="character"),
        style("P", "隐段", more="<w:rPr><w:vanish/></w:rPr>"),
    )
    body = (
        p(r("甲") + r("乙", '<w:rStyle w:val="D"/>'))
        + p("丙", "P")
        + p(r("丁", '<w:vanish w:val="0"/>'), "P")
    )
    assert lines(body, styles=sheet) == ["甲", "", "丁"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<w:t>甲</w:t><w:br/><w:t>乙</w:t>", ["甲", "乙"]),
        ("<w:t>甲</w:t><w:cr/><w:t>乙</w:t>", ["甲", "乙"]),
        ('<w:br w:type="page"/><w:t>甲</w:t>', ["甲"]),
        ("<w:t>甲</w:t><w:br/>", ["甲"]),
        ("<w:br/>", [""]),
        ("<w:t>甲</w:t><w:br/><w:br/><w:t>乙</w:t>", ["甲", "", "乙"]),
    ],
)
def test_breaks_set_by_hand(content: str, expected: list[str]) -> None:
    text = read(docx(p(run(content))))
    assert [line.text for line in text.lines] == expected
    assert {line.paragraph for line in text.lines} == {1}


def test_a_break_only_wraps_a_heading() -> None:
    body = p("<w:r><w:t>关于修路</w:t><w:br/><w:t>的报告</w:t></w:r>", "T")
    assert lines(body, styles=HEADINGS) == ["关于修路 的报告"]
    long = p(f"<w:r><w:t>{'长' * 80}</w:t><w:br/><w:t>{'文' * 80}</w:t></w:r>", "H1")
    read_lines = read(docx(long, styles=HEADINGS)).lines
    assert [(line.level, len(line.text)) for line in read_lines] == [(0, 80), (0, 80)]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("一、总体要求", 1),
        ("怎么办？", 1),
        ("全年工作如下：", 1),
        ("全年共修路三十七公里。", 0),
        ("一是修路；", 0),
        ("长" * 101, 0),
    ],
)
def test_a_paragraph_of_prose_is_no_heading_whatever_its_style(text: str, level: int) -> None:
    assert read(docx(p(text, "H1"), styles=HEADINGS)).lines[0].level == level


def test_an_empty_paragraph_is_an_empty_line() -> None:
    text = read(docx(p("甲") + p() + "<w:p/>" + p("乙")))
    assert [line.text for line in text.lines] == ["甲", "", "", "乙"]
    assert [line.paragraph for line in text.lines] == [1, 2, 3, 4]
    assert text.text == "甲\n\n\n乙\n"


GONE = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p("前") + p(deleted("删"), more=GONE) + p("后"), ["前", "后"]),
        (p("前半，", more=GONE) + p("后半。"), ["前半，后半。"]),
        (p("甲", more=GONE) + p("乙", more=GONE) + p("丙"), ["甲乙丙"]),
        (p("甲", more=GONE), ["甲"]),
        (p("新", more='<w:rPr><w:ins w:id="1" w:author="a"/></w:rPr>'), ["新"]),
        (p("甲，", more="<w:rPr><w:vanish/><w:specVanish/></w:rPr>") + p("乙"), ["甲，乙"]),
        (p("甲，", more="<w:rPr><w:specVanish/></w:rPr>") + p("乙"), ["甲，乙"]),
        (p("甲，", more="<w:rPr><w:vanish/></w:rPr>") + p("乙"), ["甲，乙"]),
        (
            p("甲，", more='<w:rPr><w:moveFrom w:id="1" w:author="a"/></w:rPr>') + p("乙"),
            ["甲，乙"],
        ),
        (p("工", more='<w:framePr w:dropCap="drop"/>') + p("作总结"), ["工作总结"]),
        (p("框", more='<w:framePr w:w="1"/>') + p("外"), ["框", "外"]),
        (
            p(
                "甲",
                more='<w:pPrChange w:id="1"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>',
            ),
            ["甲"],
        ),
    ],
)
def test_ends_of_paragraphs(body: str, expected: list[str]) -> None:
    assert lines(body) == expected


def test_a_deleted_item_is_not_counted() -> None:
    definitions = numbering(abstract(0, lvl(0, "%1.")), num(1, 0))
    body = p("甲", num="1") + p(deleted("乙"), num="1", more=GONE) + p("丙", num="1")
    assert lines(body, numbering=definitions) == ["1. 甲", "2. 丙"]


@pytest.mark.parametrize(
    ("properties", "level"),
    [
        ("", 0),
        ('<w:outlineLvl w:val="0"/>', 1),
        ('<w:outlineLvl w:val="8"/>', 9),
        ('<w:outlineLvl w:val="9"/>', 0),
    ],
)
def test_outline_levels(properties: str, level: int) -> None:
    assert read(docx(p("甲", more=properties))).lines[0].level == level


@pytest.mark.parametrize(
    ("id", "level", "title"),
    [
        ("H1", 1, False),
        ("H2", 2, False),
        ("Own", 1, False),
        ("Grandchild", 1, False),
        ("Body", 0, False),
        ("Chinese", 2, False),
        ("T", 0, True),
        ("OwnTitle", 0, True),
        ("TitleWithLevel", 0, True),
        ("Sub", 0, False),
        ("Loop", 0, False),
        ("Unknown", 0, False),
        ("", 0, False),
    ],
)
def test_headings_by_style(id: str, level: int, title: bool) -> None:
    sheet = styles(
        style("H1", "heading 1"),
        style("H2", "标题 2"),
        style("T", "Title"),
        style("Own", "一级", based_on="H1"),
        style("Grandchild", "一级（续）", based_on="Own"),
        style("Body", "标题样的正文", '<w:outlineLvl w:val="9"/>', "H1"),
        style("Chinese", "公文二级", '<w:outlineLvl w:val="1"/>'),
        style("OwnTitle", "公文标题", based_on="T"),
        style("TitleWithLevel", "标题", '<w:outlineLvl w:val="0"/>'),  # as Word in Chinese has it
        style("Sub", "Subtitle", '<w:outlineLvl w:val="1"/>', "T"),
        style("Loop", "圈", based_on="Loop2"),
        style("Loop2", "圈圈", based_on="Loop"),
    )
    line = read(docx(p("甲", id), styles=sheet)).lines[0]
    assert (line.level, line.title) == (level, title)


def test_a_paragraph_without_a_style_has_the_default_one() -> None:
    sheet = styles(
        style("N", "Normal", '<w:outlineLvl w:val="1"/>').replace(
            'w:type="paragraph"', 'w:type="paragraph" w:default="1"'
        )
    )
    assert read(docx(p("甲"), styles=sheet)).lines[0].level == 2


def test_the_path_of_headings() -> None:
    body = (
        p("报告", "T")
        + p("一", "H1")
        + p("甲")
        + p("（一）", "H2")
        + p("乙")
        + p("二", "H1")
        + p("丙")
    )
    text = read(docx(body, styles=HEADINGS))
    paths = {line.text: text.headings(at) for at, line in enumerate(text.lines, 1)}
    assert (paths["甲"], paths["乙"], paths["丙"]) == (("一",), ("一", "（一）"), ("二",))


def cells(text: DocxText) -> list[tuple[str, Cell | None]]:
    return [(line.text, line.cell) for line in text.lines]


def test_tables() -> None:
    text = read(docx(tbl(["单位", "数量"], ["甲局", "12"]) + p("完") + tbl(["又"])))
    assert cells(text) == [
        ("单位", Cell(1, 1, 1)),
        ("数量", Cell(1, 1, 2)),
        ("甲局", Cell(1, 2, 1)),
        ("12", Cell(1, 2, 2)),
        ("完", None),
        ("又", Cell(2, 1, 1)),
    ]


def test_merged_cells() -> None:
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + p("合计") + "</w:tc>"
    top = '<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + p("甲局") + "</w:tc>"
    rest = "<w:tc><w:tcPr><w:vMerge/></w:tcPr>" + p("藏着的") + "</w:tc>"
    text = read(docx(tbl([top, "一"], [rest, "二"], [wide])))
    assert cells(text) == [
        ("甲局", Cell(1, 1, 1)),
        ("一", Cell(1, 1, 2)),
        ("二", Cell(1, 2, 2)),
        ("合计", Cell(1, 3, 1)),
    ]


def test_nested_tables() -> None:
    text = read(docx(tbl(["外", p("前") + tbl(["内"]) + p("后")])))
    assert cells(text) == [
        ("外", Cell(1, 1, 1)),
        ("前", Cell(1, 1, 2)),
        ("内", Cell(2, 1, 1, 2)),
        ("后", Cell(1, 1, 2)),
    ]


@pytest.mark.parametrize(
    "properties",
    ['<w:del w:id="1" w:author="a"/>', "<w:hidden/>", '<w:moveFrom w:id="1" w:author="a"/>'],
)
def test_rows_that_are_not_printed(properties: str) -> None:
    row = f"<w:tr><w:trPr>{properties}</w:trPr><w:tc>{p('删')}</w:tc></w:tr>"
    assert lines(tbl(["甲"]).replace("</w:tbl>", row + "</w:tbl>")) == ["甲"]


def test_cells_and_rows_in_controls() -> None:
    cell = sdt(f"<w:tc>{p('控件里')}</w:tc>", "<w:showingPlcHdr/>")
    row = sdt(f"<w:tr><w:tc>{p('行里')}</w:tc></w:tr>")
    table = f"<w:tbl><w:tr><w:tc>{p('甲')}</w:tc>{cell}</w:tr>{row}</w:tbl>"
    text = read(docx(table))
    assert cells(text) == [
        ("甲", Cell(1, 1, 1)),
        ("控件里", Cell(1, 1, 2)),
        ("行里", Cell(1, 2, 1)),
    ]
    assert [control.filled for line in text.lines for control in line.controls] == [False, True]


def test_a_text_box_is_read_once_and_behind_its_paragraph() -> None:
    body = p("前" and r("前") + box(p("框一") + p("框二")) + r("后")) + p("下一段")
    text = read(docx(body))
    assert [(line.text, line.part) for line in text.lines] == [
        ("前后", BODY),
        ("框一", BOX),
        ("框二", BOX),
        ("下一段", BODY),
    ]


def test_old_text_boxes_and_lettering() -> None:
    old = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{p('框')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    lettering = '<w:r><w:pict><v:shape><v:textpath string="机密"/></v:shape></w:pict></w:r>'
    text = read(docx(p(old) + p(lettering)))
    assert [line.text for line in text.lines if line.part == BOX] == ["框", "机密"]


def test_notes_come_behind_the_body_in_its_order() -> None:
    def note(kind: str, id: str) -> str:
        return f'<w:r><w:{kind}Reference w:id="{id}"/></w:r>'

    def notes(kind: str, *texts: tuple[str, str]) -> str:
        inner = "".join(f'<w:{kind} w:id="{id}">{p(text)}</w:{kind}>' for id, text in texts)
        return part(
            f"{kind}s", f'<w:{kind} w:type="separator" w:id="0">{p("——")}</w:{kind}>{inner}'
        )

    body = p(r("甲") + note("footnote", "3") + note("endnote", "1")) + p(
        r("乙") + note("footnote", "2") + note("footnote", "9")
    )
    text = read(
        docx(
            body,
            footnotes=notes("footnote", ("2", "注二"), ("3", "注三"), ("4", "没用到")),
            endnotes=notes("endnote", ("1", "尾注")),
        )
    )
    assert [(line.text, line.part) for line in text.lines] == [
        ("甲", BODY),
        ("乙", BODY),
        ("注三", FOOTNOTE),
        ("注二", FOOTNOTE),
        ("尾注", ENDNOTE),
    ]


def references(kind: str, *types: str) -> str:
    return "".join(
        f'<w:{kind}Reference w:type="{type}" r:id="{kind}{at}"/>'
        for at, type in enumerate(types, 1)
    )


@pytest.mark.parametrize(
    ("switches", "settings", "expected"),
    [
        ("", "", ["眉一", "脚"]),
        ("<w:titlePg/>", "", ["眉一", "眉二", "脚"]),
        ('<w:titlePg w:val="0"/>', "", ["眉一", "脚"]),
        ("", "<w:evenAndOddHeaders/>", ["眉一", "眉三", "脚"]),
    ],
)
def test_headers_that_some_page_shows(switches: str, settings: str, expected: list[str]) -> None:
    section = f"<w:sectPr>{references('header', 'default', 'first', 'even')}{references('footer', 'default')}{switches}</w:sectPr>"
    first = p("甲", more=section)
    headers = {
        f"header{at}": part("hdr", p(text)) for at, text in enumerate(("眉一", "眉二", "眉三"), 1)
    }
    document = docx(
        first + p("乙"),
        section,
        footer1=part("ftr", p("脚")),
        settings=part("settings", settings),
        **headers,
    )
    text = read(document)
    assert [line.text for line in text.lines if line.part in (HEADER, FOOTER)] == expected
    assert [line.text for line in text.lines if line.part == BODY] == ["甲", "乙"]


EMPTY = "<w:showingPlcHdr/>"


def test_controls() -> None:
    unit = sdt(
        r("单击此处输入单位"), f'<w:alias w:val="单位"/>{EMPTY}<w:rPr><w:vanish/></w:rPr><w:text/>'
    )
    done = sdt(r("甲局"), '<w:tag w:val="code"/><w:text/>')
    line = read(docx(p(r("单位：") + unit + r("，") + done))).lines[0]
    assert line.text == "单位：单击此处输入单位，甲局"
    assert [
        (control.span.cut(line.text), control.title, control.filled) for control in line.controls
    ] == [
        ("单击此处输入单位", "单位", False),
        ("甲局", "code", True),
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (sdt(p("请填写。"), EMPTY), [("请填写。", False)]),
        (sdt(p("甲") + p("乙"), EMPTY), [("甲", False), ("乙", False)]),
        (p(sdt(r("选择一项。"), f"{EMPTY}<w:dropDownList/>")), [("选择一项。", False)]),
        (p(sdt(r("☐"), "<w14:checkbox/>")), [("☐", True)]),
        (p(sdt("", EMPTY)), [("", False)]),
        (p(sdt("<w:r><w:drawing/></w:r>", f"{EMPTY}<w:picture/>")), []),
        (p(sdt(sdt(r("里"), EMPTY) + r("外"))), [("里", False), ("里外", True)]),
        (p(sdt(r("已填"), '<w:showingPlcHdr w:val="0"/>')), [("已填", True)]),
    ],
)
def test_unfilled_controls(body: str, expected: list[tuple[str, bool]]) -> None:
    text = read(docx(body))
    assert [
        (control.span.cut(line.text), control.filled)
        for line in text.lines
        for control in line.controls
    ] == expected


def test_a_control_behind_a_number_and_over_a_break() -> None:
    definitions = numbering(abstract(0, lvl(0, "%1、")), num(1, 0))
    control = sdt("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r>", EMPTY)
    lines = read(docx(p(r("填") + control, num="1"), numbering=definitions)).lines
    assert [(line.text, [control.span for control in line.controls]) for line in lines] == [
        ("1、填甲", [Span(3, 4)]),
        ("乙", [Span(0, 1)]),
    ]


def form(kind: str, setup: str, result: str = "") -> str:
    shown = f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(result)}' if result else ""
    return (
        f"<w:r><w:fldChar"
        f' w:fldCharType="begin"><w:ffData>{setup}</w:ffData></w:fldChar></w:r><w:r><w:instrText>'
        f" {kind} </w:instrText></w:r>"
        f'{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


CHOICES = '<w:ddList>{}<w:listEntry w:val="请选择"/><w:listEntry w:val="同意"/></w:ddList>'


@pytest.mark.parametrize(
    ("content", "text", "filled"),
    [
        (
            form("FORMTEXT", "<w:textInput/>", "\u2002\u2002\u2002"),
            "姓名：\u2002\u2002\u2002",
            [False],
        ),
        (form("FORMTEXT", "<w:textInput/>", "张三"), "姓名：张三", [True]),
        (form("FORMTEXT", "<w:textInput/>"), "姓名：", [False]),
        (form("FORMCHECKBOX", '<w:checkBox><w:default w:val="0"/></w:checkBox>'), "姓名：☐", []),
        (
            form("FORMCHECKBOX", '<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>'),
            "姓名：☑",
            [],
        ),
        (
            form("FORMCHECKBOX", '<w:checkBox><w:default/><w:checked w:val="0"/></w:checkBox>'),
            "姓名：☐",
            [],
        ),
        (form("FORMDROPDOWN", CHOICES.format('<w:result w:val="1"/>')), "姓名：同意", []),
        (form("FORMDROPDOWN", CHOICES.format("")), "姓名：请选择", []),
        (form("FORMDROPDOWN", CHOICES.format('<w:result w:val="7"/>')), "姓名：", []),
        (field("MACROBUTTON NoMacro [单击输入姓名]"), "姓名：[单击输入姓名]", [False]),
    ],
)
def test_form_fields(content: str, text: str, filled: list[bool]) -> None:
    line = read(docx(p(r("姓名：") + content))).lines[0]
    assert (line.text, [control.filled for control in line.controls]) == (text, filled)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (r("第") + field("PAGE", "3") + r("页"), "第3页"),
        (f'<w:fldSimple w:instr=" REF a ">{r("第二条")}</w:fldSimple>', "第二条"),
        (r("甲") + field('XE "索引"') + r("乙"), "甲乙"),
        (r("甲") + field('HYPERLINK "http://a"', "链接") + r("乙"), "甲链接乙"),
        (r("甲") + field("IF", r("乙") + field("PAGE", "2")), "甲乙2"),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF'
            " </w:instrText></w:r>"
            + field("PAGE", "码里的")
            + r("码里的字")
            + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            + r("结果")
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            "结果",
        ),
        (field(r"EQ \o\ac(○,1)") + r("第一"), "①第一"),
        (field(r"eq \o\ac(○,印)"), "印"),
        (field(r"EQ \o\ac(○,20)") + field(r"EQ \o\ac(○,21)"), "⑳21"),
        (field(r"EQ \o\ac(○,1)", field("PAGE", "2")), "2"),
        (field(r"EQ \* jc2 \* hps10 \o\ad(\s\up 9(lù),路)"), "路"),
        (field("EQ x"), ""),
        (r("甲", "<w:vanish/>") + field("PAGE", "2"), "2"),
        (
            '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:fldChar'
            ' w:fldCharType="separate"/></w:r>' + r("甲"),
            "甲",
        ),
    ],
)
def test_fields(content: str, text: str) -> None:
    assert lines(p(content)) == [text]


def test_a_field_whose_code_never_ends_hides_no_other_paragraph() -> None:
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
    )
    assert lines(p(r("甲") + begin + r("乙")) + p("丙")) == ["甲", "丙"]


BEGIN = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3"'
    " </w:instrText></w:r>"
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
TOC_STYLES = HEADINGS.replace(
    "</w:styles>", style("TOC1", "toc 1") + style("TOCH", "TOC Heading") + "</w:styles>"
)


@pytest.mark.parametrize(
    "body",
    [
        p("目　录") + p(BEGIN + r("一、甲\t1"), "TOC1") + p("二、乙\t2", "TOC1") + p(END),
        p("目录", "TOCH") + p(BEGIN + r("一、甲\t1")) + p(r("二、乙\t2") + END) + p(),
        sdt(
            p("目录") + p("一、甲\t1") + p("二、乙\t2"),
            '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>',
        )
        + p(),
        p("目录", "TOCH") + p("一、甲\t1", "TOC1") + p("二、乙\t2", "TOC1") + p(),
    ],
)
def test_a_table_of_contents_is_none_of_the_body(body: str) -> None:
    text = read(docx(p("封面") + p() + body + p("一、甲", "H1"), styles=TOC_STYLES))
    assert [line.text for line in text.lines] == ["封面", "", "", "一、甲"]
    assert [entry.replace("　", "") for entry in text.contents] == [
        "目录",
        "一、甲\t1",
        "二、乙\t2",
    ]
    assert [line.paragraph for line in text.lines] == [1, 2, 3, 4]


def test_contents_that_never_end_are_read_as_text() -> None:
    body = p(BEGIN + r("一、甲\t1")) + p("一、甲") + p("正文。")
    text = read(docx(body))
    assert [line.text for line in text.lines] == ["一、甲\t1", "一、甲", "正文。"]
    assert not text.contents


def test_a_list_with_the_title_contents_stays() -> None:
    assert lines(p("目录") + p("一、甲") + p("二、乙")) == ["目录", "一、甲", "二、乙"]


def test_formulas() -> None:
    formula = "<m:oMath><m:r><m:t>S=a</m:t></m:r><m:f><m:num><m:r><m:t>b</m:t></m:r></m:num></m:f></m:oMath>"
    line = read(docx(p(r("面积") + formula + r("。")))).lines[0]
    assert (line.text, line.formulas) == ("面积S=ab。", (Span(2, 6),))


def comments(*texts: str) -> str:
    inner = "".join(
        f'<w:comment w:id="{id}" w:author="李">{p(text)}{p("再说")}</w:comment>'
        for id, text in enumerate(texts)
    )
    return part("comments", inner)


def test_comments_are_no_text_but_are_there() -> None:
    body = p("甲") + p(
        r("乙")
        + '<w:commentRangeStart w:id="0"/>'
        + r("丙丁")
        + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
        + r("戊")
        + '<w:r><w:commentReference w:id="1"/></w:r>'
    )
    text = read(docx(body, comments=comments("改", "点", "没有地方")))
    assert [line.text for line in text.lines] == ["甲", "乙丙丁戊"]
    assert [(comment.author, comment.text, comment[2:]) for comment in text.comments] == [
        ("李", "改\n再说", (2, 1, 2, 3)),
        ("李", "点\n再说", (2, 4, 2, 4)),
        ("李", "没有地方\n再说", (0, 0, 0, 0)),
    ]


def test_a_comment_whose_range_does_not_end_is_nowhere() -> None:
    body = p('<w:commentRangeStart w:id="0"/>' + r("甲"))
    assert read(docx(body, comments=comments("改"))).comments[0][2:] == (0, 0, 0, 0)


def test_a_comment_on_several_paragraphs() -> None:
    start, end = '<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/>'
    reference = '<w:r><w:commentReference w:id="0"/></w:r>'
    for body in (
        start + p("甲") + p("乙") + end + p(reference + r("丙")),
        p(start + r("甲")) + p("乙") + p(end + reference + r("丙")),
    ):
        assert read(docx(body, comments=comments("改"))).comments[0][2:] == (1, 0, 3, 0)


def test_strict_documents_read_alike() -> None:
    definitions = numbering(abstract(0, lvl(0, "%1、", "chineseCounting")), num(1, 0))
    body = p("报告", "T") + p("甲", "H1", num="1") + p(r("见") + field("PAGE", "2")) + tbl(["乙"])
    plain = docx(body, styles=HEADINGS, numbering=definitions)
    assert read(strict(plain)) == read(plain)
    assert [line.text for line in read(plain).lines] == ["报告", "一、甲", "见2", "乙"]


def test_prefixes_are_the_files_own() -> None:
    document = docx(p(r("甲", "<w:b/>") + "<w:r><w:tab/></w:r>"))
    other = document  # the same with another prefix and none
    import io
    import zipfile

    for prefix in ("x:", ""):
        target = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(other)) as archive, zipfile.ZipFile(target, "w") as copy:
            for name in archive.namelist():
                data = archive.read(name).decode()
                if name == "word/document.xml":
                    data = data.replace("<w:", f"<{prefix}").replace("</w:", f"</{prefix}")
                    data = data.replace("xmlns:w=", f"xmlns{':x' if prefix else ''}=").replace(
                        " w:", " x:" if prefix else " "
                    )
                copy.writestr(name, data)
        assert read(target.getvalue()).text == "甲\t\n"


def test_the_main_part_is_found_by_what_points_to_it() -> None:
    document = f"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>{p('甲')}{SECTION}</w:body></w:document>"
    assert read(package(document, {}, main="word/document2.xml")).text == "甲\n"
    assert read(package(document, {}, main="正文.xml")).text == "甲\n"
