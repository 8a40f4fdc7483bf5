"""One finding a line, each an object of the JSON format, for tools that read a stream."""

from __future__ import annotations

from reportlint._startup.typed import Any
from reportlint.core.report import Report
from reportlint.output.json import finding
from reportlint.output.look import Look

_BREAKS = {ord(char): f"\\u{ord(char):04x}" for char in "\x85\u2028\u2029"}


def lines(report: Report, look: Look) -> str:
    """All findings by path and place; nothing at all where there are none."""
    del look  # a program reads it
    return "".join(line(finding(file, one)) for file in report.files for one in file.diagnostics)


def line(row: dict[str, Any]) -> str:
    """`row` on one line, whatever the reader takes for the end of a line."""
    import json

    return json.dumps(row, ensure_ascii=False).translate(_BREAKS) + "\n"
