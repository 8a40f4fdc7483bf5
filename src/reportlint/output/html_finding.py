"""A finding on the page: its position, message and sentence, and the text after its fix."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.characters import SENTENCE_ENDS
from reportlint.core.diagnostic import Diagnostic, Edit, Fix, Related
from reportlint.core.report import FileReport, Report
from reportlint.core.rule import Rule
from reportlint.core.text import Text, pick
from reportlint.output.addresses import rule_link
from reportlint.output.safe_text import one_line, xml
from reportlint.output.terminal import layout

NAMES = {
    "error": Text("错误", "Error"),
    "warning": Text("警告", "Warning"),
    "info": Text("提示", "Info"),
}
MOST_AROUND = 80  # code points quoted before and after a finding
MOST_MARKED = 400  # code points quoted of a finding
AROUND_EDIT = 24  # code points quoted before and after the edits of a fix
MOST_LINES = 6  # lines shown of a fix
DOTS = "…"
_SENTENCE_END = lazy(rf"[{SENTENCE_ENDS}]|\.(?=\s)")
_CLOSING = lazy("[”’』」）)]*")


class Place(NamedTuple):
    """The HTML attributes of a finding, and whether it is new."""

    anchor: str  # the id of its element
    classes: str  # besides its severity, for the filters
    new: bool = False  # not in the report that this one is compared with


def item(report: Report, file: FileReport, diagnostic: Diagnostic, place: Place) -> str:
    """The list item of a finding, as HTML."""
    classes = f"finding {diagnostic.severity} {place.classes}".rstrip()
    parts = "".join(_parts(report, file, diagnostic, place))
    return f'<li id="{place.anchor}" class="{classes}">\n{parts}</li>\n'


def _parts(report: Report, file: FileReport, diagnostic: Diagnostic, place: Place) -> Iterator[str]:
    """The parts of a finding: position, message, sentence, related places, fix, reason of the
    rule."""
    language = report.language
    yield _where(file, diagnostic, place, language)
    yield f'<p class="said">{escaped(diagnostic.message)}</p>\n'
    if file.text:
        before, marked, after = map(_quoted, quote(file, diagnostic))
        yield f"<blockquote>{before}<mark>{marked}</mark>{after}</blockquote>\n"
    for related in diagnostic.related:
        yield _related(file, related, language)
    if diagnostic.fix and diagnostic.fix.edits:
        yield _fix(file, diagnostic.fix, language)
    rule = report.rules.get(diagnostic.rule)
    why = pick(rule.why, language) if rule else ""
    name = _named(rule, called(rule, diagnostic.rule, language), language)
    if why:
        head = Text("为什么", "Why").to(language)
        yield f"<details><summary>{head} {name}</summary><p>{escaped(why)}</p></details>\n"
    else:
        yield f'<p class="rule">{name}</p>\n'


def called(rule: Rule | None, rule_id: str, language: str) -> str:
    """The short name of a rule, if it has one, and its id, as HTML."""
    name = escaped(pick(rule.name, language)) if rule else ""
    return f"{name} <code>{escaped(rule_id)}</code>".lstrip()


def _named(rule: Rule | None, name: str, language: str) -> str:
    """The name of a rule, with a link to the URL that its file gives."""
    if rule is None or not rule.url:
        return name
    address = escape(rule_link(rule, language), quote=True)
    more = Text("另见", "see also").to(language)
    return f'{name} <a href="{address}" rel="noreferrer noopener">{more}</a>'


def _where(file: FileReport, diagnostic: Diagnostic, place: Place, language: str) -> str:
    """The line with the severity, the position as a link to the finding itself, and the titles
    around it."""
    parts = [f"<b>{NAMES[diagnostic.severity].to(language)}</b>"]
    if place.new:
        parts.append(f'<span class="badge">{Text("新出现", "new").to(language)}</span>')
    if file.text:
        line, column = file.lines.position(diagnostic.span.start)
        text = Text(f"第 {line} 行，第 {column} 字", f"line {line}, character {column}")
        parts.append(f'<a href="#{place.anchor}">{text.to(language)}</a>')
    titles = "".join(f"<span>{escaped(title)}</span>" for title in diagnostic.section)
    if titles:
        parts.append(f'<span class="path">{titles}</span>')
    return f'<p class="where">{" ".join(parts)}</p>\n'


def _related(file: FileReport, related: Related, language: str) -> str:
    number = file.lines.line_of(related.span.start)
    where = Text(f"第 {number} 行：", f"Line {number}: ").to(language)
    text = related.span.cut(file.text)[:MOST_AROUND]
    return f'<p class="related">{where}<q>{_quoted(text)}</q> {escaped(related.message)}</p>\n'


def _fix(file: FileReport, fix: Fix, language: str) -> str:
    """The lines that a fix changes, with deleted text struck out and inserted text underlined."""
    edits = sorted(fix.edits, key=lambda edit: edit.span)
    lines = [
        (number, list(group))
        for number, group in groupby(edits, lambda edit: file.lines.line_of(edit.span.start))
    ]
    head = Text("改后：", "As it would read: ").to(language)
    rows = [_changed_line(file, number, group, language) for number, group in lines[:MOST_LINES]]
    if len(lines) > MOST_LINES:
        more = len(lines) - MOST_LINES
        rows.append(Text(f"还有 {more} 行", f"and {more} more").to(language))
    return f'<p class="fix">{head}{"<br>".join(rows)}</p>\n'


def _changed_line(file: FileReport, number: int, edits: list[Edit], language: str) -> str:
    """A line with its edits, and a little of the text around them."""
    line = file.lines.line(number)
    at = max(line.start, edits[0].span.start - AROUND_EDIT)
    parts = [DOTS] if at > line.start else []
    for span, new in edits:
        parts.append(_quoted(file.text[at : span.start]))
        if span.end > span.start:
            parts.append(f"<del>{_quoted(_short(span.cut(file.text)))}</del>")
        if new:
            parts.append(f"<ins>{_quoted(_short(new))}</ins>")
        at = span.end
    end = max(at, min(line.end, at + AROUND_EDIT))
    parts += [_quoted(file.text[at:end]), DOTS if end < line.end else ""]
    where = Text(f"第 {number} 行 ", f"line {number} ").to(language)
    return f'<span class="line">{where}</span><span class="reads">{"".join(parts)}</span>'


def _short(text: str) -> str:
    return text if len(text) <= MOST_MARKED else text[:MOST_MARKED] + DOTS


def quote(file: FileReport, diagnostic: Diagnostic) -> tuple[str, str, str]:
    """The sentence of a finding in three parts: before, within and after its span.

    It is limited to one line, and long parts are shortened.
    """
    span = diagnostic.span
    line = file.lines.line(file.lines.line_of(span.start))
    end = min(max(span.end, span.start), max(line.end, span.start))
    before = _before(file.text, line.start, span.start)
    marked = file.text[span.start : end]
    marked = marked if len(marked) <= MOST_MARKED else marked[:MOST_MARKED] + DOTS
    return before, marked, _behind(file.text, end, line.end)


def _before(text: str, line_start: int, start: int) -> str:
    """The part of the sentence before `start`."""
    first = max(line_start, start - MOST_AROUND)
    head = text[first:start]
    ends = [_CLOSING.match(head, stop.end()) for stop in _SENTENCE_END.finditer(head)]
    sentence = max((end.end() for end in ends if end and end.end() < len(head)), default=0)
    dots = DOTS if first > line_start and not sentence else ""
    return (dots + head[sentence:]).lstrip()


def _behind(text: str, end: int, line_end: int) -> str:
    """The part of the sentence after `end`."""
    last = min(line_end, end + MOST_AROUND)
    tail = text[end:last]
    stop = _SENTENCE_END.search(tail)
    closing = _CLOSING.match(tail, stop.end()) if stop else None
    return (tail[: closing.end()] if closing else tail + DOTS * (last < line_end)).rstrip()


def escaped(text: str) -> str:
    """A message, a title or a name as HTML, on one line."""
    return xml(one_line(text))


def _quoted(text: str) -> str:
    """A piece of a report as HTML, with tabs as wide as in a terminal."""
    return xml("".join(layout(text).shown))
