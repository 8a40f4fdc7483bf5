from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from reportlint.config.merge import _shared_titles, _types, fill, merge, merge_local
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
        (LIST, None, ["y"], ["y"]),
        (LIST, ["x"], None, None),
        (T, ["x"], ["y"], ["y"]),
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
    assert fill({"l": None, "r": "x"}, fields)["l"] is None


def test_a_message_without_language_is_for_all() -> None:
    assert merge_local({"zh": "甲", "en": "a"}, {"": "x"}) == {"": "x"}
    assert merge_local({"zh": "甲", "en": "a"}, {"en": "b"}) == {"zh": "甲", "en": "b"}


def pack_of(fields: dict[str, Any], *types: Any) -> Any:
    return SimpleNamespace(template=SimpleNamespace(fields=fields), types=types)


def test_a_type_has_the_fields_of_the_packs_around_it(library: Any) -> None:
    duty = library.types["duty-report"]
    packs = [
        pack_of({"a": 1, "b": 1}, duty._replace(fields={"b": 2})),
        pack_of({"b": 3, "c": 3}, duty._replace(fields={"c": 4})),
        pack_of({"c": 5}),
    ]
    assert [of.fields for of in _types(packs)] == [{"b": 3, "c": 5}, {"a": 1, "b": 1, "c": 5}]


def test_a_title_of_two_types_is_told_where_the_second_is(library: Any) -> None:
    duty = library.types["duty-report"]._replace(path="a.yaml", line=3, extends="")
    other = duty._replace(id="speech", path="b.yaml", line=7)
    (problem,) = _shared_titles(pack_of({}, duty, other))
    assert (problem.path, problem.line, problem.column) == ("b.yaml", 7, 1)
    for related in (other._replace(extends=duty.id), duty):
        assert list(_shared_titles(pack_of({}, duty, related))) == []
