"""Format `markdown`: a table in Markdown, for a job summary or a comment."""

from __future__ import annotations

from reportlint.core.diagnostic import Diagnostic
from reportlint.core.report import FileReport, Report
from reportlint.core.text import Text
from reportlint.output.formats import CODE_POINTS, MARKDOWN, Format, RenderOptions
from reportlint.output.locations import from_root
from reportlint.output.safe_text import markdown
from reportlint.output.totals import summary, totals

SEVERITIES = {
    "error": Text("❌ 错误", "❌ error"),
    "warning": Text("⚠️ 警告", "⚠️ warning"),
    "info": Text("💡 提示", "💡 info"),
}
_HEAD = Text("| 级别 | 位置 | 规则 | 说明 |", "| severity | place | rule | message |")


def table(report: Report, options: RenderOptions) -> str:
    """The line of totals, then a row for each finding."""
    rows = "".join(
        _row(file, diagnostic, options, report.language)
        for file in report.files
        for diagnostic in file.diagnostics
    )
    body = f"\n{_HEAD.to(report.language)}\n|---|---|---|---|\n{rows}" if rows else ""
    return f"### reportlint\n\n{markdown(summary(totals(report)))}\n{body}"


def _row(file: FileReport, diagnostic: Diagnostic, options: RenderOptions, language: str) -> str:
    line, column = file.lines.position(diagnostic.span.start)
    place = markdown(f"{from_root(file.path, options)}:{line}:{column}")
    severity = SEVERITIES[diagnostic.severity].to(language)
    return (
        f"| {severity} | {place} | {markdown(diagnostic.rule)} | {markdown(diagnostic.message)} |\n"
    )


FORMATS = (
    Format(
        "markdown",
        Text("评论，CI 任务的摘要", "comments, summaries of jobs"),
        table,
        MARKDOWN,
        columns=CODE_POINTS,
        from_root=True,
        validator="markdown-it-py",
    ),
)
