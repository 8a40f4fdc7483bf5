"""The line that a finding is on, with carets under the finding."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.span import LineIndex, Span
from reportlint.output.width import lay

DOTS = "…"
NARROWEST = 20  # cells that are shown of a long line however narrow the terminal is


class Excerpt(NamedTuple):
    """A line as shown and what goes under it; both begin at the same cell."""

    number: int
    line: str
    carets: str
    more: int  # further lines that the finding goes on for


def excerpt(text: str, lines: LineIndex, span: Span, width: int) -> Excerpt:
    """The line where `span` begins, cut to `width` cells around the span if it is longer.

    A span that goes on over further lines is marked up to the end of its first; one without characters gets one caret.
    """
    number = lines.line_of(span.start)
    whole = lines.line(number)
    width = max(width, NARROWEST)
    # Only so much of the line is laid out as can come near the window: a report of one line of 50 MB has many findings.
    first = (
        max(whole.start, span.start - 2 * width)
        if whole.end - whole.start > 4 * width
        else whole.start
    )
    last = (
        min(whole.end, span.start + 2 * width) if whole.end - whole.start > 4 * width else whole.end
    )
    laid = lay(text[first:last])
    start, end = span.start - first, min(span.end, whole.end) - first
    count = len(laid.starts)
    begin = bisect_right(laid.starts, start) - 1 if start < last - first else count
    behind = max(begin, bisect_left(laid.starts, end))
    left, right = _window(
        laid.cells, begin, behind, width, cut=first > whole.start or last < whole.end
    )
    before = DOTS if left > 0 or first > whole.start else ""
    after = DOTS if right < count or last < whole.end else ""
    line = before + "".join(laid.shown[left:right]) + after
    pad = len(before) + sum(laid.cells[left:begin])
    marked = sum(laid.cells[begin : min(behind, right)]) + (len(after) if behind > right else 0)
    more = lines.line_of(max(span.start, span.end - 1)) - number
    return Excerpt(number, line, " " * pad + "^" * max(marked, 1), more)


def _window(
    cells: Sequence[int], begin: int, behind: int, width: int, *, cut: bool
) -> tuple[int, int]:
    """Which clusters are shown: the finding, then as much before and behind it as there is room for, evenly."""
    if not cut and sum(cells) <= width:
        return 0, len(cells)
    room = width - 2 * len(DOTS)
    left = right = begin
    while right < behind and cells[right] <= room:
        room -= cells[right]
        right += 1
    if right < behind:
        return left, right
    before = after = 0  # cells taken on either side
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
