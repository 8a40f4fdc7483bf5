"""Reports for people at a terminal: one finding with its excerpt, or one finding a line."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.core.diagnostic import SEVERITIES, Diagnostic
from reportlint.core.report import FileReport, Report, count
from reportlint.core.span import Span
from reportlint.core.text import Text
from reportlint.output.look import BOLD, DIM, STYLES, Look

MARGIN = 5  # the least cells that a line number gets


def full(report: Report, look: Look) -> str:
    """Every finding with its line, carets under it, and the other places it speaks of."""
    parts = []
    for file in report.files:
        for one in file.diagnostics:
            parts.append(_head(file, one, look))
            if file.text:
                parts += _picture(file, one, look, report.language)
                parts.append("\n")
    return "".join(parts) + _last(report, look)


def concise(report: Report, look: Look) -> str:
    """Every finding on a line of its own."""
    return "".join(
        _head(file, one, look) for file in report.files for one in file.diagnostics
    ) + _last(report, look)


def summary(report: Report) -> str:
    """How many files were checked and what was found, in one line; that nothing was checked is said too."""
    files = len(report.files)
    counts = count(report)
    if not files:
        said = Text(
            "检查了 0 个文件：没有找到可检查的文件。",
            "0 files checked: no file to check was found.",
        )
    elif not any(counts.values()):
        said = Text(
            f"检查了 {files} 个文件，没有发现问题。",
            f"{_number(files, 'file')} checked, no findings.",
        )
    else:
        zh = {"error": "错误", "warning": "警告", "info": "提示"}
        en = {
            "error": ("error", "errors"),
            "warning": ("warning", "warnings"),
            "info": ("info", "info"),
        }
        said = Text(
            f"检查了 {files} 个文件，发现 {sum(counts.values())} 处问题："
            + "，".join(f"{counts[one]} 处{zh[one]}" for one in SEVERITIES if counts[one])
            + "。",
            f"{_number(files, 'file')} checked, {_number(sum(counts.values()), 'finding')}: "
            + ", ".join(
                f"{counts[one]} {en[one][counts[one] != 1]}" for one in SEVERITIES if counts[one]
            )
            + ".",
        )
    return said.to(report.language) + hidden(report)


def hidden(report: Report) -> str:
    """How many of the findings were left out; "" where all are there."""
    number = sum(report.hidden.values())
    if not number:
        return ""
    said = Text(
        f"有 {number} 处没有列出（--max-findings）。",
        f" {_number(number, 'finding')} not shown (--max-findings).",
    )
    return said.to(report.language)


def _last(report: Report, look: Look) -> str:
    return "" if look.quiet else summary(report) + "\n"


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _head(file: FileReport, one: Diagnostic, look: Look) -> str:
    from reportlint.output.width import show  # here and below: most runs find nothing

    line, column = file.lines.position(one.span.start)
    place = look.paint(BOLD, f"{show(file.path)}:{line}:{column}:")
    return (
        f"{place} {look.paint(STYLES[one.severity], one.severity)} {one.rule} {show(one.message)}\n"
    )


def _picture(file: FileReport, one: Diagnostic, look: Look, language: str) -> Iterator[str]:
    from reportlint.output.excerpt import excerpt
    from reportlint.output.width import show

    number = file.lines.line_of(one.span.start)
    margin = max(MARGIN, len(str(number)))
    found = excerpt(file.text, file.lines, one.span, look.width - margin - 3)
    bar = look.paint(DIM, "|")
    more = (
        Text(f" 到第 {number + found.more} 行", f" to line {number + found.more}").to(language)
        if found.more
        else ""
    )
    yield f"{number:>{margin}} {bar} {found.line}".rstrip() + "\n"
    yield f"{'':>{margin}} {bar} {look.paint(STYLES[one.severity], found.carets)}{more}\n"
    for other in one.related:
        yield f"{'':>{margin}} {look.paint(DIM, '=')} {_where(file, other.span)} {show(other.message)}\n"


def _where(file: FileReport, span: Span) -> str:
    from reportlint.output.width import show

    line, column = file.lines.position(span.start)
    return f"{show(file.path)}:{line}:{column}:"
