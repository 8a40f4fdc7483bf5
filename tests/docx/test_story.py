"""The blocks of a body become lines: tables, text boxes, controls, tables of contents, deleted
text."""

from __future__ import annotations

import pytest

from reportlint.docx.numbering import Numbering
from reportlint.docx.story import Definitions, Output, Story
from reportlint.docx.styles import Styles
from reportlint.docx.values import BOX, Cell
from reportlint.docx.xml import parse
from support.docx_parts import HEADINGS, NAMESPACES, box, field, p, r, sdt, style, styles, tbl

GALLERY = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
GONE = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'


def read(body: str, sheet: str = HEADINGS) -> Output:
    shared = Styles(parse(sheet.encode(), "styles"))
    output = Output()
    story = Story(Definitions(shared, Numbering(None, shared)), output)
    story.read(parse(f"<w:body {NAMESPACES}>{body}</w:body>".encode(), "part"))
    return output


def texts(body: str, sheet: str = HEADINGS) -> list[str]:
    return [item.line.text for item in read(body, sheet).lines]


def row(*cells: str, more: str = "") -> str:
    inner = "".join(f"<w:tc><w:tcPr/>{cell}</w:tc>" for cell in cells)
    return f"<w:tbl><w:tr>{f'<w:trPr>{more}</w:trPr>' if more else ''}{inner}</w:tr></w:tbl>"


def cell(more: str) -> str:
    return f"<w:tbl><w:tr><w:tc><w:tcPr>{more}</w:tcPr>{p('甲')}</w:tc></w:tr></w:tbl>"


NO_LINES = [
    sdt(p("一、总体要求"), GALLERY),
    p(field("TOC", "一、总体要求")),
    p("一、总体要求", style="TOC1"),
    row(p("甲"), more='<w:del w:id="1" w:author="a"/>'),
    row(p("甲"), more="<w:hidden/>"),
    cell("<w:vMerge/>"),
    cell('<w:hMerge w:val="continue"/>'),
    '<w:commentRangeStart w:id="1"/>',
]
LINES = [
    (p("甲") + p("乙"), ["甲", "乙"]),
    (p("甲") + p(), ["甲", ""]),
    (sdt(p("甲") + p("乙")), ["甲", "乙"]),
    (tbl(["甲", "乙"], ["丙", "丁"]), ["甲", "乙", "丙", "丁"]),
    (cell('<w:vMerge w:val="restart"/>'), ["甲"]),
    (row(p("甲"), more='<w:hidden w:val="0"/>'), ["甲"]),
    (p("甲", more=GONE) + p("乙"), ["甲乙"]),
    (p("甲", more=GONE), ["甲"]),  # nothing follows that it could go on with
    (p(r("甲") + box(p("乙") + p("丙"))), ["甲", "乙", "丙"]),
    (sdt(p("甲"), GALLERY) + p("乙"), ["乙"]),
    (p("目 录") + p() + p("一、总体要求", style="TOC1") + p("乙"), ["乙"]),
    (p("目录") + p("乙"), ["目录", "乙"]),  # no entries: a word like any other
]
SHEET = styles(style("TOC1", "toc 1"), style("H1", "heading 1"), style("T", "Title"))


@pytest.mark.parametrize("body", NO_LINES)
def test_no_lines(body: str) -> None:
    assert texts(body, SHEET) == []


@pytest.mark.parametrize(("body", "expected"), LINES)
def test_lines(body: str, expected: list[str]) -> None:
    assert texts(body, SHEET) == expected


def test_cells_count_from_one_and_a_table_in_a_table_is_deeper() -> None:
    inner = tbl(["丙"])
    cells = [item.line.cell for item in read(tbl(["甲", "乙"], [inner, "丁"])).lines]
    assert cells == [Cell(1, 1, 1, 1), Cell(1, 1, 2, 1), Cell(2, 1, 1, 2), Cell(1, 2, 2, 1)]
    assert [item.line.cell for item in read(p("甲")).lines] == [None]


def test_headings_and_titles() -> None:
    lines = [item.line for item in read(p("总结", style="T") + p("甲", style="H1") + p("乙")).lines]
    assert [(line.title, line.level) for line in lines] == [(True, 0), (False, 1), (False, 0)]


def test_lines_of_a_box_say_so_and_hang_on_a_run_of_the_body() -> None:
    in_body, in_box = read(p(r("甲") + box(p("乙")))).lines
    assert in_body.anchor is None
    assert in_box.line.part == BOX
    assert in_box.anchor is not None


def test_what_a_table_of_contents_says_is_kept_apart() -> None:
    output = read(p("目录") + p("一、总体要求", style="TOC1") + p("乙"), SHEET)
    assert output.contents == ["目录", "一、总体要求"]
    assert [item.line.paragraph for item in output.lines] == [1]


def test_a_table_of_contents_that_never_ends_is_told() -> None:
    shared = Styles(None)
    story = Story(Definitions(shared, Numbering(None, shared)), Output())
    begun = field("TOC", "甲").rpartition("<w:r>")[0]
    story.read(parse(f"<w:body {NAMESPACES}>{p(begun)}{p('乙')}</w:body>".encode(), "part"))
    assert story.lost_in_contents


def test_a_mark_between_paragraphs_goes_with_the_next_one() -> None:
    output = read(
        p("甲") + '<w:commentRangeStart w:id="7"/>' + p(r("乙") + '<w:commentRangeEnd w:id="7"/>')
    )
    assert [(placed.mark.id, placed.line, placed.column) for placed in output.marks] == [
        ("7", 2, 0),
        ("7", 2, 1),
    ]
