"""Values that are nearly right: a number with its unit, several choices in one text, a colon at the
end of a line; and an example of each key whose value has another form than is expected."""

from __future__ import annotations

from collections.abc import Mapping

from reportlint._startup.lazy_pattern import lazy
from reportlint.config import node as nodes
from reportlint.config.node import Node
from reportlint.core.schema import Field
from reportlint.core.text import Text

_PARTED = lazy(r"\s*[,，、;；/]\s*|\s+(?:and|和)\s+")
_THOUSANDS = lazy(r"\d{1,3}(?:,\d{3})+")
_SHAPES: Mapping[str, Text] = {
    "swap": Text("swap: {登陆: 登录}", "swap: {utilise: use}"),
    "prefer": Text("prefer: {登录: [登陆, 登入]}", "prefer: {email: [e-mail]}"),
    "fields": Text("fields: {密级: {required: true}}", "fields: {Title: {required: true}}"),
    "when": Text("when: {type: 述职报告}", "when: {type: duty-report}"),
    "groups": Text("groups: [{id: phone, any: [电话]}]", "groups: [{id: phone, any: [Phone]}]"),
    "recognise": Text("recognise: {title: [工作计划]}", "recognise: {title: [Work plan]}"),
    "parts": Text("parts: {signature: true, date: true}", "parts: {signature: true, date: true}"),
    "opening": Text("opening: {any: [报告如下]}", "opening: {any: [as follows]}"),
    "closing": Text("closing: {any: [特此报告]}", "closing: {any: [for approval]}"),
    "must": Text("must: [{any: [联系人]}]", "must: [{any: [contact]}]"),
    "must-not": Text("must-not: [{any: [请批示]}]", "must-not: [{any: [please approve]}]"),
    "rules": Text("rules: {空话: off}", "rules: {placeholder: off}"),
    "ignore": Text(
        "ignore: [{files: a.md, rule: placeholder, text: XX大道}]",
        "ignore: [{files: a.md, rule: placeholder, text: XX}]",
    ),
    "overrides": Text(
        "overrides: [{files: 述职/**, type: 述职报告}]",
        "overrides: [{files: duty/**, type: duty-report}]",
    ),
    "extends": Text("extends: [core, ./house]", "extends: [core, ./house]"),
    "requires": Text("requires: [core]", "requires: [core]"),
    "examples": Text("examples: {bad: [写⟦空话⟧], good: [修路]}", "examples: {bad: [a ⟦b⟧]}"),
}
_TOGETHER = Text("sections: {风险: [], 措施: []}", "sections: {Risks: [], Measures: []}")
_SECTIONS = Text(
    "sections: [{id: work, title: 主要工作}]", "sections: [{id: work, title: Work done}]"
)


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


def shape_of(name: str, *, is_map: bool = False) -> Text | None:
    """An example of the key `name` with its value; None if there is none. `is_map`: a mapping is
    expected."""
    if name == "sections":
        return _TOGETHER if is_map else _SECTIONS
    return _SHAPES.get(name)
