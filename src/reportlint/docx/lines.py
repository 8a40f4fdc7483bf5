"""A paragraph that was read → its lines, each with its printed number, its controls and the sources
of its text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.span import Span
from reportlint.docx.inline import Inline, Piece
from reportlint.docx.numbering import Label
from reportlint.docx.styles import Heading, ListMembership
from reportlint.docx.values import Control, DocxLine
from reportlint.docx.xml import Node, small_number


class Properties(NamedTuple):
    """The properties that a paragraph itself sets, without those of its style."""

    style: str = ""
    heading: Heading | None = None  # None: that of the style
    list: ListMembership | None = None  # None: that of the style
    section: Node | None = None  # set on the last paragraph of a section
    # whether the next paragraph continues it: a dropped capital, or its end is deleted or hidden
    goes_on: bool = False


class CutLine(NamedTuple):
    """One line of a paragraph. `start` is its offset in the paragraph's text; an offset there plus
    `shift` is the offset in the line."""

    line: DocxLine
    pieces: tuple[Piece, ...]
    start: int
    shift: int


_NO_PROPERTIES = Properties()
_LONGEST_HEADING = 100  # code points
_OPEN_ENDS = tuple("。；;，,、")


def properties_of(paragraph: Node) -> Properties:
    """The properties of a paragraph."""
    node = paragraph.child("w:pPr")
    if node is None:
        return _NO_PROPERTIES
    outline = node.child("w:outlineLvl")
    frame = node.child("w:framePr")
    dropped_capital = frame is not None and frame.attributes.get("dropCap", "none") != "none"
    return Properties(
        node.value("w:pStyle"),
        _heading(small_number(outline.attributes.get("val", ""), 9)) if outline else None,
        _membership(node),
        node.child("w:sectPr"),
        dropped_capital or _end_is_gone(node.child("w:rPr")),
    )


def _heading(outline: int) -> Heading:
    """The heading of an outline level: levels 0 to 8 are headings, level 9 is body text."""
    return Heading(outline + 1 if 0 <= outline < 9 else 0)


def _membership(node: Node) -> ListMembership | None:
    numbering = node.child("w:numPr")
    if numbering is None or not numbering.value("w:numId"):
        return None
    return ListMembership(numbering.value("w:numId"), numbering.value("w:ilvl"))


def _end_is_gone(mark: Node | None) -> bool:
    """Whether the mark that ends a paragraph is hidden, or was deleted or moved away in a tracked
    change."""
    if mark is None:
        return False
    removed = mark.child("w:del") or mark.child("w:moveFrom")
    return removed is not None or bool(mark.flag("w:vanish")) or bool(mark.flag("w:specVanish"))


def lines_of(inline: Inline, line: DocxLine, label: Label) -> list[CutLine]:
    """The lines of a paragraph: one, and one more for each manual line break in it.

    A break in a heading only wraps it, so a heading stays one line. `line` holds the fields that
    all lines have in common.
    """
    text = inline.text
    if line.level or line.title:
        if _is_prose(text):
            line = line._replace(level=0, title=False)
        else:
            text = text.replace("\n", " ")
    cuts: list[CutLine] = []
    for bounds in _segments(text):
        shift = (0 if cuts else len(label.text)) - bounds.start
        printed = "" if cuts else label.text
        content = bounds.cut(text)
        cut = line._replace(
            text=printed + content if content else printed.rstrip(),
            label=len(printed),
            bullet=label.bullet and not cuts,
            depth=0 if cuts else label.depth,
            controls=tuple(_controls(inline.controls, bounds, shift)),
            formulas=tuple(_shifted(span, shift) for span in _clipped(inline.formulas, bounds)),
        )
        cuts.append(CutLine(cut, tuple(_pieces(inline.pieces, bounds, shift)), bounds.start, shift))
    return cuts


def _is_prose(text: str) -> bool:
    """Whether a text is too long for a heading or ends like a sentence. Some authors give whole
    paragraphs a heading style by mistake."""
    return len(text) > _LONGEST_HEADING or text.rstrip()[-1:] in _OPEN_ENDS


def place(cuts: Sequence[CutLine], offset: int) -> tuple[int, int]:
    """The line and column of an offset in a paragraph's text, both from 0."""
    index = 0
    while index + 1 < len(cuts) and cuts[index + 1].start <= offset:
        index += 1
    cut = cuts[index]
    return index, min(max(offset + cut.shift, 0), len(cut.line.text))


def _segments(text: str) -> list[Span]:
    """The spans between line breaks. Breaks at the start and end of the text are ignored."""
    if "\n" not in text:
        return [Span(0, len(text))]
    end = len(text.rstrip("\n"))
    start = len(text) - len(text.lstrip("\n"))
    if start >= end:
        return [Span(0, 0)]
    spans = []
    for content in text[start:end].split("\n"):
        spans.append(Span(start, start + len(content)))
        start += len(content) + 1
    return spans


def _shifted(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _clipped(spans: Iterable[Span], bounds: Span) -> list[Span]:
    """The parts of the spans within `bounds`; an empty span is kept if it is within them."""
    clipped = []
    for span in spans:
        part = span.overlap(bounds)
        if part.start < part.end or (part.start == part.end and span.start == span.end):
            clipped.append(part)
    return clipped


def _controls(controls: Iterable[Control], bounds: Span, shift: int) -> list[Control]:
    return [
        control._replace(span=_shifted(span, shift))
        for control in controls
        for span in _clipped([control.span], bounds)
    ]


def _pieces(pieces: Iterable[Piece], bounds: Span, shift: int) -> list[Piece]:
    """The pieces within a line, with offsets in that line. A line break is a piece of its own, so
    no piece is in two lines."""
    return [
        piece._replace(span=_shifted(piece.span, shift))
        for piece in pieces
        if bounds.start <= piece.span.start and piece.span.end <= bounds.end
    ]
