"""The offsets of comment marks in the bytes of the main part."""

from __future__ import annotations

import pytest

from reportlint.docx.fields import Fields
from reportlint.docx.inline import Inline
from reportlint.docx.marks import Boundary, Marks
from reportlint.docx.styles import Styles
from reportlint.docx.xml import parse
from support.docx_parts import NAMESPACES, p, r

BOLD = "<w:b/>"


def marked(paragraph: str, start: int, end: int, exact: bool = True) -> str:
    """The paragraph with one comment on its code points from `start` to `end`; ⟦ and ⟧ stand for
    the marks."""
    utf8 = f"<w:body {NAMESPACES}>{paragraph}</w:body>".encode()
    node = parse(utf8, "part", places=True).children[0].children[0]
    inline = Inline(Styles(None), Fields())
    inline.read(node, "")
    marks = Marks(utf8, exact)
    marks.add("1", boundary(inline, start, first=True), boundary(inline, end, first=False))
    text = marks.edited().decode()
    for mark, sign in (
        ('<w:commentRangeStart w:id="1"/>', "⟦"),
        ('<w:commentRangeEnd w:id="1"/>', "⟧"),
        ('<w:r><w:commentReference w:id="1"/></w:r>', ""),
    ):
        assert text.count(mark) == 1
        text = text.replace(mark, sign)
    return text[text.index("<w:p>") : text.rindex("</w:body>")]


def boundary(inline: Inline, offset: int, first: bool) -> Boundary:
    for piece in inline.pieces:
        inside = piece.span.start <= offset < piece.span.end
        if inside if first else piece.span.start < offset <= piece.span.end:
            return Boundary(piece.run, piece, offset - piece.span.start)
    raise AssertionError("no text there")


WHOLE = [  # no run is cut
    (p("甲乙"), 0, 2, "<w:p>⟦" + r("甲乙") + "⟧</w:p>"),
    (p(r("甲") + r("乙")), 0, 1, "<w:p>⟦" + r("甲") + "⟧" + r("乙") + "</w:p>"),
    (p(r("甲") + r("乙")), 0, 2, "<w:p>⟦" + r("甲") + r("乙") + "⟧</w:p>"),
    # the text is not written as it reads: a reference for a character, another element within
    (
        p("<w:r><w:t>甲<!-- -->乙丙</w:t></w:r>"),
        0,
        2,
        "<w:p>⟦<w:r><w:t>甲<!-- -->乙丙</w:t></w:r>⟧</w:p>",
    ),
]
CUT = [
    (p("甲乙丙"), 1, 2, "<w:p>" + r("甲") + "⟦" + r("乙") + "⟧" + r("丙") + "</w:p>"),
    (p(r("甲乙", BOLD)), 1, 2, "<w:p>" + r("甲", BOLD) + "⟦" + r("乙", BOLD) + "⟧</w:p>"),
    (
        p(r("甲乙") + r("丙丁")),
        1,
        3,
        "<w:p>" + r("甲") + "⟦" + r("乙") + r("丙") + "⟧" + r("丁") + "</w:p>",
    ),
    (p("a&b"), 1, 2, "<w:p>" + r("a") + "⟦" + r("&") + "⟧" + r("b") + "</w:p>"),
]


@pytest.mark.parametrize(("paragraph", "start", "end", "expected"), WHOLE)
def test_whole_runs(paragraph: str, start: int, end: int, expected: str) -> None:
    assert marked(paragraph, start, end) == expected


@pytest.mark.parametrize(("paragraph", "start", "end", "expected"), CUT)
def test_runs_are_cut_in_two(paragraph: str, start: int, end: int, expected: str) -> None:
    assert marked(paragraph, start, end) == expected


@pytest.mark.parametrize(("paragraph", "start", "end", "expected"), CUT)
def test_without_exact_no_run_is_cut(paragraph: str, start: int, end: int, expected: str) -> None:
    marks = marked(paragraph, start, end, exact=False)
    assert marks.replace("⟦", "").replace("⟧", "") == paragraph


def test_the_blank_at_a_cut_is_told_to_be_kept() -> None:
    cut = marked(p("<w:r><w:t>甲 乙</w:t></w:r>"), 2, 3)
    assert '<w:t xml:space="preserve">甲 </w:t>' in cut
    assert '<w:t xml:space="preserve">' in cut.partition("⟦")[2]


def test_a_paragraph_without_runs_holds_both_marks() -> None:
    utf8 = f"<w:body {NAMESPACES}><w:p></w:p></w:body>".encode()
    node = parse(utf8, "part", places=True).children[0].children[0]
    marks = Marks(utf8, exact=True)
    marks.add("3", Boundary(node), Boundary(node))
    inner = marks.edited().decode().partition("<w:p>")[2].partition("</w:p>")[0]
    assert inner.startswith('<w:commentRangeStart w:id="3"/><w:commentRangeEnd w:id="3"/>')


def test_a_part_that_binds_another_prefix_declares_ours() -> None:
    utf8 = p("甲").replace("w:", "x:").encode()
    names = NAMESPACES.replace("xmlns:w=", "xmlns:x=")
    whole = f"<x:body {names}>".encode() + utf8 + b"</x:body>"
    run = parse(whole, "part", places=True).children[0].children[0].children[0]
    marks = Marks(whole, exact=True)
    marks.add("1", Boundary(run), Boundary(run))
    assert marks.edited().count(b"xmlns:w=") == 3
    assert parse(marks.edited(), "part").children[0].children[0].children[0].name == (
        "w:commentRangeStart"
    )
