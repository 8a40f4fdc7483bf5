from __future__ import annotations

from typing import Any

import pytest

from reportlint.config.merge import fill, merge, merge_local
from reportlint.core import schema
from reportlint.core.schema import Field
from reportlint.core.text import Text

D = Text("", "")
T = Field(schema.TEXT, D)
LIST = Field(schema.LIST, D, ("d",), item=T)
RECORD = Field(schema.RECORD, D, fields={"a": T, "l": LIST})
SWITCH = Field(schema.SWITCH, D, item=RECORD)
MAP = Field(schema.MAP, D, item=SWITCH)
PHRASES = Field(schema.PHRASES, D)


@pytest.mark.parametrize(
    ("field", "base", "over", "merged"),
    [
        (T, "x", "y", "y"),
        (LIST, ["x"], ["y", "x"], ["x", "y"]),
        (RECORD, {"a": "x", "l": ["1"]}, {"l": ["2"]}, {"a": "x", "l": ["1", "2"]}),
        (SWITCH, {"a": "x"}, False, False),
        (SWITCH, {"a": "x"}, True, {"a": "x"}),
        (SWITCH, False, True, True),
        (SWITCH, False, {"a": "y"}, {"a": "y"}),
        (
            MAP,
            {"f": {"a": "x"}, "g": {"a": "z"}},
            {"f": {"l": ["1"]}, "h": False},
            {"f": {"a": "x", "l": ["1"]}, "g": {"a": "z"}, "h": False},
        ),
        (
            PHRASES,
            {"any": ["x"], "regex": []},
            {"any": ["y"], "regex": ["z"]},
            {"any": ["x", "y"], "regex": ["z"]},
        ),
    ],
)
def test_merge(field: Field, base: Any, over: Any, merged: Any) -> None:
    assert merge(base, over, field) == merged


def test_fill() -> None:
    fields = {"l": LIST, "m": MAP, "t": T, "r": Field(schema.LIST, D)}
    once = fill({"m": {"f": {"a": "x"}, "g": False, "h": True}}, fields)
    assert once == {
        "l": ["d"],
        "m": {"f": {"a": "x", "l": ["d"]}, "g": False, "h": {"a": None, "l": ["d"]}},
        "t": None,
        "r": [],
    }
    assert fill(once, fields) == once


def test_a_message_without_language_is_for_all() -> None:
    assert merge_local({"zh": "甲", "en": "a"}, {"": "x"}) == {"": "x"}
    assert merge_local({"zh": "甲", "en": "a"}, {"en": "b"}) == {"zh": "甲", "en": "b"}
