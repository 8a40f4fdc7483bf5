"""Checkstyle's XML, which Jenkins, reviewdog and many editors read. Columns are code points, as Checkstyle's own are."""

from __future__ import annotations

from reportlint.core.report import FileReport, Report
from reportlint.output.look import Look
from reportlint.output.markup import xml

VERSION = "4.3"  # of the format, as other tools write it


def checkstyle(report: Report, look: Look) -> str:
    """All files, those without findings too."""
    del look  # a program reads it
    body = "".join(_file(file) for file in report.files)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="{VERSION}">\n{body}</checkstyle>\n'


def _file(file: FileReport) -> str:
    rows = []
    for one in file.diagnostics:
        line, column = file.lines.position(one.span.start)
        rows.append(
            f'<error line="{line}" column="{column}" severity="{one.severity}" message="{xml(one.message)}"'
            f' source="{xml(f"reportlint.{one.rule}")}"/>\n'
        )
    name = xml(file.path)
    return f'<file name="{name}">\n{"".join(rows)}</file>\n' if rows else f'<file name="{name}"/>\n'
