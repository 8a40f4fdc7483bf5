"""The pieces of a report that a rule may count in or measure: document, section, paragraph, item, row, sentence, heading, title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint.core import document as d
from reportlint.core.document import Block
from reportlint.core.reading import Reading
from reportlint.core.span import Span

DOCUMENT, SECTION, PARAGRAPH, ITEM = "document", "section", "paragraph", "item"
ROW, SENTENCE, HEADING, TITLE = "row", "sentence", "heading", "title"
UNITS = (DOCUMENT, SECTION, PARAGRAPH, ITEM, ROW, SENTENCE, HEADING, TITLE)

# A full stop of English ends a sentence before a space; one too many is no harm, since shorter sentences are never too long.
_STOP = lazy(r"[。！？!?]+[”’」』）)\]】》]*|\.[\"'”’)]*(?=\s|$)")
_RULED = lazy(
    r"^[\s|:+=\-–—]*$"
)  # the line between the head of a table and its rows, and what frames a grid


class Unit(NamedTuple):
    """One piece, and where a report of it as a whole points."""

    span: Span
    place: Span


def units(reading: Reading, name: str) -> Iterator[Unit]:
    """The pieces of a report that go by `name`, one of UNITS, in the order of the text."""
    document = reading.document
    if name == DOCUMENT:
        yield from _document(reading)
    elif name == SECTION:
        yield from (Unit(section.span, section.heading) for section in reading.sections)
    elif name == PARAGRAPH:
        yield from (Unit(block.content, block.content) for block in reading.body)
    elif name == SENTENCE:
        for block in reading.body:
            yield from (Unit(span, span) for span in sentences(document.text, block.content))
    elif name == ITEM:
        yield from _items(document.blocks)
    elif name == ROW:
        for block in document.blocks:
            if block.kind == d.TABLE:
                yield from _rows(reading, block)
    else:
        for block in document.blocks:
            if (
                block.role == d.TITLE
                if name == TITLE
                else block.kind == d.HEADING and block.role != d.TITLE
            ):
                yield Unit(block.content, block.content)


def _document(reading: Reading) -> Iterator[Unit]:
    """The whole, reported on its title, else on its first block; a text without any is no document."""
    readable = [
        block for block in reading.document.blocks if block.kind in d.PROSE or block.kind == d.TABLE
    ]
    first = next(
        (block for block in readable if block.role == d.TITLE), readable[0] if readable else None
    )
    if first is not None:
        start, end = first.content
        breaks = [
            at
            for at in (reading.document.text.find(char, start, end) for char in "\r\n")
            if at >= 0
        ]
        yield Unit(Span(0, len(reading.document.text)), Span(start, min(breaks, default=end)))


def _items(blocks: Sequence[Block]) -> Iterator[Unit]:
    """The items of Markdown and reST lists that are in no other item, each with all that is in it."""
    start = -1
    for at, block in enumerate((*blocks, None)):
        opens = block is not None and block.kind == d.ITEM and block.depth <= 1
        if start >= 0 and (block is None or opens or block.depth == 0):
            yield Unit(
                Span(blocks[start].content.start, blocks[at - 1].content.end), blocks[start].content
            )
            start = -1
        if opens:
            start = at


def _rows(reading: Reading, block: Block) -> Iterator[Unit]:
    """The rows of a table below its head."""
    text, index = reading.document.text, reading.document.index
    first, last = index.line_of(block.content.start), index.line_of(block.content.end)
    lines = [index.line(number) for number in range(first, last + 1)]
    spans = [
        Span(max(line.start, block.content.start), min(line.end, block.content.end))
        for line in lines
    ]
    ruled = [bool(_RULED.match(span.cut(text))) for span in spans]
    head = next((at for at in range(1, len(spans)) if ruled[at] and not ruled[at - 1]), -1)
    for at, span in enumerate(spans):
        if at > head and not ruled[at]:
            yield Unit(span, span)


def sentences(text: str, span: Span) -> Iterator[Span]:
    """The sentences of a piece of prose, without the spaces around them; line breaks end none."""
    start = span.start
    for match in _STOP.finditer(text, *span):
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, span.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    if piece.strip():
        yield Span(start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip()))
