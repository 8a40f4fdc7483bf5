"""How many findings there are by rule, in place of the findings."""

from __future__ import annotations

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.diagnostic import SEVERITIES
from reportlint.core.report import Report
from reportlint.output.look import STYLES, Look
from reportlint.output.text import summary


class Row(NamedTuple):
    """One rule at one severity."""

    findings: int
    files: int  # that have such a finding
    severity: str
    rule: str


def rows(report: Report) -> list[Row]:
    """The most frequent first."""
    counts: dict[tuple[str, str], int] = {}
    files: dict[tuple[str, str], int] = {}
    for file in report.files:
        for one in file.diagnostics:
            counts[one.severity, one.rule] = counts.get((one.severity, one.rule), 0) + 1
        for key in {(one.severity, one.rule) for one in file.diagnostics}:
            files[key] = files.get(key, 0) + 1
    found = [Row(number, files[key], *key) for key, number in counts.items()]
    return sorted(found, key=lambda row: (-row.findings, SEVERITIES.index(row.severity), row.rule))


def as_text(report: Report, look: Look) -> str:
    """A row for each rule, then the line that counts."""
    found = rows(report)
    width = len(str(max((row.findings for row in found), default=0)))
    lines = (
        f"{row.findings:>{width}} {look.paint(STYLES[row.severity], f'{row.severity:<7}')} {row.rule}\n"
        for row in found
    )
    return "".join(lines) + ("" if look.quiet else summary(report) + "\n")


def as_json(report: Report, look: Look) -> str:
    """The same as an array of objects."""
    import json

    del look  # a program reads it
    lines = [json.dumps(row._asdict()) for row in rows(report)]
    return "[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n"
