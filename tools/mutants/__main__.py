"""Change one thing of a module at a time and run the tests that reach it. Does one fail?

    python -m tools.mutants                                   # 40 mutants per module, about an hour
    python -m tools.mutants --module lint/fix --each 1000     # all mutants of one module
    python -m tools.mutants --group baseline --seconds 300
    python -m tools.mutants --group numbering --draw 150      # drawn at random from all modules
    python -m tools.mutants --again OUTPUT                    # retry the survivors of a run

A mutant replaces a comparison, a Boolean, an arithmetic operator or a number, or removes a call or
an assignment. A mutant is killed if a test fails. Survivors are printed: either a test is missing,
or the change makes no difference. The source is never changed. Requires coverage (`pip install
coverage`) and a system with `fork`.
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
from tools.mutants.draw import by_turns, draw, survivors
from tools.mutants.warm import Outcome, Warm

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src/reportlint"
# group → its modules, and the tests that should kill their mutants
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
# Tests that start other processes and wait for them: these processes run the unchanged code.
_OUTSIDE = "at_any_moment"
# Property tests use the same few examples each time: a mutant is always killed or never.
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
    """Whether the tests kill a mutant of code that runs at import. They run in a copy of the
    repository and a separate process."""
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
            completed = subprocess.run(
                [*command, *tests],
                check=False,
                cwd=copy,
                env=environment,
                capture_output=True,
                timeout=600,
            )
        except subprocess.TimeoutExpired:
            return True
        return completed.returncode != 0


def _drawn(modules: tuple[str, ...], arguments: argparse.Namespace) -> list[tuple[str, Mutant]]:
    """The mutants that the options select."""
    texts = {module: (SOURCE / f"{module}.py").read_text("utf-8") for module in modules}
    if arguments.again:
        return survivors(texts, arguments.again.read_text("utf-8"))
    if arguments.draw:
        return draw(texts, arguments.draw, arguments.seed)
    return by_turns(texts, arguments.each, arguments.seed)


def _print_survivor(outcome: Outcome, number: int) -> None:
    """Print a survivor. `number` is the number of mutants tried so far."""
    if not outcome.killed:
        mutant = outcome.mutant
        reached = f"{outcome.tests} tests" if outcome.tests else "no test"
        place = f"{outcome.module}.py:{mutant.line}"
        change = f"change {mutant.number}: {mutant.change}"
        print(f"survived ({number}.): {place}: {change} ({reached})", flush=True)


def main() -> int:
    """Try mutants and print a table; the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.mutants",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--group", action="append", choices=GROUPS, help="default: all")
    parser.add_argument(
        "--module", action="append", help="only this module of the groups, such as `lint/fix`"
    )
    parser.add_argument(
        "--each", type=int, default=40, help="maximum number of mutants of one module"
    )
    parser.add_argument(
        "--draw", type=int, help="number of mutants to draw from all modules of a group"
    )
    parser.add_argument(
        "--again", type=Path, help="a file with the output of a run, whose survivors are tried"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--seconds", type=float, default=36_000, help="maximum duration of one group"
    )
    arguments = parser.parse_args()
    os.chdir(ROOT)
    os.environ["REPORTLINT_TESTS_IN_PROCESS"] = "1"
    os.environ["REPORTLINT_EXAMPLES"] = "3"
    outcomes: list[Outcome] = []

    def record(outcome: Outcome) -> None:
        outcomes.append(outcome)
        _print_survivor(outcome, len(outcomes))

    for group in arguments.group or GROUPS:
        modules, tests = GROUPS[group]
        modules = tuple(name for name in modules if name in (arguments.module or modules))
        if not modules:
            continue
        end = time.monotonic() + arguments.seconds
        with tempfile.TemporaryDirectory() as folder:
            plugin = Warm(
                SOURCE,
                modules,
                _drawn(modules, arguments),
                end,
                lambda module, mutant, tests=tests: _cold(tests, module, mutant),
                record,
            )
            pytest.main([*_OPTIONS, "-s", f"--basetemp={folder}/t", *tests], plugins=[plugin])
        if plugin.complaint:
            print(f"{group}: {plugin.complaint}", file=sys.stderr)
            return 2
    _table(outcomes)
    return 0


def _table(outcomes: list[Outcome]) -> None:
    """Print the numbers of mutants by module."""
    print("| module | mutants | killed | |\n|---|---|---|---|")
    for module in sorted({outcome.module for outcome in outcomes}):
        print(_row(module, [outcome.killed for outcome in outcomes if outcome.module == module]))
    print(_row("together", [outcome.killed for outcome in outcomes]))


def _row(name: str, answers: list[bool]) -> str:
    """A row of the table; an answer is whether a mutant was killed."""
    return (
        f"| {name} | {len(answers)} | {sum(answers)} | {sum(answers) / max(1, len(answers)):.0%} |"
    )


if __name__ == "__main__":
    raise SystemExit(main())
