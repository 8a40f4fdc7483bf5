"""Single values that are nearly right: a number with its unit, several choices in one text, a colon
at the end of a line."""

from __future__ import annotations

from reportlint._startup.lazy_pattern import lazy
from reportlint.config import node as nodes
from reportlint.config.node import Node
from reportlint.core.schema import Field
from reportlint.core.text import Text

_PARTED = lazy(r"\s*[,，、;；/]\s*|\s+(?:and|和)\s+")
_THOUSANDS = lazy(r"\d{1,3}(?:,\d{3})+")


def colon_at_end(node: Node) -> str:
    """The text that a colon at the end of its line turned into a key; "" for any other node."""
    if node.kind != nodes.MAP or node.flow or len(node.pairs) != 1:
        return ""
    key, value = node.pairs[0]
    return key.text if value.null and not value.text else ""


def bare_number(text: str) -> str:
    """A number without its unit, its sign and the commas between thousands."""
    digits = text.strip(" <>=≤≥~约不超过至少最多于").rstrip("%字个条项次段 ")
    return digits.replace(",", "") if _THOUSANDS.fullmatch(digits) else digits


def several_choices(node: Node, item: Field) -> Text | None:
    """The message for several choices in one text, separated by commas or the like; None for any
    other node."""
    parts = _PARTED.split(node.text.strip()) if node.kind == nodes.SCALAR else []
    if len(parts) < 2 or not all(part in item.choices for part in parts):
        return None
    if node.text in item.choices:
        return None
    listed = ", ".join(parts)
    return Text(f"几个值写成列表：[{listed}]", f"several values are a list: [{listed}]")


def map_for_text(node: Node, name: str, want: Text) -> Text | None:
    """The message for a mapping in place of a text, which `want` describes; None for any other
    node."""
    if node.kind != nodes.MAP:
        return None
    colon = colon_at_end(node)
    if colon:
        return Text(
            f"行末的冒号使“{colon}”成了键；去掉冒号，如果就是要找它，写 '{colon}:'",
            f"the colon at the end makes a key of “{colon}”; leave it out, or, if it is meant,"
            f" write '{colon}:'",
        )
    return Text(
        f"“{name}”应为{want.zh}；以 {{ 开头的文字要加引号：'{{…}}'",
        f"“{name}” must be {want.en}; put a text that begins with {{ in quotes: '{{…}}'",
    )
