"""`[tool.reportlint]` of a pyproject.toml → nodes."""

from __future__ import annotations

from reportlint._startup.typed import Any
from reportlint.config.node import LIST, MAP, SCALAR, Node
from reportlint.core.errors import Problem, UserError
from reportlint.core.span import LineIndex
from reportlint.core.text import Text

TABLE = "tool.reportlint"
_MAX_DEPTH = 40


def parse(text: str, path: str) -> Node | None:
    """The table `[tool.reportlint]`; None where the file has none. Raises UserError for a syntax error in a file that names it.

    tomllib keeps no places, so they are found by searching for each key after its parent: right for files as people write them.
    """
    if "reportlint" not in text:
        return None
    import tomllib

    source = text.removeprefix("\ufeff")
    try:
        data = tomllib.loads(source.replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        if TABLE not in text:
            return None
        raise UserError([_syntax(error, path)]) from error
    tool = data.get("tool")
    table = tool.get("reportlint") if isinstance(tool, dict) else None
    if table is None:
        return None
    start = max(source.find(TABLE), 0)
    return _Placer(source).node(table, start, 0)


def _syntax(error: Exception, path: str) -> Problem:
    said, _, place = str(error).partition(" (at line ")
    line, _, column = place.rstrip(")").partition(", column ")
    at = (int(line), int(column)) if line.isdigit() and column.isdigit() else (0, 0)
    return Problem(Text(f"TOML 语法错误：{said}", f"bad TOML: {said}"), path, *at)


class _Placer:
    """Gives every value of the table the place where its key or text is found."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.index = LineIndex(source)

    def node(self, value: Any, offset: int, depth: int) -> Node:
        line, column = self.index.position(offset)
        if isinstance(value, dict) and depth < _MAX_DEPTH:
            return Node(
                MAP,
                line,
                column,
                pairs=tuple(self.pair(key, one, offset, depth) for key, one in value.items()),
            )
        if isinstance(value, list) and depth < _MAX_DEPTH:
            return Node(
                LIST, line, column, items=tuple(self.item(one, offset, depth) for one in value)
            )
        if isinstance(value, bool):
            return Node(SCALAR, line, column, "true" if value else "false", True)
        return Node(SCALAR, line, column, str(value), not isinstance(value, str))

    def pair(self, key: str, value: Any, after: int, depth: int) -> tuple[Node, Node]:
        at = self.find(key, after)
        line, column = self.index.position(at)
        return Node(SCALAR, line, column, key), self.node(value, at, depth + 1)

    def item(self, value: Any, after: int, depth: int) -> Node:
        at = self.source.find(value, after) if isinstance(value, str) and value else -1
        return self.node(value, at if at >= 0 else after, depth + 1)

    def find(self, key: str, after: int) -> int:
        """Where `key` stands as a key: directly before `=`, `.` or `]`, quotes aside; `after` where it is not found."""
        at = self.source.find(key, after) if key else -1
        while at >= 0:
            rest = self.source[at + len(key) : at + len(key) + 8].lstrip("\"' ")
            before = self.source[at - 1 : at]
            if rest[:1] in {"=", ".", "]"} and not (before.isalnum() or before in {"-", "_"}):
                return at
            at = self.source.find(key, at + 1)
        return after
