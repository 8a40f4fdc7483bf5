"""The lines of a text and what stands before their content: shared by all formats.

Everything here looks at a line once and leaves the walking to `re` and `str`, so that a text of 50 MB stays linear.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import TYPE_CHECKING
from reportlint.core.document import PARAGRAPH, Block, Line, Zone
from reportlint.core.span import Span

if TYPE_CHECKING:
    from reportlint.text.packed import Packed

# White space of Unicode, and the zero-width characters that Word and web pages leave before a paragraph.
BLANK = " \t\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
ZERO = "\u200b\u200c\u200d\u2060\ufeff\xad"
SPACE = BLANK + ZERO
_CLASS = f"[{SPACE}]"

LARGE = 1_500_000  # code points of a text whose blocks and lines are kept packed

WORD = lazy(r"[^\W_]")
_ROW = lazy(r"[^\r\n]+")
_QUOTES = lazy(rf"(?:>{_CLASS}*)*")
_BULLET = lazy(rf"([-+*•●■◆▪])(?:{_CLASS}+|$)(?:\[[ xX]\]{_CLASS}+)?")
_EMPHASIS = lazy(r"(?:\*{1,3}|_{1,3})(?![*_\s])")


class Row(NamedTuple):
    """One line that is not blank. It holds no text of its own, so that a long text is there but once."""

    start: int  # of the line
    first: int  # its first character that is no white space
    last: int  # behind its last character that is no white space
    end: int  # of the line, its break not among it
    blank: bool  # whether a blank line, or nothing, is before it
    source: str  # the whole text

    @property
    def text(self) -> str:
        """The line from `first` to `last`."""
        return self.source[self.first : self.last]


def rows(text: str, start: int = 0) -> list[Row]:
    """All lines from offset `start` that are not blank, in order."""
    found: list[Row] = []
    behind = -1  # the end of the last row, -1 where a blank line counts as seen
    for begin, end in _spans(text, start):
        first, last = begin, end
        if text[first] in SPACE or text[last - 1] in SPACE:
            bare = text[begin:end].lstrip(SPACE)
            if not bare:
                continue
            first = end - len(bare)
            last = first + len(bare.rstrip(SPACE))
        gap = begin - behind
        blank = behind < 0 or gap > 2 or (gap == 2 and text[behind:begin] != "\r\n")
        found.append(Row(begin, first, last, end, blank, text))
        behind = end
    return found


def _spans(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Where the lines that are not empty begin and end."""
    if "\r" in text:
        yield from (match.span() for match in _ROW.finditer(text, start))
        return
    begin, end = start, text.find("\n", start)
    while end >= 0:
        if end > begin:
            yield begin, end
        begin = end + 1
        end = text.find("\n", begin)
    if begin < len(text):
        yield begin, len(text)


def has_han(text: str) -> bool:
    """Whether `text` holds a Han character. No regex: compiling a range of 28,000 characters takes longer than all the rest."""
    if text.isascii() or max(text) < "㐀":
        return False
    return any(
        "㐀" <= char <= "䶿" or "一" <= char <= "鿿" or "豈" <= char <= "﫿" or char >= "\U00020000"
        for char in text
    )


def width(text: str) -> int:
    """About how many columns `text` takes, a Han character two. Halves of UTF-8 length and length give that without a loop."""
    return len(text) if text.isascii() else (len(text) + len(text.encode("utf-8", "replace"))) // 2


def columns(blank: str) -> int:
    """How many columns a line's indent takes: a tab goes to the next multiple of 4, U+3000 takes 2, zero width none."""
    if not blank.strip(" "):
        return len(blank)
    column = 0
    for char in blank:
        column += (
            4 - column % 4 if char == "\t" else 2 if char == "\u3000" else 0 if char in ZERO else 1
        )
    return column


def behind_quotes(text: str, first: int, end: int) -> int:
    """The offset behind the quote marks `>` that begin at `first`, and the space after them."""
    match = _QUOTES.match(text, first, end) if text.startswith(">", first) else None
    return match.end() if match else first


def bullet_at(text: str, first: int, end: int) -> tuple[str, int]:
    """The bullet at `first` ("" for none) and the offset behind it and a task box."""
    match = _BULLET.match(text, first, end)
    if match is None:
        return "", first
    return match[1] if match[1] in "-+*" else "-", match.end()


def behind_emphasis(text: str, first: int, end: int) -> int:
    """The offset behind the emphasis marks that open at `first`."""
    if first < end and text[first] in "*_":
        match = _EMPHASIS.match(text, first, end)
        return match.end() if match else first
    return first


def before_hashes(text: str, start: int, end: int) -> int:
    """The end of a heading's content in `text[start:end]`: before the `#`s that close it."""
    bare = text[start:end].rstrip("#")
    if start + len(bare) < end and (not bare or bare[-1] in " \t"):
        return start + len(bare.rstrip(" \t"))
    return end


def unwrapped(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds inside emphasis that wraps the whole of `text[start:end]`; the same bounds where none does."""
    inner = behind_emphasis(text, start, end)
    mark = text[start:inner]
    if (
        mark
        and end - inner > len(mark)
        and text.endswith(mark, inner, end)
        and mark not in text[inner : end - len(mark)]
    ):
        return inner, end - len(mark)
    return start, end


class Draft:
    """The parts of a document as a parser puts them together, block by block in the order of the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.blocks: list[Block] | Packed[Block] = []
        self.lines: list[Line] | Packed[Line] = []
        if len(text) > LARGE:
            from reportlint.text.packed import packed_blocks, packed_lines

            self.blocks, self.lines = packed_blocks(), packed_lines()
        self.zones: list[Zone] = []

    def add(self, block: Block) -> int:
        """Append a block; returns its index."""
        self.blocks.append(block)
        return len(self.blocks) - 1

    def paragraph(self, row: Row) -> None:
        """Append a line without any marks as a paragraph. What its spans share is one value."""
        span = Span(row.first, row.end)
        content = span if row.last == row.end else Span(row.first, row.last)
        whole, indent = span, 0
        if row.start != row.first:
            whole, indent = Span(row.start, row.end), columns(self.text[row.start : row.first])
        self.lines.append(Line(whole, row.first, len(self.blocks), indent))
        self.blocks.append(Block(PARAGRAPH, span, content))

    def prose(
        self, block: Block, parts: list[Row], start: int, bullet: str = "", before: int = -1
    ) -> int:
        """Append a prose block and a line for each row; returns its index.

        `start` is where the content of the first row begins; `before` where its indent ends, if not at the block's start.
        """
        index = self.add(block)
        text = self.text
        head = parts[0]
        indent = columns(text[head.start : block.span.start if before < 0 else before])
        self.lines.append(Line(Span(head.start, head.end), start, index, indent, bullet))
        for row in parts[1:]:
            at = behind_quotes(text, row.first, row.last)
            inner = behind_emphasis(text, at, row.last)
            self.lines.append(
                Line(Span(row.start, row.end), inner, index, columns(text[row.start : at]))
            )
        return index
