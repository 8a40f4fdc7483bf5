"""The head of the page: counts by severity, file, rule, section and type, each with a bar, and
filters made of style sheets, without scripts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.diagnostic import SEVERITIES
from reportlint.core.report import Report, count
from reportlint.core.text import Text
from reportlint.output.compare import Comparison
from reportlint.output.html_finding import DOTS, NAMES, called, escaped
from reportlint.output.totals import by_rule

MOST_ROWS = 15  # of a table other than the table of contents; the rest is one row
LONGEST_TITLE = 24  # code points
MOST_FILTERS = 40  # rules with a filter


class Row(NamedTuple):
    """A row of a table: name, number, and the anchor on the page that it links to."""

    name: str  # HTML
    number: int
    anchor: str = ""


def rule_classes(report: Report) -> dict[str, str]:
    """The CSS class of each rule with findings, by which the filters hide them."""
    rules = dict.fromkeys(row.rule for row in by_rule(report))
    return {rule: f"rule-{number}" for number, rule in enumerate(rules)}


def badges(report: Report) -> str:
    """The number of findings of each severity, with a bar."""
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
    """The tables of counts. That of files is the table of contents; `anchors` has the id of each
    file."""
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
        contents.append(Row(escaped(file.path), len(file.diagnostics), anchor))
        types[escaped(file.type) or untyped] += len(file.diagnostics)
        for finding in file.diagnostics:
            rules[called(report.rules.get(finding.rule), finding.rule, language)] += 1
            sections[escaped(_title(finding.section[-1])) if finding.section else unnamed] += 1
    tables = (
        _table(Text("文件（目录）", "Files (contents)").to(language), contents),
        _table(Text("规则", "Rules").to(language), _most(rules, language)),
        _table(Text("章节", "Sections").to(language), _most(sections, language)),
        _table(Text("文种", "Report types").to(language), _most(types, language)),
    )
    title = Text("概览", "Overview").to(language)
    return f'<nav class="overview" aria-label="{title}">\n{"".join(tables)}</nav>\n'


def _title(text: str) -> str:
    """The title of a section, shortened: a lead sentence may be as long as a paragraph."""
    return text if len(text) <= LONGEST_TITLE else text[:LONGEST_TITLE] + DOTS


def _most(counts: Counter[str], language: str) -> list[Row]:
    """The rows of the most frequent names, and one for all others."""
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
    """A bar whose length is that of `number` relative to `most`."""
    return f'<span class="bar" style="width:{max(round(100 * number / most), 1)}%"></span>'


def filters(report: Report, classes: dict[str, str], *, compared: bool) -> str:
    """Checkboxes by severity and rule, and the style sheet that hides the findings of those not
    ticked.

    Browsers without `:has()` or without style sheets show all findings.
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
    """A sentence with the numbers of new, gone and remaining findings, and a list of those gone."""
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
        place = escaped(f"{finding.path}:{finding.line}")
        yield f"<li>{place} {name} <code>{escaped(finding.rule)}</code> {escaped(finding.message)}</li>"
