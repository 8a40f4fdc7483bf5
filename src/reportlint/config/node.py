"""The tree that a YAML or TOML file becomes: scalars, lists and maps, each knowing its place."""

from __future__ import annotations

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any

SCALAR = "scalar"
LIST = "list"
MAP = "map"

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
TRUE = frozenset({"true", "True", "TRUE"})
FALSE = frozenset({"false", "False", "FALSE"})
ON = TRUE | {"on", "On", "ON", "yes", "Yes", "YES"}
OFF = FALSE | {"off", "Off", "OFF", "no", "No", "NO"}


class Node(NamedTuple):
    """One value of a file; line and column, from 1 and in code points, are where it begins."""

    # mypy 2.4 dies of a tuple with a star, `(node, *node.items)`: it never ends to join this type,
    # which is a tuple of itself, with its items. Lists are added instead.

    kind: str
    line: int
    column: int
    text: str = ""  # of a scalar
    # a scalar without quotes, so that it may mean a number, a boolean or nothing
    plain: bool = False
    items: tuple[Node, ...] = ()  # of a list
    pairs: tuple[tuple[Node, Node], ...] = ()  # of a map; the keys are scalars and differ
    flow: bool = False  # a list in brackets, whose entries commas part

    def get(self, key: str) -> Node | None:
        """The value of `key` in a map; None in anything else."""
        return next((value for name, value in self.pairs if name.text == key), None)

    def item(self, text: str) -> Node:
        """The first item of a list that is the scalar `text`; the node itself where there is
        none."""
        return next((item for item in self.items if item.text == text), self)

    @property
    def null(self) -> bool:
        """Whether nothing stands here."""
        return self.kind == SCALAR and self.plain and self.text in NULLS


def looks_typed(node: Node) -> bool:
    """Whether a plain scalar reads as a number, a date, a time, a boolean or nothing to some YAML
    reader.

    `on`, `off`, `yes` and `no` are not among them: YAML 1.2 calls them strings, and so does this
    tool.
    """
    text = node.text
    if not node.plain:
        return False
    if (
        text in NULLS
        or text in TRUE
        or text in FALSE
        or text.lower() in {".inf", "-.inf", "+.inf", ".nan"}
    ):
        return True
    return _numeric(text)


def _numeric(text: str) -> bool:
    body = text.lstrip("+-").lower().replace("_", "")
    if not (body.lstrip(".")[:1].isascii() and body.lstrip(".")[:1].isdigit()):
        return False
    if body[:2] in {"0x", "0o", "0b"}:
        return body[2:] != "" and set(body[2:]) <= set("0123456789abcdef")
    mantissa, _, exponent = body.partition("e")
    if _digits(mantissa.replace(".", "", 1)) and (not exponent or _digits(exponent.lstrip("+-"))):
        return True
    return _is_date(text) or (":" in body and all(_digits(part) for part in body.split(":")))


def _is_date(text: str) -> bool:
    if not set(text) <= set("0123456789-:.+TtZz "):
        return False  # a sentence that begins with a date
    parts = text.split("T", maxsplit=1)[0].split(" ", maxsplit=1)[0].split("-")
    return len(parts) == 3 and all(_digits(part) for part in parts)


def _digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def plain_data(node: Node) -> Any:
    """The node as Python data, plain scalars by the YAML 1.2 core schema: what a field of any type
    holds."""
    if node.kind == LIST:
        return [plain_data(item) for item in node.items]
    if node.kind == MAP:
        return {key.text: plain_data(value) for key, value in node.pairs}
    return _scalar_data(node)


def _scalar_data(node: Node) -> Any:
    text = node.text
    if not node.plain or not looks_typed(node):
        return text
    if text in NULLS:
        return None
    if text in TRUE or text in FALSE:
        return text in TRUE
    try:
        return int(text) if _digits(text.lstrip("+-")) else float(text) if "_" not in text else text
    except ValueError:
        return text
