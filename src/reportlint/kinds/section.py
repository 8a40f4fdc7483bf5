"""Kind `section`: the sections that the report's type demands — missing, out of order, twice there, or empty.

All differences of a level are found together: the longest series of sections that stand in the type's order is taken as
right, so that one missing or moved section does not put all that follow in the wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from reportlint._startup.typed import Any
from reportlint.core import document as d
from reportlint.core.diagnostic import INFO, Diagnostic
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import Hit, Reading, Section
from reportlint.core.report_type import OPTIONAL, RECOMMENDED, ReportType, SectionSpec
from reportlint.core.schema import Field
from reportlint.core.span import Span
from reportlint.kinds.options import choice
from reportlint.kinds.protocol import ChangedReport, Identity
from reportlint.kinds.section_demands import Level, every, extra, hit, levels, short, texts
from reportlint.structure.titles import bare, normal

MISSING, ORDER, DUPLICATE, EMPTY = "missing", "order", "duplicate", "empty"
SHORT, TEXT, EXTRA = "short", "text", "extra"
FAULTS = (MISSING, ORDER, DUPLICATE, EMPTY, SHORT, TEXT, EXTRA)
_OUTLINE = (MISSING, ORDER, DUPLICATE, EXTRA)  # faults that lie in the headings

OPTIONS: Mapping[str, Field] = {
    "fault": choice("查哪一种问题", "which fault to report", FAULTS, MISSING)._replace(
        required=True
    ),
}
FIELDS: Mapping[str, str] = {
    "section": "存在的问题",
    "titles": "存在的问题",
    "type": "述职报告",
    "after": "履职情况",
    "demand": "至少 3 项",
}


_FIRST = {"zh": "这里已有一节", "en": "it is here already"}


def prepare(options: Mapping[str, Any], lexicon: Lexicon) -> str:
    """The fault that the rule reports."""
    return str(options["fault"])


def find(reading: Reading, prepared: str) -> Iterable[Hit]:
    """What is wrong with the sections; nothing in a report of no type."""
    if reading.type is None:
        return ()
    return _FINDERS[prepared](reading, reading.type)


def identity(hit: Hit, options: Mapping[str, Any]) -> Identity:
    """The section that is meant, and the text that it must or must not have."""
    text = hit.values["demand"] if options.get("fault") == TEXT else ""
    return Identity((hit.values["section"], text), document_level=True)


def touched_by(change: ChangedReport, finding: Diagnostic, options: Mapping[str, Any]) -> bool:
    """Whether the headings are others than before, or, for what lies in a section, a line of it was changed."""
    if options.get("fault") in _OUTLINE:
        return change.outline_changed()
    sections = (
        section for section in change.reading.sections if section.heading.touches(finding.span)
    )
    return change.touches(finding.span) or any(
        change.touches(section.span, beside=True) for section in sections
    )


def checks_type(options: Mapping[str, Any]) -> bool:
    """All faults are about the sections of the type."""
    return True


def loosen(type: ReportType, hit: Hit, options: Mapping[str, Any]) -> ReportType | None:
    """The type without a demand on the order, the number or the presence of a section."""
    fault = options.get("fault")
    if fault == ORDER:
        return type._replace(ordered=False)
    if fault not in (MISSING, DUPLICATE):
        return None
    loosened: dict[str, Any] = {"many": True} if fault == DUPLICATE else {"demand": OPTIONAL}

    def loose(specs: tuple[SectionSpec, ...]) -> tuple[SectionSpec, ...]:
        own = (spec._replace(**loosened) if spec.id == hit.demand else spec for spec in specs)
        return tuple(spec._replace(sections=loose(spec.sections)) for spec in own)

    return type._replace(sections=loose(type.sections))


def _missing(reading: Reading, type: ReportType) -> Iterator[Hit]:
    for level in levels(reading):
        for at, spec in enumerate(level.specs):
            if level.sections[at] is not None or spec.demand == OPTIONAL:
                continue
            severity = spec.severity or (INFO if spec.demand == RECOMMENDED else "")
            if any(spec.lead) and not _is_formal(reading, type):
                # without the type's headings there is only the wording to go by, and people word things freely
                if not any(level.sections):
                    continue
                severity = INFO
            before = level.before(at)
            values = {"after": before.title if before else ""}
            yield hit(type, spec, _place(reading, level, before), values, severity=severity)


def _is_formal(reading: Reading, type: ReportType) -> bool:
    """Whether the report has a heading of one of the type's sections."""
    tree, text = set(reading.sections), reading.document.text
    sections = (reading.section_of(spec.id) for spec in every(type.sections))
    return any(
        section is not None and section in tree and section.title in section.heading.cut(text)
        for section in sections
    )


