"""The pieces of a report that a rule may count in or measure: document, section, paragraph, item,
row, sentence, heading, title.

A `section` ends at the next heading, so that nothing is counted twice; a `section-with-subsections`
includes its sub-sections.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint.core import document as d
from reportlint.core.characters import FULL_STOPS
from reportlint.core.document import Block
from reportlint.core.reading import Reading, Section
from reportlint.core.span import Span

DOCUMENT, SECTION, PARAGRAPH, ITEM = "document", "section", "paragraph", "item"
WHOLE_SECTION = "section-with-subsections"
ROW, SENTENCE, HEADING, TITLE = "row", "sentence", "heading", "title"
UNITS = (DOCUMENT, SECTION, WHOLE_SECTION, PARAGRAPH, ITEM, ROW, SENTENCE, HEADING, TITLE)

# A full stop of English ends a sentence only before a space. Splitting too often does no harm,
# since shorter sentences are never too long.
_STOP = lazy(rf"[{FULL_STOPS}]+[”’」』）)\]】》]*|\.[\"'”’)]*(?=\s|$)")
# The line between the header and the rows of a table, and the frame lines of a grid.
_RULED = lazy(r"^[\s|:+=\-–—]*$")


class Unit(NamedTuple):
    """One piece, and the place where a fault of the whole piece is reported."""

    span: Span
    place: Span


def units(reading: Reading, name: str) -> Iterator[Unit]:
    """The pieces of a report that `name`, one of UNITS, denotes, in the order of the text."""
    return _FINDERS[name](reading)


def _document(reading: Reading) -> Iterator[Unit]:
    """The whole document, reported at its title or else its first block; nothing if there are no
    blocks to read."""
    readable = [
        block
        for block in reading.document.blocks
        if (block.kind in d.PROSE or block.kind == d.TABLE)
        and block.content.start < block.content.end
    ]  # an empty bullet has no text to report
    titles = [block for block in readable if block.role == d.TITLE]
    for block in (titles or readable)[:1]:
        start, end = block.content
        line = reading.document.index.line(reading.document.index.line_of(start))
        yield Unit(Span(0, len(reading.document.text)), Span(start, min(line.end, end)))


def _sections(reading: Reading) -> Iterator[Unit]:
    """Each section up to its first sub-section. A section that consists of sub-sections only is
    skipped, since it has no text of its own."""
    sections, text = reading.sections, reading.document.text
    for at, section in enumerate(sections):
        end = section.span.end
        if at + 1 < len(sections) and sections[at + 1].parent == at:
            end = min(end, sections[at + 1].span.start)
            if not text[section.heading.end : end].strip():
                continue
        yield Unit(Span(section.span.start, end), _heading_of(reading, section))


def _whole_sections(reading: Reading) -> Iterator[Unit]:
    return (Unit(section.span, _heading_of(reading, section)) for section in reading.sections)


def _heading_of(reading: Reading, section: Section) -> Span:
    """The content of a section's heading, or the whole block if the heading is empty."""
    empty = section.heading.start == section.heading.end
    return reading.document.blocks[section.block].span if empty else section.heading


def _paragraphs(reading: Reading) -> Iterator[Unit]:
    return (Unit(block.content, block.content) for block in reading.body)


def _sentences(reading: Reading) -> Iterator[Unit]:
    for block in reading.body:
        yield from (Unit(span, span) for span in sentences(reading.document.text, block.content))


def _items(reading: Reading) -> Iterator[Unit]:
    """The top-level items of Markdown and reST lists, each with all that is nested in it."""
    blocks: Sequence[Block | None] = (*reading.document.blocks, None)
    first: Block | None = None  # the block of the open item
    end = 0
    for block in blocks:
        opens = block is not None and block.kind == d.ITEM and block.depth <= 1
        if first is not None and (block is None or opens or block.depth == 0):
            yield Unit(Span(first.content.start, end), first.content)
            first = None
        if opens:
            first = block
        if block is not None:
            end = block.content.end


def _rows(reading: Reading) -> Iterator[Unit]:
    for block in reading.document.blocks:
        if block.kind == d.TABLE:
            yield from _rows_of(reading, block)


def _rows_of(reading: Reading, block: Block) -> Iterator[Unit]:
    """The rows of a table below its header."""
    lines = table_lines(reading, block)
    head = head_of_table(lines)
    for at, (span, ruled) in enumerate(lines):
        if at > head and not ruled:
            yield Unit(span, span)


def table_lines(reading: Reading, block: Block) -> list[tuple[Span, bool]]:
    """The lines of a table, each with whether it is only a frame line: |---|---|."""
    text, index = reading.document.text, reading.document.index
    first, last = index.line_of(block.content.start), index.line_of(block.content.end)
    lines = [index.line(number) for number in range(first, last + 1)]
    spans = [line.overlap(block.content) for line in lines]
    return [(span, bool(_RULED.match(span.cut(text)))) for span in spans]


def head_of_table(lines: Sequence[tuple[Span, bool]]) -> int:
    """The index of the line below the header of a table; -1 if it has no header."""
    ruled = [is_ruled for _, is_ruled in lines]
    return next((at for at in range(1, len(ruled)) if ruled[at] and not ruled[at - 1]), -1)


def _headings(reading: Reading) -> Iterator[Unit]:
    for block in reading.document.blocks:
        if block.kind == d.HEADING and block.role != d.TITLE:
            yield Unit(block.content, block.content)


def _titles(reading: Reading) -> Iterator[Unit]:
    for block in reading.document.blocks:
        if block.role == d.TITLE:
            yield Unit(block.content, block.content)


_FINDERS: Mapping[str, Callable[[Reading], Iterator[Unit]]] = {
    DOCUMENT: _document,
    SECTION: _sections,
    WHOLE_SECTION: _whole_sections,
    PARAGRAPH: _paragraphs,
    SENTENCE: _sentences,
    ITEM: _items,
    ROW: _rows,
    HEADING: _headings,
    TITLE: _titles,
}


def sentences(text: str, span: Span) -> Iterator[Span]:
    """The sentences of a piece of prose, without surrounding spaces; line breaks do not end a
    sentence."""
    ends = [match.end() for match in _STOP.finditer(text, *span)]
    for start, end in pairwise([span.start, *ends, span.end]):
        sentence = Span(start, end).trimmed(text)
        if sentence.start < sentence.end:
            yield sentence
