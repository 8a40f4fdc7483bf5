"""What excuses a finding: matches of a rule's exceptions, in one text.

Few reports have findings, and those few have them on few lines. So an exception that looks at no
other line is sought only on those that somebody asks about.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from reportlint.core.span import Span
from reportlint.patterns.rule_pattern import RulePattern

_SHORT = 2000  # code points of a text that is searched whole
_MOST_LINES = 200  # of more, the whole text is searched
_END = float("inf")


class Exceptions:
    """What each of some patterns matches in a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._by_pattern: dict[RulePattern, _Matches] = {}

    def hold(self, patterns: Iterable[RulePattern], span: Span) -> bool:
        """Whether a match of one of the patterns holds the whole span. Raises as
        `RulePattern.finditer`."""
        for pattern in patterns:
            if pattern not in self._by_pattern:
                self._by_pattern[pattern] = _Matches(pattern, self._text)
            if self._by_pattern[pattern].hold(span):
                return True
        return False


class _Matches:
    """What one pattern matches in a text."""

    def __init__(self, pattern: RulePattern, text: str) -> None:
        self._pattern = pattern
        self._text = text
        self._whole: Sequence[tuple[int, int]] | None = None
        self._by_line: dict[int, Sequence[tuple[int, int]]] = {}

    def hold(self, span: Span) -> bool:
        """Whether a match holds the whole span."""
        spans = self._around(span)
        at = bisect_right(spans, (span.start, _END)) - 1
        return at >= 0 and span.end <= spans[at][1] and span.start < spans[at][1]

    def _around(self, span: Span) -> Sequence[tuple[int, int]]:
        """The matches among which one that holds the span must be, ascending."""
        if self._whole is not None:
            return self._whole
        text, pattern = self._text, self._pattern
        in_lines = len(text) >= _SHORT and pattern.prefilter.within_line
        if not in_lines or len(self._by_line) >= _MOST_LINES:
            self._whole = [match.span() for match in pattern.finditer(text)]
            return self._whole
        start = text.rfind("\n", 0, span.start) + 1
        if start not in self._by_line:
            end = text.find("\n", span.start)
            line = Span(start, end if end >= 0 else len(text))
            self._by_line[start] = [match.span() for match in pattern.finditer_in(text, line)]
        return self._by_line[start]
