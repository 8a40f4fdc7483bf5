"""Format `html`: a page for people who read no logs.

What is wrong, in which section, in which sentence; one file, no scripts.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint._startup.lazy_pattern import lazy
from reportlint.core.diagnostic import Diagnostic, Fix, Related
from reportlint.core.report import FileReport, Report, count
from reportlint.core.text import Text, pick
from reportlint.output.formats import CODE_POINTS, HTML, Format, RenderOptions
from reportlint.output.safe_text import one_line, xml
from reportlint.output.terminal import layout
from reportlint.output.totals import summary

NAMES = {
    "error": Text("错误", "Error"),
    "warning": Text("警告", "Warning"),
    "info": Text("提示", "Info"),
}
MOST_AROUND = 80  # code points that are quoted before and behind a finding
MOST_MARKED = 400  # code points of a finding that are quoted
DOTS = "…"
_SENTENCE_END = lazy(r"[。！？!?；;]|\.(?=\s)")
_CLOSING = lazy("[”’』」）)]*")


def page(report: Report, _: RenderOptions) -> str:
    """The whole page, in the language of the report's surroundings."""
    language = report.language
    title = Text("报告检查结果", "Report check").to(language)
    tag = "zh-CN" if language == "zh" else "en"
    badges = "".join(
        f'<li class="{severity}">{NAMES[severity].to(language)} <b>{number}</b></li>'
        for severity, number in count(report).items()
        if number
    )
    files = "".join(_file(report, file) for file in report.files if file.diagnostics)
    return (
        f'<!DOCTYPE html>\n<html lang="{tag}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
        f'<p class="summary">{xml(summary(report))}</p>\n<ul class="counts">{badges}</ul>\n'
        f"{files}{_clean_files(report)}</main>\n</body>\n</html>\n"
    )


def _clean_files(report: Report) -> str:
    """The files where nothing was found: it is good to see that they were looked at."""
    clean = [file for file in report.files if not file.diagnostics]
    if not clean or report.hidden:
        return ""
    number = len(clean)
    title = Text(f"没有问题的文件（{number} 个）", f"Files without findings ({number})")
    rows = "".join(f"<li>{_shown(file.path)}</li>" for file in clean)
    summary = f"<summary>{title.to(report.language)}</summary>"
    return f'<details class="clean">{summary}<ul>{rows}</ul></details>\n'


def _file(report: Report, file: FileReport) -> str:
    items = "".join(
        f'<li class="{diagnostic.severity}">\n{"".join(_parts(report, file, diagnostic))}</li>\n'
        for diagnostic in file.diagnostics
    )
    return f"<section>\n<h2>{_shown(file.path)}</h2>\n<ol>\n{items}</ol>\n</section>\n"


def _parts(report: Report, file: FileReport, diagnostic: Diagnostic) -> Iterator[str]:
    """A finding: where it is, what it says, the sentence, related places, the fix, the reasons of
    the rule."""
    language = report.language
    yield _where(file, diagnostic, language)
    yield f'<p class="said">{_shown(diagnostic.message)}</p>\n'
    if file.text:
        before, marked, after = map(_quoted, quote(file, diagnostic))
        yield f"<blockquote>{before}<mark>{marked}</mark>{after}</blockquote>\n"
    for related in diagnostic.related:
        yield _related(file, related, language)
    if diagnostic.fix and diagnostic.fix.edits:
        yield _fix(diagnostic.fix, language)
    rule = report.rules.get(diagnostic.rule)
    why = pick(rule.why, language) if rule else ""
    name = f"<code>{_shown(diagnostic.rule)}</code>"
    if why:
        head = Text("为什么", "Why").to(language)
        yield f"<details><summary>{head} {name}</summary><p>{_shown(why)}</p></details>\n"
    else:
        yield f'<p class="rule">{name}</p>\n'


def _where(file: FileReport, diagnostic: Diagnostic, language: str) -> str:
    place = ""
    if file.text:
        line, column = file.lines.position(diagnostic.span.start)
        text = Text(f"第 {line} 行，第 {column} 字", f"line {line}, character {column}")
        place = text.to(language)
    titles = "".join(f"<span>{_shown(title)}</span>" for title in diagnostic.section)
    path = f' <span class="path">{titles}</span>' if titles else ""
    return f'<p class="where"><b>{NAMES[diagnostic.severity].to(language)}</b> {place}{path}</p>\n'


def _related(file: FileReport, related: Related, language: str) -> str:
    number = file.lines.line_of(related.span.start)
    where = Text(f"第 {number} 行：", f"Line {number}: ").to(language)
    text = related.span.cut(file.text)[:MOST_AROUND]
    return f'<p class="related">{where}<q>{_quoted(text)}</q> {_shown(related.message)}</p>\n'


