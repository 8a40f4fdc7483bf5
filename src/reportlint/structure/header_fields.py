"""The fields of a report (its front matter, or the `Key: value` lines at its start), and the
demands that depend on them."""

from __future__ import annotations

from collections.abc import Sequence

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.typed import TYPE_CHECKING
from reportlint.core.characters import HAN, SPACES, WORD_SPACES
from reportlint.core.document import TITLE, Document, Entry, before_body, continued
from reportlint.core.report_type import OPTIONAL, Placement, ReportType, SectionSpec
from reportlint.core.rule import FieldTest
from reportlint.core.span import Span

if TYPE_CHECKING:
    import re

_LATIN_KEY = r"[A-Za-z][\w-]*(?: [\w-]+){0,2}"
_HAN_KEY = rf"[{HAN}](?:[{WORD_SPACES}]*[{HAN}]){{1,9}}"  # 发布日期, and 日　期 when spaced out
_HEADER = lazy(
    rf"({_LATIN_KEY}):(?:[ \t]+([^\r\n]*)|(?=[\r\n]|\Z))"
    rf"|({_HAN_KEY}|{_LATIN_KEY})[ \t]*(?:：|(?<=[{HAN}]):)[{SPACES}]*([^\r\n]*)"
)
_LEAST = 2  # lines of a header
_SPACE = lazy(f"[{WORD_SPACES}]+")


def fields_of(document: Document, *, below_title: bool = False) -> Sequence[Entry]:
    """The entries of the front matter, or else the `Key: value` lines at the start of the text, up
    to a blank line.

    Keys may be Chinese, with a colon of either width. An indented line continues the value above
    it. With `below_title` the lines may also come directly under the title.
    """
    if document.entries:
        return document.entries
    entries = _header_lines(document, 1)
    if not entries and below_title:
        index = document.index
        blocks = before_body(document.blocks)
        titles = [block for block in blocks if TITLE in (block.role, block.kind) or block.level]
        return _header_lines(document, index.line_of(titles[-1].span.end) + 1) if titles else ()
    return entries


def _header_lines(document: Document, first: int) -> Sequence[Entry]:
    """The header that begins at line `first`, or after blank lines there; () if there is none."""
    text, index = document.text, document.index
    entries: list[Entry] = []
    for number in range(first, index.line_of(len(text)) + 1):
        line = index.line(number)
        shown = Span(line.start, line.end).cut(text).rstrip("\r\n")
        match = _HEADER.match(text, line.start)
        if match:
            entries.append(_entry(match))
        elif entries and shown[:1] in (" ", "\t") and shown.strip():
            entries[-1] = continued(entries[-1], text, line.start, line.start + len(shown))
        elif entries or shown.strip() or first == 1:
            is_ended = not shown.strip()  # text directly below it would belong to its paragraph
            break
    else:
        is_ended = first > 1
    return entries if is_ended and len(entries) >= _LEAST else ()


def _entry(match: re.Match[str]) -> Entry:
    key, group = (match[1], 2) if match[1] is not None else (match[3], 4)
    start = match.start(group) if match[group] is not None else match.end()
    value = (match[group] or "").rstrip()
    return Entry(
        _SPACE.sub("", key) if key[0] > "z" else key, value, Span(start, start + len(value))
    )


def with_fields(document: Document, fields: Sequence[tuple[str, str]]) -> Document:
    """`document` with additional front-matter fields, which have no place in its text."""
    if not fields:
        return document
    entries = (Entry(key, value, Span(0, 0)) for key, value in fields)
    return document._replace(entries=(*document.entries, *entries))


def bare(value: str) -> str:
    """A value without surrounding spaces and quotes."""
    return value.strip().strip("\"'")


def holds(test: FieldTest, document: Document) -> bool:
    """Whether the fields of a document satisfy `test`. An empty field counts as missing."""
    if test.field and not _is_so(test, document):
        return False
    if not all(holds(part, document) for part in test.all_of):
        return False
    return not test.any_of or any(holds(part, document) for part in test.any_of)


def _is_so(test: FieldTest, document: Document) -> bool:
    name = test.field.casefold()
    values = (bare(entry.value) for entry in fields_of(document) if entry.key.casefold() == name)
    return test.is_met_by(next(values, ""))


def demanded(of: ReportType, document: Document) -> ReportType:
    """The type without the demands whose conditions the fields of a document do not meet."""
    changed = of
    if _lapses(of.opening, document):
        changed = changed._replace(opening=None)
    if _lapses(of.closing, document):
        changed = changed._replace(closing=None)
    if _has_tests(of.sections):
        changed = changed._replace(sections=_sections(of.sections, document))
    return changed


def _lapses(demand: Placement | SectionSpec | None, document: Document) -> bool:
    """Whether a demand has a condition that the fields of a document do not meet."""
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
