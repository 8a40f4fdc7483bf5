"""Literal texts as regexes; first the places where they must not match."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from reportlint.patterns.words import fixed_part, literal, longest_first, places_of

SILENT = [
    ("TODO", "TODOLIST, AUTODOC, TODO_LIST, TODO2, 1TODO"),
    ("X", "SpaceX 与 X86"),
    ("，", ","),
    ("（）", "()"),
    ("...", "…。。。"),
    ("a.b", "acb"),
    ("共 人", "共人"),
]
FIRES = [
    ("TODO", "请TODO同志", "TODO"),
    ("有企", "国有企业", "有企"),
    ("，", "甲，乙", "，"),
    ("特此报告。", "特此报告。", "特此报告。"),
    ("其一，", "其一,是", "其一,"),
    ("其一,", "其一，是", "其一，"),
    ("（一）是", "(一)是", "(一)是"),
    ("C++", "用C++写", "C++"),
    ("a|b*", "a|b*", "a|b*"),
    ("共 人", "共 人", "共 人"),
    ("①", "①是", "①"),
]


@pytest.mark.parametrize(("text", "source"), SILENT)
def test_no_match(text: str, source: str) -> None:
    assert not regex.search(literal(text), source)


@pytest.mark.parametrize(("text", "source", "matched"), FIRES)
def test_match(text: str, source: str, matched: str) -> None:
    match = regex.search(literal(text), source)
    assert match is not None
    assert match[0] == matched
    assert fixed_part(text) in matched


@given(st.text("甲a1，,（(。_ ", min_size=1))
def test_a_literal_matches_itself(text: str) -> None:
    assert regex.fullmatch(literal(text), text)
    assert fixed_part(text)


def test_longest_first() -> None:
    assert longest_first(["报告", "述职报告", "", "总结", "报告"]) == ["述职报告", "总结", "报告"]


@pytest.mark.parametrize(
    ("part", "text", "places"),
    [("、", "", []), ("、", "一、二、", [1, 3]), ("aa", "aaa", [0, 1]), ("b", "aaa", [])],
)
def test_places_of(part: str, text: str, places: list[int]) -> None:
    assert list(places_of(part, text)) == places
