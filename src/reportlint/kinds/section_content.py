"""What a type asks of what stands in its sections: enough of it, texts that must or must not stand there; no other sections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint._startup.typed import Any
from reportlint.core import document as d
from reportlint.core.reading import Hit, Reading, Section
from reportlint.core.report_type import Group, ReportType, SectionSpec
from reportlint.core.span import Span
from reportlint.kinds.section_levels import every, levels, values_of
from reportlint.patterns.phrases import compiled


def short(reading: Reading, of: ReportType) -> Iterator[Hit]:
    """Sections with less in them than the type asks for. An empty one has a rule of its own."""
    if not any(spec.length or spec.list for spec in every(of.sections)):
        return
    for level in levels(reading):
        for i, (spec, section) in enumerate(zip(level.specs, level.sections, strict=True)):
            if section is None or not (spec.length or spec.list) or _unfinished(reading, section):
                continue
            start = (
                section.heading.end
                if section.title in section.heading.cut(reading.document.text)
                else section.span.start
            )
            size = len("".join(reading.document.text[start : section.span.end].split()))
            if 0 < size < spec.length:
                yield _hit(of, level, i, section, f"{size} < {spec.length}", _LENGTH)
            elif (
                size and spec.list and 0 < spec.list.min > (items := _items(reading, section.span))
            ):
                yield _hit(of, level, i, section, f"{items} < {spec.list.min}", _ITEMS)


_LENGTH = {
    "zh": "“{section}”一节太短：{demand} 字",
    "en": "the section “{section}” is too short: {demand} characters",
}
_ITEMS = {
    "zh": "“{section}”一节列的项太少：{demand} 项",
    "en": "the section “{section}” lists too few items: {demand}",
}


def _hit(
    of: ReportType, level: Any, at: int, section: Section, demand: str, message: dict[str, str]
) -> Hit:
    spec = level.specs[at]
    values = values_of(of, spec, level, -1) | {"section": section.title, "demand": demand}
    return Hit(section.heading, values, severity=spec.severity, message=message)


def _unfinished(reading: Reading, section: Section) -> bool:
    """Whether a blank of the scaffold is left in: `placeholder` says so, and what it will hold nobody knows."""
    text = reading.document.text
    start = text.find("{{", section.span.start, section.span.end)
    return start >= 0 and text.find("}}", start, section.span.end) >= 0


def _items(reading: Reading, place: Span) -> int:
    """The items of the longest list in `place`: ordinal markers of one run, bullets or rows of a table."""
    runs = (
        sum(place.start <= marker.span.start < place.end for marker in run.markers)
        for run in reading.runs
    )
    inside = [
        block for block in reading.document.blocks if place.start <= block.span.start < place.end
    ]
    bullets = sum(block.kind == d.ITEM and block.depth == 1 for block in inside)
    rows = (
        block.content.cut(reading.document.text).count("\n") - 1
        for block in inside
        if block.kind == d.TABLE
    )
    return max([bullets, *runs, *rows], default=0)


def texts(reading: Reading, of: ReportType) -> Iterator[Hit]:
    """Texts that must stand in the report or in a section and do not, and those that must not and do."""
    body = reading.body
    if body and (of.must or of.must_not):
        own = SectionSpec("", "")
        for group in _unmet(reading, of.must, [block.span for block in body]):
            yield Hit(
                body[0].content, _said(of, own, group), severity=group.severity, message=_LACKS
            )
        for group, span in _found(reading, of.must_not, [block.span for block in body]):
            yield Hit(span, _said(of, own, group), severity=group.severity, message=_HAS)
    for spec in every(of.sections):
        section = reading.section_of(spec.id) if spec.must or spec.must_not else None
        if section is None:
            continue
        place = Span(section.heading.end, section.span.end)
        if not place.cut(reading.document.text).strip() or _unfinished(reading, section):
            continue
        for group in _unmet(reading, spec.must, [place]):
            values = _said(of, spec, group) | {"section": section.title}
            yield Hit(section.heading, values, severity=group.severity, message=_SECTION_LACKS)
        for group, span in _found(reading, spec.must_not, [place]):
            values = _said(of, spec, group) | {"section": section.title}
            yield Hit(span, values, severity=group.severity, message=_SECTION_HAS)


_LACKS = {"zh": "{type}里没有写{demand}", "en": "the {type} does not say: {demand}"}
_HAS = {"zh": "{type}里不应有{demand}", "en": "a {type} should not say: {demand}"}
_SECTION_LACKS = {
    "zh": "“{section}”一节里没有写{demand}",
    "en": "the section “{section}” does not say: {demand}",
}
_SECTION_HAS = {
    "zh": "“{section}”一节里不应有{demand}",
    "en": "the section “{section}” should not say: {demand}",
}


def _said(of: ReportType, spec: SectionSpec, group: Group) -> dict[str, Any]:
    demand = group.name or group.phrases.any[:3] or group.phrases.regex[:1]
    return {"section": spec.title, "titles": (), "type": of.name, "after": "", "demand": demand}


def _unmet(reading: Reading, groups: Sequence[Group], places: Sequence[Span]) -> Iterator[Group]:
    for group in groups:
        pattern = compiled(group.phrases, reading.lexicon)
        if not any(pattern.search(reading.document.text, *place) for place in places):
            yield group


def _found(
    reading: Reading, groups: Sequence[Group], places: Sequence[Span]
) -> Iterator[tuple[Group, Span]]:
    for group in groups:
        pattern = compiled(group.phrases, reading.lexicon)
        for place in places:
            yield from (
                (group, Span(*match.span()))
                for match in pattern.finditer(reading.document.text, *place)
            )


def extra(reading: Reading, of: ReportType) -> Iterator[Hit]:
    """Sections of the first level, or beside those of the type, that play no part in it, where the type wants no others."""
    if of.extra:
        return
    known = {
        section
        for spec in every(of.sections)
        if (section := reading.section_of(spec.id)) is not None
    }
    parents = {section.parent for section in known} or {-1}
    for section in reading.sections:
        if (
            section in known
            or section.parent not in parents
            or reading.document.blocks[section.block].role != d.BODY
        ):
            continue
        titles = tuple(spec.title for spec in of.sections)
        yield Hit(
            section.heading,
            {
                "section": section.title,
                "titles": titles,
                "type": of.name,
                "after": "",
                "demand": "",
            },
        )
