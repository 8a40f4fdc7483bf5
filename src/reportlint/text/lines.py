"""The lines of a text, and the marks before their content: indent, quote marks, bullets, emphasis.
Shared by all formats."""

from __future__ import annotations

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.characters import BULLETS, ZERO_WIDTH

# White space of Unicode, and the zero-width characters that Word and web pages leave before a
# paragraph.
BLANK = (
    " \t\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
SPACE = BLANK + ZERO_WIDTH
_SPACES = frozenset(SPACE)

WORD = lazy(r"[^\W_]")
_NOT_EMPTY = lazy(r"[^\r\n]+")
_QUOTES = lazy(rf"(?:>[{SPACE}]*)*")
_BULLET = lazy(rf"([{BULLETS}])(?:[{SPACE}]+|$)(?:\[[ xX]\][{SPACE}]+)?")
_EMPHASIS = lazy(r"(?:\*{1,3}|_{1,3})(?![*_\s])")


class SourceLine(NamedTuple):
    """One line that is not blank, as offsets into the whole text."""

    start: int  # of the line, including its indent
    first: int  # of its first character that is not white space
    last: int  # after its last character that is not white space
    end: int  # of the line, without its line break
    after_blank: bool  # whether a blank line, or no line, precedes it
    source: str  # the whole text

    @property
    def text(self) -> str:
        """The line from `first` to `last`."""
        return self.source[self.first : self.last]


def source_lines(text: str, start: int = 0) -> list[SourceLine]:
    """The lines from offset `start` on that are not blank, in order."""
    if "\r" in text:
        return _lines_with_returns(text, start)
    lines: list[SourceLine] = []
    end, after_blank = start - 1, True
    for line in (text[start:] if start else text).split("\n"):
        begin = end + 1
        end = begin + len(line)
        if not line:
            after_blank = True
        elif line[0] not in _SPACES and line[-1] not in _SPACES:
            lines.append(SourceLine(begin, begin, end, end, after_blank, text))
            after_blank = False
        else:
            stripped = source_line(text, begin, end, after_blank)
            if stripped:
                lines.append(stripped)
            after_blank = stripped is None
    return lines


def _lines_with_returns(text: str, start: int) -> list[SourceLine]:
    """As `source_lines`, for a text in which lines may end in a carriage return."""
    lines: list[SourceLine] = []
    before = -1  # the end of the previous line, -1 if there is none
    for match in _NOT_EMPTY.finditer(text, start):
        begin, end = match.span()
        gap = begin - before
        after_blank = before < 0 or gap > 2 or (gap == 2 and text[before:begin] != "\r\n")
        line = source_line(text, begin, end, after_blank)
        if line:
            lines.append(line)
            before = end
    return lines


def source_line(text: str, start: int, end: int, after_blank: bool = False) -> SourceLine | None:
    """The line `text[start:end]`; None if it is blank."""
    first, last = start, end
    if start == end or text[start] in _SPACES or text[end - 1] in _SPACES:
        stripped = text[start:end].lstrip(SPACE)
        if not stripped:
            return None
        first = end - len(stripped)
        last = first + len(stripped.rstrip(SPACE))
    return SourceLine(start, first, last, end, after_blank, text)


def width(text: str) -> int:
    """The approximate number of columns of `text`, with two for a Han character: the mean of its
    lengths in UTF-8 and in code points."""
    return len(text) if text.isascii() else (len(text) + len(text.encode("utf-8", "replace"))) // 2


def columns(indent: str) -> int:
    """The number of columns of an indent: a tab goes to the next multiple of 4, U+3000 takes 2,
    zero-width characters take none."""
    if not indent.strip(" "):
        return len(indent)
    column = 0
    for char in indent:
        if char == "\t":
            column += 4 - column % 4
        elif char not in ZERO_WIDTH:
            column += 2 if char == "\u3000" else 1
    return column


def skip_quotes(text: str, first: int, end: int) -> int:
    """The offset after the quote marks `>` at `first` and the spaces that follow them."""
    match = _QUOTES.match(text, first, end) if text.startswith(">", first) else None
    return match.end() if match else first


def bullet_at(text: str, first: int, end: int) -> tuple[str, int]:
    """The bullet at `first` as in Line.bullet ("" if there is none), and the offset after it and a
    task box."""
    match = _BULLET.match(text, first, end)
    if match is None:
        return "", first
    return match[1] if match[1] in "-+*" else "-", match.end()


def skip_emphasis(text: str, first: int, end: int) -> int:
    """The offset after the emphasis marks that open at `first`."""
    if first < end and text[first] in "*_":
        match = _EMPHASIS.match(text, first, end)
        return match.end() if match else first
    return first


def inside_emphasis(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds inside emphasis that wraps the whole of `text[start:end]`; `start` and `end` if
    none does."""
    if start >= end or text[start] not in "*_":
        return start, end
    inner = skip_emphasis(text, start, end)
    mark = text[start:inner]
    if (
        mark
        and end - inner > len(mark)
        and text.endswith(mark, inner, end)
        and mark not in text[inner : end - len(mark)]
    ):
        return inner, end - len(mark)
    return start, end


def without_closing_hashes(text: str, start: int, end: int) -> int:
    """The end of a heading's content in `text[start:end]`: before the `#`s that close it."""
    content = text[start:end].rstrip("#")
    if start + len(content) < end and (not content or content[-1] in " \t"):
        return start + len(content.rstrip(" \t"))
    return end
