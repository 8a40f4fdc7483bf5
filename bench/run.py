"""Measures reportlint against a floor and against peers, in turn, and prints tables: `python
bench/run.py`.

Every command is run in rounds, one after the other, so that a machine that grows slower does so for
all. The figures are medians, the ratios are taken round by round. Below each table stands what was
run, and what each tool was asked to look for. What cannot be had is skipped, and the table says so.
`--full` takes the large sizes: half an hour instead of some minutes.

Peers are installed by package name into `bench/.peers` by `python bench/run.py --install`; those on
the PATH count too. reportlint is the one of the environment that runs this file: for figures that
mean anything, an installed wheel.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import rules
import tables
from measure import Table, show
from peers import install

# What is no command over files: the library, the editor, a stream.
SCRIPTS = (
    ("lint.py",),
    ("editor.py",),
    ("stream.py", "--records", "5000"),
    ("engines.py", "--records", "500"),
)
FULL = {
    "files": [1000, 10_000],
    "archive": [20_000],
    "large": [1, 5, 20, 50],
    "lines": [10_000, 100_000],
}


def main() -> int:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument(
        "--install", action="store_true", help="install the peers first (PyPI, npm)"
    )
    options.add_argument(
        "--rounds", type=int, default=5, help="for one report; fewer for what takes longer"
    )
    options.add_argument("--files", type=int, nargs="*", default=[1000], help="how many reports")
    options.add_argument(
        "--archive",
        type=int,
        nargs="*",
        default=[2000],
        help="how many reports, unchanged since the run before",
    )
    options.add_argument(
        "--large", type=float, nargs="*", default=[1, 5], help="megabytes of a single text"
    )
    options.add_argument(
        "--lines", type=int, nargs="*", default=[10_000], help="lines of a single list"
    )
    options.add_argument(
        "--full",
        action="store_true",
        help=", ".join(f"--{name} {values}" for name, values in FULL.items()),
    )
    options.add_argument(
        "--texts", default="", help="a folder of real reports, for many rules; else made ones"
    )
    options.add_argument("--only", default="", help="tables whose title holds this")
    told = options.parse_args()
    if told.full:
        vars(told).update(FULL)
    if told.install:
        install()
    print(
        f"{platform.platform()}, {os.cpu_count()} processors, Python {platform.python_version()},"
        f" {processor()}\n"
    )
    with tempfile.TemporaryDirectory(prefix="reportlint-bench-") as name:
        for table in all_tables(Path(name), told):
            if told.only in table.title:
                show(table, Path(name))
    for script in () if told.only else SCRIPTS:
        print(f"### python bench/{' '.join(script)}\n", flush=True)
        command = [sys.executable, str(Path(__file__).with_name(script[0])), *script[1:]]
        subprocess.run(command, check=True)
        print()
    return 0


def all_tables(folder: Path, told: argparse.Namespace) -> Iterator[Table]:
    """The tables one after the other; the texts for each are written when it is its turn."""
    yield from tables.one_report(folder, told.rounds * 2)
    yield from tables.a_commit(folder, told.rounds * 2)
    for count in told.archive:
        yield from tables.unchanged(folder, count, told.rounds)
    for count in told.files:
        yield from tables.many_reports(
            folder, count, max(1, told.rounds // 2) if count <= 2000 else 1
        )
    for size in told.large:
        yield from tables.one_text(folder, size, max(1, told.rounds // 2) if size <= 2 else 1)
    for lines in told.lines:
        yield from tables.one_list(
            folder, lines, max(1, told.rounds // 2) if lines <= 20_000 else 1
        )
    yield from rules.many_rules(folder, told.texts, max(1, told.rounds // 2))
    yield from tables.under_pre_commit(folder, told.rounds)


def processor() -> str:
    """The processor's name where the system tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next(
        (line.partition(":")[2].strip() for line in lines if line.startswith("model name")), ""
    )


if __name__ == "__main__":
    sys.exit(main())
