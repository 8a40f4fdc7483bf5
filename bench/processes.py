"""Compute how many bytes make a second process worthwhile: `python bench/processes.py`. The figures
that it prints are constants in `run/many.py`.

Reports are checked by one process and by two, in turn. The additional processor time of two is the
cost of the second process. The slope of the time of one process over the number of bytes is the
cost of a byte. With two processors, a second process saves half of the work and adds its own cost,
so it pays from twice its cost on. To be safe, the threshold is twice that. All are measured in
processor time, which other work on the machine disturbs less than wall time. The ratio of wall
times is printed for comparison.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import corpus
from measure import Case, measured, ratio

MAIN = """import multiprocessing, sys
from reportlint.__main__ import main
if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    main()
"""


def main() -> int:
    """Print a table and the two constants; the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=9, help="runs of each command")
    parser.add_argument(
        "--files", type=int, nargs="*", default=[25, 50, 100, 200], help="numbers of reports"
    )
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="reportlint-bench-") as name:
        folder = Path(name)
        spawning = folder / "spawning.py"
        spawning.write_text(MAIN, encoding="utf-8")
        lint = str(Path(sys.executable).with_name("reportlint"))
        print(
            "| processes | files | KB | one, CPU ms | two, CPU ms | the second costs, ms | two ÷"
            " one, wall |\n|---|---|---|---|---|---|---|"
        )
        for name, command in (
            ("BYTES_FORK", (lint,)),
            ("BYTES_SPAWN", (sys.executable, str(spawning))),
        ):
            print(
                f"{name} = {threshold(name, command, arguments.files, arguments.rounds, folder):_}",
                flush=True,
            )
    return 0


def threshold(
    name: str, command: tuple[str, ...], counts: list[int], rounds: int, folder: Path
) -> int:
    """The number of bytes from which on a second process is started."""
    costs, sizes, times = [], [], []
    for count in counts:
        many = folder / str(count)
        size = sum(path.stat().st_size for path in corpus.write_many(many, count))
        check = (*command, "check", "--isolated", "-q", "--no-cache", "--jobs")
        cache = {"REPORTLINT_CACHE_DIR": str(folder / "cache")}
        cases = [Case(jobs, (*check, jobs, str(many)), env=cache) for jobs in ("1", "2")]
        one_process, two_processes = measured(cases, rounds, folder).values()
        cost = statistics.median(
            b.cpu - a.cpu for a, b in zip(one_process, two_processes, strict=True)
        )
        costs.append(cost)
        sizes.append(size)
        times.append(statistics.median(a.cpu for a in one_process))
        cells = [
            name,
            count,
            size // 1000,
            f"{times[-1] * 1000:.0f}",
            f"{statistics.median(b.cpu for b in two_processes) * 1000:.0f}",
        ]
        print(
            f"| {' | '.join(map(str, cells))} | {cost * 1000:.0f} |"
            f" {ratio(two_processes, one_process, 'wall'):.2f} |",
            flush=True,
        )
    a_byte = statistics.linear_regression(sizes, times).slope
    return int(round(4 * max(0.0, statistics.median(costs)) / a_byte, -4))


if __name__ == "__main__":
    sys.exit(main())
