"""Positions of findings as other programs expect them: paths from a root, columns in their unit."""

from __future__ import annotations

import posixpath
from collections.abc import Callable

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.span import LineIndex, Position, Span
from reportlint.output.formats import RenderOptions

_DRIVE = lazy(r"[A-Za-z]:/")
_NO_BYTE = lazy("[\ud800-\udc7f\udd00-\udfff]")  # surrogates that encode no byte of a file name


def from_root(path: str, options: RenderOptions) -> str:
    """`path` with `/`, relative to `options.root`; a path outside of it is not made relative."""
    windows = bool(_DRIVE.match(options.folder))
    given = posixpath.normpath(path.replace("\\", "/") if windows else path)
    if not options.folder or not options.root:
        return given
    absolute = posixpath.normpath(posixpath.join(options.folder, given))
    if windows and _DRIVE.match(given):
        absolute = given
    root = options.root.rstrip("/") + "/"
    inside = absolute.lower().startswith(root.lower()) if windows else absolute.startswith(root)
    return absolute[len(root) :] if inside else given


def as_uri(path: str) -> str:
    """A path with `/` as a URI, or as a relative reference. Non-ASCII characters are
    percent-encoded, and so are bytes that are not UTF-8."""
    from urllib.parse import quote

    data = _NO_BYTE.sub("\ufffd", path).encode("utf-8", "surrogateescape")
    # A colon would turn the first part of a relative path into a scheme.
    quoted = quote(data, safe="/~!$&'()*+,;=@")
    if _DRIVE.match(path):
        return "file:///" + quoted
    return "file://" + quoted if path.startswith("/") else quoted


Unit = Callable[[str], int]  # the length of a text, in code points, UTF-16 units or bytes


def code_points(text: str) -> int:
    """The length as SARIF (by its `columnKind`), GitHub and our own JSON count it."""
    return len(text)


def utf8_bytes(text: str) -> int:
    """The length as reviewdog and vim count it."""
    return len(text.encode("utf-8", "surrogatepass"))


class Place(NamedTuple):
    """The start and end of a span. All numbers count from 1, the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Columns:
    """Lines and columns of one text in one unit.

    Units agree only on ASCII: a Han character is one code point and three bytes, an emoji is one
    and four. A report may be a single line of megabytes with thousands of findings. So the last
    position is remembered, and the next one is counted from it, forwards or backwards, not from the
    start of the line.
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
        """The line and the column, in this unit, of an offset in code points."""
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
        """The start and end of `span`, in this unit."""
        return Place(*self.position(span.start), *self.position(span.end))
