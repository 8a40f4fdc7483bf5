"""Format `llm`: for a language model that corrects a report; short, but with all that it needs."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.core.diagnostic import Diagnostic
from reportlint.core.report import FileReport, Report
from reportlint.core.text import Text, shortened
from reportlint.output.formats import CODE_POINTS, TEXT, Format, RenderOptions
from reportlint.output.safe_text import one_line
from reportlint.output.totals import last_line, totals

AROUND = 1  # lines shown before and after the line of a finding


def llm(report: Report, options: RenderOptions) -> str:
    """The findings file by file, each with its fix and the numbered lines around it."""
    parts = [part for file in report.files for part in _file(file, report.language)]
    return "".join(parts) + last_line(totals(report), options)


def _file(file: FileReport, language: str) -> Iterator[str]:
    for diagnostic in file.diagnostics:
        line, column = file.lines.position(diagnostic.span.start)
        place = f"{one_line(file.path)}:{line}:{column}"
        message = one_line(diagnostic.message)
        yield f"{place} {diagnostic.severity} {diagnostic.rule}: {message}\n"
        if diagnostic.fix is not None:
            yield f"  {_cure(file, diagnostic, language)}\n"
        if file.text:
            yield from _lines(file, line, column)


def _cure(file: FileReport, diagnostic: Diagnostic, language: str) -> str:
    fix = diagnostic.fix
    edits = []
    for edit in fix.edits if fix else ():
        line, column = file.lines.position(edit.span.start)
        old, new = one_line(edit.span.cut(file.text)), one_line(edit.text)
        edits.append(f"{line}:{column} “{old}” → “{new}”")
    word = Text("修法", "cure").to(language)
    return f"{word} ({fix.safety if fix else ''}): {'; '.join(edits)}"


def _lines(file: FileReport, line: int, column: int) -> Iterator[str]:
    for number in range(max(1, line - AROUND), min(len(file.lines), line + AROUND) + 1):
        span = file.lines.line(number)
        if span.start == len(file.text) and number != line:
            continue  # not a line, but the end of the last one
        shown = one_line(shortened(span.cut(file.text), column if number == line else 1))
        mark = ">" if number == line else " "
        yield f"  {mark} {number}: {shown}".rstrip() + "\n"


FORMATS = (
    Format(
        "llm",
        Text(
            "大语言模型：问题、修法和前后各一行",
            "language models: the finding, its fix, the lines around it",
        ),
        llm,
        TEXT,
        stream=True,
        columns=CODE_POINTS,
    ),
)
