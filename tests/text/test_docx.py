"""The Document of a Word document: its blocks, lines and zones."""

from __future__ import annotations

import pytest
from shipped import MATCHER, parse

from reportlint.core.document import (
    BODY,
    MASTHEAD,
    TITLE,
    ZONE_BLANK,
    ZONE_MATH,
    Document,
)
from reportlint.docx.reader import read
from reportlint.structure.roles import with_roles
from reportlint.text.docx import parse_docx
from support.docx_parts import (
    HEADINGS,
    abstract,
    box,
    docx,
    lvl,
    num,
    numbering,
    p,
    part,
    r,
    sdt,
    tbl,
)

LISTS = numbering(
    abstract(0, lvl(0, "%1、", "chineseCounting")),
    abstract(1, lvl(0, "•", "bullet")),
    num(1, 0),
    num(2, 1),
)


def document(body: str, section: str = "", **parts: str) -> Document:
    parts.setdefault("styles", HEADINGS)
    return parse_docx(read(docx(body, section, numbering=LISTS, **parts)), MATCHER)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("2025年工作总结", "办公室"), (TITLE, MASTHEAD)),
        (("防汛工作办法", "全文如下，请照此执行。"), (TITLE, BODY)),
        (("2025年工作总结",), (TITLE,)),
        (("砚溪县水务局", "2025年工作总结"), (TITLE, TITLE)),
        (("砚溪县水务局关于堤防检查", "情况的报告"), (TITLE, TITLE)),
        (("砚溪县水务局", "关于堤防和闸门检查", "情况的报告"), (TITLE, TITLE, TITLE)),
    ],
)
def test_a_title_may_stand_on_several_lines(
    lines: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    title = "".join(p(line, "T") for line in lines)
    titled = with_roles(document(title + p("全年共查堤防三十处。") + p("一、工作", "H1")), MATCHER)
    assert tuple(block.role for block in titled.blocks[: len(lines)]) == expected


def test_what_the_document_marks_is_marked() -> None:
    parsed = document(p("报告", "T") + p("一、工作", "H1") + p("正文"))
    assert [block.marked_level for block in parsed.blocks] == [1, 2, 0]


def shape(parsed: Document) -> list[tuple[str, int, str]]:
    """The kind, level and content of each block."""
    return [(block.kind, block.level, block.content.cut(parsed.text)) for block in parsed.blocks]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p("甲") + p() + p("  乙　"), [("paragraph", 0, "甲"), ("paragraph", 0, "乙")]),
        (
            p("报告", "T") + p("一", "H1") + p("（一）", "H2"),
            [("heading", 1, "报告"), ("heading", 2, "一"), ("heading", 3, "（一）")],
        ),
        (p("一", "H1") + p("（一）", "H2"), [("heading", 1, "一"), ("heading", 2, "（一）")]),
        (
            p("关于修路", "T") + p() + p("的报告", "T") + p("正文"),
            [("heading", 1, "关于修路"), ("paragraph", 0, "的报告"), ("paragraph", 0, "正文")],
        ),
        (p("甲", num="2") + p("乙", num="2"), [("item", 0, "甲"), ("item", 0, "乙")]),
        (
            p("甲", "H1", num="1") + p("乙", num="1"),
            [("heading", 1, "一、甲"), ("paragraph", 0, "二、乙")],
        ),
        (
            p("# 甲") + p("```") + p("> 乙") + p("- 丙") + p("| 丁 |") + p("====="),
            [("paragraph", 0, text) for text in ("# 甲", "```", "> 乙", "- 丙", "| 丁 |", "=====")],
        ),
        (
            p("---") + p("标题：甲") + p("---"),
            [("paragraph", 0, text) for text in ("---", "标题：甲", "---")],
        ),
    ],
)
def test_blocks(body: str, expected: list[tuple[str, int, str]]) -> None:
    assert shape(document(body)) == expected


