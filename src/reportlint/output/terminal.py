"""Widths of text in terminal cells, and the line of a finding with carets under it.

East Asian wide and full-width characters take two cells, combining marks none, an emoji sequence
two together. Characters of ambiguous width (quotation marks, the dash) take one, as in every
terminal with default settings.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from unicodedata import category, east_asian_width

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.span import LineIndex, Span
from reportlint.output.safe_text import TAB, commands, is_hidden, picture_of

TAB_STOP = 4  # cells
DOTS = "…"
LEAST_WIDTH = 20  # cells shown of a long line, even in a narrower terminal
_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"
_COMBINING = frozenset({"Mn", "Me", "Mc"})


class Layout(NamedTuple):
    """A line split into clusters, characters that share cells, as three sequences of the same
    length."""

    starts: Sequence[int]  # offset of the first character of each cluster
    shown: Sequence[str]  # the printed form of each
    cells: Sequence[int]  # the cells that each takes


class Excerpt(NamedTuple):
    """A line and the carets under it; both begin at the same cell."""

    number: int  # line number, from 1
    line: str
    carets: str
    more_lines: int  # further lines of the finding


def cells(text: str) -> int:
    """The number of cells that one line of text takes."""
    return sum(layout(text).cells)


def layout(text: str) -> Layout:
    """The layout of one line of text: hidden characters are visible, commands broken up, tabs
    expanded."""
    plain = list(map(_plain_cells, text))
    if all(plain) and "##" not in text:
        return Layout(range(len(text)), text, plain)
    clusters = list(_clusters(text))
    return Layout(*zip(*clusters, strict=True)) if clusters else Layout((), (), ())


def excerpt(text: str, lines: LineIndex, span: Span, width: int) -> Excerpt:
    """The line where `span` begins, cut to `width` cells around the span if it is longer.

    A span of several lines is marked up to the end of its first line; an empty span gets one caret.
    """
    number = lines.line_of(span.start)
    line = lines.line(number)
    width = max(width, LEAST_WIDTH)
    first, last = line
    if last - first > 4 * width:
        # Only the neighbourhood is laid out: a report may be one line of 50 MB with many findings.
        first, last = max(first, span.start - 2 * width), min(last, span.start + 2 * width)
    laid_out = layout(text[first:last])
    begin, end = _marked(
        laid_out, span.start - first, min(span.end, line.end) - first, last - first
    )
    cut = Span(first, last) != line
    left, right = _window(laid_out.cells, begin, end, width, cut=cut)
    before = DOTS if left > 0 or first > line.start else ""
    after = DOTS if right < len(laid_out.starts) or last < line.end else ""
    shown = before + "".join(laid_out.shown[left:right]) + after
    indent = len(before) + sum(laid_out.cells[left:begin])
    carets = sum(laid_out.cells[begin : min(end, right)]) + (len(after) if end > right else 0)
    more_lines = lines.line_of(max(span.start, span.end - 1)) - number
    return Excerpt(number, shown, " " * indent + "^" * max(carets, 1), more_lines)


def _marked(laid_out: Layout, start: int, end: int, length: int) -> tuple[int, int]:
    """The clusters (first, and after the last) that contain the offsets from `start` to `end` of a
    text of `length` characters."""
    starts = laid_out.starts
    begin = bisect_right(starts, start) - 1 if start < length else len(starts)
    return begin, max(begin, bisect_left(starts, end))


def _window(
    cells: Sequence[int], begin: int, end: int, width: int, *, cut: bool
) -> tuple[int, int]:
    """The range of clusters to show: the marked ones, and clusters before and after them in equal
    shares, up to `width` cells."""
    if not cut and sum(cells) <= width:
        return 0, len(cells)
    room = width - 2 * len(DOTS)
    left = right = begin
    while right < end and cells[right] <= room:
        room -= cells[right]
        right += 1
    if right < end:
        return left, right
    return _widened(cells, left, right, room)


def _widened(cells: Sequence[int], left: int, right: int, room: int) -> tuple[int, int]:
    """The window from `left` to `right`, widened on both sides in equal shares by clusters that fit
    into `room` cells."""
    before = after = 0  # cells added on each side
    leftwards, rightwards = left > 0, right < len(cells)
    while leftwards or rightwards:
        if leftwards and (before <= after or not rightwards):
            leftwards = cells[left - 1] <= room
            if leftwards:
                left -= 1
                room -= cells[left]
                before += cells[left]
                leftwards = left > 0
        else:
            rightwards = cells[right] <= room
            if rightwards:
                room -= cells[right]
                after += cells[right]
                right += 1
                rightwards = right < len(cells)
    return left, right


class _PlainCells(dict[str, int]):
    """The cells of characters that are shown unchanged and do not combine, for common ranges; 0
    means unknown."""

    def __missing__(self, char: str) -> int:
        if " " <= char <= "~" or char in "·—‘’“”…":
            width = 1
        else:
            wide = (
                "\u4e00" <= char <= "\u9fff"
                or "\u3001" <= char <= "\u3029"
                or "\uff01" <= char <= "\uff60"
            )
            width = 2 if wide else 0
        self[char] = width
        return width


_plain_cells = _PlainCells().__getitem__


def _clusters(text: str) -> Iterator[tuple[int, str, int]]:
    """The rows of the layout of `text`: offset, printed form, cells."""
    broken = set(commands(text))
    at = column = 0
    while at < len(text):
        end = _cluster_end(text, at)
        shown, width = _shown(text[at:end], column) if at not in broken else (r"\x23", 4)
        yield at, shown, width
        column += width
        at = end


def _cluster_end(text: str, at: int) -> int:
    """The offset after the cluster that begins at `at`."""
    end = at + 1
    if is_hidden(text[at]):
        return end
    while end < len(text):
        char = text[end]
        if char == _JOINER and end + 1 < len(text) and text[at] > "~" and _is_symbol(text[end + 1]):
            end += 2  # the joiner and the character after it
        elif _combines(char, text[at]):
            end += 1
        else:
            break
    return end


def _is_symbol(char: str) -> bool:
    """Whether `char` may be joined to an emoji: no common character, and not hidden."""
    return char > "\u2100" and not _plain_cells(char) and not is_hidden(char)


def _combines(char: str, first: str) -> bool:
    """Whether `char` combines with the characters before it, the first of which is `first`."""
    if char in "\u200c\u200d":
        return first > "~"
    return char >= "\u0300" and (
        category(char) in _COMBINING or "\U0001f3fb" <= char <= "\U0001f3ff"  # skin tones
    )


def _shown(cluster: str, column: int) -> tuple[str, int]:
    """The printed form of a cluster that begins at cell `column` of its line, and its number of
    cells."""
    first = cluster[0]
    if first == TAB:
        blank = TAB_STOP - column % TAB_STOP
        return " " * blank, blank
    if is_hidden(first):
        picture = picture_of(first)
        return picture, len(picture)
    if _combines(first, first):  # nothing precedes it to combine with
        cluster = "\u25cc" + cluster
    wide = _EMOJI_STYLE in cluster or east_asian_width(cluster[0]) in "WF"
    return cluster, 2 if wide else 1
