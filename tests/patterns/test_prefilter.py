"""Whether a regex may match, decided by its required literals."""

from __future__ import annotations

import sys
from collections import defaultdict

import pytest
import regex
from hypothesis import assume, given
from hypothesis import strategies as st

from reportlint.patterns.prefilter import fold_case, prefilter_of, present_in
from reportlint.patterns.prefilter_table import Prefilters


def rare(source: str, ignore_case: bool = False) -> set[str]:
    return set(Prefilters().of(source, ignore_case).rare)


@pytest.mark.parametrize(
    ("source", "literals"),
    [
        pytest.param("[^a]+", "", id="nothing is known"),
        pytest.param("X?", "", id="may be empty"),
        pytest.param("T?X+", "X", id="what must be there"),
        pytest.param("（[^）]*XX", "X", id="rather the letter than the bracket, which is common"),
        pytest.param("XX年|【", "X【", id="one for each alternative"),
        pytest.param("(?i:on|日)-X", "X", id="letters of either case tell nothing, the next does"),
    ],
)
def test_rare_literals_are_few(source: str, literals: str) -> None:
    assert rare(source) == set(literals)


def test_characters_that_are_everywhere_are_looked_for_together() -> None:
    assert rare(" 年") == {" 年"}


def test_rare_literals_without_case_are_about_the_text_as_it_is() -> None:
    assert rare("lorem", True) in ({"o", "O"}, {"r", "R"}, {"e", "E"}, {"m", "M"})
    assert rare("kiss", True) == set()  # K, ſ and ß are folded to its letters
    assert rare("某K", True) == {"某"}


def test_only_letters_that_nothing_else_is_folded_to_are_rare_literals() -> None:
    folds: dict[str, set[str]] = defaultdict(set)
    for char in map(chr, range(sys.maxunicode + 1)):
        if (folded := fold_case(char)) != char or char.isascii():
            for part in folded:
                folds[part].add(char)
    rare_of = {part: prefilter_of(((part,),), True).rare for part in folds}
    assert any(rare_of.values())
    assert {
        part for part in folds if rare_of[part] and not folds[part].issubset(rare_of[part])
    } == set()


NO: list[tuple[str, bool, str]] = [
    ("X年", False, "X月"),
    ("X年", False, "年X"),
    ("TODO", False, "todo"),
    ("TODO", True, "to do"),
    ("第[一二三]条", False, "第四条"),
]
MAYBE: list[tuple[str, bool, str]] = [
    ("X年", False, "20X年"),
    ("TODO", True, "ToDo"),
    ("第[一二三]条", False, "第二条"),
    ("[^a]", False, "a"),
    ("(", False, "a regex that is none"),
]


@pytest.mark.parametrize(("source", "ignore_case", "text"), NO)
def test_no_match_is_possible(source: str, ignore_case: bool, text: str) -> None:
    assert not Prefilters().of(source, ignore_case).may_match(text)


@pytest.mark.parametrize(("source", "ignore_case", "text"), MAYBE)
def test_a_match_is_possible(source: str, ignore_case: bool, text: str) -> None:
    assert Prefilters().of(source, ignore_case).may_match(text)


MATCHES = [
    ("todo|待定", ["todo", "待定", "TODO"]),
    ("(?i)t[ao]do", ["tado", "TODO", "tOdO"]),
    ("X{2,4}[年月]", ["XX年", "XXXXX月", "xx年"]),
    ("K某?", ["K", "K某", "k", "K"]),
    ("ſ", ["ſ", "s", "S"]),
    ("[一-三]是", ["一是", "二是"]),
    ("a.b", ["a b", "a年b", "A是B"]),
]
ONE_OF_THEM = st.sampled_from([(source, match) for source, every in MATCHES for match in every])
AROUND = st.text("toaTODKK ſſXx年月一二是某待定", max_size=6)


@given(ONE_OF_THEM, AROUND, AROUND, st.booleans())
def test_no_is_never_wrong(
    case: tuple[str, str], before: str, after: str, ignore_case: bool
) -> None:
    source, text = case[0], before + case[1] + after
    flags = regex.MULTILINE | (regex.IGNORECASE if ignore_case else 0)
    assume(regex.search(source, text, flags))
    prefilter = Prefilters().of(source, ignore_case)
    assert prefilter.may_match_quickly(text)
    assert prefilter.has_literals(text)


def test_literals_that_are_present() -> None:
    assert set(present_in("20XX年", "X年 【")) == {"X", "年"}
