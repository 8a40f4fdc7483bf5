"""What of a report plays the sections of its type, level by level; shared by the faults of the kind `section`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.core.reading import Reading, Section
from reportlint.core.report_type import ReportType, SectionSpec
from reportlint.core.typed import Any
from reportlint.core.value import NamedTuple

_MOST_TITLES = 4  # named in a message


class Level(NamedTuple):
    """The specs of one level and what of the report plays them."""

    specs: tuple[SectionSpec, ...]
    sections: tuple[Section | None, ...]
    standing: frozenset[int]  # the specs whose sections stand in the report's own tree, in the type's order
    moved: frozenset[int]  # those in the tree that do not
    parent: Section | None


def levels(reading: Reading, specs: tuple[SectionSpec, ...], parent: Section | None = None) -> Iterator[Level]:
    """The level of `specs` and all below it; what lies in a section that is not there is not asked for."""
    if not specs:
        return
    sections = tuple(reading.section_of(spec.id) for spec in specs)
    own = set(reading.sections)
    there = [i for i, section in enumerate(sections) if section is not None and section in own]
    standing = _longest_rise(there, [sections[i].span.start for i in there])  # type: ignore[union-attr]
    yield Level(specs, sections, frozenset(standing), frozenset(there) - set(standing), parent)
    for spec, section in zip(specs, sections, strict=True):
        if section is not None:
            yield from levels(reading, spec.sections, section)


def _longest_rise(numbers: Sequence[int], starts: Sequence[int]) -> list[int]:
    """The longest part of `numbers` along which `starts` do not fall: two specs may share a section."""
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
    return {"section": spec.title, "titles": titles, "type": of.name, "after": after.title if after else "", "demand": ""}
