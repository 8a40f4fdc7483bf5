"""The counter of decisions with which `test_architecture.py` limits every function."""

from __future__ import annotations

import ast

import pytest

from support.complexity import functions

ONE_WAY = [
    ("return a", "no decision"),
    ("return a + b * c, not a", "operators that decide nothing"),
    ("with a: b()", "a block that is always entered"),
    ("try:\n  a()\nfinally:\n  b()", "what is done in any case"),
    ("def inner():\n  if a: b()", "a function within counts for itself"),
    ("class Inner:\n  x = 1 if a else 2", "so does a class"),
    ("return lambda: a", "a lambda without a decision"),
]
MORE = [
    ("if a: b()", 2),
    ("if a: b()\nelif c: d()\nelse: e()", 3),
    ("return b if a else c", 2),
    ("for a in b: c()", 2),
    ("while a: b()", 2),
    ("try:\n  a()\nexcept E:\n  b()\nexcept F:\n  c()", 3),
    ("assert a", 2),
    ("return a and b and c", 3),
    ("return a or b and c", 3),
    ("return [a for a in b if a if c]", 4),
    ("return {a: b for a in c for b in d}", 3),
    ("match a:\n  case 1: b()\n  case _: c()", 3),
    ("return lambda: a or b", 2),
    ("with a:\n  if b: c()", 2),
]


def _measured(body: str) -> dict[str, int]:
    lines = "\n".join(f"  {line}" for line in body.splitlines())
    module = ast.parse(f"def outer():\n{lines}\n")
    return {function.name: function.complexity for function in functions(module)}


@pytest.mark.parametrize(("body", "why"), ONE_WAY, ids=[why for _, why in ONE_WAY])
def test_one_way(body: str, why: str) -> None:
    assert _measured(body)["outer"] == 1


@pytest.mark.parametrize(("body", "ways"), MORE)
def test_more_ways(body: str, ways: int) -> None:
    assert _measured(body)["outer"] == ways


def test_functions_within_are_found_by_their_qualified_names() -> None:
    body = "def inner():\n  if a: b()\nclass Box:\n  def method(self):\n    return a and b or c"
    assert _measured(body) == {"outer": 1, "outer.inner": 2, "outer.Box.method": 3}


def test_lines_and_docstring_are_told() -> None:
    module = ast.parse('def outer():\n  """What it does."""\n  return (\n    1\n  )\n')
    (function,) = functions(module)
    assert (function.lines, function.docstring) == (5, "What it does.")
