"""The top-level sections of several reports of one type, even if some have a `#` too many or too
few."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core import document as d
from reportlint.core.reading import Reading, Section
from reportlint.structure.titles import normal


class Outline(NamedTuple):
    """The title of a report, and its sections of the first level."""

    title: str
    sections: list[Section]


def outlines(readings: Sequence[Reading]) -> list[Outline]:
    """The outlines of the reports. A section gets the level that it has in most of them; a title
    that is marked as a section is not counted as one."""
    tops = [_top(reading) for reading in readings]
    usual = _usual([top.sections for top in tops])
    return [_level(reading, top, usual) for reading, top in zip(readings, tops, strict=True)]


def below(reading: Reading, parent: int) -> list[Section]:
    """The sections of the body whose parent is the section with that index; -1 is the report
    itself."""
    blocks = reading.document.blocks
    return [
        section
        for section in reading.sections
        if section.parent == parent and blocks[section.block].role == d.BODY
    ]


def _usual(reports: Sequence[Sequence[Section]]) -> set[str]:
    """The titles that more than half of the reports have among these sections."""
    counts: dict[str, int] = {}
    for sections in reports:
        for name in {normal(section.title) for section in sections}:
            counts[name] = counts.get(name, 0) + 1
    return {name for name, count in counts.items() if count * 2 > len(reports)}


def _top(reading: Reading) -> Outline:
    """The outline as marked. A section is taken for the title if it is the only one, or the first
    with nothing under it."""
    title, sections = _title(reading), below(reading, -1)
    if title:
        return Outline(title, sections)
    all_sections = list(reading.sections)
    if len(sections) == 1 and (inner := below(reading, all_sections.index(sections[0]))):
        return Outline(sections[0].title, inner)
    if len(sections) > 1 and _is_title(reading, sections[0], sections[1]):
        below_first = below(reading, all_sections.index(sections[0]))
        return Outline(sections[0].title, below_first + sections[1:])
    return Outline("", sections)


def _is_title(reading: Reading, first: Section, second: Section) -> bool:
    """Whether the first section begins the report and has no text of its own before the next
    section."""
    blocks = reading.document.blocks
    prose = [block for block in blocks if block.kind in d.PROSE]
    if not prose or prose[0].content != first.heading:
        return False
    return len(prose) > 1 and prose[1].kind == d.HEADING and first.level <= second.level


def _title(reading: Reading) -> str:
    lines = (
        block.content.cut(reading.document.text)
        for block in reading.document.blocks
        if block.role == d.TITLE
    )
    return " ".join(" ".join(lines).split())


def _level(reading: Reading, top: Outline, usual: AbstractSet[str]) -> Outline:
    """The outline, with those subsections added that most reports have at the top level. The
    sections around them are removed, unless most reports have these too."""
    titles = {normal(section.title) for section in top.sections}
    blocks = reading.document.blocks
    lifted = [
        section
        for section in reading.sections
        if section not in top.sections
        and normal(section.title) in usual - titles
        and blocks[section.block].role == d.BODY
    ]
    around = {id(_first_around(section, top.sections)) for section in lifted}
    kept = [
        section
        for section in top.sections
        if id(section) not in around or normal(section.title) in usual
    ]
    sections = sorted([*kept, *lifted], key=lambda section: section.span.start)
    return Outline(top.title, sections)


def _first_around(inner: Section, sections: Sequence[Section]) -> Section | None:
    """The first of `sections` that contains a deeper section; None if there is none."""
    holds = (s for s in sections if s.span.start < inner.span.start < s.span.end)
    return next(holds, None)
