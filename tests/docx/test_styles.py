"""The properties that a paragraph inherits from its style and the base styles."""

from __future__ import annotations

import pytest

from reportlint.docx.styles import Heading, ListMembership, Styles
from reportlint.docx.xml import parse
from support.docx_parts import style, styles

HIDDEN = "<w:rPr><w:vanish/></w:rPr>"
SHOWN = '<w:rPr><w:vanish w:val="0"/></w:rPr>'
LIST = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr>'

NO_HEADING = [
    style("A", "Normal"),
    style("A", "heading"),
    style("A", "heading 10"),
    style("A", "My heading 1"),
    style("A", "heading 1", '<w:outlineLvl w:val="9"/>'),  # body text, whatever its name
    style("A", "副标题", '<w:outlineLvl w:val="1"/>'),
    style("A", "Normal", '<w:outlineLvl w:val="x"/>'),
]
HEADINGS = [
    (style("A", "heading 1"), Heading(1)),
    (style("A", "标题 2"), Heading(2)),
    (style("A", "標題3"), Heading(3)),
    (style("A", "Chapter", '<w:outlineLvl w:val="0"/>'), Heading(1)),
    (style("A", "heading 1", '<w:outlineLvl w:val="3"/>'), Heading(4)),  # the outline level counts
    (style("A", "Title"), Heading(0, True)),
    (style("A", "标题", '<w:outlineLvl w:val="0"/>'), Heading(0, True)),
    (style("A", "Mine", based_on="B") + style("B", "heading 2"), Heading(2)),
    (style("A", "A", based_on="B") + style("B", "heading 2", based_on="A"), Heading(2)),
]


def read(*definitions: str) -> Styles:
    return Styles(parse(styles(*definitions).encode(), "styles.xml"))


@pytest.mark.parametrize("definition", NO_HEADING)
def test_no_heading(definition: str) -> None:
    assert read(definition).heading("A") == Heading()


@pytest.mark.parametrize(("definitions", "heading"), HEADINGS)
def test_a_heading(definitions: str, heading: Heading) -> None:
    assert read(definitions).heading("A") == heading


def test_a_document_without_styles() -> None:
    nothing = Styles(None)
    assert nothing.heading("A") == Heading()
    assert nothing.list_of("A") == ListMembership("", "")
    assert not nothing.hidden("A")
    assert not nothing.is_contents("A")


def test_a_paragraph_without_a_style_has_the_default_one() -> None:
    default = style("D", "heading 1").replace("<w:style ", '<w:style w:default="1" ', 1)
    sheet = read(style("A", "Normal"), default)
    assert sheet.heading("") == sheet.heading("gone") == Heading(1)
    assert sheet.heading("A") == Heading()


def test_styles_that_are_based_on_each_other_end() -> None:
    ring = read(style("A", "甲", based_on="B"), style("B", "乙", based_on="A"))
    assert [link.id for link in ring.chain("A")] == ["A", "B"]
    long = read(*(style(f"S{n}", f"甲{n}", based_on=f"S{n + 1}") for n in range(60)))
    assert len(list(long.chain("S0"))) == 40


def test_of_two_styles_with_one_id_the_first_counts() -> None:
    assert read(style("A", "heading 1"), style("A", "heading 2")).heading("A") == Heading(1)


@pytest.mark.parametrize(
    ("definitions", "expected"),
    [
        (style("A", "甲"), ListMembership("", "")),
        (style("A", "甲", LIST.format(1, 5)), ListMembership("5", "1", "A")),
        (
            style("A", "甲", based_on="B") + style("B", "乙", LIST.format(2, 6)),
            ListMembership("6", "2", "B"),
        ),
        (
            style("A", "甲", '<w:numPr><w:ilvl w:val="3"/></w:numPr>', "B")
            + style("B", "乙", LIST.format(0, 6)),
            ListMembership("6", "3", "B"),
        ),
    ],
)
def test_the_list_of_a_style(definitions: str, expected: ListMembership) -> None:
    assert read(definitions).list_of("A") == expected


@pytest.mark.parametrize(
    ("definitions", "hidden"),
    [
        (style("A", "甲"), False),
        (style("A", "甲", more=SHOWN, based_on="B") + style("B", "乙", more=HIDDEN), False),
        (style("A", "甲", more=HIDDEN), True),
        (style("A", "甲", based_on="B") + style("B", "乙", more=HIDDEN), True),
    ],
)
def test_text_that_a_style_hides(definitions: str, hidden: bool) -> None:
    assert read(definitions).hidden("A") is hidden
    assert not read(definitions).hidden("")


@pytest.mark.parametrize(
    ("name", "is_contents"),
    [
        ("heading 1", False),
        ("TOC", False),
        ("toc 1", True),
        ("TOC Heading", True),
        ("目录 2", True),
        ("table of figures", True),
    ],
)
def test_styles_of_a_table_of_contents(name: str, is_contents: bool) -> None:
    assert read(style("A", name)).is_contents("A") is is_contents
