"""One pass for all literals gives the same results as each pattern alone."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.core.lexicon import Lexicon
from reportlint.patterns.literal_index import LiteralIndex, by_pairs, search_of
from reportlint.patterns.prefilter import holds
from reportlint.patterns.rule_pattern import (
    PatternGroup,
    RulePattern,
    WordPattern,
    from_regex,
    from_words,
)

WORDS = st.text("abAB十十五年，,", min_size=1, max_size=4)
TEXTS = st.text("abAB十五年，,_ 。ſK", max_size=30)


def group(patterns: list[RulePattern], few: int = 0) -> PatternGroup:
    return PatternGroup(patterns, Lexicon(literals=LiteralIndex(few)))


SILENT = [
    pytest.param("十五", False, "十 五", id="its characters stand apart"),
    pytest.param("ab", False, "AB", id="in another case"),
    pytest.param("年", False, "月", id="a single character"),
    pytest.param("ab", True, "a b", id="folded, and apart"),
]
FIRES = [
    pytest.param("十五", False, "第十五条", id="in the middle"),
    pytest.param("ab", True, "AB", id="folded"),
    pytest.param("年", False, "年", id="a single character is all there is"),
    pytest.param("十五", False, "十十五", id="where another begins with the same"),
]


@pytest.mark.parametrize(("word", "ignore_case", "text"), SILENT)
def test_a_pattern_is_no_candidate(word: str, ignore_case: bool, text: str) -> None:
    pattern = from_words([word], ignore_case)
    assert pattern is not None
    assert group([pattern]).candidates(text) == set()


@pytest.mark.parametrize(("word", "ignore_case", "text"), FIRES)
def test_a_pattern_is_a_candidate(word: str, ignore_case: bool, text: str) -> None:
    pattern = from_words([word], ignore_case)
    assert pattern is not None
    assert group([pattern]).candidates(text) == {pattern}


def test_few_literals_are_looked_for_one_by_one() -> None:
    index = LiteralIndex(few=2)
    lexicon = Lexicon(literals=index)
    PatternGroup([from_regex("X年", lexicon), from_regex("【", lexicon)], lexicon)
    assert not index.is_worth_it
    PatternGroup([from_regex("Z", lexicon)], lexicon)
    assert index.is_worth_it


def test_each_group_is_told_of_its_own_and_what_requires_nothing_is_always_one() -> None:
    lexicon = Lexicon(literals=LiteralIndex(0))
    year, anything, other = (from_regex(source, lexicon) for source in ("X年", "[^a]", "Z年"))
    first, second = PatternGroup([year, anything], lexicon), PatternGroup([other], lexicon)
    assert first.candidates("X年") == {year, anything}
    assert second.candidates("X年") == set()
    third = PatternGroup([from_regex("Q年", lexicon)], lexicon)  # added after the first text
    assert len(third.candidates("X年Q年")) == 1
    assert first.candidates("X年Q年") == {year, anything}


@given(st.lists(WORDS, max_size=8), TEXTS)
def test_all_that_stand_there_are_found(literals: list[str], text: str) -> None:
    naive = {literal for literal in literals if literal in text}
    assert search_of(literals)(text) == naive
    several = [literal for literal in literals if len(literal) > 1]
    assert by_pairs(several)(text) == naive & set(several)


def test_without_the_automaton_pairs_do_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ahocorasick_rs", None)
    assert search_of(["十五年", "五", "b"])("二十五年") == {"十五年", "五"}


@given(st.lists(st.tuples(st.lists(WORDS, min_size=1, max_size=3), st.booleans())), TEXTS)
def test_candidates_are_those_that_the_naive_way_names(
    rules: list[tuple[list[str], bool]], text: str
) -> None:
    patterns = [made for words, folded in rules if (made := from_words(words, folded))]
    candidates = group(patterns).candidates(text)
    matching = {pattern for pattern in patterns if pattern.found_in(text)}
    may_match = {pattern for pattern in patterns if pattern.prefilter.has_literals(text)}
    assert matching <= candidates <= may_match


@given(st.lists(WORDS, min_size=1, max_size=4), TEXTS)
def test_words_are_found_where_their_regex_finds_them(words: list[str], text: str) -> None:
    made = from_words(words)
    assert isinstance(made, WordPattern)
    assert [match.span() for match in made.finditer(text)] == [
        match.span() for match in made.regex.finditer(text)
    ]
    assert not list(made.finditer(text)) or holds(text, made.prefilter.literal_sets)
