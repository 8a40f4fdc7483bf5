"""Labels that a report repeats: its headings are Punto 1, Punto 2, Punto 4, or its lines begin with
实验一：, 实验二：, 实验三：.

The packs list common labels; here any word is one if at least three headings of a level, or three
lines with a colon behind the number, begin with it and most of their numbers follow each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from reportlint.core.characters import COLONS
from reportlint.core.document import HEADING, Document, Line
from reportlint.ordinals.matcher import Matcher, Readings
from reportlint.ordinals.style import MarkerReading

_FEW = 3  # lines; fewer show no series
_LONGEST = 80  # code points of a label, its number and the colon
_LINES = 99  # the level of lines that are no headings

Labelled = tuple[int, MarkerReading]
"""A start offset, and the reading there."""


def repeated_labels(document: Document, matcher: Matcher, known: Readings) -> Readings:
    """The readings of labels that the report repeats, by their start offsets. Lines with a reading
    in `known` are left out."""
    series: dict[tuple[int, str, int], list[Labelled]] = {}
    for line, level in _places(document, known):
        for reading in matcher.any_label(document.text, line.start, line.span.end):
            if level != _LINES or document.text[reading.end - 1] in COLONS:
                key = reading.style, reading.series, level
                series.setdefault(key, []).append((line.start, reading))
    repeated: Readings = {}
    for labelled in series.values():
        if _counts([reading.value for _, reading in labelled]):
            for start, reading in labelled:
                repeated[start] = (*repeated.get(start, ()), reading)
    return repeated


def _places(document: Document, known: Mapping[int, object]) -> Iterator[tuple[Line, int]]:
    """The lines that may begin with a label, each with the level of its heading."""
    text, blocks, last = document.text, document.blocks, -1
    for line in document.lines:
        span, start, index, *_ = line
        is_first, last = index != last, index
        if start in known:
            continue
        block = blocks[index]
        if block.kind != HEADING:
            head = text[start : min(span.end, start + _LONGEST)]
            for colon in COLONS:
                if colon in head:
                    yield line, _LINES
                    break
        elif is_first:
            yield line, block.level


def _counts(values: Sequence[int]) -> bool:
    """Whether the numbers of a label count: they begin at one, and most follow the one before."""
    if len(values) < _FEW or values[0] != 1:
        return False
    pairs = [(a, b) for a, b in pairwise(values) if b != 1]
    following = sum(b == a + 1 for a, b in pairs)
    return following > 0 and following * 2 >= len(pairs)
