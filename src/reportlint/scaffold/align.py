"""Alignment of the sections of several reports: sections with the same role are grouped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from difflib import SequenceMatcher

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.characters import NUMERALS
from reportlint.core.reading import Section
from reportlint.structure.titles import normal

LEAST_LIKENESS = 0.5  # of titles taken for variants of one, from 0 to 1
NUMBERS = re.compile(rf"\d+|[{NUMERALS}]+(?=[月周期季日])")


class Part(NamedTuple):
    """The sections of several reports that have the same role."""

    titles: list[str]  # the distinct titles, in the order in which they were found
    by_report: dict[int, list[Section]]  # index of the report → its sections with this role


def align(reports: Sequence[Sequence[Section]]) -> list[Part]:
    """Group the sections of all reports into parts: sections with the same title, or a similar one.
    The order is that of the first report; other parts follow the part before them."""
    parts: list[Part] = []
    for number, sections in enumerate(reports):
        titles = {normal(section.title) for section in sections}
        last = -1
        for section in sections:
            index = _same(section.title, parts)
            if index < 0:
                index = _most_alike(section.title, parts, number, titles)
            if index < 0:
                index = last + 1
                parts.insert(index, Part([], {}))
            _add(parts[index], number, section)
            last = index
    return parts


def in_one_order(reports: Sequence[Sequence[Section]]) -> bool:
    """Whether the parts have the same order in all reports."""
    parts = align(reports)
    for number in range(len(reports)):
        starts = [
            part.by_report[number][0].span.start for part in parts if number in part.by_report
        ]
        if starts != sorted(starts):
            return False
    return True


def _add(part: Part, report: int, section: Section) -> None:
    if normal(section.title) not in map(normal, part.titles):
        part.titles.append(section.title)
    part.by_report.setdefault(report, []).append(section)


def _same(title: str, parts: Sequence[Part]) -> int:
    """The index of the part that has a section with the same title; -1 if there is none."""
    matches = (i for i, part in enumerate(parts) if normal(title) in map(normal, part.titles))
    return next(matches, -1)


def _most_alike(title: str, parts: Sequence[Part], report: int, titles: AbstractSet[str]) -> int:
    """The index of the part whose titles are most similar to `title`; -1 if there is none.

    Parts that already have a section of this report are skipped, and so are parts with a title
    among `titles`, the titles of this report.
    """
    best, index = LEAST_LIKENESS, -1
    for i, part in enumerate(parts):
        if report in part.by_report or not titles.isdisjoint(map(normal, part.titles)):
            continue
        likeness = max(_likeness(_plain(title), _plain(other)) for other in part.titles)
        if likeness > best:
            best, index = likeness, i
    return index


def _likeness(title: str, other: str) -> float:
    """The similarity of two titles, from 0 to 1: of their characters in order, or of their words or
    characters in any order."""
    in_order = SequenceMatcher(None, title, other, autojunk=False).ratio()
    pieces, others = _pieces(title), _pieces(other)
    return max(in_order, 2 * len(pieces & others) / (len(pieces) + len(others)) - 0.1)


def _pieces(title: str) -> set[str]:
    """The words of an English title, the characters of a Chinese one."""
    return set(title.split() if title.isascii() else title)


def _plain(title: str) -> str:
    return NUMBERS.sub("", normal(title)) or normal(title)
