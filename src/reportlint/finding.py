"""A finding as the library returns it: plain values that need no look-up.

Lines and columns count from 1, columns in Unicode code points. `start` and `end` are offsets in
code points from the beginning of the text, a byte-order mark not counted. An end is always
exclusive.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core import diagnostic as d
from reportlint.core.report import FileReport
from reportlint.core.span import LineIndex, Span

COLUMNS = {
    "path": "string",
    "rule": "string",
    "severity": "string",
    "message": "string",
    "line": "int32",
    "column": "int32",
    "end_line": "int32",
    "end_column": "int32",
    "start": "int64",
    "end": "int64",
    "section": "list<string>",
    "fixable": "bool",
}
"""The columns of `Finding.row`, in order: name and Arrow type. No value is ever null."""


class Related(NamedTuple):
    """Another place in the same text that explains a finding."""

    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int
    message: str


class Edit(NamedTuple):
    """The replacement of one place in the text by `text`."""

    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int
    text: str


class Fix(NamedTuple):
    """Edits that fix a finding together, in the order of the text and without overlap."""

    safety: str  # "safe" or "unsafe"
    edits: tuple[Edit, ...]


class Finding(NamedTuple):
    """One finding in one text."""

    path: str  # as the caller gave it
    rule: str
    severity: str  # "error", "warning" or "info"
    message: str
    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int
    section: tuple[str, ...] = ()  # titles of the enclosing sections, the outermost first
    fixable: bool = False
    related: tuple[Related, ...] = ()
    fix: Fix | None = None

    def row(self) -> dict[str, Any]:
        """The finding as a row of a table: one value for each column of COLUMNS."""
        return {**dict(zip(COLUMNS, self, strict=False)), "section": list(self.section)}


def findings(report: FileReport) -> Iterator[Finding]:
    """The findings of a report on one file, in the order of the text."""
    lines = report.lines
    for diagnostic in report.diagnostics:
        related = tuple(
            Related(*_place(lines, near.span), near.message) for near in diagnostic.related
        )
        place = _place(lines, diagnostic.span)
        yield Finding(
            report.path,
            diagnostic.rule,
            diagnostic.severity,
            diagnostic.message,
            *place,
            section=diagnostic.section,
            fixable=diagnostic.fix is not None,
            related=related,
            fix=_fix(lines, diagnostic.fix),
        )


def _fix(lines: LineIndex, fix: d.Fix | None) -> Fix | None:
    if fix is None:
        return None
    return Fix(fix.safety, tuple(Edit(*_place(lines, edit.span), edit.text) for edit in fix.edits))


def _place(lines: LineIndex, span: Span) -> tuple[int, int, int, int, int, int]:
    return (*lines.position(span.start), *lines.position(span.end), *span)
