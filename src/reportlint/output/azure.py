"""Format `azure`: logging commands of Azure Pipelines."""

from __future__ import annotations

from reportlint.core.diagnostic import Diagnostic
from reportlint.core.report import FileReport, Report
from reportlint.core.text import Text
from reportlint.output.formats import CODE_POINTS, COMMANDS, Format, RenderOptions, Service
from reportlint.output.locations import from_root
from reportlint.output.safe_text import command_value
from reportlint.output.totals import last_line, totals

SEVERITIES = {"error": "error", "warning": "warning", "info": "warning"}  # there is no third one


def commands(report: Report, options: RenderOptions) -> str:
    """A command for each finding, then the line of totals."""
    written = (
        _command(file, diagnostic, options)
        for file in report.files
        for diagnostic in file.diagnostics
    )
    return "".join(written) + last_line(totals(report), options)


def _command(file: FileReport, diagnostic: Diagnostic, options: RenderOptions) -> str:
    line, column = file.lines.position(diagnostic.span.start)
    properties = {
        "type": SEVERITIES[diagnostic.severity],
        "sourcepath": from_root(file.path, options),
        "linenumber": str(line),
        "columnnumber": str(column),
        "code": diagnostic.rule,
    }
    listed = "".join(f"{name}={escape_property(value)};" for name, value in properties.items())
    return f"##vso[task.logissue {listed}]{escape(diagnostic.message)}\n"


def escape(text: str) -> str:
    """Escape a message, the text after the bracket."""
    text = command_value(text)
    return text.replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A")


def escape_property(text: str) -> str:
    """Escape the value of a property."""
    return escape(text).replace("]", "%5D").replace(";", "%3B")


FORMATS = (
    Format(
        "azure",
        Text("Azure Pipelines", "Azure Pipelines"),
        commands,
        COMMANDS,
        stream=True,
        columns=CODE_POINTS,
        severities=SEVERITIES,
        from_root=True,
        service=Service("TF_BUILD", "True", workspace="BUILD_SOURCESDIRECTORY"),
        validator="azure-pipelines-task-lib",
    ),
)
