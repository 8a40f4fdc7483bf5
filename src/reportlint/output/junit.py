"""Format `junit`: JUnit XML, a suite for each file and a case for each finding."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.diagnostic import Diagnostic, at_least
from reportlint.core.report import UNCHECKED, FileReport, Report
from reportlint.core.text import Text
from reportlint.output.fingerprint import fingerprints
from reportlint.output.formats import XML, Format, RenderOptions
from reportlint.output.locations import from_root
from reportlint.output.safe_text import xml

ERROR, FAILURE, PASSED = "error", "failure", ""


class _Counts(NamedTuple):
    """The number of test cases by outcome, in one suite or in all."""

    tests: int
    failures: int
    errors: int

    def attributes(self) -> str:
        return f'tests="{self.tests}" failures="{self.failures}" errors="{self.errors}"'


def suites(report: Report, options: RenderOptions) -> str:
    """The JUnit XML of a report. A finding that fails the run is a failure, any other finding a
    passed case with its text; a file without findings is one passed case."""
    counts = [_count(file) for file in report.files]
    total = _Counts(*(sum(count[column] for count in counts) for column in range(3)))
    body = "".join(
        _suite(file, count, from_root(file.path, options))
        for file, count in zip(report.files, counts, strict=True)
    )
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f'{head}<testsuites name="reportlint" {total.attributes()}>\n{body}</testsuites>\n'


def _outcome(file: FileReport, diagnostic: Diagnostic) -> str:
    """ERROR for a file that could not be checked, FAILURE for a finding that fails the run, else
    PASSED."""
    if diagnostic.rule in UNCHECKED:
        return ERROR
    return FAILURE if at_least(diagnostic.severity, file.terms.fail_on) else PASSED


def _count(file: FileReport) -> _Counts:
    outcomes = [_outcome(file, diagnostic) for diagnostic in file.diagnostics]
    return _Counts(max(len(outcomes), 1), outcomes.count(FAILURE), outcomes.count(ERROR))


def _suite(file: FileReport, counts: _Counts, path: str) -> str:
    head = f'<testsuite name="{xml(path)}" {counts.attributes()} file="{xml(path)}">\n'
    return head + "".join(_cases(file, path)) + "</testsuite>\n"


def _cases(file: FileReport, path: str) -> Iterator[str]:
    where = f'classname="{xml(path)}" file="{xml(path)}"'
    if not file.diagnostics:
        yield f'<testcase name="reportlint" {where}/>\n'
    for diagnostic, key in zip(file.diagnostics, fingerprints(file), strict=True):
        rule, severity, message = diagnostic.rule, diagnostic.severity, diagnostic.message
        line, column = file.lines.position(diagnostic.span.start)
        text = xml(f"{path}:{line}:{column}: {severity} {rule} {message}")
        name = xml(f"{rule} {key[:12]}")  # the same when lines shift; unique
        outcome = _outcome(file, diagnostic)
        result = f"<system-out>{text}</system-out>"
        if outcome != PASSED:
            result = f'<{outcome} type="{xml(rule)}" message="{xml(message)}">{text}</{outcome}>'
        yield f'<testcase name="{name}" {where} line="{line}">{result}</testcase>\n'


FORMATS = (
    Format(
        "junit",
        Text(
            "显示测试结果的程序；不使运行失败的是通过的用例",
            "programs that show test results; a finding that does not fail the run is a passed"
            " case",
        ),
        suites,
        XML,
        severities={"error": "failure", "warning": "failure", "info": "passed"},
        from_root=True,
        validator="junit-10.xsd (Jenkins), junitparser",
    ),
)
