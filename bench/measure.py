"""Commands run in turn, and a table of what they took."""

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
    """One row: a name, a command, what it is asked to look for, and what it is given on top of the
    environment.
    """

    name: str
    command: tuple[str, ...]
    asked: str = ""
    env: dict[str, str] = {}
    fresh: str = ""  # a folder that is emptied before each run
    skipped: str = ""  # why it cannot be run
    peer: bool = False  # another tool, with which reportlint is compared
    where: str = ""  # the folder to run it in


class Taken(NamedTuple):
    """What one run took."""

    wall: float
    cpu: float
    peak: float  # megabytes


class Table(NamedTuple):
    """Rows that belong together. All are compared with the row `floor`, and the row `ours` with
    each peer.
    """

    title: str
    cases: Sequence[Case]
    floor: str
    ours: str
    rounds: int
    megabytes: float = 0  # of the one file, where there is one: then memory is told by its size


def run(case: Case, folder: Path) -> Taken:
    """Run a command once; its output is thrown away."""
    if case.fresh:
        shutil.rmtree(case.fresh, ignore_errors=True)
    start = time.perf_counter()
    with open(os.devnull, "w") as nowhere:
        process = subprocess.Popen(
            case.command,
            stdout=nowhere,
            stderr=nowhere,
            env={**os.environ, **case.env},
            cwd=case.where or folder,
        )
        _, _, used = os.wait4(process.pid, 0)
        process.returncode = 0
    megabytes = used.ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
    return Taken(time.perf_counter() - start, used.ru_utime + used.ru_stime, megabytes)


def measured(cases: Sequence[Case], rounds: int, folder: Path) -> dict[str, list[Taken]]:
    """What each took in each round; one run before them is not counted."""
    here = [case for case in cases if not case.skipped]
    for case in here:
        run(case, folder)
    taken: dict[str, list[Taken]] = {case.name: [] for case in here}
    for _ in range(rounds):
        for case in here:
            taken[case.name].append(run(case, folder))
    return taken


def ratio(some: Sequence[Taken], others: Sequence[Taken], what: str) -> float:
    """The median of how many times as much `some` took as `others`, round by round."""
    return statistics.median(
        getattr(a, what) / getattr(b, what) for a, b in zip(some, others, strict=True)
    )


def show(table: Table, folder: Path) -> None:
    """Run the rows in turn and print the table, and below it each command and what it looks for."""
    taken = measured(table.cases, table.rounds, folder)
    size = f" peak ÷ {table.megabytes:.1f} MB |" if table.megabytes else ""
    print(
        f"### {table.title}\n\n| what | wall ms | CPU ms | peak MB |{size} wall × floor | CPU ×"
        f" floor | ours ÷ it, wall | CPU |"
    )
    print("|---|---|---|---|" + "---|" * (5 if size else 4))
    for case in table.cases:
        print(_row(case, table, taken))
    print(
        f"\nThe floor is `{table.floor}`; ours is `{table.ours}`; rounds: {table.rounds}. What was"
        f" run:\n"
    )
    for case in table.cases:
        if not case.skipped:
            asked = f" – {case.asked}" if case.asked else ""
            print(f"- {case.name}: `{_plain(case, folder)}`{asked}")
    print(flush=True)


def _row(case: Case, table: Table, taken: dict[str, list[Taken]]) -> str:
    if case.skipped:
        return f"| {case.name} | skipped: {case.skipped} |" + " |" * (7 if table.megabytes else 6)
    own, floor = taken[case.name], taken[table.floor]
    wall, cpu, peak = (statistics.median(values) for values in zip(*own, strict=True))
    cells = [case.name, f"{wall * 1000:.0f}", f"{cpu * 1000:.0f}", f"{peak:.0f}"]
    cells += [f"{peak / table.megabytes:.1f}"] if table.megabytes else []
    cells += [f"{ratio(own, floor, what):.2f}" for what in ("wall", "cpu")]
    cells += [
        f"{ratio(taken[table.ours], own, what):.2f}" if case.peer else ""
        for what in ("wall", "cpu")
    ]
    return f"| {' | '.join(cells)} |"


def _plain(case: Case, folder: Path) -> str:
    """The command as one would type it, without the folders that only this machine has."""
    words = [
        word.replace(f"{folder}{os.sep}", "").replace(str(folder), ".") for word in case.command
    ]
    words[0] = Path(words[0]).name
    return shlex.join(words).replace("\n", "\\n")
