"""Matches of a rule's exceptions in one text, which excuse findings.

Few reports have findings, and those few have them on few lines. So an exception that looks at no
other line is searched for only on the lines of findings.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property

from reportlint.core.span import Span, line_end, line_start
from reportlint.patterns.rule_pattern import RulePattern

_SHORT = 2000  # code points; a shorter text is searched whole
_FEW_LINES = 8  # from so many on, a pattern is first tested against the whole text
_MOST_LINES = 200  # from so many on, the whole text is searched
_END = float("inf")


class Exceptions:
    """The matches of some patterns in a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._by_pattern: dict[RulePattern, _Matches] = {}
        self._asked: dict[tuple[RulePattern, ...], list[_Matches]] = {}
        self._line = Span(0, -1)  # the last line queried
        self._lines = 0  # how many lines were queried

    def hold(self, patterns: tuple[RulePattern, ...], span: Span) -> bool:
        """Whether a match of one of the patterns contains the whole span. Raises as
        `RulePattern.finditer` does."""
        if not self._line.start <= span.start <= self._line.end:
            self._go_to_line(span.start)
        asked = self._asked.get(patterns)
        if asked is None:
            asked = self._asked[patterns] = self._possible(map(self._matches, patterns))
        for matches in asked:
            spans = matches.around(self._line)
            at = bisect_right(spans, (span.start, _END)) - 1 if spans else -1
            if at >= 0 and span.end <= spans[at][1] and span.start < spans[at][1]:
                return True
        return False

    def _go_to_line(self, at: int) -> None:
        self._line = Span(line_start(self._text, at), line_end(self._text, at))
        self._lines += 1
        if self._lines == _FEW_LINES:
            for patterns, asked in self._asked.items():
                self._asked[patterns] = self._possible(asked)

    def _matches(self, pattern: RulePattern) -> _Matches:
        if pattern not in self._by_pattern:
            self._by_pattern[pattern] = _Matches(pattern, self._text)
        return self._by_pattern[pattern]

    def _possible(self, asked: Iterable[_Matches]) -> list[_Matches]:
        """The entries whose pattern may match in the text. They are filtered only after many lines
        were queried: testing the whole text takes as long as searching some lines."""
        if self._lines < _FEW_LINES:
            return list(asked)
        return [matches for matches in asked if matches.are_possible]


class _Matches:
    """The matches of one pattern in a text."""

    def __init__(self, pattern: RulePattern, text: str) -> None:
        self.pattern = pattern
        self._text = text
        self._in_lines = len(text) >= _SHORT and pattern.prefilter.within_line
        self._whole: Sequence[tuple[int, int]] | None = None
        self._by_line: dict[int, Sequence[tuple[int, int]]] = {}

    @cached_property
    def are_possible(self) -> bool:
        """Whether the pattern may match in the text."""
        return self.pattern.prefilter.may_match(self._text)

    def around(self, line: Span) -> Sequence[tuple[int, int]]:
        """The matches on `line`, or those in the whole text, in ascending order."""
        spans = self._whole if self._whole is not None else self._by_line.get(line.start)
        if spans is not None:
            return spans
        if not self._in_lines or len(self._by_line) >= _MOST_LINES:
            self._whole = [match.span() for match in self.pattern.finditer(self._text)]
            return self._whole
        matches = self.pattern.finditer_in(self._text, line)
        self._by_line[line.start] = spans = [match.span() for match in matches]
        return spans
