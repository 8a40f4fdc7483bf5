"""How closely a report follows the form of its type, which sets the severity of what it lacks.

A report whose type was declared is held to all demands of the type. A report whose type was only
recognised may use the name of the type with a form of its own, and then nothing was forgotten. This
module weighs that once, for all demands of a type.
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
from reportlint.kinds.empty_headings import is_back_matter
from reportlint.kinds.required_places import CLOSING, OPENING, texts_at
from reportlint.kinds.section_demands import Level, levels
from reportlint.patterns.phrases import phrase_pattern
from reportlint.structure.titles import normal, title_of

_SEVERAL = 2  # headings of a report's own that may stand for any section


class Form(NamedTuple):
    """How closely a report follows the form of its type."""

    outline: bool  # it has most of the type's sections
    frame: bool  # it has most of what the type demands, around the sections too


FULL = Form(True, True)


def weighed(hit: Hit, reading: Reading) -> Hit:
    """The hit, as INFO if it reports something missing in a report of recognised type that does not
    follow the form of that type."""
    if not hit.lacks or hit.severity == INFO:
        return hit
    form = form_of(reading)
    follows = form.outline if hit.lacks == OUTLINE else form.frame
    return hit if follows else hit._replace(severity=INFO)


@lru_cache(maxsize=1)
def form_of(reading: Reading) -> Form:
    """How closely a report follows the form of its type; FULL if the type was declared.

    Outline: the report has more than half of the sections that the type demands, or half of them
    and not as many headings of its own as required sections are missing. With fewer sections it
    suffices that the frame balance is positive under the same condition, or that all headings are
    sections of the type (such a report is unfinished).

    Frame: the report has at least half of all that it must have, sections and frame together;
    without headings the frame alone counts. Missing parts that the type only recommends or looks
    for do not count against it.
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
        or (may_be_begun and not _is_all_replaced(reading, level))
        or _is_begun(reading, level)
    )
    outline = _balance(_outline(level)) if level and _has_headings(reading) else 0
    return Form(has_outline, frame + outline >= 0)


def is_replaced(reading: Reading, level: Level, at: int) -> bool:
    """Whether headings of the report's own may stand for the missing section `at` of a level.

    They may if the report has more of them than sections of the type. They also may if several
    stand in the place of the section, or if one does that is longer than the average section. If
    the type was declared, they do not.
    """
    if not reading.is_recognised:
        return False
    beside = _beside(reading, level, at)
    others = [s for s in _own(beside, level) if not is_back_matter(s)]
    if len(others) > len({section for section in level.sections if section}):
        return True
    place = _place(reading, level, at)
    there = [section for section in others if place.start <= section.heading.start < place.end]
    return len(there) >= _SEVERAL or sum(map(_size, there)) * len(beside) > sum(map(_size, beside))


def _place(reading: Reading, level: Level, at: int) -> Span:
    """The text between the neighbours of the missing section `at` of a level."""
    before, behind = level.before(at), level.behind(at)
    end = behind.heading.start if behind else len(reading.document.text)
    return Span(before.heading.end if before else 0, end)


def _beside(reading: Reading, level: Level, at: int) -> list[Section]:
    """The sections among which the missing section `at` of a level would stand."""
    neighbours = filter(None, (level.before(at), level.behind(at)))
    depth = min((section.level for section in neighbours), default=0)
    return [section for section in reading.sections if section.level == depth] or _tops(reading)


def _size(section: Section) -> int:
    return section.span.end - section.span.start


def _has_headings(reading: Reading) -> bool:
    """Whether any section has a heading, rather than only a lead phrase."""
    blocks = reading.document.blocks
    return any(blocks[section.block].kind == d.HEADING for section in reading.sections)


def _balance(demands: Iterable[tuple[bool, bool]]) -> int:
    """The number of demands that are met minus the number of missing ones that the type insists on.
    Each demand is a pair: is met, is insisted on."""
    return sum(1 if stands else -insists for stands, insists in demands)


def _surplus(level: Level) -> int:
    """The number of demanded sections that the report has minus the number that it lacks. If only
    one is demanded and missing, an optional section under an accepted title stands in for it."""
    demanded, lacking = len(level.demanded), len(level.lacking)
    if demanded == 1 and lacking:
        stands_in = any(_bears_title(section, _titles(spec)) for spec, section in level.pairs())
        return 1 if stands_in else -1
    return demanded - 2 * lacking if demanded else 1


def _outline(level: Level) -> Iterator[tuple[bool, bool]]:
    """For each required section of a level a pair: whether the report has it, and True (the type
    insists on it)."""
    for spec, section in zip(level.specs, level.sections, strict=True):
        if spec.demand == REQUIRED:
            yield section is not None, True


def _titles(spec: SectionSpec) -> frozenset[str]:
    """The accepted titles of a spec, normalised."""
    return frozenset(map(normal, (spec.title, *spec.phrases.any)))


def _bears_title(section: Section, titles: frozenset[str]) -> bool:
    """Whether the title of a section is one of the normalised titles."""
    return not titles.isdisjoint(title_of(section.title).names)


def _frame(reading: Reading, type: ReportType) -> Iterator[tuple[bool, bool]]:
    """For each demand of the type around the sections a pair: whether it is met, and whether the
    type insists on it."""
    for at, placement in ((OPENING, type.opening), (CLOSING, type.closing)):
        if placement:
            yield from _phrases(reading, at, placement)
    for name, demand in type.parts.items():
        if demand != OPTIONAL and name != NUMBER and reading.body:
            is_due = demand == REQUIRED and not part.is_excused(reading, name)
            yield part.stands(reading, name), is_due


def _phrases(reading: Reading, at: str, placement: Placement) -> Iterator[tuple[bool, bool]]:
    """The pairs of `_frame` for the opening or closing. Groups of severity INFO count only in a
    report without headings, whose form is the frame alone."""
    is_bare = not _has_headings(reading)
    texts = texts_at(reading, at, placement.within)
    for group in placement.groups:
        if not group.points and (group.severity != INFO or is_bare):
            pattern = phrase_pattern(group.phrases, reading.lexicon, ignore_case=True)
            stands = pattern is None or any(map(pattern.search, texts))
            yield stands, group.severity != INFO


def _is_all_replaced(reading: Reading, level: Level | None) -> bool:
    """Whether a report has at least as many headings of its own as it lacks required sections."""
    if level is None:
        return False
    required = sum(level.specs[at].demand == REQUIRED for at in level.lacking)
    return len(_own(_tops(reading), level)) >= required


def _is_begun(reading: Reading, level: Level | None) -> bool:
    """Whether a report has headings, and all those at the highest level are sections of the
    type."""
    tops = _tops(reading)
    return level is not None and bool(tops) and not _own(tops, level)


def _tops(reading: Reading) -> list[Section]:
    """The sections of the body at its highest level."""
    blocks = reading.document.blocks
    first = blocks[0].content if blocks else Span(0, 0)  # may be a title above its siblings
    body = [section for section in reading.sections if blocks[section.block].role == d.BODY]
    top = min((section.level for section in body if section.heading != first), default=0)
    return [section for section in body if section.level == top]


def _own(sections: Iterable[Section], level: Level) -> list[Section]:
    """Those of the sections that match no spec of the type and bear none of its titles."""
    titles = frozenset().union(*map(_titles, level.specs))
    return [s for s in sections if s not in level.sections and not _bears_title(s, titles)]