def _fix(fix: Fix, language: str) -> str:
    edits = " ".join(
        f"<ins>{_quoted(edit.text)}</ins>" if edit.text else "<del>␡</del>" for edit in fix.edits
    )
    return f'<p class="fix">{Text("可改为：", "Write: ").to(language)}{edits}</p>\n'


def quote(file: FileReport, diagnostic: Diagnostic) -> tuple[str, str, str]:
    """The sentence of a finding: what stands before it, what it marks, what stands behind it.

    Within one line, and cut.
    """
    span = diagnostic.span
    line = file.lines.line(file.lines.line_of(span.start))
    end = min(max(span.end, span.start), max(line.end, span.start))
    before = _before(file.text, line.start, span.start)
    marked = file.text[span.start : end]
    marked = marked if len(marked) <= MOST_MARKED else marked[:MOST_MARKED] + DOTS
    return before, marked, _behind(file.text, end, line.end)


def _before(text: str, line_start: int, start: int) -> str:
    """What stands before `start` in its sentence."""
    first = max(line_start, start - MOST_AROUND)
    head = text[first:start]
    ends = [_CLOSING.match(head, stop.end()) for stop in _SENTENCE_END.finditer(head)]
    sentence = max((end.end() for end in ends if end and end.end() < len(head)), default=0)
    dots = DOTS if first > line_start and not sentence else ""
    return (dots + head[sentence:]).lstrip()


def _behind(text: str, end: int, line_end: int) -> str:
    """What stands behind `end` in its sentence."""
    last = min(line_end, end + MOST_AROUND)
    tail = text[end:last]
    stop = _SENTENCE_END.search(tail)
    closing = _CLOSING.match(tail, stop.end()) if stop else None
    return (tail[: closing.end()] if closing else tail + DOTS * (last < line_end)).rstrip()


def _shown(text: str) -> str:
    return xml(one_line(text))


def _quoted(text: str) -> str:
    """A piece of a report, its tabs as wide as in a terminal."""
    return xml("".join(layout(text).shown))


# On a screen, in the dark, on paper.
STYLE = """\
:root { color-scheme: light dark; --ink: #1f2328; --soft: #59636e; --paper: #fff; --box: #f6f8fa; --line: #d1d9e0;
  --error: #cf222e; --warning: #9a6700; --info: #0969da; --mark: #fff3a3; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9198a1; --paper: #0d1117; --box: #161b22;
  --line: #3d444d; --error: #ff7b72; --warning: #d8a72f; --info: #58a6ff; --mark: #665500; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); line-height: 1.6; overflow-wrap: anywhere;
  font-family: system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
main { max-width: 52rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.6rem; margin: 0 0 .5rem; }
h2 { font-size: 1.1rem; margin: 2.5rem 0 .75rem; padding-bottom: .4rem; border-bottom: 1px solid var(--line); }
.summary { margin: 0; color: var(--soft); }
.counts { display: flex; flex-wrap: wrap; gap: .75rem; list-style: none; margin: 1rem 0 0; padding: 0; }
.counts li { border: 1px solid var(--line); border-radius: .5rem; padding: .4rem .9rem; background: var(--box); }
.counts b { font-size: 1.25rem; }
.error b { color: var(--error); } .warning b { color: var(--warning); } .info b { color: var(--info); }
ol { list-style: none; margin: 0; padding: 0; display: grid; gap: .9rem; }
ol > li { border: 1px solid var(--line); border-left: .3rem solid; border-radius: .4rem; padding: .8rem 1rem; background: var(--box); }
ol > .error { border-left-color: var(--error); } ol > .warning { border-left-color: var(--warning); }
ol > .info { border-left-color: var(--info); }
p { margin: 0; }
.where, .related, .fix, .rule, details { font-size: .9rem; color: var(--soft); }
.path::before { content: "· "; }
.path span + span::before { content: " › "; }
.said { font-weight: 600; margin: .2rem 0 .5rem; }
blockquote { margin: 0 0 .5rem; padding: .5rem .8rem; background: var(--paper); border: 1px solid var(--line); border-radius: .3rem;
  white-space: pre-wrap; }
mark { background: var(--mark); color: inherit; border-radius: .15rem; padding: 0 .1em; outline: 2px solid var(--mark); }
mark:empty::before { content: "▲"; color: var(--error); }
ins { text-decoration: none; color: var(--ink); background: var(--paper); border: 1px solid var(--line); padding: 0 .3em; }
code { font-size: .95em; }
summary { cursor: pointer; }
details p { color: var(--ink); margin-top: .3rem; }
.clean { margin-top: 2.5rem; }
@media print { main { max-width: none; padding: 0; } ol > li { break-inside: avoid; } details:not([open]) { display: none; } }
"""

FORMATS = (
    Format(
        "html",
        Text(
            "不看日志的人：章节和原句，没有脚本，打印清楚",
            "people who read no logs: the section and the sentence, no scripts, prints well",
        ),
        page,
        HTML,
        columns=CODE_POINTS,
    ),
)
