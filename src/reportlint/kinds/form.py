"""How far a report follows the form of its type, and so how grave it is what it lacks.

A report that was told to be of a type is held to all that the type demands. One that was only
recognised may bear the name of the type and have a form of its own: there nobody forgot anything.
The weighing is done here, once, for whatever a type demands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core import document as d
from reportlint.core.diagnostic import INFO
from reportlint.core.reading import OUTLINE, Hit, Reading, Section
from reportlint.core.report_type import (
    NUMBER,
    OPTIONAL,
    REQUIRED,
    Placement,
    ReportType,
    SectionSpec,
)
from reportlint.core.span import Span
from reportlint.kinds import part
from reportlint.kinds.required_places import CLOSING, OPENING, texts_at
from reportlint.kinds.section_demands import Level, levels
from reportlint.patterns.phrases import phrase_pattern
from reportlint.structure.titles import normal, title_of


class Form(NamedTuple):
    """How far a report follows the form of its type."""

    outline: bool  # it has the sections of the type in the main
    frame: bool  # so it has all that the type demands, what stands around the sections too


FULL = Form(True, True)


def weighed(hit: Hit, reading: Reading) -> Hit:
    """The hit, which is only information where it is about something that a recognised report
    lacks, and that report does not follow the form of its type."""
    if not hit.lacks or hit.severity == INFO:
        return hit
    form = form_of(reading)
    follows = form.outline if hit.lacks == OUTLINE else form.frame
    return hit if follows else hit._replace(severity=INFO)


@lru_cache(maxsize=1)
def form_of(reading: Reading) -> Form:
    """How far a report follows the form of its type; wholly where it was told to be of it.

    It follows the outline if it has more than half of the sections that the type demands, or half
    and no headings of its own in the place of the others. Where it has fewer, the frame vouches for
    them, or that all its headings are sections of the type: such a report is not finished. It
    follows the frame if it has at least half of all that it must have, sections and frame together;
    without headings the frame alone. What a type only recommends or looks for speaks against no
    report there.
    """
    type = reading.type
    if type is None or not reading.is_recognised:
        return FULL
    level = next(iter(levels(reading)), None)
    frame = _balance(_frame(reading, type))
    surplus = _surplus(level) if level else 1
    may_be_begun = surplus == 0 or frame > 0
    has_outline = (
        surplus > 0
        or (may_be_begun and not _is_replaced(reading, level))
        or _is_begun(reading, level)
    )
    outline = _balance(_outline(level)) if level and _has_headings(reading) else 0
    return Form(has_outline, frame + outline >= 0)


def _has_headings(reading: Reading) -> bool:
    """Whether any section has a heading, and is not only told by the words that it begins with."""
    blocks = reading.document.blocks
    return any(blocks[section.block].kind == d.HEADING for section in reading.sections)


def _balance(demands: Iterable[tuple[bool, bool]]) -> int:
    """How many more of the demands are met than are missing though the type insists on them."""
    return sum(1 if stands else -insists for stands, insists in demands)


def _surplus(level: Level) -> int:
    """How many more of the demanded sections are there than are missing. Where only one is
    demanded, one that need not be there and stands under an accepted title speaks for it."""
    demanded, lacking = len(level.demanded), len(level.lacking)
    if demanded == 1 and lacking:
        return 1 if any(_bears_title(section, spec) for spec, section in level.pairs()) else -1
    return demanded - 2 * lacking if demanded else 1


def _outline(level: Level) -> Iterator[tuple[bool, bool]]:
    """For each section of a level that must be there, whether it is, and that it must."""
    for spec, section in zip(level.specs, level.sections, strict=True):
        if spec.demand == REQUIRED:
            yield section is not None, True


def _bears_title(section: Section, spec: SectionSpec) -> bool:
    names = title_of(section.title).names
    return any(normal(title) in names for title in (spec.title, *spec.phrases.any))


def _frame(reading: Reading, type: ReportType) -> Iterator[tuple[bool, bool]]:
    """For each thing that the type demands around the sections, whether it is there, and whether it
    must be."""
    for at, placement in ((OPENING, type.opening), (CLOSING, type.closing)):
        if placement:
            yield from _phrases(reading, at, placement)
    for name, demand in type.parts.items():
        if demand != OPTIONAL and name != NUMBER and reading.body:
            is_due = demand == REQUIRED and not part.is_excused(reading, name)
            yield part.stands(reading, name), is_due


def _phrases(reading: Reading, at: str, placement: Placement) -> Iterator[tuple[bool, bool]]:
    """As `_frame`, of the opening or closing. One that is only looked for counts where a report has
    no headings, so that the frame is all that there is of its form."""
    is_bare = not _has_headings(reading)
    texts = texts_at(reading, at, placement.within)
    for group in placement.groups:
        if group.severity != INFO or is_bare:
            pattern = phrase_pattern(group.phrases, reading.lexicon, ignore_case=True)
            stands = pattern is None or any(map(pattern.search, texts))
            yield stands, group.severity != INFO


def _is_replaced(reading: Reading, level: Level | None) -> bool:
    """Whether a report has as many headings of its own in the place of sections as it lacks of
    those that it must have."""
    if level is None:
        return False
    required = sum(level.specs[at].demand == REQUIRED for at in level.lacking)
    return sum(_is_own(section, level) for section in _tops(reading)) >= required


def _is_begun(reading: Reading, level: Level | None) -> bool:
    """Whether a report has headings, and none of its own."""
    tops = _tops(reading)
    return level is not None and bool(tops) and not any(_is_own(one, level) for one in tops)


def _tops(reading: Reading) -> list[Section]:
    """The sections of the body at its highest level."""
    blocks = reading.document.blocks
    first = blocks[0].content if blocks else Span(0, 0)  # may be a title over others of its level
    body = [one for one in reading.sections if blocks[one.block].role == d.BODY]
    top = min((one.level for one in body if one.heading != first), default=0)
    return [one for one in body if one.level == top]


def _is_own(section: Section, level: Level) -> bool:
    """Whether a section plays no part in the type, under none of its titles."""
    return section not in level.sections and not any(
        _bears_title(section, spec) for spec in level.specs
    )
