"""Would the tests notice? `python -m tools.mutants --seconds 600` changes one thing of a module at a time and runs its tests.

A mutant is a comparison, a Boolean, an arithmetic operator or a number that is another one. One that no test notices is
printed: either a test is missing, or the change makes no difference. The source itself is never changed: it is a copy.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROOMS: Mapping[str, tuple[str, ...]] = {  # modules and the tests that are to notice
    "changes/file_change": ("tests/changes/test_file_change.py", "tests/changes/test_narrow.py"),
    "changes/patch": ("tests/changes/test_patch.py", "tests/changes/test_file_change.py"),
    "changes/narrow": ("tests/changes/test_narrow.py", "tests/changes/test_session.py"),
    "suppression/apply": ("tests/suppression/test_apply.py", "tests/suppression/test_unused.py"),
    "suppression/comments": ("tests/suppression/test_comments.py",),
    "suppression/unused": ("tests/suppression/test_unused.py", "tests/suppression/test_apply.py"),
    "baseline/entries": ("tests/baseline/test_entries.py",),
    "baseline/file": ("tests/baseline/test_file.py",),
    "lint/fix": ("tests/lint/test_fix.py",),
    "config/loader": ("tests/config/test_loader.py", "tests/config/test_hostile.py"),
}
_SWAPS: Mapping[type, type] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add,
}  # fmt: skip


class _Mutator(ast.NodeTransformer):
    """Changes the node of one number, and counts those that can be changed."""

    def __init__(self, wanted: int = -1) -> None:
        self.count = 0
        self.what = ""
        self._wanted = wanted

    def _is_it(self, node: ast.expr, what: str) -> bool:
        self.count += 1
        if self.count - 1 != self._wanted:
            return False
        self.what = f"line {node.lineno}: {what}"
        return True

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        self.generic_visit(node)
        for at, operator in enumerate(node.ops):
            new = _SWAPS[type(operator)]
            if self._is_it(node, f"{type(operator).__name__} → {new.__name__}"):
                node.ops[at] = new()
        return node

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.AST:
        self.generic_visit(node)
        new = _SWAPS[type(node.op)]
        if self._is_it(node, f"{type(node.op).__name__} → {new.__name__}"):
            node.op = new()
        return node

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        new = _SWAPS.get(type(node.op))
        # `|` of types and `+` of texts are left alone
        right = node.right.value if isinstance(node.right, ast.Constant) else None
        is_number = new is not None and isinstance(right, int)
        if is_number and self._is_it(node, f"{type(node.op).__name__} → {new.__name__}"):
            node.op = new()
        return node

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.op, ast.Not) and self._is_it(node, "not taken away"):
            return node.operand
        return node

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        if isinstance(node.value, bool):
            if self._is_it(node, f"{node.value} → {not node.value}"):
                return ast.copy_location(ast.Constant(not node.value), node)
        elif isinstance(node.value, int) and self._is_it(node, f"{node.value} → {node.value + 1}"):
            return ast.copy_location(ast.Constant(node.value + 1), node)
        return node


def mutant(source: str, number: int) -> tuple[str, str]:
    """The source with its change of that number, and what it is."""
    mutator = _Mutator(number)
    tree = mutator.visit(ast.parse(source))
    return ast.unparse(ast.fix_missing_locations(tree)), mutator.what


def mutants(source: str) -> int:
    """How many changes there are."""
    mutator = _Mutator()
    mutator.visit(ast.parse(source))
    return mutator.count


def _drawn(seed: int, rooms: list[str]) -> Iterator[tuple[str, int]]:
    """All mutants of the rooms in an order that the seed makes."""
    every = [
        (room, number)
        for room in rooms
        for number in range(mutants((ROOT / f"src/reportlint/{room}.py").read_text("utf-8")))
    ]
    random.Random(seed).shuffle(every)
    return iter(every)


def _noticed(copy: Path, tests: tuple[str, ...]) -> bool:
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-n", "0", "-p", "no:cacheprovider"]
    environment = {**os.environ, "PYTHONPATH": str(copy / "src")}
    try:
        done = subprocess.run(
            [*command, *tests],
            check=False,
            cwd=copy,
            env=environment,
            capture_output=True,
            timeout=90,
        )
    except subprocess.TimeoutExpired:
        return True
    return done.returncode != 0


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.mutants", description=__doc__)
    parser.add_argument("--room", action="append", choices=ROOMS, help="all without")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=600)
    given = parser.parse_args()
    end = time.monotonic() + given.seconds
    noticed: dict[str, list[bool]] = {}
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in ("src", "tests", "rules", "tools"):
            shutil.copytree(ROOT / name, copy / name)
        shutil.copy(ROOT / "pyproject.toml", copy)
        for room, number in _drawn(given.seed, given.room or list(ROOMS)):
            if time.monotonic() > end:
                break
            path = copy / f"src/reportlint/{room}.py"
            source = path.read_text("utf-8")
            changed, what = mutant(source, number)
            path.write_text(changed, "utf-8")
            noticed.setdefault(room, []).append(_noticed(copy, ROOMS[room]))
            path.write_text(source, "utf-8")
            if not noticed[room][-1]:
                print(f"not noticed: {room}.py, {what}", flush=True)
    print("| module | mutants | noticed |\n|---|---|---|")
    for room, answers in sorted(noticed.items()):
        print(f"| {room} | {len(answers)} | {sum(answers)} |")
    every = [answer for answers in noticed.values() for answer in answers]
    print(f"| together | {len(every)} | {sum(every)} ({sum(every) / max(1, len(every)):.0%}) |")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
