"""Measures reportlint against a floor and against peers, in turn, and prints a table: `python bench/run.py`.

Every command is run in rounds, one after the other, so that a machine that grows slower does so for all. The figures are
medians; the ratio is that of processor time to the row named in `against`, taken round by round. Nothing is asked of a tool
that is not printed: the command stands in the table. What cannot be had is skipped, and the table says so.

Peers are installed by package name into `bench/.peers` by `python bench/run.py --install`; those on the PATH count too.
reportlint is the one of the environment that runs this file: for figures that mean anything, an installed wheel.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))
import corpus

HERE = Path(__file__).parent
PEERS = HERE / ".peers"
PYPI = ("codespell", "typos")
NPM = ("textlint", "@textlint/textlint-plugin-text", "textlint-rule-prh", "markdownlint-cli2")


class Case(NamedTuple):
    """One row: a name, a command, and what it is given on top of the environment."""

    name: str
    command: tuple[str, ...]
    env: dict[str, str] = {}
    fresh: str = ""  # a folder that is emptied before each run


class Taken(NamedTuple):
    """What one run took."""

    wall: float
    cpu: float
    peak: float  # megabytes


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--install", action="store_true", help="install the peers first (PyPI, npm)")
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--files", type=int, nargs="*", default=[1000], help="how many reports; 10000 is the large run")
    options.add_argument("--large", type=float, nargs="*", default=[1, 5], help="megabytes of a single text; 50 is the large run")
    options.add_argument("--only", default="", help="tables whose name holds this")
    told = options.parse_args()
    if told.install:
        install()
    print(f"{platform.platform()}, {os.cpu_count()} processors, Python {platform.python_version()}, {processor()}\n")
    with tempfile.TemporaryDirectory(prefix="reportlint-bench-") as name:
        folder = Path(name)
        for title, cases, against, rounds in tables(folder, told.files, told.large, told.rounds):
            if told.only in title:
                show(title, cases, against, rounds, folder)
    return 0


def install() -> None:
    """Put the peers into `bench/.peers`; what fails is skipped later."""
    subprocess.run([sys.executable, "-m", "venv", PEERS], check=True)
    subprocess.run([PEERS / "bin" / "pip", "install", "-q", *PYPI], check=False)
    if shutil.which("npm"):
        subprocess.run(["npm", "install", "--silent", "--no-fund", "--prefix", PEERS, *NPM], check=False)


def tool(name: str) -> str:
    """Where a peer is; "" where it cannot be had."""
    for folder in (PEERS / "bin", PEERS / "node_modules" / ".bin"):
        if (folder / name).exists():
            return str(folder / name)
    return shutil.which(name) or ""


def tables(folder: Path, counts: Sequence[int], sizes: Sequence[float], rounds: int):
    """Title, rows, the row that others are compared with, and rounds of each table."""
    python, lint = sys.executable, str(Path(sys.executable).with_name("reportlint"))
    cache = {"REPORTLINT_CACHE_DIR": str(folder / "cache")}
    work = project(folder / "project")
    one = work / "report.txt"
    one.write_text(corpus.report(1), encoding="utf-8")
    marked = work / "report.md"
    marked.write_text(corpus.report(1, markdown=True), encoding="utf-8")
    floor = Case("python -c 'import click, regex'", (python, "-c", "import click, regex"))
    yield (
        "one report of 6 KB, built-in packs and 20 own rules",
        [
            floor,
            Case("python -c pass", (python, "-c", "pass")),
            Case("reportlint check report.txt", (lint, "check", str(one)), cache),
            Case("reportlint check report.md", (lint, "check", str(marked)), cache),
            Case(
                "reportlint, no cache at all",
                (lint, "check", str(one)),
                {"REPORTLINT_CACHE_DIR": str(folder / "gone")},
                str(folder / "gone"),
            ),
            *peers(str(one), folder),
        ],
        floor.name,
        rounds * 3,
    )
    for count in counts:
        for markdown in (False, True):
            many = folder / f"{count}{'md' if markdown else 'txt'}"
            corpus.write_many(many, count, markdown)
            read = f"import os,hashlib\nfor d,_,n in os.walk({str(many)!r}):\n for f in n: hashlib.blake2b(open(d+'/'+f,'rb').read()).digest()"
            yield (
                f"{count} different reports{' in Markdown' if markdown else ''}, every built-in rule",
                [
                    Case("read and hash", (python, "-c", read)),
                    Case("reportlint --no-cache", (lint, "check", "--isolated", "--no-cache", "-q", str(many)), cache),
                    Case(
                        "reportlint --no-cache --jobs 1",
                        (lint, "check", "--isolated", "--no-cache", "-q", "--jobs", "1", str(many)),
                        cache,
                    ),
                    Case("reportlint, nothing changed", (lint, "check", "--isolated", "-q", str(many)), cache),
                    *peers(str(many), folder, markdown),
                ],
                "read and hash",
                max(1, rounds // 2 if count < 5000 else 1),
            )
    for size in sizes:
        large, listed = folder / f"{size:g}MB.txt", folder / f"{size:g}MB-list.txt"
        corpus.write_large(large, size)
        corpus.write_list(listed, int(size * 2000))
        yield (
            f"one text of {size:g} MB; one list of {int(size * 2000)} items",
            [
                Case("read and decode", (python, "-c", f"open({str(large)!r}, encoding='utf-8').read()")),
                Case("reportlint check", (lint, "check", "--isolated", "-q", str(large)), cache),
                Case("reportlint check, the list", (lint, "check", "--isolated", "-q", str(listed)), cache),
            ],
            "read and decode",
            max(1, rounds // 4),
        )


def peers(path: str, folder: Path, markdown: bool = False) -> list[Case]:
    """Other linters over the same files: what each is asked to look for is in its configuration here."""
    rules = folder / "prh.yml"
    rules.write_text("version: 1\nrules:\n  - expected: 若干\n    pattern: /XX/\n", encoding="utf-8")
    textlint = folder / "textlintrc.json"
    textlint.write_text(json.dumps({"rules": {"prh": {"rulePaths": [str(rules)]}}}), encoding="utf-8")
    one = folder / ".markdownlint-cli2.jsonc"
    one.write_text(json.dumps({"config": {"default": False, "MD018": True}}), encoding="utf-8")
    found = [
        Case("codespell (its dictionary)", (tool("codespell"), path)),
        Case("typos (its dictionary)", (tool("typos"), path)),
        Case("textlint (one pattern)", (tool("textlint"), "--config", str(textlint), path)),
    ]
    if markdown:
        found.append(Case("markdownlint-cli2 (one rule)", (tool("markdownlint-cli2"), "--config", str(one), f"{path}/**/*.md")))
    return found


def project(folder: Path) -> Path:
    """A folder with a configuration and a pack of 20 rules."""
    house = folder / "house"
    house.mkdir(parents=True)
    (folder / ".reportlint.yaml").write_text(
        "extends: [core, zh-official, ./house]\nrules: {ordinal-lone: off}\n", encoding="utf-8"
    )
    (house / "pack.yaml").write_text("id: house\nname: {zh: 本单位, en: house}\nrequires: [core]\n", encoding="utf-8")
    for number in range(20):
        find = f"words: [不妥词{number}]" if number % 3 else f"regex: ['不妥{number}.{{0,6}}词']"
        (house / f"house-{number:02}.yaml").write_text(
            f"kind: pattern\nmessage: {{zh: '“{{found}}”不妥', en: '{{found}}'}}\nwhy: {{zh: 用词。, en: wording.}}\n{find}\n",
            encoding="utf-8",
        )
    return folder


def show(title: str, cases: Sequence[Case], against: str, rounds: int, folder: Path) -> None:
    """Run the rows in turn and print the table."""
    here = [case for case in cases if case.command[0]]
    taken: dict[str, list[Taken]] = {case.name: [] for case in here}
    for case in here:
        run(case, folder)
    for _ in range(rounds):
        for case in here:
            taken[case.name].append(run(case, folder))
    print(f"### {title}\n\n| what | wall ms | CPU ms | peak MB | CPU, times {against} |\n|---|---|---|---|---|")
    for case in cases:
        if case.name not in taken:
            print(f"| {case.name} | skipped: not installed | | | |")
            continue
        own = taken[case.name]
        ratio = statistics.median(a.cpu / b.cpu for a, b in zip(own, taken[against], strict=True))
        wall, cpu, peak = (statistics.median(values) for values in zip(*own, strict=True))
        print(f"| {case.name} | {wall * 1000:.0f} | {cpu * 1000:.0f} | {peak:.0f} | {ratio:.2f} |")
    print(f"\n{rounds} rounds\n", flush=True)


def run(case: Case, folder: Path) -> Taken:
    """Run a command once; its output is thrown away."""
    if case.fresh:
        shutil.rmtree(case.fresh, ignore_errors=True)
    start = time.perf_counter()
    with open(os.devnull, "w") as nowhere:
        process = subprocess.Popen(case.command, stdout=nowhere, stderr=nowhere, env={**os.environ, **case.env}, cwd=folder)
        _, _, used = os.wait4(process.pid, 0)
        process.returncode = 0
    megabytes = used.ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
    return Taken(time.perf_counter() - start, used.ru_utime + used.ru_stime, megabytes)


def processor() -> str:
    """The processor's name where the system tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "")


if __name__ == "__main__":
    sys.exit(main())
