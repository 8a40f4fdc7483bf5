"""JUnit XML: a suite for each file, a case for each finding. For whatever shows test results."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.core.diagnostic import Diagnostic, at_least
from reportlint.core.report import UNCHECKED, FileReport, Report
from reportlint.output.look import Look
from reportlint.output.markup import xml
from reportlint.output.paths import from_root


def suites(report: Report, look: Look) -> str:
    """A finding that fails the run is a failure, one that does not is a passed case that says it, and a file without
    findings is one passed case."""
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    counts = [_counts(file) for file in report.files]
    tests, failures, errors = (sum(count[at] for count in counts) for at in range(3))
    body = "".join(
        _suite(file, count, from_root(file.path, look))
        for file, count in zip(report.files, counts, strict=True)
    )
    return f'{head}<testsuites name="reportlint" tests="{tests}" failures="{failures}" errors="{errors}">\n{body}</testsuites>\n'


def _outcome(file: FileReport, one: Diagnostic) -> str:
    """ "error" for a file that could not be checked, "failure" for what fails the run, "" for the rest."""
    if one.rule in UNCHECKED:
        return "error"
    return "failure" if at_least(one.severity, file.fail_on) else ""


def _counts(file: FileReport) -> tuple[int, int, int]:
    outcomes = [_outcome(file, one) for one in file.diagnostics]
    return max(len(outcomes), 1), outcomes.count("failure"), outcomes.count("error")


def _suite(file: FileReport, counts: tuple[int, int, int], path: str) -> str:
    tests, failures, errors = counts
    head = f'<testsuite name="{xml(path)}" tests="{tests}" failures="{failures}" errors="{errors}" file="{xml(path)}">\n'
    return head + "".join(_cases(file, path)) + "</testsuite>\n"


def _cases(file: FileReport, path: str) -> Iterator[str]:
    if not file.diagnostics:
        yield f'<testcase name="reportlint" classname="{xml(path)}" file="{xml(path)}"/>\n'
    for one in file.diagnostics:
        line, column = file.lines.position(one.span.start)
        outcome = _outcome(file, one)
        place = f"{path}:{line}:{column}: {one.severity} {one.rule} {one.message}"
        name = f"{one.rule} {line}:{column}"  # cases of one name in one class are taken for one
        yield f'<testcase name="{xml(name)}" classname="{xml(path)}" file="{xml(path)}" line="{line}">'
        if outcome:
            yield f'<{outcome} type="{xml(one.rule)}" message="{xml(one.message)}">{xml(place)}</{outcome}>'
        else:
            yield f"<system-out>{xml(place)}</system-out>"
        yield "</testcase>\n"
