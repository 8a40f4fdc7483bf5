"""Kind `section`: sections that the report's type demands and that are missing, out of order,
duplicate or too short, and any section that is empty.

All differences of a level are found together. The longest series of sections in the type's order is
taken as right, so that one missing or moved section does not make all later ones wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core.diagnostic import INFO, Diagnostic
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import OUTLINE, Hit, Reading, Section
from reportlint.core.report_type import OPTIONAL, RECOMMENDED, REQUIRED, ReportType, SectionSpec
from reportlint.core.schema import Field
from reportlint.core.span import Span, Spans
from reportlint.kinds.options import choice, regexes
from reportlint.kinds.protocol import ChangedReport, Identity
from reportlint.kinds.section_demands import Level, every, extra, hit, levels, short, texts
from reportlint.kinds.section_headings import hollow, repeated
from reportlint.patterns.phrases import phrase_pattern
from reportlint.patterns.rule_pattern import RulePattern, from_regexes, matches_of

MISSING, ORDER, DUPLICATE, EMPTY = "missing", "order", "duplicate", "empty"
SHORT, TEXT, EXTRA = "short", "text", "extra"
FAULTS = (MISSING, ORDER, DUPLICATE, EMPTY, SHORT, TEXT, EXTRA)
_OUTLINE = (MISSING, ORDER, DUPLICATE, EXTRA)  # faults of the headings

OPTIONS: Mapping[str, Field] = {
    "fault": choice("查哪一种问题", "which fault to report", FAULTS, MISSING)._replace(
        required=True
    ),
    "unless": regexes(
        "落在这些正则的匹配之内的标题不算",
        "regexes; a heading inside a match of one of them is not reported",
    ),
}
FIELDS: Mapping[str, str] = {
    "section": "存在的问题",
    "titles": "存在的问题",
    "type": "述职报告",
    "after": "履职情况",
    "demand": "至少 3 项",
}


_TOLD_ABOVE = 80  # code points above the first heading that may be the first section
_TOLD_IN_SUMMARY = 400  # code points of a summary that may tell the reasons too
_SHORT = 24  # code points of a last paragraph that may be only a closing formula
_NO_TYPE, _NO_SPEC = ReportType("", "", {}), SectionSpec("", "")
_MAY_BE_EMPTY = {
    "zh": "“{section}”一节也许是空的",
    "en": "the section “{section}” may be empty",
}
_FIRST = {"zh": "这里已有一节", "en": "it is here already"}


class Prepared(NamedTuple):
    """The fault that a rule reports, and the exceptions to it."""

    fault: str
    unless: tuple[RulePattern, ...]


def prepare(options: Mapping[str, Any], lexicon: Lexicon) -> Prepared:
    """The fault that the rule reports, and the regexes of its exceptions."""
    return Prepared(str(options["fault"]), from_regexes(options.get("unless") or (), lexicon))


def find(reading: Reading, prepared: Prepared) -> Iterable[Hit]:
    """The faults of the sections; in a report without a type only empty sections."""
    if prepared.fault != EMPTY and not reading.type:
        return ()
    hits: Iterable[Hit]
    if prepared.fault == EMPTY:
        hits = list(_empty(reading, reading.type))
    else:
        hits = list(_FINDERS[prepared.fault](reading, reading.type or _NO_TYPE))
    if not hits or not prepared.unless:
        return hits
    text = reading.document.text
    excused = Spans(match.span() for match in matches_of(prepared.unless, text))
    return [hit for hit in hits if not excused.has(hit.span.start)]


def identity(hit: Hit, options: Mapping[str, Any]) -> Identity:
    """The section, and for TEXT the text that it must or must not contain."""
    text = hit.values["demand"] if options.get("fault") == TEXT else ""
    return Identity((hit.values["section"], text), document_level=True)


def touched_by(change: ChangedReport, finding: Diagnostic, options: Mapping[str, Any]) -> bool:
    """Whether the outline changed; for a fault within a section, whether one of its lines or the
    lines beside it changed."""
    if options.get("fault") in _OUTLINE:
        return change.outline_changed()
    sections = (
        section for section in change.reading.sections if section.heading.touches(finding.span)
    )
    return change.touches(finding.span) or any(
        change.touches(section.span, beside=True) for section in sections
    )


def checks_type(options: Mapping[str, Any]) -> bool:
    """True: all faults are about sections of the type."""
    return True


def loosen(type: ReportType, hit: Hit, options: Mapping[str, Any]) -> ReportType | None:
    """The type without the demand for the order, the uniqueness or the presence of a section."""
    fault = options.get("fault")
    if fault == ORDER:
        return type._replace(ordered=False)
    if fault not in (MISSING, DUPLICATE):
        return None
    loosened: dict[str, Any] = {"many": True} if fault == DUPLICATE else {"demand": OPTIONAL}

    def loose(specs: tuple[SectionSpec, ...]) -> tuple[SectionSpec, ...]:
        loose_specs = (
            spec._replace(**loosened) if spec.id == hit.demand else spec for spec in specs
        )
        return tuple(spec._replace(sections=loose(spec.sections)) for spec in loose_specs)

    return type._replace(sections=loose(type.sections))


def _missing(reading: Reading, type: ReportType) -> Iterator[Hit]:
    for level in levels(reading):
        for at in level.lacking:
            from reportlint.kinds.form import is_replaced  # few reports lack a section

            spec = level.specs[at]
            severity = spec.severity or (INFO if spec.demand == RECOMMENDED else "")
            if _may_be_told_before(reading, level, at) or is_replaced(reading, level, at):
                severity = INFO
            if _is_only_worded(reading, type, spec):
                if not any(level.sections) or not _is_told_of(level, spec):
                    continue
                severity = INFO
            before = level.before(at)
            values = {"after": before.title if before else ""}
            place = _place(reading, level, at)
            yield hit(type, spec, place, values, severity=severity, lacks=OUTLINE)


def _may_be_told_before(reading: Reading, level: Level, at: int) -> bool:
    """Whether what stands before the missing section `at` may tell what it should: the text above
    the first heading, or a long summary, which the type does not ask for."""
    before = level.before(at)
    if before is None:
        return _may_be_told_above(reading, level)
    is_summary = at == 1 and level.specs[0].demand == OPTIONAL
    return is_summary and before.span.end - before.heading.end >= _TOLD_IN_SUMMARY


def _may_be_told_above(reading: Reading, level: Level) -> bool:
    """Whether the text before the first heading is long enough to be the first section, and the
    type has no opening that would come there."""
    if level.parent is not None or (reading.type and reading.type.opening):
        return False
    first = min((section.span.start for section in reading.sections), default=0)
    above = sum(b.content.end - b.content.start for b in reading.body if b.content.end <= first)
    return above >= _TOLD_ABOVE


def _is_only_worded(reading: Reading, type: ReportType, spec: SectionSpec) -> bool:
    """Whether a missing section could be recognised by its wording (its spec has a lead), and the
    report has no heading of the type. Its absence proves little then, since wording varies
    freely."""
    return any(spec.lead) and not _is_formal(reading, type)


def _is_told_of(level: Level, spec: SectionSpec) -> bool:
    """Whether the absence of a section from a text without headings is worth a hint: the type
    demands it, or recommends it and the text has most of what the type asks for."""
    return spec.demand != RECOMMENDED or len(level.lacking) * 2 < len(level.demanded)


def _is_formal(reading: Reading, type: ReportType) -> bool:
    """Whether the report has a heading of one of the type's sections."""
    tree, text = set(reading.sections), reading.document.text
    sections = (reading.section_of(spec.id) for spec in every(type.sections))
    return any(
        section is not None and section in tree and section.title in section.heading.cut(text)
        for section in sections
    )


