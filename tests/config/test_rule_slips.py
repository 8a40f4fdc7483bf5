"""Valid rule files that are meant as written, and those that are certainly mistakes."""

from __future__ import annotations

from typing import Any

import pytest

from reportlint.config.problems import Problems
from reportlint.config.rule_slips import check_message_slips, complaints_of_rule

SOUND: list[dict[str, Any]] = [
    {"words": ["甲"], "replace": "乙", "allow": ["甲方"]},
    {"regex": [".+"], "scope": ["heading-4"]},
    {"regex": ["(a)(b)"], "replace": r"\2\1\g<0>"},
    {"regex": [r"(\d) (\L<units>)"], "replace": r"\1\2"},
    {"scope": ["prose", "not quote"], "which": "last"},
    {"words": ["甲"], "regex": ["乙"], "allow": ["乙方"]},
    {"fields": {"Title": {"when": {"Type": ["x"]}}}},
    {"fields": ["a"]},
]
WRONG: list[tuple[dict[str, Any], str]] = [
    ({"words": ["甲"], "replace": "甲"}, "replace"),
    ({"words": ["甲"], "allow": ["乙方"]}, "allow"),
    ({"regex": ["^.*$"]}, "regex"),
    ({"words": ["a"], "unless": [".+"]}, "unless"),
    ({"regex": ["(a)"], "replace": "$1"}, "replace"),
    ({"regex": ["(a)", "b"], "replace": r"\1"}, "replace"),
    ({"words": ["a"], "replace": "{found}"}, "replace"),
    ({"scope": ["quote", "not quote"]}, "scope"),
    ({"which": "last"}, "which"),
    ({"first": {"any": ["a"]}, "then": {"any": ["a"]}}, "then"),
    ({"prefer": {"a": ["b", "a"]}}, "prefer"),
    ({"swap": {"a": []}}, "swap"),
    ({"yields-to": ["own"]}, "yields-to"),
    ({"fields": {"Title": {"when": {"Tpye": ["x"]}}, "Type": {}}}, "fields"),
]


@pytest.mark.parametrize("data", SOUND)
def test_what_is_meant(data: dict[str, Any]) -> None:
    assert list(complaints_of_rule("own", data)) == []


@pytest.mark.parametrize(("data", "key"), WRONG)
def test_what_is_not_meant(data: dict[str, Any], key: str) -> None:
    assert [blamed for blamed, _ in complaints_of_rule("own", data)] == [key]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("{found}: no", 0),
        ("{{name}}: {found}", 0),
        ("{{other}}", 0),
        ("50 %%s", 0),
        ("{{found}}", 1),
        ("｛found｝", 1),
        ("${found}", 1),
        ("not %s", 1),
        (" ", 1),
    ],
)
def test_messages(text: str, number: int) -> None:
    problems = Problems("a.yaml")
    check_message_slips(None, {"en": text}, {"found": "x", "name": "y"}, problems)
    assert len(problems.found) == number
