"""Format `checkstyle`: the XML of Checkstyle. Columns are code points, as Checkstyle's own are."""

from __future__ import annotations

from reportlint.core.report import FileReport, Report
from reportlint.core.text import Text
from reportlint.output.formats import CODE_POINTS, XML, Format, RenderOptions
from reportlint.output.safe_text import xml

VERSION = "4.3"  # the format version that other tools write


def checkstyle(report: Report, _: RenderOptions) -> str:
    """The XML of all files, including those without findings."""
    files = "".join(_file(file) for file in report.files)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f'{head}<checkstyle version="{VERSION}">\n{files}</checkstyle>\n'


def _file(file: FileReport) -> str:
    rows = []
    for diagnostic in file.diagnostics:
        line, column = file.lines.position(diagnostic.span.start)
        message, source = xml(diagnostic.message), xml(f"reportlint.{diagnostic.rule}")
        rows.append(
            f'<error line="{line}" column="{column}" severity="{diagnostic.severity}"'
            f' message="{message}" source="{source}"/>\n'
        )
    name = xml(file.path)
    return f'<file name="{name}">\n{"".join(rows)}</file>\n' if rows else f'<file name="{name}"/>\n'


FORMATS = (
    Format(
        "checkstyle",
        Text("Jenkins、reviewdog、编辑器", "Jenkins, reviewdog, editors"),
        checkstyle,
        XML,
        columns=CODE_POINTS,
    ),
)
