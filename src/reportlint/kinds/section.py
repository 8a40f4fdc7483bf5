"""Kind `section`: the sections that the report's type demands — missing, out of order, twice there, or empty.

All differences of a level are found together: the longest series of sections that stand in the type's order is taken as
right, so that one missing or moved section does not put all that follow in the wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reportlint._startup.typed import Any
from reportlint.core import document as d
from reportlint.core.diagnostic import INFO
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import Hit, Reading, Section
from reportlint.core.report_type import OPTIONAL, RECOMMENDED, ReportType
from reportlint.core.schema import CHOICE, Field
from reportlint.core.span import Span
from reportlint.core.text import Text
from reportlint.kinds.section_content import extra, short, texts
from reportlint.kinds.section_levels import Level, every, levels, values_of
from reportlint.structure.titles import bare, normal

MISSING, ORDER, DUPLICATE, EMPTY, SHORT, TEXT, EXTRA = (
    "missing",
    "order",
    "duplicate",
    "empty",
    "short",
    "text",
    "extra",
)
FAULTS = (MISSING, ORDER, DUPLICATE, EMPTY, SHORT, TEXT, EXTRA)

OPTIONS: Mapping[str, Field] = {
    "fault": Field(
        CHOICE,
        Text("查哪一种问题", "which fault to report"),
        MISSING,
        required=True,
        choices=FAULTS,
    ),
}
FIELDS: Mapping[str, str] = {
    "section": "存在的问题",
    "titles": "存在的问题",
    "type": "述职报告",
    "after": "履职情况",
    "demand": "至少 3 项",
}


def prepare(options: Mapping[str, Any], lexicon: Lexicon) -> str:
    """The fault that the rule reports."""
    return str(options["fault"])


def find(reading: Reading, prepared: str) -> Iterable[Hit]:
    """What is wrong with the sections; nothing in a report of no type."""
    if reading.type is None:
        return ()
    return _FINDERS[prepared](reading, reading.type)


def _missing(reading: Reading, of: ReportType) -> Iterator[Hit]:
    for level in levels(reading):
        for i, spec in enumerate(level.specs):
            if level.sections[i] is not None or spec.demand == OPTIONAL:
                continue
            severity = spec.severity or (INFO if spec.demand == RECOMMENDED else "")
            if any(spec.lead) and not _is_formal(reading, of):
                # without the type's headings there is only the wording to go by, and people word things freely
                if not any(level.sections):
                    continue
                severity = INFO
            before = max((j for j in level.standing if j < i), default=-1)
            yield Hit(
                _place(reading, level, before),
                values_of(of, spec, level, before),
                severity=severity,
            )


def _is_formal(reading: Reading, of: ReportType) -> bool:
    """Whether the report has a heading of one of the type's sections."""
    own = set(reading.sections)
    found = (reading.section_of(spec.id) for spec in every(of.sections))
    text = reading.document.text
    return any(
        one is not None and one in own and one.title in one.heading.cut(text) for one in found
    )


def _place(reading: Reading, level: Level, before: int) -> Span:
    """The line after which a missing section should stand: the last of the section before it, else the first of all."""
    section = level.sections[before] if before >= 0 else None
    if section is not None:
        return _line(reading, max(section.heading.end, section.span.end) - 1)
    return _line(reading, level.parent.heading.start if level.parent else 0)


def _line(reading: Reading, offset: int) -> Span:
    """The line of `offset` without the spaces around it."""
    index, text = reading.document.index, reading.document.text
    start, end = index.line(index.line_of(max(offset, 0)))
    line = text[start:end]
    return (
        Span(start + len(line) - len(line.lstrip()), start + len(line.rstrip()))
        if line.strip()
        else Span(start, start)
    )


def _order(reading: Reading, of: ReportType) -> Iterator[Hit]:
    if not of.ordered:
        return
    for level in levels(reading):
        for i in sorted(level.moved):
            section = level.sections[i]
            if section is not None:
                before = max((j for j in level.standing if j < i), default=-1)
                yield Hit(
                    section.heading,
                    values_of(of, level.specs[i], level, before) | {"section": section.title},
                )


def _duplicate(reading: Reading, of: ReportType) -> Iterator[Hit]:
    hits: dict[str, list[Hit]] = {}
    names = _names(reading)
    for level in levels(reading):
        for spec, first in zip(level.specs, level.sections, strict=True):
            if first is None or spec.many:
                continue
            name = normal(first.title)
            for section in names.get(name, ()):
                if section.span.start > first.span.start and (section.parent, section.level) == (
                    first.parent,
                    first.level,
                ):
                    values = {
                        "section": section.title,
                        "titles": (spec.title,),
                        "type": of.name,
                        "after": first.title,
                        "demand": "",
                    }
                    hits.setdefault(name, []).append(
                        Hit(section.heading, values, ((first.heading, _FIRST),))
                    )
    if len(hits) == 1:  # where several sections come twice, several reports are kept in one file
        yield from next(iter(hits.values()))


def _names(reading: Reading) -> dict[str, list[Section]]:
    """The sections of the body by what their titles are compared by."""
    found: dict[str, list[Section]] = {}
    for section in reading.sections:
        if reading.document.blocks[section.block].role == d.BODY:
            found.setdefault(normal(section.title), []).append(section)
    return found


_FIRST = {"zh": "这里已有一节", "en": "it is here already"}


def _empty(reading: Reading, of: ReportType) -> Iterator[Hit]:
    parents = {section.parent for section in reading.sections}
    leaves = [section for i, section in enumerate(reading.sections) if i not in parents]
    hollow = {section for section in leaves if _is_empty(reading, section)}
    if not hollow:
        return
    if len(leaves) >= 3 and len(hollow) * 2 > len(leaves):
        return  # an outline
    told = set()
    for level in levels(reading):
        for i, section in enumerate(level.sections):
            if section is not None and section in hollow and section not in told:
                told.add(section)
                yield Hit(
                    section.heading,
                    values_of(of, level.specs[i], level, -1) | {"section": section.title},
                )


def _is_empty(reading: Reading, section: Section) -> bool:
    """Whether nothing stands under a heading: no text, table, code or picture. A comment is nothing."""
    blocks = reading.document.blocks
    own = blocks[section.block]
    if own.kind != d.HEADING and section.title not in section.heading.cut(reading.document.text):
        return False  # what a lead phrase opens has at least the phrase
    if own.kind != d.HEADING and bare(
        reading.document.text[section.heading.end : min(own.span.end, section.span.end)]
    ):
        return False
    for at in range(section.block + 1, len(blocks)):
        block = blocks[at]
        if block.span.start >= section.span.end:
            break
        if block.kind not in (d.COMMENT, d.RULE):
            return False
    return True


_FINDERS = {
    MISSING: _missing,
    ORDER: _order,
    DUPLICATE: _duplicate,
    EMPTY: _empty,
    SHORT: short,
    TEXT: texts,
    EXTRA: extra,
}
