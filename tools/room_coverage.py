"""Measure the branch coverage of each pure room by its tests; the exit status is 1 if a room is
below the limit.

pip install coverage
python -m tools.room_coverage             # runs the tests of these rooms and prints their coverage
python -m tools.room_coverage coverage.json   # prints that of an existing measurement

`tests/test_architecture.py` lists the pure rooms. The tests of configuration, of `--since` and of
baseline entries run too, as they test what kinds define for them. Everything runs in one process,
as coverage is measured there.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[1]
ROOMS = ("core", "docx", "patterns", "ordinals", "text", "structure", "kinds", "lint", "output")
MORE_TESTS = ("tests/config", "tests/changes/test_narrow.py", "tests/baseline/test_entries.py")
LEAST = 95.0  # minimum coverage in per cent of the branches of a room
_KEYS = ("num_statements", "covered_lines", "num_branches", "covered_branches")


class Reached(NamedTuple):
    """The coverage of a room."""

    room: str
    statements: int
    reached_statements: int
    branches: int
    reached_branches: int

    @property
    def percent(self) -> float:
        """The branch coverage in per cent; 100 for a room without branches."""
        return 100 * self.reached_branches / self.branches if self.branches else 100.0


def reached(
    files: Mapping[str, Mapping[str, Any]], rooms: Iterable[str] = ROOMS
) -> Iterator[Reached]:
    """The coverage of each room, from the `files` of a JSON report of coverage.py."""
    for room in rooms:
        summaries = [
            file["summary"]
            for path, file in files.items()
            if f"/reportlint/{room}/" in "/" + path.replace("\\", "/")
        ]
        yield Reached(room, *(sum(summary[key] for summary in summaries) for key in _KEYS))


def measure(report: Path) -> int:
    """Run the tests and write their coverage to `report`; the exit status of the tests."""
    coverage = [sys.executable, "-m", "coverage"]
    tests = [*(f"tests/{room}" for room in ROOMS), *MORE_TESTS]
    run = [*coverage, "run", "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", *tests]
    status = subprocess.run(run, cwd=ROOT, check=False).returncode
    if not status:
        subprocess.run([*coverage, "json", "-q", "-o", str(report)], cwd=ROOT, check=True)
    return status


def main(arguments: list[str]) -> int:
    """Measure, or read a measurement; print a line for each room. The exit status."""
    if arguments:
        return judge(Path(arguments[0]))
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "coverage.json"
        return measure(report) or judge(report)


def judge(report: Path) -> int:
    """Print the coverage of each room; 1 if one is below the limit or was not measured."""
    files = json.loads(report.read_text(encoding="utf-8"))["files"]
    rows = list(reached(files))
    for row in rows:
        sign = "" if row.percent >= LEAST else f"  less than {LEAST:.0f} %"
        print(
            f"{row.room:10} statements {row.reached_statements}/{row.statements}"
            f"  branches {row.reached_branches}/{row.branches}  {row.percent:.1f} %{sign}"
        )
    return int(any(row.percent < LEAST or not row.statements for row in rows))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
