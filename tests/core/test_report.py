"""When a file fails, and how findings are counted and left out."""

from __future__ import annotations

import pytest

from reportlint.core.diagnostic import Diagnostic
from reportlint.core.report import (
    NO_LINES,
    FileReport,
    Report,
    Terms,
    cap,
    count,
    fails,
    shown_by_name,
)
from reportlint.core.span import LineIndex, Span


def file(*severities: str, rule: str = "gap", fail_on: str = "warning") -> FileReport:
    diagnostics = tuple(Diagnostic(rule, severity, Span(0, 1), "m") for severity in severities)
    return FileReport("a.md", "text", LineIndex("text"), diagnostics, terms=Terms(fail_on))


PASSES = [file(), file("info"), file("error", fail_on="never"), file("warning", fail_on="error")]
FAILS = [
    file("info", "warning"),
    file("info", fail_on="info"),
    file("error", rule="unreadable", fail_on="never"),
    file("error", rule="undecodable", fail_on="never"),
]


@pytest.mark.parametrize("report", PASSES)
def test_a_file_passes(report: FileReport) -> None:
    assert not fails(report)


@pytest.mark.parametrize("report", FAILS)
def test_a_file_fails(report: FileReport) -> None:
    assert fails(report)


def test_findings_that_are_left_out_are_counted() -> None:
    report = Report((file("error", "info"), file("info"), file("warning")), hidden={"info": 1})
    assert count(report) == {"error": 1, "warning": 1, "info": 3}
    for most in range(6):
        capped = cap(report, most)
        assert count(capped) == count(report)
        assert [len(file_report.diagnostics) for file_report in capped.files] == [
            min(2, most),
            min(1, max(0, most - 2)),
            min(1, max(0, most - 3)),
        ]


def test_a_file_without_findings_needs_no_text() -> None:
    assert shown_by_name(file())[1:3] == ("", NO_LINES)
    assert shown_by_name(file("info")).text == "text"
