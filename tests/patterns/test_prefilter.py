"""Whether a regex may match, by the literals that it requires."""

from __future__ import annotations

import json
import sys
from collections import defaultdict

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from reportlint.core.lexicon import Lexicon
from reportlint.patterns.heads import Heads
from reportlint.patterns.prefilter import Prefilter, fold_case, prefilter_of, present_in
from reportlint.patterns.prefilter_table import Prefilters
from reportlint.patterns.rule_pattern import from_regex


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
    for part, chars in folds.items():
        if literals := prefilter_of(((part,),), True).rare:
            assert chars <= literals, part


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


SOURCES = st.sampled_from(
    ["todo|待定", "(?i)t[ao]do", "X{2,4}[年月]", "K某?", "ſ", "[一-三]是", "a.b"]
)


@given(SOURCES, st.text("toaTODKK ſſXx年月一二是某待定", max_size=12), st.booleans())
def test_no_is_never_wrong(source: str, text: str, ignore_case: bool) -> None:
    flags = regex.MULTILINE | (regex.IGNORECASE if ignore_case else 0)
    if regex.search(source, text, flags):
        prefilter = Prefilters().of(source, ignore_case)
        assert prefilter.may_match_quickly(text)
        assert prefilter.has_literals(text)


def test_literals_that_are_present() -> None:
    assert set(present_in("20XX年", "X年 【")) == {"X", "年"}


def test_a_table_comes_back_from_json_and_grows_only_by_what_is_new() -> None:
    table = Prefilters()
    first = [table.of("X年", False), table.of("todo", True), table.of(".", False)]
    assert table.grown
    again = Prefilters(json.loads(json.dumps(table.export())))
    assert [again.of("X年", False), again.of("todo", True), again.of(".", False)] == first
    assert not again.grown
    assert json.dumps(again.export()) == json.dumps(table.export())
    assert again.of("X月", False).literal_sets == (("X月",),)
    assert again.grown
    assert len(again.export()) == 4


def test_patterns_share_the_table_of_their_lexicon() -> None:
    table = Prefilters({"0X年": [[["X年"]], ["给定"], [["X"], False], True]})
    assert from_regex("X年", Lexicon(prefilters=table)).prefilter == Prefilter(
        (("X年",),), frozenset({"给定"}), heads=Heads(("X",)), within_line=True
    )
