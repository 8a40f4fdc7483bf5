"""Change one thing of a module at a time and run the tests that reach it: would they notice?

    python -m tools.mutants                                   # forty mutants of each module, about
    an hour
    python -m tools.mutants --module lint/fix --each 1000     # all of one module
    python -m tools.mutants --group baseline --seconds 300
    python -m tools.mutants --group numbering --draw 150      # drawn at random from all modules
    python -m tools.mutants --again OUTPUT                    # those that a run did not notice

A mutant is a comparison, a Boolean, an arithmetic operator or a number that is another one, a call
or an assignment that is left out. One that no test notices is printed: a test is missing, or the
change makes no difference. The source is never changed. Wants coverage (`pip install coverage`) and
a system that forks.
"""

from __future__ import annotations

import argparse
import ast
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

import pytest
from tools.mutants.changes import Mutant, changed
from tools.mutants.draw import by_turns, draw, named
from tools.mutants.warm import Outcome, Warm

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src/reportlint"
# modules, and the tests that are to notice
GROUPS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "numbering": (
        (
            "structure/candidates", "structure/costs", "structure/decimals", "structure/labels", "structure/levels",
            "structure/numbering", "structure/ones", "structure/otherwise", "structure/outside", "structure/search",
            "structure/shown", "structure/spoken", "structure/states", "structure/thin", "structure/transitions",
            "ordinals/decoration", "ordinals/label_scan", "ordinals/matcher", "ordinals/numerals", "ordinals/style",
        ),
        (
            *(f"tests/structure/test_{name}.py" for name in (
                "candidates", "costs", "decimals", "labels", "levels", "numbering", "ones", "otherwise", "outside", "search",
                "shown", "spoken", "states", "thin", "transitions",
            )),
            "tests/ordinals", "tests/kinds/test_ordinal.py",
        ),
    ),
    "fixes": (
        ("lint/fix", "files/splice", "files/atomic", "run/fix"),
        ("tests/lint/test_fix.py", "tests/files/test_splice.py", "tests/files/test_atomic.py", "tests/run/test_fix.py"),
    ),
    "configuration": (
        ("config/loader", "config/config", "config/config_file", "config/merge", "config/rule_changes"),
        tuple(f"tests/config/test_{name}.py" for name in (
            "config", "config_file", "hostile", "known_types", "loader", "malformed", "merge", "pack_file", "rule_changes",
            "rule_file", "shipped", "toml", "type_file",
        )),
    ),
    "changes": (
        ("changes/file_change", "changes/narrow", "changes/patch", "changes/session"),
        ("tests/changes",),
    ),
    "suppression": (
        ("suppression/apply", "suppression/comments", "suppression/entries", "suppression/unused"),
        ("tests/suppression",),
    ),
    "baseline": (
        ("baseline/entries", "baseline/file", "baseline/record", "baseline/session"),
        ("tests/baseline",),
    ),
}  # fmt: skip
# Tests that start programs of their own and wait for them: these have not the changed code.
_OUTSIDE = "stopped_at_any_moment"
# Of a property the same few examples each time: a mutant is noticed always or never.
_OPTIONS = (
    "-q",
    "-n",
    "0",
    "-p",
    "no:cacheprovider",
    "--hypothesis-profile=same",
    "-k",
    f"not {_OUTSIDE}",
)


def _cold(tests: tuple[str, ...], module: str, mutant: Mutant) -> bool:
    """Whether the tests notice a mutant of code that runs at import, in a copy and a process of its
    own.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in ("src", "tests", "rules", "tools", "examples"):
            shutil.copytree(ROOT / name, copy / name)
        shutil.copy(ROOT / "pyproject.toml", copy)
        path = copy / f"src/reportlint/{module}.py"
        path.write_text(ast.unparse(changed(path.read_text("utf-8"), mutant.number)), "utf-8")
        command = [sys.executable, "-m", "pytest", "-x", *_OPTIONS]
        environment = {**os.environ, "PYTHONPATH": str(copy / "src")}
        try:
            done = subprocess.run(
                [*command, *tests],
                check=False,
                cwd=copy,
                env=environment,
                capture_output=True,
                timeout=600,
            )
        except subprocess.TimeoutExpired:
            return True
        return done.returncode != 0


def _drawn(modules: tuple[str, ...], given: argparse.Namespace) -> list[tuple[str, Mutant]]:
    texts = {module: (SOURCE / f"{module}.py").read_text("utf-8") for module in modules}
    if given.again:
        return named(texts, given.again.read_text("utf-8"))
    if given.draw:
        return draw(texts, given.draw, given.seed)
    return by_turns(texts, given.each, given.seed)


def _told(outcome: Outcome, number: int) -> None:
    """Say what was not noticed, and that it is the mutant of that number which was tried."""
    if not outcome.noticed:
        mutant = outcome.mutant
        reached = f"{outcome.tests} tests" if outcome.tests else "no test"
        place = f"{outcome.module}.py:{mutant.line}"
        change = f"change {mutant.number}: {mutant.what}"
        print(f"not noticed ({number}.): {place}: {change} ({reached})", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tools.mutants",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--group", action="append", choices=GROUPS, help="all without")
    parser.add_argument("--module", action="append", help="of the groups, as `lint/fix`")
    parser.add_argument("--each", type=int, default=40, help="most mutants of one module")
    parser.add_argument("--draw", type=int, help="so many mutants of a group, whichever module")
    parser.add_argument("--again", type=Path, help="what a run printed")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=36_000, help="for one group")
    given = parser.parse_args()
    os.chdir(ROOT)
    os.environ["REPORTLINT_TESTS_IN_PROCESS"] = "1"
    os.environ["REPORTLINT_EXAMPLES"] = "3"
    outcomes: list[Outcome] = []

    def told(outcome: Outcome) -> None:
        outcomes.append(outcome)
        _told(outcome, len(outcomes))

    for group in given.group or GROUPS:
        modules, tests = GROUPS[group]
        modules = tuple(one for one in modules if one in (given.module or modules))
        if not modules:
            continue
        end = time.monotonic() + given.seconds
        with tempfile.TemporaryDirectory() as folder:
            plugin = Warm(
                SOURCE,
                modules,
                _drawn(modules, given),
                end,
                lambda module, mutant, tests=tests: _cold(tests, module, mutant),
                told,
            )
            pytest.main([*_OPTIONS, "-s", f"--basetemp={folder}/t", *tests], plugins=[plugin])
        if plugin.complaint:
            print(f"{group}: {plugin.complaint}", file=sys.stderr)
            return 2
    _table(outcomes)
    return 0


def _table(outcomes: list[Outcome]) -> None:
    print("| module | mutants | noticed | |\n|---|---|---|---|")
    for module in sorted({one.module for one in outcomes}):
        print(_row(module, [one.noticed for one in outcomes if one.module == module]))
    print(_row("together", [one.noticed for one in outcomes]))


def _row(name: str, answers: list[bool]) -> str:
    return (
        f"| {name} | {len(answers)} | {sum(answers)} | {sum(answers) / max(1, len(answers)):.0%} |"
    )


if __name__ == "__main__":
    raise SystemExit(main())
