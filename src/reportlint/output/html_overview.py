"""The head of the page: counts by severity, file, rule, section and type, each with a bar, and the
filters, which are style sheets and no scripts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.diagnostic import SEVERITIES
from reportlint.core.report import Report, count
from reportlint.core.text import Text
from reportlint.output.compare import Comparison
from reportlint.output.html_finding import DOTS, NAMES, called, shown
from reportlint.output.totals import by_rule

MOST_ROWS = 15  # of a table that is no table of contents; the rest is one row
LONGEST_TITLE = 24  # code points
MOST_FILTERS = 40  # rules that get a filter of their own


class Row(NamedTuple):
    """A line of a table: what is counted, how often, and where on the page it is."""

    name: str  # HTML
    number: int
    anchor: str = ""


def rule_classes(report: Report) -> dict[str, str]:
    """A class for each rule that found anything: what its findings are filtered by."""
    rules = dict.fromkeys(row.rule for row in by_rule(report))
    return {rule: f"rule-{number}" for number, rule in enumerate(rules)}


def badges(report: Report) -> str:
    """How many findings there are of each severity, with a bar each."""
    numbers = count(report)
    most = max(numbers.values(), default=0)
    items = "".join(
        f'<li class="{severity}">{NAMES[severity].to(report.language)}'
        f" <b>{number}</b>{_bar(number, most)}</li>"
        for severity, number in numbers.items()
        if number
    )
    return f'<ul class="counts">{items}</ul>\n' if items else ""


def overview(report: Report, anchors: Sequence[str]) -> str:
    """The tables. That of files is the table of contents; `anchors` has the id of each file."""
    if not any(file.diagnostics for file in report.files):
        return ""
    language = report.language
    unnamed = f"<i>{Text('（不在章节内）', '(in no section)').to(language)}</i>"
    untyped = f"<i>{Text('（没有认出文种）', '(none recognised)').to(language)}</i>"
    rules: Counter[str] = Counter()
    sections: Counter[str] = Counter()
    types: Counter[str] = Counter()
    contents = []
    for file, anchor in zip(report.files, anchors, strict=True):
        if not file.diagnostics:
            continue
        contents.append(Row(shown(file.path), len(file.diagnostics), anchor))
        types[shown(file.type) or untyped] += len(file.diagnostics)
        for finding in file.diagnostics:
            rules[called(report.rules.get(finding.rule), finding.rule, language)] += 1
            sections[shown(_title(finding.section[-1])) if finding.section else unnamed] += 1
    tables = (
        _table(Text("文件（目录）", "Files (contents)").to(language), contents),
        _table(Text("规则", "Rules").to(language), _most(rules, language)),
        _table(Text("章节", "Sections").to(language), _most(sections, language)),
        _table(Text("文种", "Report types").to(language), _most(types, language)),
    )
    title = Text("概览", "Overview").to(language)
    return f'<nav class="overview" aria-label="{title}">\n{"".join(tables)}</nav>\n'


def _title(text: str) -> str:
    """The title of a section, cut: a lead sentence may be as long as a paragraph."""
    return text if len(text) <= LONGEST_TITLE else text[:LONGEST_TITLE] + DOTS


def _most(counts: Counter[str], language: str) -> list[Row]:
    """The most frequent, and all others together."""
    rows = [Row(*pair) for pair in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))]
    if len(rows) <= MOST_ROWS:
        return rows
    rest = rows[MOST_ROWS:]
    name = Text(f"其余 {len(rest)} 种", f"{len(rest)} others").to(language)
    return [*rows[:MOST_ROWS], Row(f"<i>{name}</i>", sum(row.number for row in rest))]


def _table(title: str, rows: Sequence[Row]) -> str:
    most = max(row.number for row in rows)
    lines = "".join(_row(row, most) for row in rows)
    return f"<table><caption>{title}</caption><tbody>\n{lines}</tbody></table>\n"


def _row(row: Row, most: int) -> str:
    name = f'<a href="#{row.anchor}">{row.name}</a>' if row.anchor else row.name
    bar = _bar(row.number, most)
    return f'<tr><th scope="row">{name}</th><td>{row.number}</td><td class="bars">{bar}</td></tr>\n'


def _bar(number: int, most: int) -> str:
    """A bar as long as the number is beside the greatest."""
    return f'<span class="bar" style="width:{max(round(100 * number / most), 1)}%"></span>'


def filters(report: Report, classes: dict[str, str], *, compared: bool) -> str:
    """Boxes to tick by severity and rule, and what hides the findings of those that are not ticked.

    A browser that does not know `:has()` shows everything, and so does one without style sheets.
    """
    language = report.language
    used = [severity for severity, number in count(report).items() if number]
    rules = list(classes.items())[:MOST_FILTERS]
    if len(used) + len(rules) < 3 and not compared:
        return ""
    boxes = [
        _box(severity, NAMES[severity].to(language)) for severity in SEVERITIES if severity in used
    ]
    boxes += [_box(name, called(report.rules.get(rule), rule, language)) for rule, name in rules]
    hidden = [*used, *(name for _, name in rules)]
    if compared:
        boxes.append(_box("still", Text("原有的", "what was there before").to(language)))
        hidden.append("still")
    style = "".join(
        f"body:has(#show-{name}:not(:checked)) .finding.{name} {{ display: none; }}\n"
        for name in hidden
    )
    title = Text("只看", "Show").to(language)
    return (
        f"<style>\n{style}</style>\n"
        f'<fieldset class="filters"><legend>{title}</legend>{"".join(boxes)}</fieldset>\n'
    )


def _box(name: str, label: str) -> str:
    return f'<label><input type="checkbox" id="show-{name}" checked> {label}</label>'


def changes(comparison: Comparison, language: str) -> str:
    """How many findings are new, gone and still there, as a sentence; below it those that are
    gone."""
    new, gone, still = len(comparison.new), len(comparison.gone), comparison.still
    caption = Text(
        f"与上次相比：新出现 {new} 处，已消失 {gone} 处，仍在 {still} 处。",
        f"Compared with before: {new} new, {gone} gone, {still} still there.",
    ).to(language)
    if comparison.unchecked:
        caption += Text(
            f"另有 {comparison.unchecked} 处所在的文件这次没有检查。",
            f" {comparison.unchecked} more in files that were not checked this time.",
        ).to(language)
    return f'<p class="compared">{caption}</p>\n{_gone(comparison, language)}'


def _gone(comparison: Comparison, language: str) -> str:
    if not comparison.gone:
        return ""
    rows = "".join(_rows(comparison, language))
    title = Text(f"已消失的（{len(comparison.gone)} 处）", f"Gone ({len(comparison.gone)})").to(
        language
    )
    return f'<details class="gone"><summary>{title}</summary><ul>{rows}</ul></details>\n'


def _rows(comparison: Comparison, language: str) -> Iterable[str]:
    for finding in comparison.gone:
        name = NAMES[finding.severity].to(language)
        place = shown(f"{finding.path}:{finding.line}")
        yield f"<li>{place} {name} <code>{shown(finding.rule)}</code> {shown(finding.message)}</li>"