def _place(reading: Reading, level: Level, before: Section | None) -> Span:
    """The line after which a missing section should stand: the last of the section before it, else the first of all."""
    if before is not None:
        return _line(reading, max(before.heading.end, before.span.end) - 1)
    return _line(reading, level.parent.heading.start if level.parent else 0)


def _line(reading: Reading, offset: int) -> Span:
    """The line of `offset` without the spaces around it."""
    index, text = reading.document.index, reading.document.text
    start, end = index.line(index.line_of(max(offset, 0)))
    line = text[start:end]
    if not line.strip():
        return Span(start, start)
    return Span(start + len(line) - len(line.lstrip()), start + len(line.rstrip()))


def _order(reading: Reading, type: ReportType) -> Iterator[Hit]:
    for level in levels(reading) if type.ordered else ():
        for at in sorted(level.moved):
            section, before = level.sections[at], level.before(at)
            if section is not None:
                values = {"section": section.title, "after": before.title if before else ""}
                yield hit(type, level.specs[at], section.heading, values)


def _duplicate(reading: Reading, type: ReportType) -> Iterator[Hit]:
    hits: dict[str, list[Hit]] = {}
    by_name = _by_name(reading)
    for level in levels(reading):
        for spec, first in level.pairs():
            name = normal(first.title)
            for section in () if spec.many else by_name.get(name, ()):
                beside = (section.parent, section.level) == (first.parent, first.level)
                if beside and section.span.start > first.span.start:
                    values = {
                        "section": section.title,
                        "titles": (spec.title,),
                        "after": first.title,
                    }
                    related = ((first.heading, _FIRST),)
                    again = hit(type, spec, section.heading, values, related=related)
                    hits.setdefault(name, []).append(again)
    if len(hits) == 1:  # where several sections come twice, several reports are kept in one file
        yield from next(iter(hits.values()))


def _by_name(reading: Reading) -> dict[str, list[Section]]:
    """The sections of the body by what their titles are compared by."""
    sections: dict[str, list[Section]] = {}
    for section in reading.sections:
        if reading.document.blocks[section.block].role == d.BODY:
            sections.setdefault(normal(section.title), []).append(section)
    return sections


def _empty(reading: Reading, type: ReportType) -> Iterator[Hit]:
    hollow = _hollow(reading)
    for level in levels(reading) if hollow else ():
        for spec, section in level.pairs():
            if section in hollow:
                hollow.remove(section)  # two specs may share a section
                yield hit(type, spec, section.heading, {"section": section.title})


def _hollow(reading: Reading) -> set[Section]:
    """The innermost sections with nothing in them; none where most are so, in an outline."""
    parents = {section.parent for section in reading.sections}
    leaves = [section for at, section in enumerate(reading.sections) if at not in parents]
    hollow = {section for section in leaves if _is_empty(reading, section)}
    return set() if len(leaves) >= 3 and len(hollow) * 2 > len(leaves) else hollow


def _is_empty(reading: Reading, section: Section) -> bool:
    """Whether nothing stands under a heading: no text, table, code or picture. A comment is nothing."""
    blocks, text = reading.document.blocks, reading.document.text
    block = blocks[section.block]
    if block.kind != d.HEADING:
        if section.title not in section.heading.cut(text):
            return False  # what a lead phrase opens has at least the phrase
        if bare(text[section.heading.end : min(block.span.end, section.span.end)]):
            return False
    for at in range(section.block + 1, len(blocks)):
        if blocks[at].span.start >= section.span.end:
            break
        if blocks[at].kind not in (d.COMMENT, d.RULE):
            return False
    return True


_FINDERS: Mapping[str, Callable[[Reading, ReportType], Iterator[Hit]]] = {
    MISSING: _missing,
    ORDER: _order,
    DUPLICATE: _duplicate,
    EMPTY: _empty,
    SHORT: short,
    TEXT: texts,
    EXTRA: extra,
}
