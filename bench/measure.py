"""Run commands in turn, and print a table of their time and memory."""

from __future__ import annotations

import os
import shlex
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple


class Case(NamedTuple):
    """One row of a table: a command and the task that it is given."""

    name: str
    command: tuple[str, ...]
    task: str = ""  # what the tool looks for
    env: dict[str, str] = {}  # added to the environment
    emptied: str = ""  # a folder that is removed before each run
    skipped: str = ""  # why it cannot be run; "" if it can
    peer: bool = False  # another tool that reportlint is compared with
    cwd: str = ""  # the folder to run it in; "" for the folder of the texts


class Taken(NamedTuple):
    """What one run cost: seconds of wall time and of processor time, and peak memory."""

    wall: float
    cpu: float
    peak: float  # megabytes


class Table(NamedTuple):
    """Rows that are compared: each with the row `floor`, and the row `ours` with each peer."""

    title: str
    cases: Sequence[Case]
    floor: str
    ours: str
    rounds: int
    megabytes: float = (
        0  # size of the only file, to print memory in relation to it; 0 if there are more files
    )


def run(case: Case, folder: Path) -> Taken:
    """Run a command once and discard its output."""
    if case.emptied:
        shutil.rmtree(case.emptied, ignore_errors=True)
    start = time.perf_counter()
    with open(os.devnull, "w") as null:
        process = subprocess.Popen(
            case.command,
            stdout=null,
            stderr=null,
            env={**os.environ, **case.env},
            cwd=case.cwd or folder,
        )
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
    megabytes = usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
    return Taken(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, megabytes)


def measured(cases: Sequence[Case], rounds: int, folder: Path) -> dict[str, list[Taken]]:
    """The costs of each case, one for each round; one run before the rounds is not counted."""
    available = [case for case in cases if not case.skipped]
    for case in available:
        run(case, folder)
    costs: dict[str, list[Taken]] = {case.name: [] for case in available}
    for _ in range(rounds):
        for case in available:
            costs[case.name].append(run(case, folder))
    return costs


def ratio(costs: Sequence[Taken], base_costs: Sequence[Taken], quantity: str) -> float:
    """The median over the rounds of how many times as much `costs` are as `base_costs`. `quantity`
    is a field of `Taken`."""
    return statistics.median(
        getattr(a, quantity) / getattr(b, quantity) for a, b in zip(costs, base_costs, strict=True)
    )


def show(table: Table, folder: Path) -> None:
    """Run the rows in turn and print the table; below it, each command and its task."""
    costs = measured(table.cases, table.rounds, folder)
    size = f" peak ÷ {table.megabytes:.1f} MB |" if table.megabytes else ""
    print(
        f"### {table.title}\n\n| what | wall ms | CPU ms | peak MB |{size} wall × floor | CPU ×"
        f" floor | ours ÷ it, wall | CPU |"
    )
    print("|---|---|---|---|" + "---|" * (5 if size else 4))
    for case in table.cases:
        print(_row(case, table, costs))
    print(
        f"\nThe floor is `{table.floor}`; ours is `{table.ours}`; rounds: {table.rounds}. What was"
        f" run:\n"
    )
    for case in table.cases:
        if not case.skipped:
            task = f" – {case.task}" if case.task else ""
            print(f"- {case.name}: `{_plain(case, folder)}`{task}")
    print(flush=True)


def _row(case: Case, table: Table, costs: dict[str, list[Taken]]) -> str:
    """One line of the table."""
    if case.skipped:
        return f"| {case.name} | skipped: {case.skipped} |" + " |" * (7 if table.megabytes else 6)
    row_costs, floor_costs = costs[case.name], costs[table.floor]
    wall, cpu, peak = (statistics.median(values) for values in zip(*row_costs, strict=True))
    cells = [case.name, f"{wall * 1000:.0f}", f"{cpu * 1000:.0f}", f"{peak:.0f}"]
    cells += [f"{peak / table.megabytes:.1f}"] if table.megabytes else []
    cells += [f"{ratio(row_costs, floor_costs, quantity):.2f}" for quantity in ("wall", "cpu")]
    cells += [
        f"{ratio(costs[table.ours], row_costs, quantity):.2f}" if case.peer else ""
        for quantity in ("wall", "cpu")
    ]
    return f"| {' | '.join(cells)} |"


def _plain(case: Case, folder: Path) -> str:
    """The command as a user would type it, without the folders of this machine."""
    words = [
        word.replace(f"{folder}{os.sep}", "").replace(str(folder), ".") for word in case.command
    ]
    words[0] = Path(words[0]).name
    return shlex.join(words).replace("\n", "\\n")
