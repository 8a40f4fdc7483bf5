"""A text as a reader sees it: without the marks of emphasis, strike-out, highlighters and links,
and without escapes.

None of them is ever part of an ordinal marker: `**1.** A`, `~~（一）~~`, `[二、](#b)` and `3\\. C`
begin as 1. A does. What is found in the text without them is led back to its place in the text as
it is.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.span import Span

# What a mark begins with; a text without any of these is plain already.
_SIGNS = lazy(r"[*_~=<\[\]\\]")
# A mark is closed or opened towards what is no space, and stands in no word: 2**10, a_b and x==1
# have none.
_MARK = lazy(
    r"(?<![0-9A-Za-z*])\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}(?![0-9A-Za-z*])"
    r"|(?<![0-9A-Za-z_])_{1,2}(?=[^\s_])|(?<=[^\s_])_{1,2}(?![0-9A-Za-z_])"
    r"|~~|(?<![=<>!])==(?![=\s])(?<![0-9A-Za-z]==)|(?<=[^\s=])==(?![=0-9A-Za-z])"
    r"|</?(?:b|strong|i|em|u|s|del|ins|mark|font|span|strike|a)"
    r"(?:[ \t][^<>\n=]{1,20}=[^<>\n]{0,200})?>"
    # any other with an attribute, which no blank has; not what parts blocks and cells
    r"|<(?!(?:td|th|tr|li|ul|ol|table|img|input|br|hr)\b)[A-Za-z]{1,12}"
    r"[ \t][A-Za-z-]{1,20}=[\"'][^<>\n]{0,200}>"
    r"|(?<!!)\[(?=[^\[\]\n]{1,200}(?:\n[^\[\]\n]{1,200})?\]\()|\]\([^()\n]{0,400}\)"
    r"|(?<![^\n])\[\d{1,3}\](?=[0-9（(一二三四五六七八九十])"  # the mark of a note
    r"|\\(?=[.．、)）(（*_~+-])"
)
_STRUCK = lazy(r"~~(?=[^\s~])[^\n]+?~~|<(?P<tag>del|s|strike)>[^\n]+?</(?P=tag)>")


class Undecorated(NamedTuple):
    """The text without its marks. `cuts` are the offsets in it where marks were cut out, ascending,
    `shifts` how many characters are missing before and at each."""

    text: str
    cuts: tuple[int, ...]
    shifts: tuple[int, ...]

    def original(self, offset: int) -> int:
        """Where the character at `offset` stands in the text as it is."""
        index = bisect_right(self.cuts, offset)
        return offset + self.shifts[index - 1] if index else offset

    def original_end(self, end: int) -> int:
        """Where, in the text as it is, something ends that ends at `end`: before the marks that
        follow."""
        return self.original(end - 1) + 1 if end else 0

    def offset(self, original: int) -> int:
        """Where the character that stands at `original` in the text as it is has come to; for one
        of a mark, what follows it."""
        low, high = 0, len(self.cuts)
        while low < high:
            middle = (low + high) // 2
            before = self.shifts[middle - 1] if middle else 0
            if self.cuts[middle] + before <= original:
                low = middle + 1
            else:
                high = middle
        if not low:
            return original
        return max(self.cuts[low - 1], original - self.shifts[low - 1])


def undecorated(text: str) -> Undecorated:
    """`text` without its marks."""
    parts: list[str] = []
    cuts: list[int] = []
    shifts: list[int] = []
    reach = shift = 0
    for start, end in _marks(text):
        parts.append(text[reach:start])
        if cuts and cuts[-1] == start - shift:
            shifts[-1] += end - start
        else:
            cuts.append(start - shift)
            shifts.append(shift + end - start)
        shift += end - start
        reach = end
    if not cuts:
        return Undecorated(text, (), ())
    return Undecorated("".join((*parts, text[reach:])), tuple(cuts), tuple(shifts))


def _marks(text: str) -> Iterator[tuple[int, int]]:
    reach = 0
    links = 0  # that are open
    for sign in _SIGNS.finditer(text):
        start = sign.start()
        mark = _MARK.match(text, start) if start >= reach else None
        if mark is None or (sign[0] == "]" and not links):
            continue
        links += (sign[0] == "[") - (sign[0] == "]")
        reach = mark.end()
        yield start, reach


def struck_out(text: str) -> list[Span]:
    """What is struck out: it may count as an item or not."""
    if "~~" not in text and "</" not in text:
        return []
    return [Span(*match.span()) for match in _STRUCK.finditer(text)]
