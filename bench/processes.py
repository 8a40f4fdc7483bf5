"""From how much work on a second process pays: `python bench/processes.py`, and what it prints goes
into `run/many.py`.

Some reports are checked by one process and by two, in turn. What two take more of processor time is
what the second costs; the time of one over the number of bytes is what a byte costs. With two
processors, half of the work is saved and the cost of the second process spent, so it pays from
twice that cost on; to be on the safe side the threshold is twice that again. Both are processor
time, which other work on the machine disturbs less; the wall time is printed beside it, to be
compared.
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
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--rounds", type=int, default=9)
    options.add_argument("--files", type=int, nargs="*", default=[25, 50, 100, 200])
    told = options.parse_args()
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
                f"{name} = {threshold(name, command, told.files, told.rounds, folder):_}",
                flush=True,
            )
    return 0


def threshold(
    name: str, command: tuple[str, ...], counts: list[int], rounds: int, folder: Path
) -> int:
    """The bytes from which on a second process is to be started."""
    costs, sizes, times = [], [], []
    for count in counts:
        many = folder / str(count)
        size = sum(path.stat().st_size for path in corpus.write_many(many, count))
        check = (*command, "check", "--isolated", "-q", "--no-cache", "--jobs")
        cache = {"REPORTLINT_CACHE_DIR": str(folder / "cache")}
        cases = [Case(jobs, (*check, jobs, str(many)), env=cache) for jobs in ("1", "2")]
        one, two = measured(cases, rounds, folder).values()
        cost = statistics.median(b.cpu - a.cpu for a, b in zip(one, two, strict=True))
        costs.append(cost)
        sizes.append(size)
        times.append(statistics.median(a.cpu for a in one))
        cells = [
            name,
            count,
            size // 1000,
            f"{times[-1] * 1000:.0f}",
            f"{statistics.median(b.cpu for b in two) * 1000:.0f}",
        ]
        print(
            f"| {' | '.join(map(str, cells))} | {cost * 1000:.0f} | {ratio(two, one, 'wall'):.2f}"
            f" |",
            flush=True,
        )
    a_byte = statistics.linear_regression(sizes, times).slope
    return int(round(4 * max(0.0, statistics.median(costs)) / a_byte, -4))


if __name__ == "__main__":
    sys.exit(main())
