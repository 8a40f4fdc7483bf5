"""One JSON array of findings for other programs. The order of the keys and of the findings is part of the contract."""

from __future__ import annotations

from reportlint._startup.typed import Any
from reportlint.core.diagnostic import Diagnostic, Fix
from reportlint.core.report import FileReport, Report
from reportlint.core.span import LineIndex, Span
from reportlint.output.look import Look


def findings(report: Report, look: Look) -> str:
    """All findings, one object a line, ordered by path, line, column and rule; `[]` where there are none."""
    import json

    del look  # a program reads it
    found = [(file, one) for file in report.files for one in file.diagnostics]
    found.sort(key=lambda pair: (pair[0].path, pair[1].span.start, pair[1].rule, pair[1].span.end))
    rows = [json.dumps(finding(file, one), ensure_ascii=False) for file, one in found]
    return "[\n" + ",\n".join(rows) + "\n]\n" if rows else "[]\n"


def finding(file: FileReport, one: Diagnostic) -> dict[str, Any]:
    """One finding as plain data. Lines and columns count from 1, columns in code points; the end is exclusive."""
    return {
        "path": file.path,
        **place(file.lines, one.span),
        "rule": one.rule,
        "severity": one.severity,
        "message": one.message,
        "section": list(one.section),
        "related": [
            {"path": file.path, **place(file.lines, other.span), "message": other.message}
            for other in one.related
        ],
        "fix": _fix(file.lines, one.fix) if one.fix else None,
    }


def place(lines: LineIndex, span: Span) -> dict[str, int]:
    """The four numbers that say where `span` is."""
    line, column = lines.position(span.start)
    end_line, end_column = lines.position(span.end)
    return {"line": line, "column": column, "end_line": end_line, "end_column": end_column}


def _fix(lines: LineIndex, fix: Fix) -> dict[str, Any]:
    return {
        "safety": fix.safety,
        "edits": [{**place(lines, edit.span), "text": edit.text} for edit in fix.edits],
    }
