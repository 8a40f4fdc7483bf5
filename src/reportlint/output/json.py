"""Formats `json` and `jsonl`: findings for other programs.

The order of the keys and of the findings is part of the contract.
"""

from __future__ import annotations

from collections.abc import Iterable

from reportlint._startup.typed import Any
from reportlint.core.diagnostic import Diagnostic, Fix
from reportlint.core.report import FileReport, Report
from reportlint.core.span import LineIndex, Span
from reportlint.core.text import Text
from reportlint.core.word import FORMAT as WORD
from reportlint.output.addresses import rule_link
from reportlint.output.formats import (
    CODE_POINT_RANGE,
    JSON,
    JSON_LINES,
    Format,
    Parts,
    RenderOptions,
)
from reportlint.output.safe_text import json_array, to_json
from reportlint.output.totals import by_rule


def array(report: Report, _: RenderOptions) -> str:
    """An array of all findings, one object per line, by path, line, column and rule; `[]` without
    any."""
    pairs = report.findings
    pairs.sort(key=lambda pair: (pair[0].path, pair[1].span.start, pair[1].rule, pair[1].span.end))
    return json_array(finding(file, diagnostic, report) for file, diagnostic in pairs)


def lines(report: Report, _: RenderOptions) -> str:
    """One object per line for each finding, in the order of the report; "" without findings."""
    return "".join(
        to_json(finding(file, diagnostic, report)) + "\n"
        for file in report.files
        for diagnostic in file.diagnostics
    )


def _of_lines(parts: Iterable[str]) -> str:
    """The output of `array`, joined from the lines of the files."""
    elements = [line for part in parts for line in part.split("\n") if line]
    return "[\n" + ",\n".join(elements) + "\n]\n" if elements else "[]\n"


def _ordered(report: Report, options: RenderOptions) -> str:
    """The lines of one file in the order of `array`."""
    return lines(report._replace(files=tuple(map(_in_order, report.files))), options)


def _in_order(file: FileReport) -> FileReport:
    diagnostics = sorted(
        file.diagnostics, key=lambda finding: (finding.span.start, finding.rule, finding.span.end)
    )
    return file._replace(diagnostics=tuple(diagnostics))


def statistics(report: Report, _: RenderOptions) -> str:
    """An array with an object for each rule that has findings."""
    return json_array(row._asdict() for row in by_rule(report))


def finding(
    file: FileReport, diagnostic: Diagnostic, report: Report | None = None
) -> dict[str, Any]:
    """A finding as plain data.

    Lines and columns count from 1, columns in code points; the end is exclusive. In a Word document
    a line is a paragraph, and the format is given, because no program finds such a line in the
    bytes. `report` provides the URLs of rules.
    """
    rule = report.rules.get(diagnostic.rule) if report else None
    return {
        "path": file.path,
        **({"format": WORD} if file.is_word else {}),
        **_place(file.lines, diagnostic.span),
        "rule": diagnostic.rule,
        **({"url": rule_link(rule, "en")} if rule is not None and rule.url else {}),
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        "section": list(diagnostic.section),
        "related": [
            {"path": file.path, **_place(file.lines, related.span), "message": related.message}
            for related in diagnostic.related
        ],
        "fix": _fix(file.lines, diagnostic.fix) if diagnostic.fix else None,
    }


def _place(lines: LineIndex, span: Span) -> dict[str, int]:
    line, column = lines.position(span.start)
    end_line, end_column = lines.position(span.end)
    return {"line": line, "column": column, "end_line": end_line, "end_column": end_column}


def _fix(lines: LineIndex, fix: Fix) -> dict[str, Any]:
    return {
        "safety": fix.safety,
        "edits": [{**_place(lines, edit.span), "text": edit.text} for edit in fix.edits],
    }


FORMATS = (
    Format(
        "json",
        Text("程序：一个数组", "programs: one array"),
        array,
        JSON,
        parts=Parts(_ordered, join=_of_lines),
        columns=CODE_POINT_RANGE,
        statistics=statistics,
    ),
    Format(
        "jsonl",
        Text("程序：一行一个对象", "programs: one object per line"),
        lines,
        JSON_LINES,
        stream=True,
        parts=Parts(lines),
        columns=CODE_POINT_RANGE,
    ),
)
