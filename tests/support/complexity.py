"""The complexity of functions: one, plus one for each decision."""

import ast
from collections.abc import Iterator
from typing import NamedTuple


class MeasuredFunction(NamedTuple):
    """A function of a module, with its complexity."""

    name: str
    """Its qualified name in the module: `Class.method`, `outer.inner`."""
    complexity: int
    lines: int
    docstring: str


_DECISIONS = (ast.If, ast.IfExp, ast.For, ast.AsyncFor, ast.While, ast.ExceptHandler, ast.Assert)
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def functions(module: ast.Module) -> Iterator[MeasuredFunction]:
    """Every function of a module, including methods and nested functions."""
    yield from _functions(module, "")


def complexity(function: ast.AST) -> int:
    """One, plus one for each decision in a function; nested functions are counted separately."""
    return 1 + sum(_decisions(child) for child in ast.iter_child_nodes(function))


def _functions(node: ast.AST, prefix: str) -> Iterator[MeasuredFunction]:
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, _SCOPES):
            yield from _functions(child, prefix)
            continue
        name = prefix + child.name
        if not isinstance(child, ast.ClassDef):
            lines = (child.end_lineno or child.lineno) - child.lineno + 1
            yield MeasuredFunction(name, complexity(child), lines, ast.get_docstring(child) or "")
        yield from _functions(child, name + ".")


def _decisions(node: ast.AST) -> int:
    if isinstance(node, _SCOPES):
        return 0
    return _decides(node) + sum(_decisions(child) for child in ast.iter_child_nodes(node))


def _decides(node: ast.AST) -> int:
    if isinstance(node, ast.BoolOp):
        return len(node.values) - 1
    if isinstance(node, ast.comprehension):
        return 1 + len(node.ifs)
    if isinstance(node, ast.Match):
        return len(node.cases)
    return int(isinstance(node, _DECISIONS))
