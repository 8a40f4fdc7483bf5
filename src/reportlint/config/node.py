"""The tree parsed from a YAML or TOML file: scalars, lists and maps, each with its position."""

from __future__ import annotations

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core.text import Text

SCALAR = "scalar"
LIST = "list"
MAP = "map"

# Limits of a file, which bound the time that it takes to parse.
MAX_LENGTH = 1_000_000  # code points; the YAML parser takes two or three seconds for that many
MAX_DEPTH = 40
TOO_LONG = Text(
    f"文件过大：超过 {MAX_LENGTH} 个字符", f"too large: more than {MAX_LENGTH} characters"
)
TOO_DEEP = Text(f"嵌套超过 {MAX_DEPTH} 层", f"nested more than {MAX_DEPTH} deep")

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
TRUE = frozenset({"true", "True", "TRUE"})
FALSE = frozenset({"false", "False", "FALSE"})
ON = TRUE | {"on", "On", "ON", "yes", "Yes", "YES"}
OFF = FALSE | {"off", "Off", "OFF", "no", "No", "NO"}


class Node(NamedTuple):
    """One value of a file; `line` and `column` are those of its start, from 1 and in code
    points."""

    # mypy 2.4 fails on a tuple with a star, `(node, *node.items)`: joining this type, a tuple that
    # contains itself, with its items never ends. Add lists instead.

    kind: str
    line: int
    column: int
    text: str = ""  # of a scalar
    # a scalar without quotes, which may mean a number, a boolean or null
    plain: bool = False
    items: tuple[Node, ...] = ()  # of a list
    pairs: tuple[tuple[Node, Node], ...] = ()  # of a map; the keys are distinct scalars
    flow: bool = False  # a list in brackets, with commas between its entries

    def get(self, key: str) -> Node | None:
        """The value of `key` in a map; None if there is none or the node is no map."""
        return next((value for name, value in self.pairs if name.text == key), None)

    def item(self, text: str) -> Node:
        """The first item of a list with the text `text`; the node itself if there is none."""
        return next((item for item in self.items if item.text == text), self)

    @property
    def null(self) -> bool:
        """Whether the value is missing or null."""
        return self.kind == SCALAR and self.plain and self.text in NULLS


def looks_typed(node: Node) -> bool:
    """Whether some YAML parser would read a plain scalar as a number, a date, a time, a boolean or
    null.

    `on`, `off`, `yes` and `no` do not count: they are strings in YAML 1.2 and in this tool.
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
    """The node as Python data, for fields of any type; plain scalars are converted by the YAML 1.2
    core schema."""
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
