"""One measurement: read reports, plant faults, run reportlint on all of them, count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from tools.accuracy.faults import Report
from tools.accuracy.findings import Finding, findings
from tools.accuracy.plant import chosen
from tools.accuracy.score import Case, Outcome, outcome_of

SAMPLE = Path(__file__).parent / "reports"
_BATCH = 100  # reports in one run
SUFFIXES = {".md", ".txt", ".rst", ".markdown"}


class Settings(NamedTuple):
    """What to measure: folders of reports, seeds, maximum number of faults in a report, glob of
    fault types, and the command that runs reportlint."""

    folders: tuple[Path, ...]
    seeds: tuple[int, ...]
    most: int
    only: str
    command: tuple[str, ...]


class Measured(NamedTuple):
    """The figures of one measurement. `alarms` counts the findings in unchanged reports by rule and
    severity."""

    reports: int
    lines: int
    seeds: tuple[int, ...]
    outcomes: tuple[Outcome, ...]
    alarms: Counter[tuple[str, str]]


def reports_in(folders: Sequence[Path]) -> list[Report]:
    """Every report in the folders, ordered by path. Files that are not UTF-8 are skipped.

    The name of a report starts with the index of its folder in `folders`, so that names are unique.
    """
    reports: list[Report] = []
    for number, folder in enumerate(folders):
        for path in sorted(folder.rglob("*")):
            if path.suffix not in SUFFIXES or not path.is_file():
                continue
            try:
                text = path.read_text(encoding="utf-8-sig")
            except UnicodeDecodeError:
                continue
            reports.append(Report(f"{number}/{path.relative_to(folder).as_posix()}", text))
    return reports


def _case_name(index: int, report: Report) -> str:
    """The file name of a case, with the extension of its report."""
    return f"case/{index:06}/{PurePosixPath(report.name).name}"


def planted(reports: Sequence[Report], settings: Settings) -> list[Case]:
    """The cases of every seed, in a fixed order."""
    faults = [
        (report, fault)
        for seed in settings.seeds
        for report in reports
        for fault in chosen(report, seed, settings.most, settings.only)
    ]
    return [
        Case(_case_name(index, report), report, fault)
        for index, (report, fault) in enumerate(faults)
    ]


def judge(cases: Sequence[Case], findings_of: dict[str, list[Finding]]) -> tuple[Outcome, ...]:
    """The outcome of every case, from the findings by name."""
    return tuple(
        outcome_of(case, findings_of[case.report.name], findings_of[case.name]) for case in cases
    )


def _batches(reports: Sequence[Report]) -> Iterator[Sequence[Report]]:
    """The reports in batches, so that the faulty copies of a large folder are never all in
    memory."""
    for start in range(0, len(reports), _BATCH):
        yield reports[start : start + _BATCH]


def measure(settings: Settings) -> Measured:
    """Plant, check and count. reportlint runs once for each batch, on its reports and their
    cases."""
    reports = reports_in(settings.folders)
    outcomes: list[Outcome] = []
    alarms: Counter[tuple[str, str]] = Counter()
    for batch in _batches(reports):
        cases = planted(batch, settings)
        texts = {report.name: report.text for report in batch}
        texts |= {case.name: case.text for case in cases}
        findings_of = findings(texts, settings.command)
        outcomes += judge(cases, findings_of)
        alarms.update(
            (finding.rule, finding.severity)
            for report in batch
            for finding in findings_of[report.name]
        )
    lines = sum(report.text.count("\n") + 1 for report in reports)
    return Measured(len(reports), lines, settings.seeds, tuple(outcomes), alarms)
