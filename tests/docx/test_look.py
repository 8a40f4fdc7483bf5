"""The layout of a new document: GB/T 9704-2012 for Chinese, plain for English."""

from __future__ import annotations

import pytest

from reportlint.docx.look import CHINESE, ENGLISH, Look, footer_xml, numbering_xml, styles_xml
from reportlint.docx.numbering import Numbering
from reportlint.docx.styles import Heading, ListMembership, Styles
from reportlint.docx.xml import parse

TWIPS = 56.7  # of a millimetre
BOTH = pytest.mark.parametrize("look", [CHINESE, ENGLISH], ids=["zh", "en"])


def styles(look: Look) -> Styles:
    return Styles(parse(styles_xml(look).encode(), "styles"))


@BOTH
def test_paragraphs_of_text_are_no_headings_and_in_no_list(look: Look) -> None:
    read = styles(look)
    for name in ("", "Normal", "Addressee", "Signature", "DocumentNumber", "Footer"):
        assert read.heading(name) == Heading(), name
        assert read.list_of(name).num_id == "", name


@BOTH
def test_headings_and_the_title_are_what_word_takes_them_for(look: Look) -> None:
    read = styles(look)
    assert read.heading("Title") == Heading(0, True)
    assert [read.heading(f"Heading{level}").level for level in range(1, 5)] == [1, 2, 3, 4]


def test_chinese_headings_are_numbered_by_word() -> None:
    read = styles(CHINESE)
    lists = Numbering(parse(numbering_xml(CHINESE).encode(), "numbering"), read)
    assert read.list_of("Heading2") == ListMembership("1", "1", "Heading2")
    definition = lists.list("1")
    assert definition is not None
    assert [definition.levels[level].text for level in range(4)] == [
        "%1、",
        "（%2）",
        "%3.",
        "（%4）",
    ]


def test_the_page_is_that_of_the_standard() -> None:
    page = CHINESE.page
    assert [round(side / TWIPS) for side in (page.width, page.height)] == [210, 297]
    assert [round(side / TWIPS) for side in (page.top, page.left)] == [37, 28]
    assert round((page.width - page.left - page.right) / TWIPS) == 156
    assert round((page.height - page.top - page.bottom) / TWIPS) == 225
    assert (page.height - page.top - page.bottom) // page.line == 22  # lines of a page


@pytest.mark.parametrize(
    ("style", "font", "size"),
    [
        ("Normal", "仿宋_GB2312", 32),
        ("Title", "方正小标宋简体", 44),
        ("Heading1", "黑体", 32),
        ("Heading2", "楷体_GB2312", 32),
    ],
)
def test_the_fonts_are_those_of_the_standard(style: str, font: str, size: int) -> None:
    xml = styles_xml(CHINESE)
    of_style = xml[xml.index(f'w:styleId="{style}"') :].partition("</w:style>")[0]
    assert f'w:eastAsia="{font}"' in of_style
    assert f'<w:sz w:val="{size}"/>' in of_style


def test_page_numbers_stand_between_dashes_in_chinese_only() -> None:
    assert "— " in footer_xml(CHINESE, "right")
    assert "—" not in footer_xml(ENGLISH, "right")
    assert 'w:val="left"' in footer_xml(CHINESE, "left")
