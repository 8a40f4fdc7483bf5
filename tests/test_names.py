"""A variable's name tells what it holds: these four could stand for anything."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
VAGUE = {"found", "one", "own", "said"}
FOLDERS = ("src", "tools", "bench", "examples", "tests")
MODULES = [ROOT / "hatch_build.py"]
MODULES += sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))


def vague_names(source: str) -> list[str]:
    """The variables and parameters with a vague name, each with its line. Fields of a class are
    allowed: in a pair such as `planted` and `found`, each explains the other."""
    nodes = list(ast.walk(ast.parse(source)))
    fields = {
        statement.target
        for node in nodes
        if isinstance(node, ast.ClassDef)
        for statement in node.body
        if isinstance(statement, ast.AnnAssign)
    }
    return [
        f"{node.lineno}: {name}"
        for node in nodes
        if node not in fields and (name := _bound_name(node)) in VAGUE
    ]


def _bound_name(node: ast.AST) -> str:
    """The name that a node binds; "" if it binds none."""
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        return node.id
    return node.arg if isinstance(node, ast.arg) else ""


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_variable_has_a_vague_name(path: Path) -> None:
    assert vague_names(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "found = 1",
        "def f(one): ...",
        "[said for said in x]",
        "with x as own: ...",
        "(found := 1)",
        "lambda *one: 1",
    ],
)
def test_a_vague_name_is_reported_wherever_it_is_bound(source: str) -> None:
    assert len(vague_names(source)) == 1


@pytest.mark.parametrize(
    "source", ["x.found = 1", "findings = f(found=1)", "print(one)", "class A:\n    found: int"]
)
def test_attributes_and_keyword_arguments_are_ignored(source: str) -> None:
    assert vague_names(source) == []
