"""Compare planted faults with findings.

A finding counts for a planted fault only if the unchanged report does not have it. The edits of the
fault give the exact place in the faulty text of each finding in the unchanged one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from fnmatch import fnmatch
from typing import NamedTuple

from tools.accuracy.faults import Edit, Fault, Report, Span, applied, moved, places_in
from tools.accuracy.findings import Finding, Lines


class Case(NamedTuple):
    """A report with one fault; `name` is the file name it is checked under."""

    name: str
    report: Report
    fault: Fault

    @property
    def text(self) -> str:
        """The faulty text."""
        return applied(self.report.text, self.fault.edits)


class Outcome(NamedTuple):
    """The result of one case.

    void: the unchanged report already has such a finding at this place, so the case proves nothing.
    found: there is a new finding of a right rule on a right line.
    column: one of these findings touches the fault itself.
    noise: the rules of the other new findings with severity warning or error.
    """

    case: Case
    void: bool
    found: bool
    column: bool
    noise: tuple[str, ...]


def _family(rule: str) -> str:
    """The part of a rule id before the first hyphen."""
    return rule.split("-", maxsplit=1)[0]


def new_findings(
    before: Sequence[Finding], after: Sequence[Finding], edits: tuple[Edit, ...]
) -> list[Finding]:
    """The findings in a faulty text without those of the unchanged one, compared by rule family and
    place."""
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
    """Whether a finding is on a line of one of the places; True if there are no places."""
    first, last = lines.line(finding.start), lines.line(max(finding.start, finding.end - 1))
    return not places or any(
        first <= line <= last
        for place in places
        for line in range(lines.line(place.start), lines.line(max(place.start, place.end - 1)) + 1)
    )


def _touches(finding: Finding, places: Sequence[Span]) -> bool:
    """Whether a finding touches one of the places; True if there are no places."""
    return not places or any(
        finding.start <= place.end and place.start <= finding.end for place in places
    )


def outcome_of(case: Case, before: Sequence[Finding], after: Sequence[Finding]) -> Outcome:
    """The outcome of a case, from the findings in the unchanged (`before`) and the faulty (`after`)
    text."""
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
    """Counts over some outcomes. Void ones are counted only as `void`."""

    planted: int
    found: int
    column: int
    noise: int
    void: int

    @property
    def share(self) -> float:
        """The share of planted faults that were found; 1.0 if none were planted."""
        return self.found / self.planted if self.planted else 1.0

    @property
    def columns(self) -> float:
        """The share of found faults with a finding that touches the fault."""
        return self.column / self.found if self.found else 1.0

    @property
    def noise_share(self) -> float:
        """The number of other findings per planted fault."""
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
