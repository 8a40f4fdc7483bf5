"""Lists without numbers: bullets of one depth that follow each other, as runs, so that they can be counted like those with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.core.document import ITEM, Block, Document
from reportlint.core.numbering import Marker, Run
from reportlint.core.span import Span

BULLETS = frozenset("-*+•·")


def bulleted(document: Document) -> Iterator[Run]:
    """The lists of bullets at the top of a document, in order; a list inside an item counts for nothing."""
    markers: list[Marker] = []
    for number, block in enumerate(document.blocks):
        if markers and block.depth < document.blocks[markers[0].block].depth:
            yield _run(markers)
            markers = []
        bullet = _bullet(document.text, block)
        if not bullet or markers and block.depth > document.blocks[markers[0].block].depth:
            continue
        if markers and bullet != markers[-1].style:  # another bullet is another list
            yield _run(markers)
            markers = []
        at = Span(block.span.start, block.span.start + 1)
        markers.append(Marker(bullet, len(markers) + 1, at, "line", number, at))
    if markers:
        yield _run(markers)


def _bullet(text: str, block: Block) -> str:
    """The bullet that an item begins with, "" for any other block."""
    first = text[block.span.start : block.span.start + 1]
    return first if block.kind == ITEM and first in BULLETS else ""


def _run(markers: Sequence[Marker]) -> Run:
    return Run(markers[0].style, tuple(markers), -1, ())
