"""Compare what was planted with what is found.

A finding counts for a planted fault only if it was not there before: the edits of the fault tell
exactly where a finding of the untouched report lies in the faulty one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from fnmatch import fnmatch
from typing import NamedTuple

from tools.accuracy.faults import Edit, Fault, Report, Span, applied, moved, places_in
from tools.accuracy.findings import Finding, Lines


class Case(NamedTuple):
    """A report with one fault; `name` is the file it is checked as."""

    name: str
    report: Report
    fault: Fault

    @property
    def text(self) -> str:
        """The faulty text."""
        return applied(self.report.text, self.fault.edits)


class Outcome(NamedTuple):
    """What came of one case.

    void: the untouched report already had such a finding there, so that nothing can be said.
    found: a new finding of a right rule on a right line. column: one that touches the fault itself.
    noise: other new findings of severity warning or error, as rule ids.
    """

    case: Case
    void: bool
    found: bool
    column: bool
    noise: tuple[str, ...]


def _family(rule: str) -> str:
    return rule.split("-", maxsplit=1)[0]


def new_findings(
    before: Sequence[Finding], after: Sequence[Finding], edits: tuple[Edit, ...]
) -> list[Finding]:
    """The findings of a faulty text that the untouched one did not have, rule family and place
    alike.
    """
    known = Counter(
        (_family(finding.rule), moved(finding.start, edits, end=True)) for finding in before
    )
    new: list[Finding] = []
    for finding in after:
        key = (_family(finding.rule), finding.start)
        if known[key] > 0:
            known[key] -= 1
        else:
            new.append(finding)
    return new


def _matches(rule: str, globs: Iterable[str]) -> bool:
    return any(fnmatch(rule, glob) for glob in globs)


def _on_line(finding: Finding, places: Sequence[Span], lines: Lines) -> bool:
    """Whether a finding lies on a line of one of the places; no places mean anywhere."""
    first, last = lines.line(finding.start), lines.line(max(finding.start, finding.end - 1))
    return not places or any(
        first <= line <= last
        for place in places
        for line in range(lines.line(place.start), lines.line(max(place.start, place.end - 1)) + 1)
    )


def _touches(finding: Finding, places: Sequence[Span]) -> bool:
    return not places or any(
        finding.start <= place.end and place.start <= finding.end for place in places
    )


def outcome_of(case: Case, before: Sequence[Finding], after: Sequence[Finding]) -> Outcome:
    """Judge one case by the findings of the untouched and of the faulty report."""
    fault = case.fault
    places = places_in(fault)
    lines = Lines.of(case.text)
    right_before = [finding for finding in before if _matches(finding.rule, fault.rules)]
    lines_before = Lines.of(case.report.text)
    void = any(_on_line(finding, fault.places, lines_before) for finding in right_before)
    hits: list[Finding] = []
    noise: list[str] = []
    for finding in new_findings(before, after, fault.edits):
        if _matches(finding.rule, fault.rules) and _on_line(finding, places, lines):
            hits.append(finding)
        elif finding.severity != "info" and not _matches(finding.rule, fault.consequences):
            noise.append(finding.rule)
    column = any(_touches(finding, places) for finding in hits)
    return Outcome(case, void, bool(hits), column, tuple(noise))


class Tally(NamedTuple):
    """Counts of some outcomes; those that are void are counted and otherwise left out."""

    planted: int
    found: int
    column: int
    noise: int
    void: int

    @property
    def share(self) -> float:
        """The share that was found, 1.0 where nothing was planted."""
        return self.found / self.planted if self.planted else 1.0

    @property
    def columns(self) -> float:
        """The share of those found whose span touches the fault."""
        return self.column / self.found if self.found else 1.0

    @property
    def noise_share(self) -> float:
        """Other findings for each planted fault."""
        return self.noise / self.planted if self.planted else 0.0


def tally(outcomes: Iterable[Outcome]) -> Tally:
    """Count outcomes."""
    all_outcomes = list(outcomes)
    judged = [outcome for outcome in all_outcomes if not outcome.void]
    return Tally(
        len(judged),
        sum(outcome.found for outcome in judged),
        sum(outcome.column for outcome in judged),
        sum(len(outcome.noise) for outcome in judged),
        len(all_outcomes) - len(judged),
    )
