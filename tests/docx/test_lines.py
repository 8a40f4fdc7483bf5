"""A paragraph is split into lines."""

from __future__ import annotations

import pytest

from reportlint.docx.fields import Fields
from reportlint.docx.inline import Inline
from reportlint.docx.lines import lines_of, place, properties_of
from reportlint.docx.numbering import Label
from reportlint.docx.styles import Heading, ListMembership, Styles
from reportlint.docx.values import DocxLine
from reportlint.docx.xml import Node, parse
from support.docx_parts import NAMESPACES, p, r, sdt, t

NO_LABEL = Label("", False, 0)
PLAIN = DocxLine("", 1)
HEADING = DocxLine("", 1, level=1)
TITLE = DocxLine("", 1, title=True)
BREAK = "<w:r><w:br/></w:r>"


def paragraph(content: str) -> Node:
    xml = f"<w:body {NAMESPACES}>{content}</w:body>"
    return parse(xml.encode(), "part").children[0].children[0]


def cut(content: str, line: DocxLine = PLAIN, label: Label = NO_LABEL) -> list[DocxLine]:
    inline = Inline(Styles(None), Fields())
    inline.read(paragraph(content), "")
    return [item.line for item in lines_of(inline, line, label)]


ONE_LINE = [
    (p("甲"), PLAIN, ["甲"]),
    (p(), PLAIN, [""]),
    (p(BREAK + r("甲") + BREAK), PLAIN, ["甲"]),  # breaks at the ends make none
    (p(BREAK + BREAK), PLAIN, [""]),
    (p(r("某县") + BREAK + r("工作总结")), HEADING, ["某县 工作总结"]),  # a break only wraps it
    (p(r("某县") + BREAK + r("工作总结")), TITLE, ["某县 工作总结"]),
]
SEVERAL = [
    (p(r("甲") + BREAK + r("乙")), PLAIN, ["甲", "乙"]),
    (p(r("甲") + BREAK + BREAK + r("乙")), PLAIN, ["甲", "", "乙"]),
    (
        p(r("今年做了两件事。") + BREAK + r("都做成了。")),
        HEADING,
        ["今年做了两件事。", "都做成了。"],
    ),
]


@pytest.mark.parametrize(("content", "line", "texts"), [*ONE_LINE, *SEVERAL])
def test_lines(content: str, line: DocxLine, texts: list[str]) -> None:
    assert [line_found.text for line_found in cut(content, line)] == texts


@pytest.mark.parametrize(
    ("text", "is_heading"),
    [
        ("一、总体要求", True),
        ("字" * 100, True),
        ("字" * 101, False),
        ("今年完成了全部任务。", False),
        ("今年完成了，", False),
        ("怎么办？", True),
    ],
)
def test_a_text_in_the_style_of_a_heading(text: str, is_heading: bool) -> None:
    assert [line.level for line in cut(p(text), HEADING)] == [int(is_heading)]
    assert [line.title for line in cut(p(text), TITLE)] == [is_heading]


def test_the_number_stands_before_the_first_line_only() -> None:
    label = Label("（一）", False, 2)
    first, second = cut(p(r("甲") + BREAK + r("乙")), label=label)
    assert (first.text, first.label, first.depth) == ("（一）甲", 3, 2)
    assert (second.text, second.label, second.depth) == ("乙", 0, 0)
    (alone,) = cut(p(), label=Label("一、 ", False, 1))
    assert alone.text == "一、"


def test_controls_are_cut_with_their_line() -> None:
    content = p(r("甲") + sdt(f"<w:r>{t('乙')}<w:br/>{t('丙丁')}</w:r>"))
    first, second = cut(content, label=Label("1. ", False, 1))
    assert [control.span.cut(first.text) for control in first.controls] == ["乙"]
    assert [control.span.cut(second.text) for control in second.controls] == ["丙丁"]


def test_a_place_of_the_paragraph_in_its_lines() -> None:
    inline = Inline(Styles(None), Fields())
    inline.read(paragraph(p(r("甲乙") + BREAK + r("丙"))), "")
    cuts = lines_of(inline, PLAIN, Label("1. ", False, 1))
    assert [place(cuts, offset) for offset in range(5)] == [(0, 3), (0, 4), (0, 5), (1, 0), (1, 1)]
    assert place(cuts, 99) == (1, 1)


@pytest.mark.parametrize(
    ("more", "heading"),
    [
        ("", None),
        ('<w:outlineLvl w:val="0"/>', Heading(1)),
        ('<w:outlineLvl w:val="8"/>', Heading(9)),
        ('<w:outlineLvl w:val="9"/>', Heading(0)),  # body text, whatever the style says
        ('<w:outlineLvl w:val="?"/>', Heading(0)),
    ],
)
def test_the_level_that_a_paragraph_says_itself(more: str, heading: Heading | None) -> None:
    assert properties_of(paragraph(p("甲", more=more))).heading == heading


@pytest.mark.parametrize(
    ("more", "goes_on"),
    [
        ("", False),
        ('<w:rPr><w:vanish w:val="0"/></w:rPr>', False),
        ('<w:framePr w:dropCap="none"/>', False),
        ("<w:rPr><w:vanish/></w:rPr>", True),
        ('<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>', True),
        ('<w:rPr><w:moveFrom w:id="1" w:author="a"/></w:rPr>', True),
        ('<w:framePr w:dropCap="drop"/>', True),  # 首字下沉 is a paragraph of its own
    ],
)
def test_a_paragraph_that_the_next_one_goes_on_with(more: str, goes_on: bool) -> None:
    assert properties_of(paragraph(p("甲", more=more))).goes_on is goes_on


def test_the_list_that_a_paragraph_names() -> None:
    assert properties_of(paragraph(p("甲"))).list is None
    assert properties_of(paragraph(p("甲", num="3", level=1))).list == ListMembership("3", "1")
