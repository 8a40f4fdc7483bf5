"""Workflow commands of GitHub Actions, which become annotations in a pull request."""

from __future__ import annotations

from reportlint.core.diagnostic import SEVERITIES, Diagnostic
from reportlint.core.report import FileReport, Report
from reportlint.output.look import Look
from reportlint.output.paths import from_root
from reportlint.output.text import summary

COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def commands(report: Report, look: Look) -> str:
    """A command for each finding, the gravest first, since GitHub shows ten of each severity; then the line that counts."""
    found = [(file, one) for file in report.files for one in file.diagnostics]
    found.sort(key=lambda pair: SEVERITIES.index(pair[1].severity))
    last = "" if look.quiet else summary(report) + "\n"
    return "".join(_command(file, one, look) for file, one in found) + last


def _command(file: FileReport, one: Diagnostic, look: Look) -> str:
    line, column = file.lines.position(one.span.start)
    end_line, end_column = file.lines.position(one.span.end)
    given = {"file": from_root(file.path, look), "line": line, "endLine": end_line}
    if (
        line == end_line
    ):  # GitHub refuses columns of different lines; its last column is within the annotation
        given |= {"col": column, "endColumn": max(column, end_column - 1)}
    given["title"] = f"reportlint {one.rule}"
    told = ",".join(f"{name}={escape_property(str(value))}" for name, value in given.items())
    return f"::{COMMANDS[one.severity]} {told}::{escape(one.message)}\n"


def escape(text: str) -> str:
    """Text behind the second `::`."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escape_property(text: str) -> str:
    """The value of a property of a command."""
    return escape(text).replace(":", "%3A").replace(",", "%2C")
