"""Logging commands of Azure Pipelines."""

from __future__ import annotations

from reportlint.core.diagnostic import Diagnostic
from reportlint.core.report import FileReport, Report
from reportlint.output.look import Look
from reportlint.output.paths import from_root
from reportlint.output.text import summary

TYPES = {"error": "error", "warning": "warning", "info": "warning"}  # there is no third


def commands(report: Report, look: Look) -> str:
    """A command for each finding, then the line that counts."""
    last = "" if look.quiet else summary(report) + "\n"
    return (
        "".join(_command(file, one, look) for file in report.files for one in file.diagnostics)
        + last
    )


def _command(file: FileReport, one: Diagnostic, look: Look) -> str:
    line, column = file.lines.position(one.span.start)
    given = {
        "type": TYPES[one.severity],
        "sourcepath": from_root(file.path, look),
        "linenumber": line,
        "columnnumber": column,
        "code": one.rule,
    }
    told = "".join(f"{name}={escape_property(str(value))};" for name, value in given.items())
    return f"##vso[task.logissue {told}]{escape(one.message)}\n"


def escape(text: str) -> str:
    """Text behind the bracket."""
    return text.replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A")


def escape_property(text: str) -> str:
    """The value of a property."""
    return escape(text).replace("]", "%5D").replace(";", "%3B")
