"""reviewdog's Diagnostic Format: comments in a review, with fixes that are taken by a click. Columns count UTF-8 bytes."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint._startup.typed import Any
from reportlint.core.diagnostic import Diagnostic, Fix
from reportlint.core.report import FileReport, Report
from reportlint.core.span import Span
from reportlint.output.columns import Columns, utf8
from reportlint.output.jsonl import line as one_line
from reportlint.output.links import HOME, rule_link
from reportlint.output.look import Look

SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}
SOURCE = {"name": "reportlint", "url": HOME}
FARTHEST = (
    2000  # code points between the edits of one fix up to which they are offered as one suggestion
)


def rdjson(report: Report, look: Look) -> str:
    """One object with all findings."""
    import json

    del look  # a program reads it
    rows = ",\n".join(json.dumps(row, ensure_ascii=False) for row in _rows(report))
    inside = f"\n{rows}\n" if rows else ""
    return f'{{"source": {json.dumps(SOURCE)}, "diagnostics": [{inside}]}}\n'


def rdjsonl(report: Report, look: Look) -> str:
    """One finding a line."""
    del look  # a program reads it
    return "".join(one_line({**row, "source": SOURCE}) for row in _rows(report))


def _rows(report: Report) -> Iterator[dict[str, Any]]:
    for file in report.files:
        columns = Columns(file.text, file.lines, utf8)
        for one in file.diagnostics:
            yield _row(report, file, columns, one)


def _row(report: Report, file: FileReport, columns: Columns, one: Diagnostic) -> dict[str, Any]:
    code = {"value": one.rule}
    link = rule_link(report.rules.get(one.rule))
    if link:
        code["url"] = link
    row: dict[str, Any] = {
        "message": one.message,
        "location": _location(file, columns, one.span),
        "severity": SEVERITIES[one.severity],
        "code": code,
    }
    suggestion = _suggestion(file, columns, one.fix) if one.fix else None
    if suggestion:
        row["suggestions"] = [suggestion]
    if one.related:
        row["related_locations"] = [
            {"message": other.message, "location": _location(file, columns, other.span)}
            for other in one.related
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
    """The edits of a fix as one, with the text between them: several suggestions would be offered one by one."""
    edits = sorted(fix.edits, key=lambda edit: edit.span)
    if not edits or edits[-1].span.end - edits[0].span.start > FARTHEST:
        return None
    text, at = "", edits[0].span.start
    for edit in edits:
        text += file.text[at : edit.span.start] + edit.text
        at = edit.span.end
    return {"range": _range(columns, Span(edits[0].span.start, at)), "text": text}
