"""Limits the findings of a report to those that a change touches or causes."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from reportlint._startup.namedtuple import NamedTuple
from reportlint.changes.file_change import FileChange
from reportlint.core import document as d
from reportlint.core.diagnostic import Diagnostic
from reportlint.core.reading import Reading
from reportlint.core.rule import Rule
from reportlint.core.span import Span, Spans
from reportlint.kinds import KINDS
from reportlint.suppression.apply import silences
from reportlint.suppression.comments import directives


class Earlier(NamedTuple):
    """The reading of a report before the change, and its findings then."""

    reading: Reading
    findings: Sequence[Diagnostic]


def narrow(
    findings: Sequence[Diagnostic],
    reading: Reading,
    change: FileChange,
    rules: Mapping[str, Rule],
    earlier: Callable[[], Earlier | None],
) -> list[Diagnostic]:
    """The findings that the change touches, according to their rule kinds, and those that the
    report did not have before.

    `rules` are the rules by id. `earlier` returns None if the earlier text is unknown: then only
    touched findings are returned.
    """
    if change.whole:
        return list(findings)
    if change.empty:
        return []
    changed = ReportChange(reading, change, earlier)
    kept = [_touches(changed, finding, rules) for finding in findings]
    others = [number for number, is_touched in enumerate(kept) if not is_touched]
    before = earlier() if others else None
    if before is not None:
        new = _not_known([findings[number] for number in others], changed, before)
        for number, is_new in zip(others, new, strict=True):
            kept[number] = is_new
    return [finding for finding, is_kept in zip(findings, kept, strict=True) if is_kept]


def _touches(change: ReportChange, finding: Diagnostic, rules: Mapping[str, Rule]) -> bool:
    rule = rules.get(finding.rule)
    if rule is None:  # an unreadable file, if no pack in use has the rule for that
        return True
    return KINDS[rule.kind].touched_by(change, finding, rule.options)


class ReportChange:
    """One report with some changed lines; implements `kinds.protocol.ChangedReport`."""

    def __init__(
        self, reading: Reading, change: FileChange, earlier: Callable[[], Earlier | None]
    ) -> None:
        self._reading = reading
        self._change = change
        self._earlier = earlier
        self._added = Spans((first, last + 1) for first, last in change.added)
        self._lines = _Lines(reading.document.text)

    @property
    def reading(self) -> Reading:
        """The report as it is now."""
        return self._reading

    def touches(self, span: Span, *, beside: bool = False) -> bool:
        """Whether a line of `span` is new, or lines were removed within it; with `beside`, also
        directly before or after it."""
        first = self._lines.number(span.start)
        last = max(first, self._lines.number(max(span.end - 1, span.start)))
        if self._added.touch(Span(first, last + 1)):
            return True
        low, high = (first - 1, last) if beside else (first, last - 1)
        at = bisect_left(self._change.cuts, low)
        return at < len(self._change.cuts) and self._change.cuts[at] <= high

    def outline_changed(self) -> bool:
        """Whether the title or a heading has changed, or the earlier report is unknown."""
        return self._outline_changed

    @cached_property
    def _outline_changed(self) -> bool:
        before = self._earlier()
        return before is None or _outline(before.reading) != _outline(self._reading)

    def silenced_by(self, comment: Span) -> Sequence[Span]:
        """The lines that the suppression comment at span `comment` silences; none if there is no
        such comment."""
        return self._silenced.get(comment, ())

    @cached_property
    def _silenced(self) -> dict[Span, list[Span]]:
        document = self._reading.document
        comments = directives(document)
        lines: dict[Span, list[Span]] = {}
        for silence in silences(document, comments):
            first, last = document.index.line(silence.first), document.index.line(silence.last)
            comment = comments[silence.directive].span
            lines.setdefault(comment, []).append(Span(first.start, last.end))
        return lines

    def place_before(self, offset: int) -> tuple[int, int] | None:
        """Line and column of `offset` before the change, both from 1; None on a new line."""
        line, column = self._lines.position(offset)
        before = self._change.line_before(line)
        return None if before is None else (before, column)


def _outline(reading: Reading) -> list[tuple[str, int]]:
    text = reading.document.text
    titles = [
        (block.content.cut(text).strip(), 0)
        for block in reading.document.blocks
        if block.role == d.TITLE
    ]
    return titles + [(section.title, section.level) for section in reading.sections]


def _not_known(findings: Sequence[Diagnostic], change: ReportChange, before: Earlier) -> list[bool]:
    """For each finding, whether the report did not have it before, at the same position or on the
    same subject."""
    lines = _Lines(before.reading.document.text)
    places: Counter[tuple[str, str, tuple[int, int] | None]] = Counter(
        (finding.rule, finding.subject, lines.position(finding.span.start))
        for finding in before.findings
    )
    subjects = Counter(map(_subject, before.findings))
    new = []
    for finding in findings:
        place = (finding.rule, finding.subject, change.place_before(finding.span.start))
        new.append(places[place] == 0)
        if places[place]:
            places[place] -= 1
            subjects[_subject(finding)] -= 1
    for number, finding in enumerate(findings):
        if new[number] and finding.subject and subjects[_subject(finding)] > 0:
            subjects[_subject(finding)] -= 1
            new[number] = False
    return new


def _subject(finding: Diagnostic) -> tuple[str, str, tuple[str, ...]]:
    return finding.rule, finding.subject, () if finding.document_level else finding.section


class _Lines:
    """The lines of a text as Git counts them, separated by line feeds only."""

    def __init__(self, text: str) -> None:
        self._breaks = [at for at, char in enumerate(text) if char == "\n"]

    def number(self, offset: int) -> int:
        """The line of `offset`, from 1."""
        return bisect_left(self._breaks, offset) + 1

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of `offset`, both from 1."""
        line = self.number(offset)
        start = self._breaks[line - 2] + 1 if line > 1 else 0
        return line, offset - start + 1
