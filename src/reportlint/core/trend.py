"""How findings have come and gone, as plain values: an output turns them into a page, a table or
JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.survey import Count


class Month(NamedTuple):
    """The reports as the last commit of a month has them; where a month has no commit, as they were
    before it."""

    name: str  # 2025-01
    commit: str  # "" where there was none so far
    reports: int
    rules: Mapping[str, tuple[int, int]]  # by rule: reports with such a finding, and findings

    @property
    def findings(self) -> int:
        """The number of findings of all rules."""
        return sum(findings for _, findings in self.rules.values())

    def of_rule(self, rule: str) -> Count:
        """The number of findings of one rule."""
        return Count(self.name, *self.rules.get(rule, (0, 0)))


class Trend(NamedTuple):
    """Months in order, from the first that was asked for to that of the last commit."""

    months: tuple[Month, ...]
    texts: int  # so many were checked: each text of a file once, however many months it stood
    language: str = "en"

    @property
    def rules(self) -> list[str]:
        """All that found anything, the one with the most findings in the last month first, then in
        all."""
        names = {rule for month in self.months for rule in month.rules}
        return sorted(names, key=lambda rule: (*map(_less, self._weights(rule)), rule))

    def _weights(self, rule: str) -> Iterable[int]:
        counts = [month.of_rule(rule).findings for month in self.months]
        return counts[-1], sum(counts)


def _less(number: int) -> int:
    return -number