def _place(reading: Reading, level: Level, at: int) -> Span:
    """The line after which the missing section of spec `at` belongs.

    It is the last line of the section before it, or of the unknown sections that follow that one.
    Without a section before, it is the parent's heading or the first line.
    """
    before, behind = level.before(at), level.behind(at)
    if before is None:
        return _line(reading, level.parent.heading.start if level.parent else 0)
    end = max(before.heading.end, before.span.end)
    for section in reading.sections:
        if section.span.start < before.span.end or section.level > before.level:
            continue
        if section in level.sections or section.level < before.level or behind is section:
            break
        end = max(end, section.span.end)
    return _line(reading, _without_closing(reading, end) - 1 if behind is None else end - 1)


def _without_closing(reading: Reading, end: int) -> int:
    """The end of a section that ends at `end`, without a short last paragraph that is the closing
    of the report: 妥否，请批示。"""
    groups = reading.type.closing.groups if reading.type and reading.type.closing else ()
    body = reading.body[-2:]
    if len(body) < 2 or body[1].content.end != end or end - body[1].content.start > _SHORT:
        return end
    patterns = (phrase_pattern(group.phrases, reading.lexicon) for group in groups)
    text = reading.document.text
    is_closing = any(pattern and pattern.search(text, *body[1].content) for pattern in patterns)
    return body[0].content.end if is_closing else end


def _line(reading: Reading, offset: int) -> Span:
    """The line of `offset` without surrounding spaces."""
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
    """Sections whose title repeats that of a section beside them, unless the type allows several.
    Where a type has topics for sections (minutes), a meeting may have come back to one."""
    specs = {section: spec for level in levels(reading) for spec, section in level.pairs()}
    for section, first in repeated(reading):
        spec = specs.get(first)
        if spec is None or not spec.many:
            titles = (spec or section).title
            values = {"section": section.title, "titles": (titles,), "after": first.title}
            again = ((first.heading, _FIRST),)
            yield hit(
                type,
                spec or _NO_SPEC,
                section.heading,
                values,
                related=again,
                severity=type.empty_sections,
            )


def _empty(reading: Reading, type: ReportType | None) -> Iterator[Hit]:
    """Headings with nothing under them, also those that match no spec of the type."""
    specs: dict[Section, SectionSpec] = {}
    if type is not None and hollow(reading, reading.sections):  # the specs are matched late
        specs = {section: spec for level in levels(reading) for spec, section in level.pairs()}
    of = type or _NO_TYPE
    for section in hollow(reading, specs):
        from reportlint.kinds.empty_headings import lacks_text  # few reports have such a heading

        spec, values = specs.get(section, _NO_SPEC), {"section": section.title}
        is_demanded = spec is not _NO_SPEC and spec.demand == REQUIRED
        more: dict[str, Any] = {"severity": "" if is_demanded else of.empty_sections}
        if not lacks_text(reading, section, specs):
            more = {"severity": INFO, "message": _MAY_BE_EMPTY}
        yield hit(of, spec, section.heading, values, **more)


_FINDERS: Mapping[str, Callable[[Reading, ReportType], Iterator[Hit]]] = {
    MISSING: _missing,
    ORDER: _order,
    DUPLICATE: _duplicate,
    SHORT: short,
    TEXT: texts,
    EXTRA: extra,
}
