"""The changed lines between two texts, found by a patience diff in O(n log n).

Lines that occur exactly once on each side are matched, and the stretches between them are compared
again. A stretch without such lines is compared by `difflib` if it is small; in a large one all
lines count as changed: too many changed lines are better than too few.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from reportlint._startup.namedtuple import NamedTuple

SMALL = 40_000  # old lines times new lines; `difflib` takes a few milliseconds for them


class Change(NamedTuple):
    """Old lines `old_start` to `old_end` replaced by new lines `new_start` to `new_end`; lines
    count from 0, the ends are excluded."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


def changed_lines(old: Sequence[bytes], new: Sequence[bytes]) -> Iterator[Change]:
    """The changes from `old` to `new`, in order, none of them empty."""
    waiting = [Change(0, len(old), 0, len(new))]
    while waiting:
        stretch = _trimmed(waiting.pop(), old, new)
        old_start, old_end, new_start, new_end = stretch
        if old_start == old_end or new_start == new_end:
            if old_start != old_end or new_start != new_end:
                yield stretch
            continue
        pairs = _anchors(stretch, old, new)
        if pairs:
            waiting += reversed(_between(stretch, pairs))
        elif (old_end - old_start) * (new_end - new_start) <= SMALL:
            yield from _compared(stretch, old, new)
        else:
            yield stretch


def _trimmed(stretch: Change, old: Sequence[bytes], new: Sequence[bytes]) -> Change:
    """A stretch without the equal lines at its beginning and end."""
    old_start, old_end, new_start, new_end = stretch
    while old_start < old_end and new_start < new_end and old[old_start] == new[new_start]:
        old_start, new_start = old_start + 1, new_start + 1
    while old_start < old_end and new_start < new_end and old[old_end - 1] == new[new_end - 1]:
        old_end, new_end = old_end - 1, new_end - 1
    return Change(old_start, old_end, new_start, new_end)


def _anchors(stretch: Change, old: Sequence[bytes], new: Sequence[bytes]) -> list[tuple[int, int]]:
    """Line numbers, old and new, of lines that occur exactly once on each side: the longest series
    in the same order on both."""
    old_start, old_end, new_start, new_end = stretch
    old_counts = Counter(old[old_start:old_end])
    new_counts = Counter(new[new_start:new_end])
    places = {line: at for at, line in enumerate(new[new_start:new_end], new_start)}
    pairs = [
        (at, places[line])
        for at, line in enumerate(old[old_start:old_end], old_start)
        if old_counts[line] == 1 and new_counts[line] == 1
    ]
    return _longest_ascent(pairs)


def _longest_ascent(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest series of pairs in which the second numbers ascend; the first numbers of `pairs`
    ascend already."""
    ends: list[int] = []  # by length - 1: the least second number that a series ends with
    at_end: list[int] = []  # the index of that pair
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        length = bisect_left(ends, place)
        before.append(at_end[length - 1] if length else -1)
        ends[length : length + 1] = [place]
        at_end[length : length + 1] = [number]
    series = []
    number = at_end[-1] if at_end else -1
    while number >= 0:
        series.append(pairs[number])
        number = before[number]
    return series[::-1]


def _between(stretch: Change, pairs: Sequence[tuple[int, int]]) -> list[Change]:
    """The stretches before, between and after the pairs."""
    starts = [
        (stretch.old_start, stretch.new_start),
        *((old_line + 1, new_line + 1) for old_line, new_line in pairs),
    ]
    ends = [*pairs, (stretch.old_end, stretch.new_end)]
    return [
        Change(old_start, old_end, new_start, new_end)
        for (old_start, new_start), (old_end, new_end) in zip(starts, ends, strict=True)
    ]


def _compared(stretch: Change, old: Sequence[bytes], new: Sequence[bytes]) -> Iterator[Change]:
    from difflib import SequenceMatcher

    old_start, old_end, new_start, new_end = stretch
    matcher = SequenceMatcher(None, old[old_start:old_end], new[new_start:new_end], autojunk=False)
    for tag, low, high, first, last in matcher.get_opcodes():
        if tag != "equal":
            yield Change(old_start + low, old_start + high, new_start + first, new_start + last)
