"""Find tests that can pass without an assertion: all their assertions are in loops or branches that
may not run."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence, Set

_Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(tree: ast.AST) -> Iterator[_Function]:
    """All functions of a module, including methods and nested functions."""
    return (node for node in ast.walk(tree) if isinstance(node, _Function))


def asserting(trees: Iterable[ast.AST]) -> set[str]:
    """The names of helpers that always assert something when called, directly or through other
    helpers."""
    helpers = [
        function
        for tree in trees
        for function in functions(tree)
        if not function.name.startswith("test_")
    ]
    names: set[str] = set()
    while True:
        more = {helper.name for helper in helpers if asserts(helper.body, names)}
        if more <= names:
            return names
        names |= more


def asserts(body: Sequence[ast.stmt], helpers: Set[str]) -> bool:
    """Whether the statements always assert something, directly or through a helper."""
    return any(_asserts(statement, helpers) for statement in body)


def _asserts(statement: ast.stmt, helpers: Set[str]) -> bool:
    match statement:
        case ast.Assert(test=test):
            return not _holds_for_nothing(test)
        case ast.With(items=items, body=body) | ast.AsyncWith(items=items, body=body):
            return any(_calls(item, {"raises", "warns"}) for item in items) or asserts(
                body, helpers
            )
        case ast.For(iter=over, body=body):
            return _never_empty(over) and asserts(body, helpers)
        case ast.If(body=body, orelse=orelse):
            return asserts(body, helpers) and asserts(orelse, helpers)
        case ast.Try(body=body, finalbody=finalbody):
            return asserts([*body, *finalbody], helpers)
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            return False
        case _:
            return _calls(statement, helpers)


def _calls(node: ast.AST, names: Set[str]) -> bool:
    calls = (call.func for call in ast.walk(node) if isinstance(call, ast.Call))
    called = (
        func.id if isinstance(func, ast.Name) else getattr(func, "attr", "") for func in calls
    )
    return not names.isdisjoint(called)


def _holds_for_nothing(test: ast.expr) -> bool:
    """Whether an expression is `all(…)` or `not any(…)`, which are true for an empty iterable."""
    match test:
        case ast.Call(func=ast.Name(id="all")):
            return True
        case ast.UnaryOp(op=ast.Not(), operand=ast.Call(func=ast.Name(id="any"))):
            return True
        case _:
            return False


def _never_empty(over: ast.expr) -> bool:
    match over:
        case ast.Tuple(elts=elements) | ast.List(elts=elements):
            return not all(isinstance(element, ast.Starred) for element in elements)
        case ast.Call(func=ast.Name(id="range"), args=arguments):
            return all(isinstance(element, ast.Constant) for element in arguments)
        case _:
            return False
