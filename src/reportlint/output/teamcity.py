"""Format `teamcity`: TeamCity service messages for inspections."""

from __future__ import annotations

from collections.abc import Mapping

from reportlint.core.diagnostic import Diagnostic
from reportlint.core.report import FileReport, Report
from reportlint.core.text import Text, pick
from reportlint.output.formats import COMMANDS, Format, RenderOptions, Service
from reportlint.output.locations import from_root
from reportlint.output.safe_text import command_value
from reportlint.output.totals import last_line, totals

SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}
LONGEST_NAME = 255  # TeamCity's limit for an id, a name or a category, in characters
LONGEST = 4000  # limit for other values
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


def messages(report: Report, options: RenderOptions) -> str:
    """The description of each rule, then the findings, then the line of totals."""
    pairs = report.findings
    rules = dict.fromkeys(diagnostic.rule for _, diagnostic in pairs)
    types = "".join(_inspection_type(report, rule) for rule in rules)
    findings = "".join(_inspection(file, diagnostic, options) for file, diagnostic in pairs)
    return types + findings + last_line(totals(report), options)


def _inspection_type(report: Report, rule_id: str) -> str:
    rule = report.rules.get(rule_id)
    why = (pick(rule.why, report.language) if rule else "") or rule_id
    names = {"id": rule_id, "name": rule_id, "category": "reportlint"}
    names = {name: value[:LONGEST_NAME] for name, value in names.items()}
    return _message("inspectionType", {**names, "description": why[:LONGEST]})


def _inspection(file: FileReport, diagnostic: Diagnostic, options: RenderOptions) -> str:
    values = {
        "typeId": diagnostic.rule[:LONGEST_NAME],
        "message": diagnostic.message[:LONGEST],
        "file": from_root(file.path, options)[:LONGEST],
        "line": str(file.lines.line_of(diagnostic.span.start)),
        "SEVERITY": SEVERITIES[diagnostic.severity],
    }
    return _message("inspection", values)


def _message(name: str, values: Mapping[str, str]) -> str:
    written = " ".join(f"{key}='{escape(value)}'" for key, value in values.items())
    return f"##teamcity[{name} {written}]\n"


def escape(text: str) -> str:
    """Escape a text for the quotes of a value."""
    return command_value(text.translate(_ESCAPES))


FORMATS = (
    Format(
        "teamcity",
        Text("TeamCity：检查结果", "TeamCity: inspections"),
        messages,
        COMMANDS,
        severities=SEVERITIES,
        from_root=True,
        service=Service("TEAMCITY_VERSION"),
        validator="teamcity-messages (JetBrains)",
    ),
)
