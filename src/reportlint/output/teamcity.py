"""Service messages of TeamCity: inspections."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.core.diagnostic import Diagnostic
from reportlint.core.report import FileReport, Report
from reportlint.core.text import pick
from reportlint.output.look import Look
from reportlint.output.paths import from_root
from reportlint.output.text import summary

SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}
LONGEST_NAME = 255  # characters that TeamCity takes of an id, a name or a category
LONGEST = 4000  # of any other value
_ESCAPES = str.maketrans(
    {
        "|": "||",
        "'": "|'",
        "\n": "|n",
        "\r": "|r",
        "[": "|[",
        "]": "|]",
        "\x85": "|x",
        "\u2028": "|l",
        "\u2029": "|p",
    }
)


def messages(report: Report, look: Look) -> str:
    """What each rule is, once; then the findings; then the line that counts."""
    used = dict.fromkeys(one.rule for file in report.files for one in file.diagnostics)
    types = "".join(_type(report, rule) for rule in used)
    last = "" if look.quiet else summary(report) + "\n"
    return types + "".join(_findings(report, look)) + last


def _type(report: Report, rule: str) -> str:
    known = report.rules.get(rule)
    why = (pick(known.why, report.language) if known else "") or rule
    named = {"id": rule, "name": rule, "category": "reportlint"}
    return _message(
        "inspectionType",
        {name: value[:LONGEST_NAME] for name, value in named.items()}
        | {"description": why[:LONGEST]},
    )


def _findings(report: Report, look: Look) -> Iterator[str]:
    for file in report.files:
        for one in file.diagnostics:
            yield _finding(file, one, look)


def _finding(file: FileReport, one: Diagnostic, look: Look) -> str:
    given = {
        "typeId": one.rule[:LONGEST_NAME],
        "message": one.message[:LONGEST],
        "file": from_root(file.path, look)[:LONGEST],
        "line": str(file.lines.line_of(one.span.start)),
        "SEVERITY": SEVERITIES[one.severity],
    }
    return _message("inspection", given)


def _message(name: str, given: dict[str, str]) -> str:
    told = " ".join(f"{key}='{escape(value)}'" for key, value in given.items())
    return f"##teamcity[{name} {told}]\n"


def escape(text: str) -> str:
    """Text between the quotes of a value."""
    return text.translate(_ESCAPES)
