"""One pass for all literals gives the same results as each pattern alone."""

from __future__ import annotations

import sys
from collections.abc import Set
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.core.lexicon import Lexicon
from reportlint.patterns.literal_index import (
    FEW,
    LiteralIndex,
    OneByOne,
    OnePass,
    search_of,
)
from reportlint.patterns.prefilter import fold_case, holds
from reportlint.patterns.rule_pattern import (
    PatternGroup,
    RulePattern,
    WordPattern,
    from_regex,
    from_words,
)

WORDS = st.text("abAB十十五年，,", min_size=1, max_size=4)
TEXTS = st.text("abAB十五年，,_ 。ſK", max_size=30)
METHODS = [OneByOne, OnePass]


def candidates_of(
    method: type[OneByOne | OnePass], patterns: list[RulePattern], text: str
) -> Set[RulePattern]:
    return method([(1, pattern) for pattern in patterns]).candidates(text).get(1, frozenset())


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
    pytest.param("TODO", False, "A TODO.", id="in a text that is not folded"),
    pytest.param("十五", False, "十十五", id="where another begins with the same"),
]


@pytest.mark.parametrize(("word", "ignore_case", "text"), SILENT)
def test_a_pattern_is_no_candidate(word: str, ignore_case: bool, text: str) -> None:
    pattern = from_words([word], ignore_case)
    assert pattern is not None
    assert candidates_of(OnePass, [pattern], text) == set()


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(("word", "ignore_case", "text"), FIRES)
def test_a_pattern_is_a_candidate(
    word: str, ignore_case: bool, text: str, method: type[OneByOne | OnePass]
) -> None:
    pattern = from_words([word], ignore_case)
    assert pattern is not None
    assert candidates_of(method, [pattern], text) == {pattern}


@pytest.mark.parametrize("soon", [0, 1000], ids=["for many texts", "for the first texts"])
def test_each_group_is_told_of_its_own_and_what_requires_nothing_is_always_one(soon: int) -> None:
    lexicon = Lexicon(literals=LiteralIndex(soon))
    rest = [from_regex(f"Ω{number}", lexicon) for number in range(FEW + 1)]
    PatternGroup(rest, lexicon)  # so that there are many literals
    year, anything, other = (from_regex(source, lexicon) for source in ("X年", "[^a]", "Z年"))
    first, second = PatternGroup([year, anything], lexicon), PatternGroup([other], lexicon)
    assert first.candidates("X年") == {year, anything}
    assert second.candidates("X年") == set()
    third = PatternGroup([from_regex("Q年", lexicon)], lexicon)  # added after the first text
    text = "X年Q年"
    assert first.candidates(text) == {year, anything}
    assert len(third.candidates(text)) == 1
    fourth = PatternGroup(
        [from_regex("年Q", lexicon)], lexicon
    )  # added after this one was searched
    assert len(fourth.candidates(text)) == 1


def test_one_pass_is_prepared_only_for_many_literals_and_much_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[int] = []
    monkeypatch.setitem(sys.modules, "ahocorasick_rs", None)
    real = OnePass.__init__
    monkeypatch.setattr(
        OnePass,
        "__init__",
        lambda self, members: made.append(len(list(members))) or real(self, members),
    )
    for count, expected in ((FEW, []), (FEW + 1, [FEW + 1])):
        lexicon = Lexicon(literals=LiteralIndex(soon=10))
        group = PatternGroup(
            [from_regex(f"{chr(0xA000 + number)}年", lexicon) for number in range(count)], lexicon
        )
        assert not group.candidates("0123456789")
        assert made == []
        assert not group.candidates("a")
        assert not group.candidates("b")
        assert made == expected


def test_threads_that_add_groups_are_told_of_their_own() -> None:
    lexicon = Lexicon(literals=LiteralIndex(soon=0))
    texts = [f"《{chr(0xA000 + number)}》" for number in range(200)]

    def matching(source: str) -> list[str]:
        pattern = from_regex(source, lexicon)
        group = PatternGroup([pattern], lexicon)
        return [text for text in texts if pattern in group.candidates(text)]

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(matching, texts)) == [[text] for text in texts]


@given(st.lists(WORDS, max_size=8), st.lists(WORDS, max_size=3), TEXTS)
def test_all_that_stand_there_are_found(exact: list[str], folded: list[str], text: str) -> None:
    folded = [fold_case(literal) for literal in folded]
    assert search_of(exact, folded)(text) == (
        {literal for literal in exact if literal in text},
        {literal for literal in folded if literal in fold_case(text)},
    )


def test_without_the_automaton_pairs_do_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ahocorasick_rs", None)
    assert search_of(["十五年", "五", "b"], ["ab"])("二十五年AB") == ({"十五年", "五"}, {"ab"})


def test_a_text_with_half_a_pair_is_searched() -> None:
    assert search_of(["十五年"], ["ab"])("\ud800十五年 aB") == ({"十五年"}, {"ab"})


@given(st.lists(st.tuples(st.lists(WORDS, min_size=1, max_size=3), st.booleans())), TEXTS)
def test_candidates_are_those_that_the_naive_way_names(
    rules: list[tuple[list[str], bool]], text: str
) -> None:
    patterns = [made for words, folded in rules if (made := from_words(words, folded))]
    matching = {pattern for pattern in patterns if pattern.found_in(text)}
    may_match = {pattern for pattern in patterns if pattern.prefilter.has_literals(text)}
    assert matching <= candidates_of(OnePass, patterns, text) <= may_match
    assert matching <= candidates_of(OneByOne, patterns, text)


@given(st.lists(WORDS, min_size=1, max_size=4), TEXTS)
def test_words_are_found_where_their_regex_finds_them(words: list[str], text: str) -> None:
    made = from_words(words)
    assert isinstance(made, WordPattern)
    assert [match.span() for match in made.finditer(text)] == [
        match.span() for match in made.regex.finditer(text)
    ]
    assert not list(made.finditer(text)) or holds(text, made.prefilter.literal_sets)
