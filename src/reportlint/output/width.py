"""Text as a terminal shows it: how many cells each character takes, and what stands for those that cannot be shown.

East Asian wide and full-width characters take two cells, combining marks none, an emoji sequence two together. Characters of
ambiguous width (quotation marks, the dash) take one, as in every terminal that is not told otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from unicodedata import category, east_asian_width

from reportlint._startup.namedtuple import NamedTuple

TAB = 4  # cells between tab stops
JOINER = "\u200d"
EMOJI_STYLE = "\ufe0f"
_JOINING = frozenset({"Mn", "Me", "Mc"})


class Cluster(NamedTuple):
    """Characters that share their cells."""

    start: int  # offset of the first
    shown: str  # what is printed for them
    cells: int


class Laid(NamedTuple):
    """The clusters of a line, each column of them by itself."""

    starts: Sequence[int]
    shown: Sequence[str]
    cells: Sequence[int]


def lay(text: str) -> Laid:
    """One line of text in clusters, as `clusters` gives them."""
    plain = list(map(_plain, text))
    if all(plain):
        return Laid(range(len(text)), text, plain)
    found = list(clusters(text))
    return Laid(
        [one.start for one in found], [one.shown for one in found], [one.cells for one in found]
    )


def clusters(text: str) -> Iterator[Cluster]:
    """One line of text as it is shown. Tabs become spaces up to the next stop, invisible characters become visible."""
    at, column, length = 0, 0, len(text)
    while at < length:
        cells = _plain(text[at])
        if cells and (at + 1 == length or _plain(text[at + 1])):
            yield Cluster(at, text[at], cells)
            column += cells
            at += 1
            continue
        end = _end(text, at)
        shown, cells = _show(text[at:end], column)
        yield Cluster(at, shown, cells)
        column += cells
        at = end


def cells(text: str) -> int:
    """How many cells one line of text takes."""
    return sum(lay(text).cells)


@lru_cache(256)  # the path of a file and the words of a rule are said again and again
def show(text: str) -> str:
    """`text` on one line, as `clusters` shows it."""
    return text if all(map(_plain, text)) else "".join(cluster.shown for cluster in clusters(text))


class _Plain(dict[str, int]):
    """The cells of a character that is shown as it is and joins none before it, where that is quickly told; else 0."""

    def __missing__(self, char: str) -> int:
        if " " <= char <= "~" or char in "·—‘’“”…":
            cells = 1
        else:
            cells = (
                2
                if "\u4e00" <= char <= "\u9fff"
                or "\u3001" <= char <= "\u3029"
                or "\uff01" <= char <= "\uff60"
                else 0
            )
        self[char] = cells
        return cells


_plain = _Plain().__getitem__


def _end(text: str, at: int) -> int:
    """The offset behind the cluster that begins at `at`."""
    first, end = text[at], at + 1
    if _hidden(first):
        return end
    if _is_flag(first) and end < len(text) and _is_flag(text[end]):
        return end + 1
    while end < len(text):
        char = text[end]
        if (
            char == JOINER
            and end + 1 < len(text)
            and text[end + 1] > "\u2100"
            and not (_plain(text[end + 1]) or _hidden(text[end + 1]))
        ):
            end += 2  # the joiner and what it joins, which is never Han
        elif _joins(char):
            end += 1
        else:
            break
    return end


def _joins(char: str) -> bool:
    """Whether `char` is drawn into the character before it."""
    if char < "\u0300":
        return False
    if (
        "\U0001f3fb" <= char <= "\U0001f3ff"
        or "\u1160" <= char <= "\u11ff"
        or "\U000e0020" <= char <= "\U000e007f"
    ):
        return True  # skin tones, the vowels and finals of Hangul, the tags of regional flags
    return category(char) in _JOINING or char in "\u200c\u200d"


def _is_flag(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _hidden(char: str) -> bool:
    """Whether a terminal would show nothing for `char`, or obey it, or turn the line around."""
    if " " <= char <= "~":
        return False
    kind = category(char)
    return kind in ("Cc", "Zl", "Zp", "Cs") or (kind == "Cf" and not _joins(char))


def _show(cluster: str, column: int) -> tuple[str, int]:
    first = cluster[0]
    if first == "\t":
        blank = TAB - column % TAB
        return " " * blank, blank
    if first < " ":
        return chr(0x2400 + ord(first)), 1
    if first == "\x7f":
        return "\u2421", 1
    if _hidden(first):
        escape = first.encode("unicode_escape").decode()
        return escape, len(escape)
    if (
        first in "\u200c\u200d"
    ):  # with nothing before it to join, it would join what follows to what is shown
        escape = first.encode("unicode_escape").decode()
        return escape + cluster[1:], len(escape)
    if _joins(first):  # with nothing before it to be drawn into
        return "\u25cc" + cluster, 1
    if EMOJI_STYLE in cluster or _is_flag(first):
        return cluster, 2
    return cluster, 2 if east_asian_width(first) in "WF" else 1
