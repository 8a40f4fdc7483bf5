"""The lines of a document as one text, and the headings around a line."""

from __future__ import annotations

import pytest

from reportlint.docx.values import BODY, PARTS, DocxLine, DocxText

# level, text; 0 is no heading
LINES = [
    (0, "甲局"),
    (1, "工作情况"),
    (0, "做了三件事。"),
    (3, " 走访 "),
    (2, "培训"),
    (0, "两期。"),
    (2, "  "),
    (1, "下步打算"),
    (0, "再走一遍。"),
]
DOCUMENT = DocxText(
    tuple(DocxLine(text, number, level=level) for number, (level, text) in enumerate(LINES, 1))
)
AROUND = [
    pytest.param(0, (), id="before the first line"),
    pytest.param(1, (), id="no heading yet"),
    pytest.param(2, ("工作情况",), id="a heading is around itself"),
    pytest.param(3, ("工作情况",), id="below it"),
    pytest.param(4, ("工作情况", "走访"), id="a level left out, blanks around it"),
    pytest.param(5, ("工作情况", "培训"), id="a higher one ends a lower one"),
    pytest.param(6, ("工作情况", "培训"), id="below both"),
    pytest.param(7, ("工作情况", "培训"), id="an empty heading ends nothing"),
    pytest.param(9, ("下步打算",), id="the next of the first level"),
    pytest.param(99, ("下步打算",), id="behind the last line"),
]


def test_a_document_without_lines_is_no_text() -> None:
    assert (DocxText(()).text, DocxText(()).headings(1)) == ("", ())


def test_each_line_of_the_text_ends_in_a_line_feed() -> None:
    assert DocxText((DocxLine("", 1), DocxLine("甲", 2))).text == "\n甲\n"
    assert DOCUMENT.text.count("\n") == len(LINES)


@pytest.mark.parametrize(("line", "headings"), AROUND)
def test_the_headings_around_a_line(line: int, headings: tuple[str, ...]) -> None:
    assert DOCUMENT.headings(line) == headings


def test_a_plain_paragraph_of_the_body_is_what_a_line_is_unless_said() -> None:
    line = DocxLine("甲", 1)
    assert (line.part, line.level, line.label, line.cell) == (BODY, 0, 0, None)
    assert PARTS[0] == BODY
    assert len(set(PARTS)) == len(PARTS) == 6
