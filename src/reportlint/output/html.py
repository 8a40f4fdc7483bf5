"""A page for people who read no logs: what is wrong, in which section, in which sentence. One file, without scripts."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint._startup.lazy_pattern import lazy
from reportlint.core.diagnostic import SEVERITIES, Diagnostic
from reportlint.core.report import FileReport, Report, count
from reportlint.core.text import Text, pick
from reportlint.output.html_style import STYLE
from reportlint.output.look import Look
from reportlint.output.markup import xml
from reportlint.output.text import summary
from reportlint.output.width import show

NAMES = {
    "error": Text("错误", "Error"),
    "warning": Text("警告", "Warning"),
    "info": Text("提示", "Info"),
}
AROUND = 80  # code points that are quoted before and behind a finding, at most
LONGEST = 400  # of a finding itself
_END = lazy(r"[。！？!?；;]|\.(?=\s)")
_AFTER_END = lazy("[”’』」）)]*")
DOTS = "…"


def page(report: Report, look: Look) -> str:
    """The whole page, in the language of the report's surroundings."""
    del look  # a browser lays it out
    language = report.language
    title = Text("报告检查结果", "Report check").to(language)
    tag = "zh-CN" if language == "zh" else "en"
    counts = count(report)
    badges = "".join(
        f'<li class="{one}">{NAMES[one].to(language)} <b>{counts[one]}</b></li>'
        for one in SEVERITIES
        if counts[one]
    )
    found = "".join(_file(report, file) for file in report.files if file.diagnostics)
    return (
        f'<!DOCTYPE html>\n<html lang="{tag}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
        f'<p class="summary">{xml(summary(report))}</p>\n<ul class="counts">{badges}</ul>\n'
        f"{found}{_clean(report)}</main>\n</body>\n</html>\n"
    )


def _clean(report: Report) -> str:
    """The files where nothing was found: it is good to see that they were looked at."""
    clean = [file for file in report.files if not file.diagnostics]
    if not clean or report.hidden:
        return ""
    said = Text(f"没有问题的文件（{len(clean)} 个）", f"Files without findings ({len(clean)})").to(
        report.language
    )
    rows = "".join(f"<li>{_shown(file.path)}</li>" for file in clean)
    return f'<details class="clean"><summary>{said}</summary><ul>{rows}</ul></details>\n'


def _file(report: Report, file: FileReport) -> str:
    rows = "".join(_finding(report, file, one) for one in file.diagnostics)
    return f"<section>\n<h2>{_shown(file.path)}</h2>\n<ol>\n{rows}</ol>\n</section>\n"


def _finding(report: Report, file: FileReport, one: Diagnostic) -> str:
    return f'<li class="{one.severity}">\n{"".join(_parts(report, file, one))}</li>\n'


def _parts(report: Report, file: FileReport, one: Diagnostic) -> Iterator[str]:
    language = report.language
    line, column = file.lines.position(one.span.start)
    place = (
        Text(f"第 {line} 行，第 {column} 字", f"line {line}, character {column}").to(language)
        if file.text
        else ""
    )
    path = "".join(f"<span>{_shown(title)}</span>" for title in one.section)
    yield f'<p class="where"><b>{NAMES[one.severity].to(language)}</b> {place}'
    yield f' <span class="path">{path}</span></p>\n' if path else "</p>\n"
    yield f'<p class="said">{_shown(one.message)}</p>\n'
    if file.text:
        before, marked, after = quote(file, one)
        mark = f"<mark>{_shown(marked)}</mark>" if marked else "<mark></mark>"
        yield f"<blockquote>{_shown(before)}{mark}{_shown(after)}</blockquote>\n"
    for other in one.related:
        number = file.lines.line_of(other.span.start)
        where = Text(f"第 {number} 行：", f"Line {number}: ").to(language)
        cut = other.span.cut(file.text)[:AROUND]
        yield f'<p class="related">{where}<q>{_shown(cut)}</q> {_shown(other.message)}</p>\n'
    if one.fix and one.fix.edits:
        yield f'<p class="fix">{Text("可改为：", "Write: ").to(language)}'
        yield (
            " ".join(
                f"<ins>{_shown(edit.text)}</ins>" if edit.text else "<del>␡</del>"
                for edit in one.fix.edits
            )
            + "</p>\n"
        )
    rule = report.rules.get(one.rule)
    why = pick(rule.why, language) if rule else ""
    if why:
        head = Text("为什么", "Why").to(language)
        yield f"<details><summary>{head} <code>{_shown(one.rule)}</code></summary><p>{_shown(why)}</p></details>\n"
    else:
        yield f'<p class="rule"><code>{_shown(one.rule)}</code></p>\n'


def quote(file: FileReport, one: Diagnostic) -> tuple[str, str, str]:
    """The sentence of a finding: what stands before it, what it marks, what stands behind it. Within one line, and cut."""
    line = file.lines.line(file.lines.line_of(one.span.start))
    start, end = (
        one.span.start,
        min(max(one.span.end, one.span.start), max(line.end, one.span.start)),
    )
    first = max(line.start, start - AROUND)
    head = file.text[first:start]
    stops = [_AFTER_END.match(head, stop.end()) for stop in _END.finditer(head)]
    cut = max((stop.end() for stop in stops if stop and stop.end() < len(head)), default=0)
    before = head[cut:] if cut else (DOTS if first > line.start else "") + head
    last = min(line.end, end + AROUND)
    tail = file.text[end:last]
    stop = _END.search(tail)
    close = _AFTER_END.match(tail, stop.end()) if stop else None
    after = tail[: close.end()] if close else tail + (DOTS if last < line.end else "")
    marked = file.text[start:end]
    marked = marked if len(marked) <= LONGEST else marked[:LONGEST] + DOTS
    return before.lstrip(), marked, after.rstrip()


def _shown(text: str) -> str:
    return xml(show(text))
