"""Format `quickfix`: the list of places that Vim jumps through (`:cfile`)."""

from __future__ import annotations

from reportlint.core.report import Report
from reportlint.core.text import Text
from reportlint.output.formats import TEXT, Format, RenderOptions
from reportlint.output.locations import Columns, utf8_bytes
from reportlint.output.safe_text import one_line


def places(report: Report, _: RenderOptions) -> str:
    """A line for each finding, its column in bytes."""
    lines = []
    for file in report.files:
        columns = Columns(file.text, file.lines, utf8_bytes)
        for diagnostic in file.diagnostics:
            line, column = columns.position(diagnostic.span.start)
            lines.append(
                f"{one_line(file.path)}|{line} col {column}| {one_line(diagnostic.message)}\n"
            )
    return "".join(lines)


FORMATS = (
    Format(
        "quickfix",
        Text("Vim 的位置列表", "Vim's list of places"),
        places,
        TEXT,
        stream=True,
        columns=Text("UTF-8 字节", "UTF-8 bytes"),
    ),
)
