"""Positions in a text as the protocol counts them: lines from 0, columns in negotiated units.

Only `\\n`, `\\r\\n` and `\\r` end a line; Python's `splitlines` knows more line ends.
"""

from __future__ import annotations

from bisect import bisect_right

from reportlint._startup.lazy_pattern import lazy

UTF_8, UTF_16, UTF_32 = "utf-8", "utf-16", "utf-32"
_LINE_END = lazy("\r\n|\n|\r")


class Positions:
    """The lines of one text, to convert between offsets and positions."""

    def __init__(self, text: str, encoding: str = UTF_16) -> None:
        """`encoding` determines the units of columns: UTF_8, UTF_16 or UTF_32."""
        self.text = text
        self._encoding = encoding
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def of(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 0, of an offset in code points."""
        line = bisect_right(self._starts, offset) - 1
        return line, self._units(self.text[self._starts[line] : offset])

    def lines(self) -> list[str]:
        """The lines, without their ends."""
        ends = [*self._starts[1:], len(self.text)]
        return [
            self.text[start:end].rstrip("\r\n")
            for start, end in zip(self._starts, ends, strict=True)
        ]

    def column(self, line: int, column: int) -> int:
        """Convert a column in code points, from 0, to the negotiated units."""
        if line >= len(self._starts):
            return column
        start = self._starts[line]
        return self._units(self.text[start : start + column])

    def offset(self, line: int, column: int) -> int:
        """The offset of a position; past the end of a line that end, past the text the end of the
        text."""
        if line >= len(self._starts):
            return len(self.text)
        start = self._starts[line]
        end = self._starts[line + 1] if line + 1 < len(self._starts) else len(self.text)
        content = self.text[start:end].rstrip("\r\n")
        if self._encoding == UTF_32 or content.isascii():
            return start + min(column, len(content))
        for at, char in enumerate(content):
            if column <= 0:
                return start + at
            column -= self._units(char)
        return start + len(content)

    def _units(self, text: str) -> int:
        """The number of units in a piece of a line."""
        if self._encoding == UTF_32 or text.isascii():
            return len(text)
        if self._encoding == UTF_8:
            return len(text.encode("utf-8", "surrogatepass"))
        return len(text.encode("utf-16-le", "surrogatepass")) // 2
