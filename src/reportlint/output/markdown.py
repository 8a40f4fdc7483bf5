"""A table in Markdown, for the summary of a job or a comment."""

from __future__ import annotations

from reportlint.core.diagnostic import Diagnostic
from reportlint.core.report import FileReport, Report
from reportlint.core.text import Text
from reportlint.output.look import Look
from reportlint.output.markup import markdown
from reportlint.output.paths import from_root
from reportlint.output.text import summary

NAMES = {
    "error": Text("❌ 错误", "❌ error"),
    "warning": Text("⚠️ 警告", "⚠️ warning"),
    "info": Text("💡 提示", "💡 info"),
}


def table(report: Report, look: Look) -> str:
    """The line that counts, and a row for each finding."""
    language = report.language
    head = Text("| 级别 | 位置 | 规则 | 说明 |", "| severity | place | rule | message |").to(
        language
    )
    rows = [_row(file, one, look, language) for file in report.files for one in file.diagnostics]
    body = f"\n{head}\n|---|---|---|---|\n{''.join(rows)}" if rows else ""
    return f"### reportlint\n\n{markdown(summary(report))}\n{body}"


def _row(file: FileReport, one: Diagnostic, look: Look, language: str) -> str:
    line, column = file.lines.position(one.span.start)
    place = markdown(f"{from_root(file.path, look)}:{line}:{column}")
    return f"| {NAMES[one.severity].to(language)} | {place} | {markdown(one.rule)} | {markdown(one.message)} |\n"
