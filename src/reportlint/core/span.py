"""Positions in a text.

Offsets count Unicode code points in the text as read, without a byte-order mark. Lines and columns
count from 1; `LineIndex` computes them only at the edge, for input and output. A line ends at
`\\n`, `\\r\\n` or a lone `\\r`, and nowhere else: `str.splitlines` would also split at U+2028, form
feeds and others, unlike every editor.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple

_BREAK = lazy(r"\r\n|\r|\n")
# up to this many code points, a text is split to count its lines: this copies it, but takes two
# thirds of the time
_SHORT = 100_000


class Span(NamedTuple):
    """A half-open range of a text: code points `start` up to, but not including, `end`."""

    start: int
    end: int

    def cut(self, text: str) -> str:
        """The part of `text` in this span."""
        return text[self.start : self.end]

    def trimmed(self, text: str) -> Span:
        """This span without the white space of `text` at its ends; empty, at its end, if there is
        nothing else."""
        part = self.cut(text)
        first = self.start + len(part) - len(part.lstrip())
        return Span(first, max(first, self.start + len(part.rstrip())))

    def overlap(self, other: Span) -> Span:
        """What both spans contain; its end is not after its start if that is nothing."""
        return Span(max(self.start, other.start), min(self.end, other.end))

    def touches(self, other: Span) -> bool:
        """Whether the two spans share a code point or begin at the same offset; an empty span
        touches the span that contains it."""
        return (self.start < other.end and other.start < self.end) or self.start == other.start


def line_start(text: str, offset: int) -> int:
    """The offset at which the line with the code point at `offset` begins. Only `\\n` counts as its
    end, for speed."""
    return text.rfind("\n", 0, offset) + 1


def line_end(text: str, offset: int) -> int:
    """The offset at which the line with the code point at `offset` ends, before its `\\n`."""
    end = text.find("\n", offset)
    return end if end >= 0 else len(text)


class Spans:
    """A set of spans, in any order and overlapping or not, with lookups in logarithmic time."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))  # the furthest end so far

    def has(self, offset: int) -> bool:
        """Whether one of the spans contains the code point at `offset`."""
        before = bisect_right(self._starts, offset)
        return before > 0 and offset < self._reach[before - 1]

    def touch(self, span: Span) -> bool:
        """Whether one of the spans touches `span`, as defined by `Span.touches`."""
        first = bisect_left(self._starts, span.start)
        if first < len(self._starts) and self._starts[first] == span.start:
            return True
        before = bisect_left(self._starts, span.end)
        return before > 0 and span.start < self._reach[before - 1]


class Position(NamedTuple):
    """A position for people: line and column from 1, the column in code points."""

    line: int
    column: int


class LineIndex:
    """Converter of offsets in one text to lines and columns and back. The lines are computed on
    first use, because few reports need them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.length = len(text)

    @cached_property
    def _starts(self) -> list[int]:
        text, starts = self._text, [0]
        if "\r" in text:
            starts += [match.end() for match in _BREAK.finditer(text)]
            return starts
        if len(text) < _SHORT:
            starts += accumulate([len(line) + 1 for line in text.split("\n")])
            starts.pop()
            return starts
        at = text.find("\n") + 1
        while at:
            starts.append(at)
            at = text.find("\n", at) + 1
        return starts

    def __len__(self) -> int:
        """The number of lines; a text that ends with a line break has an empty last line."""
        return len(self._starts)

    def position(self, offset: int) -> Position:
        """The line and column of `offset`, which may be the end of the text."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def line_of(self, offset: int) -> int:
        """The line of `offset`, from 1."""
        return bisect_right(self._starts, offset)

    def line(self, number: int) -> Span:
        """The span of line `number` (from 1) without its line break."""
        start = self._starts[number - 1]
        if number == len(self._starts):
            return Span(start, self.length)
        end = self._starts[number] - 1
        return Span(start, end - (end > start and self._text[end - 1 : end + 1] == "\r\n"))

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column, both from 1, limited to the end of the text."""
        if line > len(self._starts):
            return self.length
        return min(self._starts[line - 1] + column - 1, self.length)
