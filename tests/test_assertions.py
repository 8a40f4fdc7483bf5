"""A test that passes must have asserted something: it must not pass because a loop or a branch did
not run. Such a test asserts that its data are not empty, or compares them as a whole."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from support.assertions import asserting, asserts, functions

TESTS = Path(__file__).parent

EACH_TIME = [
    "assert a",
    "assert all(a) and b",
    "for a in b:\n  assert a\nassert b",
    "for a in (1, 2):\n  assert a",
    "for a in range(3):\n  assert a",
    "if a:\n  assert b\nelse:\n  assert c",
    "with pytest.raises(E):\n  a()",
    "with a:\n  assert b",
    "try:\n  assert a\nfinally:\n  b()",
    "help(1)",
    "return helper.help(1)",
]
NOT_EACH_TIME = [
    "a()",
    "for a in b:\n  assert a",
    "for a in [*b]:\n  assert a",
    "for a in range(len(b)):\n  assert a",
    "while a:\n  assert a",
    "if a:\n  assert b",
    "if a:\n  assert b\nelse:\n  c()",
    "try:\n  a()\nexcept E:\n  assert b",
    "assert all(a for a in b)",
    "assert not any(a for a in b)",
    "def inner():\n  assert a",
    "with a:\n  b()",
]


@pytest.mark.parametrize("body", EACH_TIME)
def test_it_asserts_each_time(body: str) -> None:
    assert asserts(ast.parse(body).body, {"help"})


@pytest.mark.parametrize("body", NOT_EACH_TIME)
def test_it_may_pass_without(body: str) -> None:
    assert not asserts(ast.parse(body).body, {"help"})


def test_a_helper_asserts_by_another_helper() -> None:
    tree = ast.parse("def a(): b()\ndef b(): c()\ndef c():\n  assert x\ndef d():\n  if x: c()")
    assert asserting([tree]) == {"a", "b", "c"}


def test_no_test_of_ours_may_pass_without() -> None:
    trees = {path: ast.parse(path.read_text("utf-8")) for path in sorted(TESTS.rglob("*.py"))}
    assert len(trees) > 300
    helpers = asserting(trees.values())
    hollow = [
        f"{path.relative_to(TESTS)}:{function.lineno} {function.name}"
        for path, tree in trees.items()
        if path.name.startswith("test_")
        for function in functions(tree)
        if function.name.startswith("test_") and not asserts(function.body, helpers)
    ]
    assert hollow == []
