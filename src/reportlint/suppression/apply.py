"""Suppress findings: by comments in the text, or by entries of `ignore`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.diagnostic import Diagnostic
from reportlint.core.document import Document
from reportlint.core.span import Span, Spans
from reportlint.suppression.comments import DISABLE, ENABLE, FILE, LINE, Directive


class Ignore(NamedTuple):
    """An entry of `ignore` about this report; an empty `text` is the whole report."""

    rule: str  # an id, in which `*` matches any characters
    text: str = ""
    path: str = ""  # of the file with the entry
    line: int = 0


class Silence(NamedTuple):
    """One rule id of one comment and the lines (from 1, the last one included) for which it
    suppresses the rule."""

    rule: str  # `*` matches any characters
    first: int
    last: int
    directive: int  # index into the directives
    closed_by: int = -1  # index of the `enable` that ends it

    @property
    def lines(self) -> Span:
        """The lines as a half-open span of line numbers."""
        return Span(self.first, self.last + 1)


def silences(document: Document, directives: Sequence[Directive]) -> list[Silence]:
    """The rules that comments suppress, each with its lines. A comment for the next line suppresses
    nothing if there is no next line."""
    index = document.index
    closed: list[Silence] = []
    opened: dict[str, tuple[int, int]] = {}  # by rule: line and index of the opening directive
    for number, directive in enumerate(directives):
        line = index.line_of(directive.span.start)
        if directive.kind == ENABLE:
            for rule in directive.rules or tuple(opened):
                if rule in opened:
                    first, opener = opened.pop(rule)
                    closed.append(Silence(rule, first, line, opener, number))
        elif directive.kind == DISABLE:
            for rule in directive.rules:
                opened.setdefault(rule, (line, number))
        else:
            first, last = _lines(document, directive)
            if first <= len(index):
                closed += [Silence(rule, first, last, number) for rule in directive.rules]
    rest = (Silence(rule, first, len(index), opener) for rule, (first, opener) in opened.items())
    return [*closed, *rest]


def _lines(document: Document, directive: Directive) -> tuple[int, int]:
    """The first and last line that a comment for its line, the next line or the file applies to."""
    index = document.index
    if directive.kind == FILE:
        return 1, len(index)
    first, last = index.line_of(directive.span.start), index.line_of(directive.span.end)
    if directive.kind == LINE:
        return first, last
    line = last + 1
    while line < len(index) and not index.line(line).cut(document.text).strip():
        # reST requires an empty line after a comment, and Markdown often has one before a paragraph
        line += 1
    return line, line


class Terms(NamedTuple):
    """The demands of the configuration on suppressions."""

    reasons: bool = False  # a comment without a reason suppresses nothing
    unsuppressible: frozenset[str] = frozenset()  # the rules that cannot be suppressed

    def lack_reason(self, directive: Directive) -> bool:
        """Whether the comment lacks a reason that is required."""
        return self.reasons and not directive.reason and directive.kind != ENABLE


ANY_TERMS = Terms()


class Suppressor:
    """Remover of suppressed findings that also records which comments and entries suppressed
    any."""

    def __init__(
        self,
        document: Document,
        directives: Sequence[Directive],
        ignores: Sequence[Ignore] = (),
        terms: Terms = ANY_TERMS,
    ) -> None:
        self._document = document
        self._ignores = ignores
        self._terms = terms
        self._silences = [
            silence
            for silence in silences(document, directives)
            if not terms.lack_reason(directives[silence.directive])
        ]
        self.used: set[tuple[int, str]] = set()  # index of a directive, rule id as written in it
        self.used_ignores: set[Ignore] = set()

    def suppress(self, diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
        """`diagnostics` without the suppressed ones. The time grows as that of sorting the findings
        and the comments."""
        by_rule: dict[str, list[Diagnostic]] = {}
        for finding in diagnostics:
            by_rule.setdefault(finding.rule, []).append(finding)
        kept: list[Diagnostic] = []
        for rule, findings in by_rule.items():
            if rule in self._terms.unsuppressible:
                kept += findings
            else:
                kept += self._kept(rule, findings)
        return kept

    def _kept(self, rule: str, findings: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
        """The findings of one rule that nothing suppresses."""
        line_of = self._document.index.line_of
        lines = [
            Span(line_of(finding.span.start), line_of(finding.span.end) + 1) for finding in findings
        ]
        commented = self._commented(rule, Spans(lines))
        ignores = [entry for entry in self._ignores if fnmatchcase(rule, entry.rule)]
        for finding, place in zip(findings, lines, strict=True):
            by = [entry for entry in ignores if _is_about(entry, finding.span, self._document.text)]
            self.used_ignores.update(by)
            if not by and not commented.touch(place):
                yield finding

    def _commented(self, rule: str, spans: Spans) -> Spans:
        """The lines where comments suppress a rule; comments that cover one of the lines `spans`
        are recorded as used."""
        of_rule = [silence for silence in self._silences if fnmatchcase(rule, silence.rule)]
        self.used.update(
            (silence.directive, silence.rule) for silence in of_rule if spans.touch(silence.lines)
        )
        return Spans(silence.lines for silence in of_rule)


def _is_about(ignore: Ignore, span: Span, text: str) -> bool:
    """Whether an occurrence of the entry's text is inside the span of a finding, or contains it."""
    if not ignore.text:
        return True
    start, end = span
    size = len(ignore.text)
    at = text.find(ignore.text, max(0, start - size), end + size)
    while at >= 0:
        if at <= start and end <= at + size or start <= at and at + size <= end:
            return True
        at = text.find(ignore.text, at + 1, end + size)
    return False
