"""Rules that could never find anything: the option that is to blame is named when the rule is
read.
"""

from __future__ import annotations

from typing import Any

import pytest

from reportlint.kinds import KINDS

SOUND: list[tuple[str, dict[str, Any]]] = [
    ("count", {"max": 1, "words": ["甲"]}),
    ("count", {"min": 1, "regex": ["甲"]}),
    ("length", {"max": 1}),
    ("length", {"min": 1}),
    ("consistency", {"prefer": {"登录": ["登陆"]}}),
    ("consistency", {"either": [["登录", "登陆"]]}),
    ("pattern", {"words": ["甲"]}),
    ("pattern", {"swap": {"甲": ["乙"]}}),
    ("pattern", {"regex": ["(甲)"], "replace": "\\1"}),
    ("required", {"any": ["甲"]}),
    ("required", {"from": "closing"}),
    ("required", {"groups": [{"id": "a", "any": ["甲"]}], "at-least": 1}),
]
AT_FAULT: list[tuple[str, dict[str, Any], list[str]]] = [
    ("count", {"words": ["甲"]}, ["kind"]),
    ("count", {"max": 1}, ["kind"]),
    ("count", {}, ["kind", "kind"]),
    ("length", {}, ["kind"]),
    ("consistency", {}, ["kind"]),
    ("consistency", {"either": [["登录"]]}, ["either"]),
    ("pattern", {}, ["kind"]),
    ("pattern", {"words": ["甲"], "safe": True}, ["safe"]),
    ("pattern", {"words": ["甲"], "replace": "\\1"}, ["replace"]),
    ("pattern", {"swap": {"/(/": ["乙"]}}, ["swap"]),
    ("required", {}, ["kind"]),
    ("required", {"groups": [{"id": "a"}]}, ["groups"]),
    ("required", {"groups": [{"id": "a", "any": ["甲"]}], "at-least": 2}, ["at-least"]),
]


@pytest.mark.parametrize(("kind", "options"), SOUND)
def test_of_a_rule_that_can_find_something_nothing_is_said(
    kind: str, options: dict[str, Any]
) -> None:
    assert list(KINDS[kind].complaints(options)) == []


@pytest.mark.parametrize(("kind", "options", "to_blame"), AT_FAULT)
def test_what_is_to_blame(kind: str, options: dict[str, Any], to_blame: list[str]) -> None:
    complaints = list(KINDS[kind].complaints(options))
    assert [option for option, _ in complaints] == to_blame
    assert all(text.zh and text.en for _, text in complaints)