def test_headings_that_are_not_marked_are_sought_as_in_plain_text() -> None:
    text = "工作报告\n一、总体情况\n今年共修路三十七公里，架桥两座，其他各项工作都按计划推进，取得了较好的成效。\n二、下一步\n继续修路，继续架桥，确保明年六月以前全部完工，让沿线群众早日走上放心路。\n"
    typed = document("".join(p(line) for line in text.splitlines()))
    assert shape(typed) == shape(parse(text, "text"))
    assert typed.lines == parse(text, "text").lines
    numbered = document(
        "".join(p(line[2:], num="1") if line[1] == "、" else p(line) for line in text.splitlines())
    )
    assert shape(numbered) == shape(typed)
    assert numbered.text == text


def test_where_headings_are_marked_no_bare_line_is_taken_for_one() -> None:
    text = "今年共修路三十七公里，架桥两座，其他各项工作都按计划推进，取得了较好的成效，群众满意。"
    kinds = [kind for kind, _, _ in shape(document(p("一", "H1") + p("短行") + p(text)))]
    assert kinds == ["heading", "paragraph", "paragraph"]


def test_lines_have_their_indents_and_bullets() -> None:
    parsed = document(p("　　甲") + p("乙", num="2"))
    assert [(line.indent, line.bullet, parsed.text[line.start :][:1]) for line in parsed.lines] == [
        (4, "", "甲"),
        (0, "-", "乙"),
    ]


def test_a_table_is_one_block() -> None:
    parsed = document(p("前") + tbl(["单位", "数量"], ["甲局", ""], ["", "7"]) + p("后"))
    assert shape(parsed) == [
        ("paragraph", 0, "前"),
        ("table", 0, "单位\n数量\n甲局\n\n\n7"),
        ("paragraph", 0, "后"),
    ]


@pytest.mark.parametrize(
    "cell",
    [p("甲") + p("乙") + p("丙"), p("一是修路。" * 50)],
    ids=["three paragraphs", "a long one"],
)
def test_a_cell_of_prose_is_read_like_the_body(cell: str) -> None:
    parsed = document(tbl(["姓名", "张三"], ["总结", cell], ["意见", "同意"]))
    assert [kind for kind, _, _ in shape(parsed)] == [
        "table",
        *["paragraph"] * cell.count("<w:p>"),
        "table",
    ]


def test_what_is_beside_the_body_is_a_note() -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    note = part("footnotes", f'<w:footnote w:id="1">{p("脚注")}</w:footnote>')
    body = p(r("正文") + '<w:r><w:footnoteReference w:id="1"/></w:r>' + box(p("框", "H1"))) + p(
        "尾"
    )
    parsed = document(body, section, footnotes=note, header1=part("hdr", p("页眉")))
    assert [
        (block.kind, block.info, block.content.cut(parsed.text)) for block in parsed.blocks
    ] == [
        ("paragraph", "", "正文"),
        ("note", "text-box", "框"),
        ("paragraph", "", "尾"),
        ("note", "footnote", "脚注"),
        ("note", "header", "页眉"),
    ]


def test_zones() -> None:
    blank = sdt(r("请填写"), "<w:showingPlcHdr/>")
    filled = sdt(r("已填"))
    formula = "<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>"
    parsed = document(p("首段") + p(r("单位：") + blank + filled + formula, num="1"))
    assert [(zone.kind, zone.span.cut(parsed.text)) for zone in parsed.zones] == [
        (ZONE_BLANK, "请填写"),
        (ZONE_MATH, "a=b"),
    ]


def test_an_address_is_a_zone_as_in_any_text() -> None:
    parsed = document(p("见 https://example.org/a 的说明"))
    assert [zone.span.cut(parsed.text) for zone in parsed.zones] == ["https://example.org/a"]


def test_lines_are_those_of_what_was_read() -> None:
    text = read(
        docx(p("甲") + p() + p("<w:r><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r>") + tbl(["丁"]))
    )
    parsed = parse_docx(text, MATCHER)
    assert parsed.format == "docx"
    assert [parsed.index.line(at).cut(parsed.text) for at in range(1, len(text.lines) + 1)] == [
        line.text for line in text.lines
    ]
