"""What of a report plays the sections of its type, level by level; shared by the faults of the kind `section`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core.reading import Reading, Section
from reportlint.core.report_type import ReportType, SectionSpec

_MOST_TITLES = 4  # named in a message


class Level(NamedTuple):
    """The specs of one level and what of the report plays them."""

    specs: tuple[SectionSpec, ...]
    sections: tuple[Section | None, ...]
    standing: frozenset[
        int
    ]  # the specs whose sections stand in the report's own tree, in the type's order
    moved: frozenset[int]  # those in the tree that do not
    parent: Section | None


@lru_cache(maxsize=1)
def levels(reading: Reading) -> tuple[Level, ...]:
    """The levels of the report's type, a level before those below it; what lies in a section that is not there is not asked for.

    Those of the last reading are kept, since each fault is a rule of its own and looks at the same levels.
    """
    return (
        tuple(_levels(reading, reading.type.sections, None, frozenset(reading.sections)))
        if reading.type
        else ()
    )


def _levels(
    reading: Reading,
    specs: tuple[SectionSpec, ...],
    parent: Section | None,
    own: frozenset[Section],
) -> Iterator[Level]:
    if not specs:
        return
    sections = tuple(reading.section_of(spec.id) for spec in specs)
    there = {
        i: section.span.start
        for i, section in enumerate(sections)
        if section is not None and section in own
    }
    standing = frozenset(_longest_rise(list(there), list(there.values())))
    yield Level(specs, sections, standing, frozenset(there.keys() - standing), parent)
    for spec, section in zip(specs, sections, strict=True):
        if section is not None and spec.sections:
            yield from _levels(reading, spec.sections, section, own)


def _longest_rise(numbers: Sequence[int], starts: Sequence[int]) -> list[int]:
    """The longest part of `numbers` along which `starts` do not fall: two specs may share a section."""
    if all(before <= after for before, after in pairwise(starts)):
        return list(numbers)
    best: list[list[int]] = []
    for i, start in enumerate(starts):
        before = [rise for j, rise in enumerate(best) if starts[j] <= start]
        best.append([*max(before, key=len, default=[]), i])
    return [numbers[i] for i in max(best, key=len, default=[])]


def every(specs: Sequence[SectionSpec]) -> Iterator[SectionSpec]:
    """The specs and all below them."""
    for spec in specs:
        yield spec
        yield from every(spec.sections)


def values_of(of: ReportType, spec: SectionSpec, level: Level, before: int) -> dict[str, Any]:
    """What a message may name; `before` is the spec of the level that stands before it, -1 for none."""
    titles = tuple(dict.fromkeys((spec.title, *spec.phrases.any)))[:_MOST_TITLES]
    after = level.sections[before] if before >= 0 else None
    return {
        "section": spec.title,
        "titles": titles,
        "type": of.name,
        "after": after.title if after else "",
        "demand": "",
    }
