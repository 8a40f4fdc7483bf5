"""What the headings of any report show by themselves, of a known type or of none: one with nothing under it, one that comes twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportlint.core import document as d
from reportlint.core.reading import Reading, Section
from reportlint.core.span import Span
from reportlint.structure.titles import bare, normal

_FEW = 3  # of so many headings side by side, most of which are empty, none is: it is an outline or a list


def hollow(reading: Reading) -> list[Section]:
    """The innermost sections of the body with nothing in them; none of those in an outline, where most are so."""
    sections = reading.sections
    blocks = reading.document.blocks
    parents = {section.parent for section in sections}
    leaves = [section for at, section in enumerate(sections) if at not in parents]
    empty = [section for section in leaves if _is_empty(reading, section)]
    if not empty or _are_most(len(empty), leaves):
        return []
    first = next((block.content for block in blocks if block.kind in d.PROSE), Span(0, 0))
    beside: dict[int, list[Section]] = {}
    for section in leaves:
        beside.setdefault(section.parent, []).append(section)
    return [
        section
        for section in empty
        if blocks[section.block].role == d.BODY
        and section.heading != first  # a title that no later heading stands below
        and not _are_most(
            sum(one in empty for one in beside[section.parent]), beside[section.parent]
        )
    ]


def _are_most(number: int, sections: list[Section]) -> bool:
    return len(sections) >= _FEW and number * 2 > len(sections)


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


def repeated(reading: Reading) -> Iterator[tuple[Section, Section]]:
    """The sections whose title one beside them has already, each with that one; none where several titles come twice, as they do
    where several reports are kept in one file."""
    again: dict[str, list[tuple[Section, Section]]] = {}
    for name, sections in _by_name(reading.sections, reading).items():
        first = sections[0]
        pairs = [
            (section, first)
            for section in sections[1:]
            if (section.parent, section.level) == (first.parent, first.level)
        ]
        if pairs:
            again[name] = pairs
    if len(again) == 1:
        yield from next(iter(again.values()))


def _by_name(sections: Iterable[Section], reading: Reading) -> dict[str, list[Section]]:
    """The sections of the body by what their titles are compared by."""
    found: dict[str, list[Section]] = {}
    for section in sections:
        if reading.document.blocks[section.block].role == d.BODY:
            found.setdefault(normal(section.title), []).append(section)
    return found
