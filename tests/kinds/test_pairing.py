"""Brackets matched: a row of characters, and which of them are left over."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.kinds.pairing import (
    NEAR,
    REOPENED,
    Mark,
    best_match,
    crossed,
    misfits,
    unmatched_across,
)
from support.steps import grows_linearly

OPENS = {"（": "(", "(": "(", "《": "《", "〈": "〈", "“": "“"}
CLOSES = {"）": "(", ")": "(", "》": "《", "〉": "〈", "”": "“"}
PARTNER = dict(zip("（(《〈“）)》〉”", "）)》〉”（(《〈“", strict=True))
QUOTES = frozenset("“")


def marks(text: str, block: int = 0, weak: Sequence[int] = ()) -> list[Mark]:
    return [
        Mark(at, char, (OPENS | CLOSES)[char], char in OPENS, block, at in weak)
        for at, char in enumerate(text)
        if char != " "
    ]


def chars(marks: Sequence[Mark]) -> str:
    return "".join(mark.char for mark in marks)


@pytest.mark.parametrize(
    ("text", "left", "mixed"),
    [
        ("（）", "", 0),
        ("（《》）", "", 0),
        ("（）（）", "", 0),
        ("(）", "", 1),
        ("（", "（", 0),
        ("）", "）", 0),
        ("）（", "）（", 0),
        ("（（）", "（", 0),
        ("《（》）", "（）", 0),
        ("（" + "《" * NEAR + "）", "（" + "《" * NEAR + "）", 0),
    ],
)
def test_matched_in_one_piece(text: str, left: str, mixed: int) -> None:
    rest, pairs = best_match(marks(text), PARTNER)
    assert (chars(rest), len(pairs)) == (left, mixed)


def test_a_weak_mark_is_a_bracket_only_where_that_leaves_less() -> None:
    assert chars(best_match(marks("（）", weak=[1]), PARTNER)[0]) == ""
    assert chars(best_match(marks("）（）", weak=[0]), PARTNER)[0]) == ""
    assert chars(best_match(marks("（ ）", weak=[0]), PARTNER)[0]) == ""


def test_pairs_that_cross_each_other() -> None:
    rest, _ = best_match(marks("《（》）"), PARTNER)
    assert crossed(rest) == ([(rest[0], rest[1])], [])
    assert crossed(marks("（《")) == ([], marks("（《"))


@pytest.mark.parametrize(
    ("text", "unfit", "left"),
    [
        pytest.param("《〉", "《〉", "", id="two sorts meant for one"),
        pytest.param("““", "", "“", id="two equal quotes: one is wrong"),
        pytest.param("（（", "", "（（", id="two brackets: both are"),
        pytest.param("》《", "", "》《", id="closed before it is opened"),
    ],
)
def test_two_of_one_cause(text: str, unfit: str, left: str) -> None:
    pairs, rest = misfits(marks(text), QUOTES)
    assert ("".join(chars(pair) for pair in pairs), chars(rest)) == (unfit, left)


REACH = {"(": 2, "《": 0, "〈": 0, "“": 5}


@pytest.mark.parametrize(
    ("left", "continued", "unmatched"),
    [
        pytest.param([*marks("（"), *marks("）", 2)], {}, "", id="closed two blocks on"),
        pytest.param([*marks("（"), *marks("）", 3)], {}, "（）", id="too far"),
        pytest.param([*marks("《"), *marks("》", 1)], {}, "《》", id="only in its block"),
        pytest.param(marks("“"), {"“": [1]}, "", id="the quotation goes on"),
        pytest.param(marks("“"), {"“": [REOPENED + 1]}, "“", id="it goes on too late"),
        pytest.param(marks("“", 2), {"“": [1, 2]}, "“", id="it went on before"),
        pytest.param(marks("”"), {"“": [1]}, "”", id="a closing quote does not go on"),
    ],
)
def test_matched_across_blocks(
    left: list[Mark], continued: dict[str, list[int]], unmatched: str
) -> None:
    assert chars(unmatched_across(left, REACH, continued)) == unmatched


@given(st.text("（）《》", max_size=20))
def test_what_is_balanced_leaves_nothing_and_nothing_is_made_up(text: str) -> None:
    rest, _ = best_match(marks(text), PARTNER)
    assert set(rest) <= set(marks(text))
    assert best_match(marks("（" + text + "）"), PARTNER)[0] == [] or rest
    assert len(rest) % 2 == len(text) % 2


@pytest.mark.parametrize("text", ["（", "）", "（《", "《（》）"])
def test_many_marks_take_time_in_proportion(text: str) -> None:
    def of(size: int):  # type: ignore[no-untyped-def]
        row = marks(text * size)
        return lambda: misfits(crossed(best_match(row, PARTNER)[0])[1], QUOTES)

    assert grows_linearly(of, 100)
