"""The fields of a report: its front matter, or the `Key: value` lines that it begins with; and what depends on them."""

from __future__ import annotations

from collections.abc import Sequence

from reportlint._startup.lazy_pattern import lazy
from reportlint.core.document import Document, Entry
from reportlint.core.field_test import FieldTest
from reportlint.core.report_type import OPTIONAL, Placement, ReportType, SectionSpec
from reportlint.core.span import Span

_HEADER = lazy(r"([A-Za-z][\w-]*(?: [\w-]+){0,2}):(?:[ \t]+([^\r\n]*)|(?=[\r\n]|\Z))")
_LEAST = 2  # lines of a header


def fields_of(document: Document) -> Sequence[Entry]:
    """The entries of the front matter; else the `Key: value` lines that a text begins with, which a blank line ends."""
    if document.entries:
        return document.entries
    text, index = document.text, document.index
    entries: list[Entry] = []
    for number in range(1, index.line_of(len(text)) + 1):
        line = index.line(number)
        shown = Span(line.start, line.end).cut(text).rstrip("\r\n")
        match = _HEADER.match(text, line.start)
        if match:
            start = match.start(2) if match[2] is not None else match.end()
            value = (match[2] or "").rstrip()
            entries.append(Entry(match[1], value, Span(start, start + len(value))))
        elif not (entries and shown[:1] in (" ", "\t") and shown.strip()):  # a value goes on
            return entries if len(entries) >= _LEAST and not shown.strip() else ()
    return ()


def bare(value: str) -> str:
    """A value without spaces and quotes around it."""
    return value.strip().strip("\"'")


def holds(test: FieldTest, document: Document) -> bool:
    """Whether the fields of a document are as `test` wants them. An empty field is as good as none."""
    name = test.field.casefold()
    values = (bare(entry.value) for entry in fields_of(document) if entry.key.casefold() == name)
    value = next(values, "").casefold()
    if test.absent:
        return not value
    if test.not_values:
        return value not in {other.casefold() for other in test.not_values}
    return value in {other.casefold() for other in test.values} if test.values else bool(value)


def demanded(of: ReportType, document: Document) -> ReportType:
    """`of` without the demands that the fields of a document do not ask for."""
    changed = of
    if _lapses(of.opening, document):
        changed = changed._replace(opening=None)
    if _lapses(of.closing, document):
        changed = changed._replace(closing=None)
    if _has_tests(of.sections):
        changed = changed._replace(sections=_sections(of.sections, document))
    return changed


def _lapses(demand: Placement | SectionSpec | None, document: Document) -> bool:
    """Whether a demand depends on a field that does not ask for it."""
    return demand is not None and demand.when is not None and not holds(demand.when, document)


def _has_tests(specs: Sequence[SectionSpec]) -> bool:
    return any(spec.when is not None or _has_tests(spec.sections) for spec in specs)


def _sections(specs: Sequence[SectionSpec], document: Document) -> tuple[SectionSpec, ...]:
    return tuple(
        spec._replace(
            demand=OPTIONAL if _lapses(spec, document) else spec.demand,
            sections=_sections(spec.sections, document),
        )
        for spec in specs
    )
