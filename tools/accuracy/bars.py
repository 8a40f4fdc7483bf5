"""The bars: minimum figures of a measurement, from bars.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import NamedTuple

from tools.accuracy.measure import Measured
from tools.accuracy.score import tally
from tools.accuracy.tables import by_group, by_place, by_sort, grouped, ordinals

BARS = Path(__file__).parent / "bars.toml"


class Bars(NamedTuple):
    """Minimum shares by group, type of fault and place, and of findings that touch the fault;
    maximum noise and alarms. See bars.toml."""

    groups: dict[str, float]
    sorts: dict[str, float]
    places: dict[str, float]
    column: float
    noise: float
    alarms: float


def read_bars(path: Path) -> Bars:
    """The bars in a file. A missing table or key sets no limit."""
    with path.open("rb") as file:
        table = tomllib.load(file)
    limits = table.get("limits", {})
    return Bars(
        table.get("groups", {}),
        table.get("sorts", {}),
        table.get("places", {}),
        limits.get("column", 0.0),
        limits.get("noise", float("inf")),
        limits.get("alarms", float("inf")),
    )


def alarm_rate(measured: Measured) -> float:
    """Warnings and errors in the unchanged reports, per 1,000 lines."""
    count = sum(count for (_, severity), count in measured.alarms.items() if severity != "info")
    return 1000 * count / max(1, measured.lines)


def below(measured: Measured, bars: Bars) -> list[str]:
    """A line for each figure that is below its bar. A name without planted faults counts as 0."""
    outcomes = measured.outcomes
    failures: list[str] = []
    for least, tallies in (
        (bars.groups, {**grouped(outcomes, by_group), "all": tally(outcomes)}),
        (bars.sorts, grouped(outcomes, by_sort)),
        (bars.places, grouped(ordinals(outcomes), by_place)),
    ):
        for name, bar in least.items():
            share = tallies[name].share if name in tallies else 0.0
            if share < bar:
                failures.append(f"{name}: {100 * share:.2f} % found, the bar is {100 * bar:.2f} %")
    totals = tally(outcomes)
    if totals.columns < bars.column:
        failures.append(
            f"column: {100 * totals.columns:.2f} %, the bar is {100 * bars.column:.2f} %"
        )
    if totals.noise_share > bars.noise:
        failures.append(f"noise: {totals.noise_share:.4f} for a fault, the bar is {bars.noise}")
    if alarm_rate(measured) > bars.alarms:
        failures.append(
            f"alarms: {alarm_rate(measured):.2f} in 1,000 lines, the bar is {bars.alarms}"
        )
    return failures
