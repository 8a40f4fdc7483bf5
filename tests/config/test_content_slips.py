"""Rules that no report can match or that contradict themselves, and near misses."""

from __future__ import annotations

from typing import Any

import pytest

from reportlint.config.content_slips import complaints_of_content

TABLE = {"kind": "fields"}
SAME = {"kind": "comparison", "of": ["(?P<at>a)"], "with": ["(?P<at>a)"]}
SOUND: list[dict[str, Any]] = [
    {"name": {"zh": "空话", "en": "words that say nothing"}},
    {"swap": {"甲": ["丁"], "丙": ["丁", "戊"]}},
    {"swap": {"重视": ["高度重视"]}, "allow": ["高度重视"]},
    {"swap": {"mail": ["e-mail"]}},
    {"words": ["重视"], "replace": "很重视", "unless": ["很重视"]},
    {"prefer": {"登录": ["登陆", "登入"], "账号": ["帐号"]}},
    {"groups": [{"id": "a"}, {"id": "b"}, {}]},
    {"words": ["甲", "乙"], "allow": ["甲方"]},
    {"words": ["甲"], "regex": ["乙"], "allow": ["甲"]},
    {"kind": "pattern", "patterns": {"a": {"words": ["x"]}, "b": False, "c": {"prompts": True}}},
    {"kind": "placeholder", "patterns": {"a": {}}},
    {"kind": "readability", "min": 30, "max": 100},
    {"kind": "readability", "formula": "grade", "max": 300},
    {"kind": "reference", "uses": ["表\\d+"], "defines": ["^(?P<at>表\\d+)"]},
    {"kind": "reference", "uses": ["(?:见|详见)表\\d+"], "defines": ["(?P<at>\\L<x>)"]},
    {"kind": "pattern", "of": ["(a)"]},
    {**SAME, "with-scope": ["title"]},
    {"kind": "together", "sections": {"风险": ["问题"], "措施": []}},
    {**TABLE, "fields": {"a": {"format": "\\d{4}"}, "b": {"format": ["Pending", "\\d"]}}},
    {**TABLE, "fields": {"a": {"one-of": ["x"]}, "b": {"when": {"a": ["x"], "c": ["y"]}}}},
]
WRONG: list[tuple[dict[str, Any], str]] = [
    (
        {"name": {"zh": "这条规则查报告里有没有写空话套话，写了就要改成做了什么、做成了什么"}},
        "name",
    ),
    ({"swap": {"甲": ["乙"], "乙": ["甲"]}}, "swap"),
    ({"prefer": {"登录": ["登陆"], "登陆": ["登入"]}}, "prefer"),
    ({"swap": {"重视": ["高度重视"]}}, "swap"),
    ({"words": ["重视"], "replace": "很重视"}, "replace"),
    ({"groups": [{"id": "a"}, {"id": "a"}]}, "groups"),
    ({"words": ["重视"], "allow": ["重视"]}, "allow"),
    ({"kind": "pattern", "patterns": {"a": {"name": {"": "甲"}}}}, "patterns"),
    ({"kind": "readability", "min": 300}, "min"),
    ({"kind": "reference", "uses": ["见附件(\\d)"], "defines": ["(?P<at>a)"]}, "uses"),
    ({"kind": "comparison", "of": ["(?P<at>a)"], "with-file": [".md"]}, "with-file"),
    (SAME, "with"),
    ({"kind": "together", "sections": {"风险": ["问题"], "问题": []}}, "sections"),
    ({**TABLE, "fields": {"日期：": {}}}, "fields"),
    ({**TABLE, "fields": {"a": {"one-of": []}}}, "fields"),
    ({**TABLE, "fields": {"a": {"format": "YYYY-MM-DD"}}}, "fields"),
    ({**TABLE, "fields": {"a": {"format": ["date"]}}}, "fields"),
    ({**TABLE, "fields": {"a": {"one-of": ["x"]}, "b": {"when-any": {"a": ["y"]}}}}, "fields"),
]


@pytest.mark.parametrize("data", SOUND, ids=repr)
def test_what_can_be_met(data: dict[str, Any]) -> None:
    assert list(complaints_of_content(data)) == []


@pytest.mark.parametrize(("data", "key"), WRONG, ids=repr)
def test_what_cannot(data: dict[str, Any], key: str) -> None:
    assert [blamed for blamed, _ in complaints_of_content(data)] == [key]
