"""Choose the faults to plant: all types take turns in every report, rare types first."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from fnmatch import fnmatch

from tools.accuracy import blanks, counts, dotted, ordinals, slips, structure
from tools.accuracy.faults import Fault, Report

PLANTERS: tuple[Callable[[Report, random.Random], Iterator[Fault]], ...] = (
    ordinals.plant,
    dotted.plant,
    counts.plant,
    blanks.plant,
    structure.plant,
    slips.plant,
)


def all_faults(report: Report, seed: int) -> list[Fault]:
    """Every fault that can be planted in a report. The same seed and name give the same faults."""
    faults: list[Fault] = []
    for planter in PLANTERS:
        rng = random.Random(f"{seed}:{planter.__module__}:{report.name}")
        faults += planter(report, rng)
    return faults


def in_turn(faults: list[Fault], rng: random.Random) -> Iterator[Fault]:
    """All faults, one of each type and place in turn, beginning with the rarest."""
    sorts: dict[tuple[str, str], list[Fault]] = {}
    for fault in faults:
        place = fault.where if fault.group == "ordinal" else ""
        sorts.setdefault((fault.sort, place), []).append(fault)
    rows = sorted(sorts.items(), key=lambda row: (len(row[1]), row[0]))
    for _, row in rows:
        rng.shuffle(row)
    longest = max((len(row) for _, row in rows), default=0)
    for turn in range(longest):
        for _, row in rows:
            if turn < len(row):
                yield row[turn]


def chosen(report: Report, seed: int, most: int, only: str = "*") -> list[Fault]:
    """At most `most` faults for a report, of the types that match `only`. Each is planted in its
    own copy."""
    faults = [fault for fault in all_faults(report, seed) if fnmatch(fault.sort, only)]
    turns = in_turn(faults, random.Random(f"{seed}:{report.name}"))
    return [fault for fault, _ in zip(turns, range(most), strict=False)]
