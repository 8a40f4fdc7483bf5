"""The numbering of which lists counts as certain, and the kind of place of each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tools.accuracy import numerals
from tools.accuracy.lists import name_of, series_of

DOUBTFUL = [
    pytest.param("1. A\n2. B\n", id="two items are too few"),
    pytest.param("1. A\n2. B\n4. C\n", id="a gap"),
    pytest.param("2. A\n3. B\n4. C\n", id="no beginning"),
    pytest.param("1. A\n1. B\n1. C\n", id="Markdown numbers them"),
    pytest.param("1. A\n2. B\n3. C\n\n5. D\n", id="a marker behind it may go on with it"),
    pytest.param("1. A\n2. B\n\n# 乙\n\n3. C\n4. D\n", id="it may run on across a heading"),
    pytest.param("一、二、三产业增长。\n二、三级医院。\n三、四线城市。\n", id="joint enumerations"),
    pytest.param("```\n1. A\n2. B\n3. C\n```\n", id="code"),
    pytest.param("---\n1. A\n2. B\n3. C\n---\n", id="front matter"),
    pytest.param("| 1. A |\n| 2. B |\n| 3. C |\n", id="a table"),
    pytest.param("1. A 2. B\n2. C\n3. D\n", id="another marker of the form inside"),
    pytest.param("1.5倍\n2.5倍\n3.5倍\n", id="decimals"),
    pytest.param("见图1\n见图2\n见图3\n", id="references"),
]

CERTAIN = [
    ("1. A\n2. B\n3. C\n", "1.", "line"),
    ("# 1. A\n\n# 2. B\n\n# 3. C\n", "1.", "heading"),
    ("**1. 甲**\n\n文。\n\n**2. 乙**\n\n文。\n\n**3. 丙**\n", "1.", "decorated"),
    ("==1. 甲。==\n\n==2. 乙。==\n\n==3. 丙。==\n", "1.", "decorated"),
    ("- **1. 甲**：文\n- **2. 乙**：文\n- **3. 丙**：文\n", "1.", "decorated"),
    ("1. [甲](a)\n2. [乙](b)\n3. [丙](c)\n", "1.", "line"),
    ("一是甲；二是乙；三是丙。", "一是", "prose"),
    ("First, A. Second, B. Third, C.", "First,", "prose"),
    ("甲：①甲，②乙。\n", None, ""),
    ("分三类：①甲；②乙；③丙。", "①", "prose"),
    ("步骤一：甲\n步骤二：乙\n步骤三：丙\n", "步骤一：", "label"),
    ("图1 甲\n\n文。\n\n# 题\n\n图2 乙\n\n图3 丙\n", "图1", "label"),
    ("第1章 甲\n\n第2章 乙\n\n第3章 丙\n", "第1章", "label"),
    ("Phase 1: A\n\nPhase 2: B\n\nPhase 3: C\n", "Phase 1:", "label"),
    ("甲、A\n乙、B\n丙、C\n", "甲、", "line"),
    ("가. A\n나. B\n다. C\n", "가.", "line"),
]


def lists(text: str) -> list[tuple[str, str]]:
    return [(name_of(series), series.where) for series in series_of(text)[0]]


@pytest.mark.parametrize("text", DOUBTFUL)
def test_a_doubtful_list_is_left_alone(text: str) -> None:
    assert lists(text) == []


@pytest.mark.parametrize(("text", "name", "where"), CERTAIN)
def test_a_list_beyond_doubt(text: str, name: str | None, where: str) -> None:
    assert lists(text) == ([(name, where)] if name else [])


def test_nested_and_second_lists_of_one_form_are_told_apart() -> None:
    nested = "1. A\n   1. a\n   2. b\n   3. c\n2. B\n3. C\n"
    second = "1. A\n2. B\n\n又：\n\n1. a\n2. b\n3. c\n"
    prose = "一是甲，有余。二是乙。问题：一是丙；二是丁；三是戊。"
    assert sorted(lists(nested)) == [("1.", "line"), ("1.", "nested")]
    assert lists(second) == [("1.", "second list")]
    assert lists(prose) == [("一是", "prose, second list")]


@given(st.sampled_from(sorted(numerals.SYSTEMS)), st.integers(1, 10))
def test_every_numeral_is_read_as_it_is_written(system: str, n: int) -> None:
    numeral = numerals.write(numerals.SYSTEMS[system], n)
    assert numeral is not None
    assert numerals.read(numerals.SYSTEMS[system], numeral) == n


def test_a_numeral_beyond_its_system_is_none() -> None:
    assert numerals.write(numerals.SYSTEMS["stems"], 11) is None
    assert [numerals.han(n) for n in (10, 11, 20, 35)] == ["十", "十一", "二十", "三十五"]
    assert [numerals.roman(n) for n in (4, 9, 14)] == ["IV", "IX", "XIV"]
