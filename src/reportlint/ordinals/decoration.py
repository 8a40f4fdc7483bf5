"""A text without its markup: the marks of emphasis, strike-out, highlighters and links, and
escapes.

These are never part of an ordinal marker: `**1.** A`, `~~（一）~~`, `[二、](#b)` and `3\\. C` begin
as 1. A does. Offsets in the text without marks can be converted to offsets in the original text,
and back.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.characters import NUMERALS
from reportlint.core.span import Span

# Characters that a mark begins with; a text without any of them has no marks.
_SIGNS = lazy(r"[*_~=<\[\]\\]")
# A mark opens before, or closes after, a character that is not a space, and is not within a word:
# 2**10, a_b and x==1 have none.
_MARK = lazy(
    r"(?<![0-9A-Za-z*])\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}(?![0-9A-Za-z*])"
    r"|(?<![0-9A-Za-z_])_{1,2}(?=[^\s_])|(?<=[^\s_])_{1,2}(?![0-9A-Za-z_])"
    r"|~~|(?<![=<>!])==(?![=\s])(?<![0-9A-Za-z]==)|(?<=[^\s=])==(?![=0-9A-Za-z])"
    r"|</?(?:b|strong|i|em|u|s|del|ins|mark|font|span|strike|a|h[1-6])"
    r"(?:[ \t][^<>\n=]{1,20}=[^<>\n]{0,200})?>"
    # any other with an attribute, which no blank has; not what parts blocks and cells
    r"|<(?!(?:td|th|tr|li|ul|ol|table|img|input|br|hr)\b)[A-Za-z]{1,12}"
    r"[ \t][A-Za-z-]{1,20}=[\"'][^<>\n]{0,200}>"
    r"|(?<!!)\[(?=[^\[\]\n]{1,200}(?:\n[^\[\]\n]{1,200})?\]\()|\]\([^()\n]{0,400}\)"
    rf"|(?<![^\n])\[\d{{1,3}}\](?=[0-9（({NUMERALS}])"  # a reference to a note
    r"|\\(?=[.．、)）(（*_~+-])"
)
_STRUCK = lazy(r"~~(?=[^\s~])[^\n]+?~~|<(?P<tag>del|s|strike)>[^\n]+?</(?P=tag)>")

_BEYOND = 1 << 60  # greater than any offset


class Undecorated(NamedTuple):
    """The text without its marks. `cuts` are the offsets in it at which marks were removed,
    ascending; `shifts` are the numbers of characters removed up to and including each."""

    text: str
    cuts: tuple[int, ...]
    shifts: tuple[int, ...]

    def original(self, offset: int) -> int:
        """The offset in the original text of the character at `offset`."""
        index = bisect_right(self.cuts, offset)
        return offset + self.shifts[index - 1] if index else offset

    def original_end(self, end: int) -> int:
        """The offset in the original text of the end of a span that ends at `end`: before the marks
        that follow."""
        return self.original(end - 1) + 1 if end else 0

    def offset(self, original: int) -> int:
        """The offset in the undecorated text of the character at `original`; for a character of a
        mark, the offset of what follows the mark."""
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

    def offsets(self, originals: Iterable[int]) -> Iterator[int]:
        """The `offset` of each of the ascending offsets `originals`."""
        index = cut = shift = 0
        places = [at + before for at, before in zip(self.cuts, (0, *self.shifts), strict=False)]
        places.append(_BEYOND)
        for original in originals:
            while places[index] <= original:
                cut, shift = self.cuts[index], self.shifts[index]
                index += 1
            yield max(cut, original - shift)


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
    links = 0  # number of open links
    for sign in _SIGNS.finditer(text):
        start = sign.start()
        mark = _MARK.match(text, start) if start >= reach else None
        if mark is None or (sign[0] == "]" and not links):
            continue
        links += (sign[0] == "[") - (sign[0] == "]")
        reach = mark.end()
        yield start, reach


def struck_out(text: str) -> list[Span]:
    """The spans of struck-out text, which may or may not count as items."""
    if "~~" not in text and "</" not in text:
        return []
    return [Span(*match.span()) for match in _STRUCK.finditer(text)]
