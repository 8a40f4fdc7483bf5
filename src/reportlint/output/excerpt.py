"""The line that a finding is on, with carets under the finding."""

from __future__ import annotations

from reportlint.core.span import LineIndex, Span
from reportlint.core.value import NamedTuple
from reportlint.output.width import Cluster, clusters

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
    first = max(whole.start, span.start - 2 * width) if whole.end - whole.start > 4 * width else whole.start
    last = min(whole.end, span.start + 2 * width) if whole.end - whole.start > 4 * width else whole.end
    laid = list(clusters(text[first:last]))
    start, end = span.start - first, min(span.end, whole.end) - first
    begin = next((i for i, one in enumerate(laid) if one.start + _size(laid, i, last - first) > start), len(laid))
    behind = next((i for i, one in enumerate(laid) if i >= begin and one.start >= end), len(laid))
    behind = max(behind, begin)
    left, right = _window(laid, begin, behind, width, cut=(first > whole.start, last < whole.end))
    before = DOTS if left > 0 or first > whole.start else ""
    after = DOTS if right < len(laid) or last < whole.end else ""
    line = before + "".join(one.shown for one in laid[left:right]) + after
    pad = len(before) + _cells(laid[left:begin])
    marked = _cells(laid[begin : min(behind, right)]) + (len(after) if behind > right else 0)
    more = lines.line_of(max(span.start, span.end - 1)) - number
    return Excerpt(number, line, " " * pad + "^" * max(marked, 1), more)


def _size(laid: list[Cluster], i: int, length: int) -> int:
    """How many characters cluster `i` holds."""
    return (laid[i + 1].start if i + 1 < len(laid) else length) - laid[i].start


def _cells(laid: list[Cluster]) -> int:
    return sum(one.cells for one in laid)


def _window(laid: list[Cluster], begin: int, behind: int, width: int, *, cut: tuple[bool, bool]) -> tuple[int, int]:
    """Which clusters are shown: the finding, then as much before and behind it as there is room for, evenly."""
    if not any(cut) and _cells(laid) <= width:
        return 0, len(laid)
    room = width - 2 * len(DOTS)
    left = right = begin
    while right < behind and laid[right].cells <= room:
        room -= laid[right].cells
        right += 1
    if right < behind:
        return left, right
    sides = {"left": left > 0, "right": right < len(laid)}
    taken = {"left": 0, "right": 0}
    while any(sides.values()):
        side = min((side for side in sides if sides[side]), key=taken.__getitem__)
        one = laid[left - 1] if side == "left" else laid[right]
        if one.cells > room:
            sides[side] = False
            continue
        room -= one.cells
        taken[side] += one.cells
        left, right = (left - 1, right) if side == "left" else (left, right + 1)
        sides[side] = left > 0 if side == "left" else right < len(laid)
    return left, right
