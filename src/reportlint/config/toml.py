"""Read `[tool.reportlint]` of a pyproject.toml into nodes."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint._startup.typed import Any
from reportlint.config.node import (
    LIST,
    MAP,
    MAX_DEPTH,
    MAX_LENGTH,
    SCALAR,
    TOO_DEEP,
    TOO_LONG,
    Node,
)
from reportlint.config.problems import Problems, check_characters
from reportlint.core.errors import Problem, ReasonError, UserError
from reportlint.core.span import LineIndex
from reportlint.core.text import Text

TABLE = "tool.reportlint"
MAX_DOTS = 1000  # before the `=` of a line; tomllib needs time quadratic in their number
MAX_DIGITS = 20  # of a number
_TOO_LONG_A_NUMBER = Text(f"数字超过 {MAX_DIGITS} 位", f"a number of more than {MAX_DIGITS} digits")


def parse(text: str, path: str) -> Node | None:
    """The table `[tool.reportlint]`; None if the file has none. Raises UserError for errors in a
    file that contains the name of the table.

    tomllib gives no positions, so they are found by searching for each key after its parent. This
    is right for files as people write them.
    """
    if "reportlint" not in text:
        return None
    source = text.removeprefix("\ufeff")
    try:
        data = _load(source)
    except _TooMuchError as error:
        if TABLE not in text:
            return None
        raise UserError.of(error.reason, path, error.line, 1) from error
    except (
        ValueError,
        RecursionError,
    ) as error:  # ValueError: bad TOML, a number of thousands of digits
        if TABLE not in text:
            return None
        line = source.count("\n", 0, source.find(TABLE)) + 1
        raise UserError([_syntax(error, path, line)]) from error
    tool = data.get("tool")
    table = tool.get("reportlint") if isinstance(tool, dict) else None
    if table is None:
        return None
    problems = Problems(path)
    node = _Placer(source, problems).node(table, max(source.find(TABLE), 0), 0)
    problems.check()
    return node


class _TooMuchError(ReasonError):
    """Raised if it would take too long to parse the file."""

    def __init__(self, reason: Text, line: int) -> None:
        super().__init__(reason)
        self.line = line


def _load(source: str) -> dict[str, Any]:
    import tomllib

    if len(source) > MAX_LENGTH:
        raise _TooMuchError(TOO_LONG, 1)
    for number, line in enumerate(source.split("\n"), 1):
        if line.partition("=")[0].count(".") > MAX_DOTS:
            raise _TooMuchError(TOO_DEEP, number)
    return tomllib.loads(source.replace("\r\n", "\n"))


def _syntax(error: Exception, path: str, line_of_table: int) -> Problem:
    """The problem for an exception of tomllib; at the line of the table if the exception has no
    position."""
    from tomllib import TOMLDecodeError

    if isinstance(error, RecursionError):
        return Problem(TOO_DEEP, path, line_of_table, 1)
    if not isinstance(error, TOMLDecodeError):
        return Problem(_TOO_LONG_A_NUMBER, path, line_of_table, 1)
    message, _, place = str(error).partition(" (at line ")
    line, _, column = place.rstrip(")").partition(", column ")
    at = (int(line), int(column)) if line.isdigit() and column.isdigit() else (0, 0)
    return Problem(Text(f"TOML 语法错误：{message}", f"bad TOML: {message}"), path, *at)


class _Placer:
    """Converter of the table to nodes, each at the position where its key or text is found."""

    def __init__(self, source: str, problems: Problems) -> None:
        self.source = source
        self.index = LineIndex(source)
        self.problems = problems

    def node(self, value: Any, offset: int, depth: int) -> Node:
        line, column = self.index.position(offset)
        at = Node(SCALAR, line, column)
        if depth > MAX_DEPTH:
            self.problems.add_text(at, TOO_DEEP)
            return at
        if isinstance(value, dict):
            return at._replace(kind=MAP, pairs=tuple(self.pairs(value, offset, depth)))
        if isinstance(value, list):
            return at._replace(
                kind=LIST, items=tuple(self.item(entry, offset, depth) for entry in value)
            )
        return self.scalar(value, at)

    def scalar(self, value: Any, at: Node) -> Node:
        if isinstance(value, bool):
            return at._replace(text="true" if value else "false", plain=True)
        if isinstance(value, int) and abs(value) >= 10**MAX_DIGITS:
            self.problems.add_text(at, _TOO_LONG_A_NUMBER)
            return at
        node = at._replace(text=str(value), plain=not isinstance(value, str))
        check_characters(node, self.problems)
        return node

    def pairs(self, table: dict[str, Any], start: int, depth: int) -> Iterator[tuple[Node, Node]]:
        """The keys and values of a table that begins at `start`; each key is searched for first
        after the one before it."""
        after = start
        for key, value in table.items():
            at = self.find(key, after)
            if at < 0:
                at = max(self.find(key, start), start)
            line, column = self.index.position(at)
            node = Node(SCALAR, line, column, key)
            check_characters(node, self.problems)
            yield node, self.node(value, at, depth + 1)
            after = at

    def item(self, value: Any, after: int, depth: int) -> Node:
        at = self.source.find(value, after) if isinstance(value, str) and value else -1
        return self.node(value, at if at >= 0 else after, depth + 1)

    def find(self, key: str, after: int) -> int:
        """The offset of `key` as a key: directly before `=`, `.` or `]`, apart from quotes; -1 if
        it is not found."""
        at = self.source.find(key, after) if key else -1
        while at >= 0:
            rest = self.source[at + len(key) : at + len(key) + 8].lstrip("\"' ")
            before = self.source[at - 1 : at]
            if rest[:1] in {"=", ".", "]"} and not (before.isalnum() or before in {"-", "_"}):
                return at
            at = self.source.find(key, at + 1)
        return -1
