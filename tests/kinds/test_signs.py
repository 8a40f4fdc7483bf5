"""Signs: what a text without any of them cannot hold."""

from __future__ import annotations

import sys
from collections import defaultdict

import pytest

from reportlint.core.lexicon import Lexicon
from reportlint.patterns.demands import demands, folded
from reportlint.patterns.rule_patterns import PATIENCE, from_regex, from_words
from reportlint.patterns.signs import either, seen, signs_of


@pytest.mark.parametrize(
    ("source", "signs"),
    [
        pytest.param("[^a]+", "", id="nothing is known"),
        pytest.param("X?", "", id="may be empty"),
        pytest.param("T?X+", "X", id="what must be there"),
        pytest.param(
            "（[^）]*XX", "X", id="rather the letter than the bracket, which is everywhere"
        ),
        pytest.param("XX年|【", "X【", id="one for each branch"),
        pytest.param(
            "(?i:on|日)-X", "X", id="letters of either case tell nothing, what follows does"
        ),
    ],
)
def test_signs_are_few_and_rare(source: str, signs: str) -> None:
    assert signs_of(demands(source)) == set(signs)


def test_characters_that_are_everywhere_are_looked_for_together() -> None:
    assert signs_of(demands(" 年")) == {" 年"}


def test_signs_without_case_are_about_the_text_as_it_is() -> None:
    assert signs_of(demands("lorem", True), True) in (
        {"o", "O"},
        {"r", "R"},
        {"e", "E"},
        {"m", "M"},
    )
    assert signs_of(demands("kiss", True), True) == set()  # K, ſ and ß are folded to its letters
    assert signs_of(demands("某K", True), True) == {"某"}


def test_only_letters_that_nothing_else_is_folded_to_are_signs() -> None:
    folds: dict[str, set[str]] = defaultdict(set)
    for char in map(chr, range(sys.maxunicode + 1)):
        if (made := folded(char)) != char or char.isascii():
            for part in made:
                folds[part].add(char)
    for part, chars in folds.items():
        if signs := signs_of(((part,),), True):
            assert chars <= signs, part


def test_either_knows_nothing_where_one_is_not_known() -> None:
    assert either([frozenset("a"), frozenset("b")]) == {"a", "b"}
    assert either([frozenset("a"), frozenset()]) == either([]) == set()


def test_seen() -> None:
    assert seen("X年 【", "20XX年") == {"X", "年"}


@pytest.mark.parametrize(
    "text", ["todo", "TODO", "Todo", "ToDo list", "do to", "ＴＯＤＯ", "toſdo"]
)
@pytest.mark.parametrize("ignore_case", [True, False])
def test_patterns_find_what_their_regex_finds(text: str, ignore_case: bool) -> None:
    words = from_words(["todo", "to do"], ignore_case)
    assert words is not None
    for pattern in (
        words,
        from_regex("to(?i:do)|DO", Lexicon(), ignore_case),
        from_regex("(?i)t.*o", Lexicon(), ignore_case),
    ):
        assert [match.span() for match in pattern.matches(text)] == [
            match.span() for match in pattern.compile().finditer(text)
        ]


def test_after_many_long_texts_none_is_asked() -> None:
    pattern = from_regex("X年", Lexicon())
    for _ in range(PATIENCE):
        assert not list(pattern.matches("X月" * 100))
    assert not list(pattern.matches("X月"))
    assert pattern._compiled is None
    assert not list(pattern.matches("X月" * 100))
    assert pattern._compiled is not None
    assert [match.span() for match in pattern.matches("X月" * 100 + "X年")] == [(200, 202)]


def test_a_regex_that_runs_away_in_vain_is_no_timeout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportlint.patterns.rule_patterns.TIMEOUT", 0.05)
    pattern = from_regex("X(?:(?:a|a)+)+[年月]b", Lexicon())
    pattern._asks = 0
    assert not list(pattern.matches("X" + "a" * 300))
    assert pattern._asks > 0
    pattern._asks = 0
    with pytest.raises(TimeoutError):
        list(pattern.matches("X" + "a" * 300 + " 年b"))
