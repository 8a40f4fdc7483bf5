"""Whether an offset lies in one of many spans, in logarithmic time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable


class Cover:
    """The union of some spans, which may overlap and come in any order."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def has(self, offset: int) -> bool:
        """Whether one of the spans holds the code point at `offset`."""
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._ends[at]
