"""Formats `full` and `concise`: for people at a terminal, with or without the line of the
finding."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.core.diagnostic import SEVERITY_NAMES, Diagnostic
from reportlint.core.report import FileReport, Report, Totals
from reportlint.core.rule import Rule
from reportlint.core.span import Span
from reportlint.core.text import Text, pick
from reportlint.output.formats import CODE_POINTS, TEXT, Format, Parts, RenderOptions
from reportlint.output.totals import FIXABLE, last_line, totals

# `safe_text` and `terminal` are imported in functions, because most runs find nothing.

BOLD = "\x1b[1m"
DIM = "\x1b[2m"
SEVERITY_STYLES = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "info": "\x1b[1;36m"}
LEAST_MARGIN = 5  # cells of the line number


def full(report: Report, options: RenderOptions) -> str:
    """Each finding with its line, carets under it, and its related places."""
    return _full_findings(report, options) + _full_last(totals(report), options)


def _full_findings(report: Report, options: RenderOptions) -> str:
    parts = []
    for file in report.files:
        language = file.language or report.language
        for diagnostic in file.diagnostics:
            words, link = file.terms.language, _link(report, diagnostic, options)
            parts.append(_head(file, diagnostic, options, words, f" {FIXABLE}", link))
            if file.text:
                parts += _excerpt(file, diagnostic, options, language)
                parts.append("\n")
    return "".join(parts)


def _full_last(of: Totals, options: RenderOptions) -> str:
    last = last_line(of, options)
    if last and sum(of.severities.values()) > of.hidden:
        from reportlint.output.totals import what_to_do

        return f"{last.rstrip()}{what_to_do(of, options.tried)}\n"
    return last


def concise(report: Report, options: RenderOptions) -> str:
    """Each finding on one line."""
    return _heads(report, options) + last_line(totals(report), options)


def _heads(report: Report, options: RenderOptions) -> str:
    return "".join(
        _head(file, diagnostic, options, link=_link(report, diagnostic, options))
        for file in report.files
        for diagnostic in file.diagnostics
    )


def statistics(report: Report, options: RenderOptions) -> str:
    """A line of counts for each rule that has findings."""
    from reportlint.output.totals import by_rule

    rows = by_rule(report)
    width = len(str(max((row.findings for row in rows), default=0)))
    told = all(file.terms.language for file in report.files)
    words = report.language if told else ""
    lines = (
        f"{row.findings:>{width}} {_severity(row.severity, options, words, width=7)} {row.rule}"
        f"{_called(report.named.get(row.rule), words)}\n"
        for row in rows
    )
    return "".join(lines) + last_line(totals(report), options)


def _called(rule: Rule | None, language: str) -> str:
    """The short name of a rule, to follow its id; "" if `language` is "", for programs."""
    if rule is None or not rule.name or not language:
        return ""
    from reportlint.output.safe_text import one_line

    return f"  {one_line(pick(rule.name, language))}"


def _severity(severity: str, options: RenderOptions, language: str = "", width: int = 0) -> str:
    """The name of a severity in a language, coloured; its id if `language` is "", for programs."""
    name = SEVERITY_NAMES[severity].to(language) if language else severity
    return options.paint(SEVERITY_STYLES[severity], f"{name:<{width}}")


def _head(
    file: FileReport,
    diagnostic: Diagnostic,
    options: RenderOptions,
    words: str = "",
    mark: str = "",
    link: str = "",
) -> str:
    """The line of a finding: its severity in the language `words`, `mark` after the rule if it can
    be fixed, and a link from the rule to `link`."""
    from reportlint.output.safe_text import one_line

    place = options.paint(BOLD, _place(file, diagnostic.span))
    severity = _severity(diagnostic.severity, options, words)
    mark_of_fix = mark if diagnostic.fix and diagnostic.fix.edits else ""
    rule = options.linked(diagnostic.rule, link)
    return f"{place} {severity} {rule}{mark_of_fix} {one_line(diagnostic.message)}\n"


def _link(report: Report, diagnostic: Diagnostic, options: RenderOptions) -> str:
    """The URL that explains the rule of a finding; "" if links are off."""
    if not options.links:
        return ""
    from reportlint.output.addresses import rule_link

    return rule_link(report.named.get(diagnostic.rule), report.language)


def _excerpt(
    file: FileReport, diagnostic: Diagnostic, options: RenderOptions, language: str
) -> Iterator[str]:
    """The lines below the head: the text, the carets, the related places."""
    from reportlint.output.safe_text import one_line
    from reportlint.output.terminal import excerpt

    number = file.lines.line_of(diagnostic.span.start)
    margin = max(LEAST_MARGIN, len(str(number)))
    shown = excerpt(file.text, file.lines, diagnostic.span, options.width - margin - 3)
    bar = options.paint(DIM, "|")
    carets = options.paint(SEVERITY_STYLES[diagnostic.severity], shown.carets)
    last = number + shown.more_lines
    more = Text(f" 到第 {last} 行", f" to line {last}").to(language) if shown.more_lines else ""
    yield f"{number:>{margin}} {bar} {shown.line}".rstrip() + "\n"
    yield f"{'':>{margin}} {bar} {carets}{more}\n"
    if file.is_word and diagnostic.section:  # Word shows no line numbers; people look for headings
        path = " / ".join(diagnostic.section)
        yield f"{'':>{margin}} {options.paint(DIM, '=')} {one_line(path)}\n"
    for related in diagnostic.related:
        place, message = _place(file, related.span), one_line(related.message)
        yield f"{'':>{margin}} {options.paint(DIM, '=')} {place} {message}\n"


def _place(file: FileReport, span: Span) -> str:
    """The position of a span as `path:line:column:`."""
    from reportlint.output.safe_text import one_line

    line, column = file.lines.position(span.start)
    return f"{one_line(file.path)}:{line}:{column}:"


FORMATS = (
    Format(
        "full",
        Text("人，在终端里；带原文和插入符", "people at a terminal, with the line and carets"),
        full,
        TEXT,
        stream=True,
        parts=Parts(_full_findings, last=_full_last),
        columns=CODE_POINTS,
        for_terminal=True,
        statistics=statistics,
    ),
    Format(
        "concise",
        Text("人和编辑器，一处一行", "people and editors, one finding per line"),
        concise,
        TEXT,
        stream=True,
        parts=Parts(_heads, last=last_line),
        columns=CODE_POINTS,
        for_terminal=True,
        statistics=statistics,
    ),
)
