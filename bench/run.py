"""Measure reportlint, a floor and other linters in turn, and print tables: `python bench/run.py`.

All commands of a table run once in each round, so that a machine that becomes slower does so for
all. The figures are medians, and the ratios are computed round by round. Below each table are the
commands, and what each tool looks for. A tool that is not installed is skipped and listed as
skipped. `--full` uses the large sizes and takes half an hour instead of some minutes.

`python bench/run.py --install` installs the other linters by package name into `bench/.peers`;
those on the PATH are used too. reportlint is that of the environment of this Python. Meaningful
figures need an installed wheel.
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

# The library, the editor and a stream, which no command over files measures.
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
    """Print all tables, then run the other scripts; the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--install", action="store_true", help="install the other linters first (PyPI, npm)"
    )
    parser.add_argument(
        "--rounds", type=int, default=5, help="rounds for one report; less for larger inputs"
    )
    parser.add_argument("--files", type=int, nargs="*", default=[1000], help="numbers of reports")
    parser.add_argument(
        "--archive",
        type=int,
        nargs="*",
        default=[2000],
        help="numbers of reports that have not changed since the previous run",
    )
    parser.add_argument(
        "--large", type=float, nargs="*", default=[1, 5], help="sizes of a single text, in MB"
    )
    parser.add_argument(
        "--lines", type=int, nargs="*", default=[10_000], help="lengths of a single list, in lines"
    )
    parser.add_argument(
        "--full",
        action="store_true",
        help=", ".join(f"--{name} {values}" for name, values in FULL.items()),
    )
    parser.add_argument(
        "--texts",
        default="",
        help="a folder of real reports for the table of many rules (default: generated ones)",
    )
    parser.add_argument("--only", default="", help="only the tables whose title contains this")
    arguments = parser.parse_args()
    if arguments.full:
        vars(arguments).update(FULL)
    if arguments.install:
        install()
    print(
        f"{platform.platform()}, {os.cpu_count()} processors, Python {platform.python_version()},"
        f" {processor()}\n"
    )
    with tempfile.TemporaryDirectory(prefix="reportlint-bench-") as name:
        for table in all_tables(Path(name), arguments):
            if arguments.only in table.title:
                show(table, Path(name))
    for script in () if arguments.only else SCRIPTS:
        print(f"### python bench/{' '.join(script)}\n", flush=True)
        command = [sys.executable, str(Path(__file__).with_name(script[0])), *script[1:]]
        subprocess.run(command, check=True)
        print()
    return 0


def all_tables(folder: Path, arguments: argparse.Namespace) -> Iterator[Table]:
    """The tables one after another; the texts of each are written when the table is reached."""
    yield from tables.one_report(folder, arguments.rounds * 2)
    yield from tables.a_commit(folder, arguments.rounds * 2)
    for count in arguments.archive:
        yield from tables.unchanged(folder, count, arguments.rounds)
    for count in arguments.files:
        yield from tables.many_reports(
            folder, count, max(1, arguments.rounds // 2) if count <= 2000 else 1
        )
    for size in arguments.large:
        yield from tables.one_text(folder, size, max(1, arguments.rounds // 2) if size <= 2 else 1)
    for lines in arguments.lines:
        yield from tables.one_list(
            folder, lines, max(1, arguments.rounds // 2) if lines <= 20_000 else 1
        )
    yield from rules.many_rules(folder, arguments.texts, max(1, arguments.rounds // 2))
    yield from tables.under_pre_commit(folder, arguments.rounds)


def processor() -> str:
    """The name of the processor; "" if the system does not provide it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next(
        (line.partition(":")[2].strip() for line in lines if line.startswith("model name")), ""
    )


if __name__ == "__main__":
    sys.exit(main())
