"""Formats `rdjson` and `rdjsonl`: reviewdog's Diagnostic Format.

reviewdog makes review comments of it, with fixes that are accepted by a click.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint._startup.typed import Any
from reportlint.core.diagnostic import Diagnostic, Fix
from reportlint.core.report import FileReport, Report
from reportlint.core.span import Span
from reportlint.core.text import Text
from reportlint.output.addresses import HOME, rule_link
from reportlint.output.formats import JSON, JSON_LINES, Format, Parts, RenderOptions
from reportlint.output.locations import Columns, utf8_bytes
from reportlint.output.safe_text import to_json

SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}
SOURCE = {"name": "reportlint", "url": HOME}
# code points from the first edit of a fix to its last; a longer fix is omitted
LONGEST_SUGGESTION = 2000


def rdjson(report: Report, _: RenderOptions) -> str:
    """One object with all findings."""
    rows = ",\n".join(to_json(row) for row in _rows(report))
    diagnostics = f"\n{rows}\n" if rows else ""
    return f'{{"source": {to_json(SOURCE)}, "diagnostics": [{diagnostics}]}}\n'


def rdjsonl(report: Report, _: RenderOptions) -> str:
    """One object per line for each finding."""
    return "".join(to_json({**row, "source": SOURCE}) + "\n" for row in _rows(report))


def _rows(report: Report) -> Iterator[dict[str, Any]]:
    for file in report.files:
        columns = Columns(file.text, file.lines, utf8_bytes)
        for diagnostic in file.diagnostics:
            yield _row(report, file, columns, diagnostic)


def _row(
    report: Report, file: FileReport, columns: Columns, diagnostic: Diagnostic
) -> dict[str, Any]:
    code = {"value": diagnostic.rule}
    link = rule_link(report.named.get(diagnostic.rule), file.language)
    if link:
        code["url"] = link
    row: dict[str, Any] = {
        "message": diagnostic.message,
        "location": _location(file, columns, diagnostic.span),
        "severity": SEVERITIES[diagnostic.severity],
        "code": code,
    }
    suggestion = _suggestion(file, columns, diagnostic.fix) if diagnostic.fix else None
    if suggestion:
        row["suggestions"] = [suggestion]
    if diagnostic.related:
        row["related_locations"] = [
            {"message": related.message, "location": _location(file, columns, related.span)}
            for related in diagnostic.related
        ]
    return row


def _location(file: FileReport, columns: Columns, span: Span) -> dict[str, Any]:
    return {"path": file.path, "range": _range(columns, span)}


def _range(columns: Columns, span: Span) -> dict[str, Any]:
    line, column, end_line, end_column = columns.place(span)
    return {
        "start": {"line": line, "column": column},
        "end": {"line": end_line, "column": end_column},
    }


def _suggestion(file: FileReport, columns: Columns, fix: Fix) -> dict[str, Any] | None:
    """The edits of a fix as one edit, with the text between them, because a viewer offers several
    suggestions separately. None if there are none, or the text is too long."""
    edits = sorted(fix.edits, key=lambda edit: edit.span)
    if not edits or edits[-1].span.end - edits[0].span.start > LONGEST_SUGGESTION:
        return None
    text, at = "", edits[0].span.start
    for edit in edits:
        text += file.text[at : edit.span.start] + edit.text
        at = edit.span.end
    return {"range": _range(columns, Span(edits[0].span.start, at)), "text": text}


_COLUMNS = Text("UTF-8 字节，终点不含在内", "UTF-8 bytes, end exclusive")
_VALIDATOR = "@umbrelladocs/rdformat-validator"
FORMATS = (
    Format(
        "rdjson",
        Text("reviewdog；改法成为可采纳的建议", "reviewdog; fixes become suggestions"),
        rdjson,
        JSON,
        columns=_COLUMNS,
        severities=SEVERITIES,
        validator=_VALIDATOR,
    ),
    Format(
        "rdjsonl",
        Text("reviewdog，一行一处", "reviewdog, one finding per line"),
        rdjsonl,
        JSON_LINES,
        stream=True,
        parts=Parts(rdjsonl),
        columns=_COLUMNS,
        severities=SEVERITIES,
        validator=_VALIDATOR,
    ),
)
