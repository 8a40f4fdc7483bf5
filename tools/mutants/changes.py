"""The mutants of a module: each changes a comparison, an operator or a number, or removes a
statement."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from types import CodeType
from typing import NamedTuple

_SWAPS: Mapping[type, type] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add,
}  # fmt: skip


class Mutant(NamedTuple):
    """One change: its number in the module, its line, a description, and the function that contains
    it."""

    number: int
    line: int
    change: str
    function: str | None
    """The outermost function, qualified (`Class.method`); None for code that runs at import."""
    first_line: int
    """The first line of this function with its decorators; 0 without a function."""


class _Mutator(ast.NodeTransformer):
    """A visitor that makes the change with the number `wanted` and lists all changes."""

    def __init__(self, wanted: int = -1) -> None:
        self.mutants: list[Mutant] = []
        self._wanted = wanted
        self._classes: list[str] = []
        self._function: tuple[str | None, int] = (None, 0)

    def _is_wanted(self, node: ast.expr | ast.stmt, change: str) -> bool:
        """Add a change of a node to the list; whether it is the wanted one."""
        number = len(self.mutants)
        self.mutants.append(Mutant(number, node.lineno, change, *self._function))
        return number == self._wanted

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        # defaults and decorators run when the function is defined, not when it is called
        node.args = self.visit(node.args)
        node.decorator_list = [self.visit(child) for child in node.decorator_list]
        around = self._function
        if around[0] is None:
            lines = [node.lineno, *(child.lineno for child in node.decorator_list)]
            self._function = ".".join([*self._classes, node.name]), min(lines)
        node.body = [self.visit(child) for child in node.body]
        self._function = around
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        if node.value is not None:  # annotations are not executed
            node.value = self.visit(node.value)
        return node

    def visit_Expr(self, node: ast.Expr) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.value, ast.Call) and self._is_wanted(node, "call left out"):
            return ast.copy_location(ast.Pass(), node)
        return node

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.AST:
        self.generic_visit(node)
        if self._is_wanted(node, "assignment left out"):
            return ast.copy_location(ast.Pass(), node)
        return node

    def visit_Continue(self, node: ast.Continue) -> ast.AST:
        return (
            ast.copy_location(ast.Break(), node)
            if self._is_wanted(node, "continue → break")
            else node
        )

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        self.generic_visit(node)
        for at, operator in enumerate(node.ops):
            new = _SWAPS[type(operator)]
            if self._is_wanted(node, f"{type(operator).__name__} → {new.__name__}"):
                node.ops[at] = new()
        return node

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.AST:
        self.generic_visit(node)
        new = _SWAPS[type(node.op)]
        if self._is_wanted(node, f"{type(node.op).__name__} → {new.__name__}"):
            node.op = new()
        return node

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        new = _SWAPS.get(type(node.op))
        # `|` of types and `+` of strings are not changed
        right = node.right.value if isinstance(node.right, ast.Constant) else None
        is_number = new is not None and isinstance(right, int)
        if is_number and self._is_wanted(node, f"{type(node.op).__name__} → {new.__name__}"):
            node.op = new()
        return node

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.op, ast.Not) and self._is_wanted(node, "not taken away"):
            return node.operand
        return node

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        if isinstance(node.value, bool):
            if self._is_wanted(node, f"{node.value} → {not node.value}"):
                return ast.copy_location(ast.Constant(not node.value), node)
        elif isinstance(node.value, int) and self._is_wanted(
            node, f"{node.value} → {node.value + 1}"
        ):
            return ast.copy_location(ast.Constant(node.value + 1), node)
        return node


def mutants(source: str) -> list[Mutant]:
    """All possible changes of a module, mostly ordered by line."""
    mutator = _Mutator()
    mutator.visit(ast.parse(source))
    return mutator.mutants


def changed(source: str, number: int) -> ast.Module:
    """The syntax tree of the module with the change of this number; line numbers are those of the
    source."""
    tree = _Mutator(number).visit(ast.parse(source))
    assert isinstance(tree, ast.Module)
    return ast.fix_missing_locations(tree)


def changed_code(source: str, path: str, mutant: Mutant) -> CodeType:
    """The code of the function that contains the change, or of the module if it is in no
    function."""
    code = compile(changed(source, mutant.number), path, "exec", dont_inherit=True)
    if mutant.function is None:
        return code
    return code_of(code, mutant.function, mutant.first_line)


def code_of(code: CodeType, name: str, first_line: int) -> CodeType:
    """The code of the function with this qualified name and first line. Raises KeyError if there is
    none."""
    inner = [constant for constant in code.co_consts if isinstance(constant, CodeType)]
    for constant in inner:
        if constant.co_qualname == name and constant.co_firstlineno == first_line:
            return constant
        if name.startswith(f"{constant.co_qualname}."):
            return code_of(constant, name, first_line)
    raise KeyError(name)
