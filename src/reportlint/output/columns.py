"""Columns in the unit that a format counts in: code points, UTF-16 units or UTF-8 bytes.

They agree on ASCII only. One Han character is one code point, one UTF-16 unit and three bytes; an emoji or a rare Han character
is one, two and four. Whoever mixes them up marks the wrong characters on every Chinese line.
"""

from __future__ import annotations

from collections.abc import Callable

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.span import LineIndex, Position, Span

Unit = Callable[[str], int]  # the length of a text in that unit


def code_points(text: str) -> int:
    """The length as SARIF (by its `columnKind`), GitHub and our own JSON count it."""
    return len(text)


def utf16(text: str) -> int:
    """The length as Java, JavaScript and most editors count it; what the Language Server Protocol counts in unless told else."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf8(text: str) -> int:
    """The length as reviewdog and vim count it."""
    return len(text.encode("utf-8", "surrogatepass"))


class Place(NamedTuple):
    """Where a span is. All four count from 1, the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Columns:
    """Lines and columns of one text in one unit.

    A report may be a single line of megabytes with thousands of findings. So the last place is remembered and the next one is
    counted from there, forwards or backwards, and not from the start of the line.
    """

    __slots__ = ("_column", "_lines", "_offset", "_plain", "_text", "_unit")

    def __init__(self, text: str, lines: LineIndex, unit: Unit) -> None:
        self._text = text
        self._lines = lines
        self._unit = unit
        self._plain = unit is code_points or text.isascii()
        self._offset = 0
        self._column = 1

    def position(self, offset: int) -> Position:
        """The line, and the column in this unit, of an offset in code points."""
        line, column = self._lines.position(offset)
        if self._plain:
            return Position(line, column)
        start = offset - column + 1
        if self._lines.line_of(self._offset) != line or offset - start < abs(offset - self._offset):
            self._offset, self._column = start, 1
        if self._offset <= offset:
            self._column += self._unit(self._text[self._offset : offset])
        else:
            self._column -= self._unit(self._text[offset : self._offset])
        self._offset = offset
        return Position(line, self._column)

    def place(self, span: Span) -> Place:
        """Where `span` begins and ends."""
        return Place(*self.position(span.start), *self.position(span.end))
