"""Plant faults in decimal numbering: 2.3 belongs below 2, and 2.4 follows it."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from tools.accuracy.faults import Edit, Fault, Report, Span
from tools.accuracy.ordinals import CUT_OUT, RULES
from tools.accuracy.prose import prose_of

_NUMBER = re.compile(
    r"(?m)^(?P<lead>[ \t]*(?P<heading>\#{1,6}[ ]+)?(?:\*\*)?)"
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})(?P<after>[.．、]?)(?=[ \t\u3000]*[^\W\d_]|[ \t\u3000]+\S)"
)


class Numbered(NamedTuple):
    """A heading or line that starts with a number; the `parts` of 2.3 are (2, 3)."""

    parts: tuple[int, ...]
    item: int
    start: int
    end: int


def numbered_lines(text: str) -> list[Numbered]:
    """The headings that start with a number, if one of them has several parts; otherwise all
    headings and lines that start with a number."""
    prose = prose_of(text)
    numbers: list[tuple[bool, Numbered]] = []
    for match in _NUMBER.finditer(text):
        start, end = match.span("number")
        if prose.holds(start):
            parts = tuple(int(part) for part in match["number"].split("."))
            numbers.append((bool(match["heading"]), Numbered(parts, match.start(), start, end)))
    headings = [number for heading, number in numbers if heading]
    dotted = any(len(number.parts) > 1 for number in headings)
    return headings if dotted else [number for _, number in numbers]


def follows(parts: tuple[int, ...], before: tuple[int, ...]) -> bool:
    """Whether a number may follow another: the first of the next level, or the next of the same or
    a higher level."""
    deeper = parts == (*before, 1)
    depth = len(parts)
    next_there = depth <= len(before) and parts == (*before[: depth - 1], before[depth - 1] + 1)
    return deeper or next_there


def regular(lines: list[Numbered]) -> bool:
    """Whether all numbers of a text form one tree without a fault."""
    return (
        len(lines) > 3
        and lines[0].parts == (1,)
        and all(follows(after.parts, before.parts) for before, after in pairwise(lines))
    )


def _written(line: Numbered, parts: tuple[int, ...]) -> Edit:
    return Edit(line.start, line.end, ".".join(str(part) for part in parts))


def _place(line: Numbered) -> Span:
    return Span(line.start, line.end)


def plant(report: Report, rng: random.Random) -> Iterator[Fault]:
    """Faults at one inner number, if the numbering of the text is certain."""
    lines = numbered_lines(report.text)
    if not regular(lines):
        return
    inner = [
        index
        for index in range(1, len(lines) - 1)
        if len(lines[index].parts) > 1
        and lines[index].parts[-1] > 1
        and lines[index + 1].parts[:-1] == lines[index].parts[:-1]
    ]  # with a sibling before and after it
    if not inner:
        return
    index = rng.choice(inner)
    line, after = lines[index], lines[index + 1]
    *above, parent, last = line.parts
    places = (_place(line), _place(after))

    def fault(sort: str, edit: Edit, right_places: tuple[Span, ...], *also: str) -> Fault:
        return Fault(sort, "ordinal", "dotted", "1.1", (edit,), right_places, RULES, also)

    yield fault("dotted-parent", _written(line, (*above, parent + 1, last)), places)
    yield fault("dotted-duplicate", _written(line, (*line.parts[:-1], last - 1)), places)
    yield fault("dotted-gap", Edit(line.item, after.item, ""), (_place(after),), *CUT_OUT)
