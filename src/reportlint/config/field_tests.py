"""`when: {field: Type, is: Standards Track}`: where a demand or a rule depends on a field of the report."""

from __future__ import annotations

from collections.abc import Mapping

from reportlint._startup.typed import Any
from reportlint.config.node import MAP, Node
from reportlint.config.problems import Problems
from reportlint.core import schema
from reportlint.core.field_test import FieldTest
from reportlint.core.schema import Field
from reportlint.core.text import Text

_NAME = Field(
    schema.TEXT,
    Text("front matter 或开头“字段: 值”的字段", "a field of the front matter or header lines"),
)
_VALUE = Field(schema.TEXT, Text("值", "a value"))
FIELD_TEST: Mapping[str, Field] = {
    "field": _NAME,
    "is": Field(schema.LIST, Text("它是这些值之一", "it has one of these values"), item=_VALUE),
    "is-not": Field(
        schema.LIST,
        Text("它不是这些值；没有这个字段也算", "it has none of these values, or is missing"),
        item=_VALUE,
    ),
    "present": Field(
        schema.FLAG, Text("有没有这个字段，空着算没有", "whether it is there and not empty"), True
    ),
}


def read_field_test(
    node: Node | None, data: Mapping[str, Any] | None, problems: Problems, also: bool = False
) -> FieldTest | None:
    """The test in the mapping `node`, whose checked data is `data`; what contradicts itself goes to `problems`. With `also` other
    keys may stand there without a field."""
    if node is None or data is None or node.kind != MAP:
        return None
    said = [name for name in FIELD_TEST if node.get(name) is not None]
    if "field" not in said:
        if said or not also:
            problems.add(
                node,
                "“when”里要写是哪个字段：{field: Type, is: Standards Track}",
                "“when” must name a field: {field: Type, is: Standards Track}",
            )
        return None
    if len(said) > 2:
        problems.add(
            node,
            "is、is-not、present 只能写其中一个",
            "only one of is, is-not and present may be said",
        )
    values, others = tuple(data.get("is") or ()), tuple(data.get("is-not") or ())
    for name, listed in (("is", values), ("is-not", others)):
        if name in said and name in data and not listed:
            problems.add(node.get(name), f"“{name}”是空的", f"“{name}” is empty")
    return FieldTest(str(data.get("field", "")), values, others, data.get("present") is False)
