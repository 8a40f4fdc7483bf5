"""The history of findings as plain values, which an output turns into a page, a table or JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.survey import Count


class Month(NamedTuple):
    """The reports as of the last commit of a month; if a month has no commit, as they were before
    it."""

    name: str  # 2025-01
    commit: str  # "" if there was none so far
    reports: int
    rules: Mapping[str, tuple[int, int]]  # by rule: the reports with findings, and the findings

    @property
    def findings(self) -> int:
        """The number of findings of all rules."""
        return sum(findings for _, findings in self.rules.values())

    def of_rule(self, rule: str) -> Count:
        """The reports and findings of one rule in this month."""
        return Count(self.name, *self.rules.get(rule, (0, 0)))


class Trend(NamedTuple):
    """The months in order, from the first that was asked for to that of the last commit."""

    months: tuple[Month, ...]
    texts: int  # number of checked texts, each counted once over all months
    language: str = "en"

    @property
    def rules(self) -> list[str]:
        """All rules with findings, ordered by their findings in the last month, then in all months,
        most first."""
        names = {rule for month in self.months for rule in month.rules}
        return sorted(names, key=lambda rule: (*map(_less, self._weights(rule)), rule))

    def _weights(self, rule: str) -> Iterable[int]:
        counts = [month.of_rule(rule).findings for month in self.months]
        return counts[-1], sum(counts)


def _less(number: int) -> int:
    return -number
