"""The constructors of fields: each makes the type of its name, with the given parts."""

from __future__ import annotations

import pytest

from reportlint.core import schema
from reportlint.core.schema import Field
from reportlint.core.text import Text

DOC = Text("甲", "a")
ITEM = Field(schema.TEXT, DOC)
FIELDS = [
    (schema.text("甲", "a"), Field(schema.TEXT, DOC)),
    (schema.text("甲", "a", "x", required=True), Field(schema.TEXT, DOC, "x", True)),
    (schema.regex("甲", "a", ""), Field(schema.REGEX, DOC, "")),
    (schema.flag("甲", "a", False), Field(schema.FLAG, DOC, False)),
    (schema.number("甲", "a", 2), Field(schema.NUMBER, DOC, 2)),
    (schema.choice("甲", "a", {"x": 1}), Field(schema.CHOICE, DOC, choices=("x",))),
    (schema.localized("甲", "a", {}), Field(schema.LOCAL, DOC, {})),
    (schema.listed("甲", "a", ITEM, ()), Field(schema.LIST, DOC, (), item=ITEM)),
    (schema.mapped("甲", "a", ITEM, {}), Field(schema.MAP, DOC, {}, item=ITEM)),
    (schema.record("甲", "a", {"x": ITEM}), Field(schema.RECORD, DOC, fields={"x": ITEM})),
    (schema.phrases("甲", "a"), Field(schema.PHRASES, DOC)),
]


@pytest.mark.parametrize(("field", "expected"), FIELDS)
def test_a_field(field: Field, expected: Field) -> None:
    assert field == expected
