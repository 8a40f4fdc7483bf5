"""The statistics of an archive: reports and findings by rule, type, folder and month, placeholders
left, reports that are alike."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from reportlint._startup.fast_json import loads
from reportlint.core.report import FileReport
from reportlint.core.request import Settings, Tell
from reportlint.core.survey import Alike, Count, Survey
from reportlint.files.paths import slashed
from reportlint.files.sources import SourceError, read
from reportlint.run.alike import Likeness
from reportlint.run.months import Months, months
from reportlint.run.past import remember_past
from reportlint.run.stream import stream_files, stream_records

LEFTOVERS = "placeholder"  # the rule that finds placeholders
_MOST_LEFTOVERS = 50
_LONGEST = 60  # code points of a leftover


def _without_past(path: str) -> int:
    """The year of a report, if the Git history is not read."""
    return 0


class _Tally:
    """Numbers of reports and findings by name."""

    def __init__(self) -> None:
        self.reports: Counter[str] = Counter()
        self.findings: Counter[str] = Counter()

    def add(self, name: str, findings: int) -> None:
        self.reports[name] += 1
        self.findings[name] += findings

    def counts(self) -> tuple[Count, ...]:
        """The counts, those with most findings first."""
        counts = (Count(name, number, self.findings[name]) for name, number in self.reports.items())
        return tuple(
            sorted(counts, key=lambda count: (-count.findings, -count.reports, count.name))
        )


def survey_files(
    paths: Sequence[str],
    settings: Settings,
    tell: Tell,
    likeness: Likeness | None,
    *,
    past: bool = False,
) -> Survey:
    """The survey of the files at `paths`. Without `likeness` no reports are compared; with `past`
    they are also compared with earlier ones in the Git history. Raises UserError."""
    year_of = remember_past(paths, settings, likeness) if likeness and past else _without_past
    reports = stream_files(paths, settings, tell)
    with_text = ((report, report.text or _text(report.path)) for report in reports)
    return _survey(with_text, months(), likeness, settings, year_of)


def survey_records(
    batches: Iterable[Sequence[bytes]], settings: Settings, likeness: Likeness | None
) -> Survey:
    """As `survey_files`, for records: lines of JSON, as for `check --from-ndjson`. Raises
    UserError."""
    waiting: list[tuple[str, str]] = []

    def noted() -> Iterator[Sequence[bytes]]:
        for batch in batches:
            for line in batch:
                record = loads(line.decode("utf-8", "surrogateescape"))
                waiting.append((record["path"], record["text"]))
            yield batch

    def with_text() -> Iterator[tuple[FileReport, str]]:
        for report in reports:
            path, text = waiting.pop(0)
            while path != report.path:  # excluded records have no report
                path, text = waiting.pop(0)
            yield report, text

    reports = stream_records(noted(), settings)
    return _survey(with_text(), months(with_git=False), likeness, settings)


def _survey(
    reports: Iterable[tuple[FileReport, str]],
    month_of: Months,
    likeness: Likeness | None,
    settings: Settings,
    year_of: Callable[[str], int] = _without_past,
) -> Survey:
    rules, types, folders, by_month = _Tally(), _Tally(), _Tally(), _Tally()
    severities: Counter[str] = Counter()
    told_by: Counter[str] = Counter()
    leftovers: Counter[str] = Counter()
    alike: list[Alike] = []
    with_findings = 0
    language = settings.language or settings.locale or "en"
    for report, text in reports:
        size = len(report.diagnostics)
        with_findings += bool(size)
        month, by = month_of(report.path, text)
        told_by[by] += 1
        by_month.add(month, size)
        types.add(report.type, size)
        folders.add(slashed(os.path.dirname(report.path)) or ".", size)
        for rule, number in Counter(diagnostic.rule for diagnostic in report.diagnostics).items():
            rules.add(rule, number)
        severities.update(diagnostic.severity for diagnostic in report.diagnostics)
        leftovers.update(_leftovers(report))
        year = year_of(report.path)
        pair = likeness.add(report.path, text, year) if likeness is not None else None
        if pair is not None:
            alike.append(pair)
    return Survey(
        sum(told_by.values()),
        sum(severities.values()),
        with_findings,
        dict(severities),
        rules.counts(),
        types.counts(),
        folders.counts(),
        tuple(sorted(by_month.counts())),
        dict(told_by),
        tuple(leftovers.most_common(_MOST_LEFTOVERS)),
        None if likeness is None else tuple(sorted(alike, key=_most_alike)),
        0.0 if likeness is None else likeness.least,
        language,
    )


def _most_alike(pair: Alike) -> tuple[float, str]:
    return -pair.similarity, pair.report.path


def _leftovers(report: FileReport) -> Iterator[str]:
    """The texts of the placeholders left in a report, each on one line."""
    for finding in report.diagnostics:
        if finding.rule == LEFTOVERS:
            placeholder = " ".join(finding.span.cut(report.text).split())
            if placeholder:
                yield placeholder[:_LONGEST]


def _text(path: str) -> str:
    """The text of a file whose report has none because nothing was found; "" if it cannot be
    read."""
    try:
        return read(path).decoded.text
    except SourceError:
        return ""
