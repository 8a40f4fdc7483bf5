"""Format `github`: workflow commands of GitHub Actions, annotations in a pull request."""

from __future__ import annotations

from reportlint.core.diagnostic import SEVERITIES, Diagnostic
from reportlint.core.report import FileReport, Report
from reportlint.core.text import Text
from reportlint.output.formats import COMMANDS, Format, RenderOptions, Service
from reportlint.output.locations import from_root
from reportlint.output.safe_text import command_value
from reportlint.output.totals import last_line, totals

COMMAND_NAMES = {"error": "error", "warning": "warning", "info": "notice"}


def commands(report: Report, options: RenderOptions) -> str:
    """A command for each finding, then the line of totals.

    The most severe come first, because GitHub shows ten of each severity.
    """
    pairs = report.findings
    pairs.sort(key=lambda pair: SEVERITIES.index(pair[1].severity))
    written = "".join(_command(file, diagnostic, options) for file, diagnostic in pairs)
    return written + last_line(totals(report), options)


def _command(file: FileReport, diagnostic: Diagnostic, options: RenderOptions) -> str:
    line, column = file.lines.position(diagnostic.span.start)
    end_line, end_column = file.lines.position(diagnostic.span.end)
    properties = {"file": from_root(file.path, options), "line": line, "endLine": end_line}
    if line == end_line:  # GitHub refuses columns on different lines; its end column is inclusive
        properties |= {"col": column, "endColumn": max(column, end_column - 1)}
    properties["title"] = f"reportlint {diagnostic.rule}"
    written = ",".join(f"{name}={escape_property(str(v))}" for name, v in properties.items())
    return f"::{COMMAND_NAMES[diagnostic.severity]} {written}::{escape(diagnostic.message)}\n"


def escape(text: str) -> str:
    """Escape a message, the text after the second `::`."""
    return command_value(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escape_property(text: str) -> str:
    """Escape the value of a property of a command."""
    return escape(text).replace(":", "%3A").replace(",", "%2C")


FORMATS = (
    Format(
        "github",
        Text(
            "GitHub Actions：标注。重的在前，因为每步每级只显示十条",
            "GitHub Actions: annotations; the most severe first, as it shows ten of each severity"
            " per step",
        ),
        commands,
        COMMANDS,
        columns=Text("码点，终点含在内", "code points, end inclusive"),
        severities=COMMAND_NAMES,
        from_root=True,
        service=Service(
            "GITHUB_ACTIONS", "true", "GITHUB_WORKSPACE", job_summary="GITHUB_STEP_SUMMARY"
        ),
        validator="@actions/core",
    ),
)
