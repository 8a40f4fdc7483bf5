"""Words and regexes of rules: their matches, and when they are compiled."""

from __future__ import annotations

import pickle

import pytest
import regex

from reportlint.core.lexicon import Lexicon
from reportlint.patterns import time_budget
from reportlint.patterns.rule_pattern import (
    _PATIENCE,
    PatternGroup,
    RulePattern,
    any_found,
    from_regex,
    from_words,
    span_of,
)

LEXICON = Lexicon(words={"measures": ("个", "家")})


def matched(pattern: RulePattern, text: str) -> list[str]:
    return [match[0] for match in pattern.finditer(text)]


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
        matches = [match.span() for match in pattern.finditer(text)]
        assert matches == [match.span() for match in pattern.regex.finditer(text)]


def test_words_are_tried_the_longest_first() -> None:
    words = from_words(["述职", "述职报告", ""])
    assert words is not None
    assert matched(words, "述职报告与述职") == ["述职报告", "述职"]
    assert from_words(["", ""]) is None


def test_a_regex_names_the_word_lists_of_the_packs() -> None:
    assert matched(from_regex(r"X+(?=\L<measures>)", LEXICON), "XX个，X年") == ["XX"]


def test_a_group_named_at_is_what_is_reported() -> None:
    match = next(from_regex("共(?P<at> +人)", LEXICON).finditer("一共  人"))
    assert span_of(match) == (2, 5)
    assert span_of(next(from_regex("共(?:(?P<at>人)|家)", LEXICON).finditer("共家"))) is None


def test_nothing_is_compiled_for_a_text_without_its_literals() -> None:
    pattern = from_regex("X年", Lexicon())
    assert not matched(pattern, "X月")
    assert not pattern.regex.is_compiled
    assert matched(pattern, "X年") == ["X年"]
    assert pattern.regex.is_compiled


def test_after_many_long_texts_none_is_asked() -> None:
    pattern = from_regex("[^a]?X年", Lexicon())  # may begin with anything
    for _ in range(_PATIENCE // 20_000):
        assert not matched(pattern, "X月" * 10_000)
    assert not matched(pattern, "X月")
    assert not pattern.regex.is_compiled
    assert not matched(pattern, "X月" * 100)
    assert pattern.regex.is_compiled
    assert [match.span() for match in pattern.finditer("X月" * 100 + "X年")] == [(199, 202)]


def test_a_pattern_is_not_compiled_for_a_text_in_which_no_match_can_begin() -> None:
    pattern = from_regex("X年", Lexicon())
    for _ in range(2 * _PATIENCE // 20_000):
        assert not matched(pattern, "X月" * 10_000)
    assert not pattern.regex.is_compiled
    assert matched(pattern, "X月" * 100 + "X年") == ["X年"]


@pytest.mark.parametrize("source", ["XX+", "XX(?:a|b)*", "X{2}.*?Y|XXa+b*", "(?<=^ *)XX"])
def test_matches_are_the_same_where_they_may_begin_as_in_a_search(source: str) -> None:
    pattern = from_regex(source, Lexicon())
    for text in ("XXXX" + "的" * 400 + "XXaab" + "的" * 400 + "\n XXX Y", "的" * 500 + "XXbaXX"):
        searched = regex.compile(source, regex.MULTILINE).finditer(text)
        assert [m.span() for m in pattern.finditer(text)] == [m.span() for m in searched]


def test_a_pattern_pickles_as_its_source() -> None:
    pattern = from_regex(r"X+(?=\L<measures>)", LEXICON)
    assert matched(pattern, "X个") == ["X"]
    again = pickle.loads(pickle.dumps(pattern))
    assert not again.regex.is_compiled
    assert matched(again, "X个") == ["X"]


def test_a_regex_that_runs_away_in_vain_is_no_timeout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time_budget, "LIMIT", 0.05)
    monkeypatch.setattr(time_budget, "LEAST", 0.05)
    pattern = from_regex("X(?:(?:a|a)+)+[年月]b", Lexicon())
    pattern._patience = 0
    assert not matched(pattern, "X" + "a" * 300)
    assert pattern._patience > 0
    pattern._patience = 0
    with pytest.raises(TimeoutError):
        matched(pattern, "X" + "a" * 300 + " 年b")


@pytest.mark.parametrize("text", ["a" * 60 + "!", "a" * 300 + "!"])
def test_a_regex_that_runs_away_is_stopped_in_a_short_text_too(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time_budget, "LIMIT", 0.05)
    with pytest.raises(TimeoutError):
        matched(from_regex("^(?:a|aa)+$", Lexicon()), text)


def test_a_group_of_patterns_gives_those_that_may_match() -> None:
    year, blank, anything = (from_regex(source, Lexicon()) for source in ("X年", "【", "[^a]"))
    group = PatternGroup([year, blank, anything], Lexicon())
    assert group.candidates("X月") == {year, anything}
    assert group.candidates("【】") == {blank, anything}
    assert group.candidates("") == {anything}


def test_one_of_several_is_enough() -> None:
    patterns = [from_regex("X年", Lexicon()), from_regex("【", Lexicon())]
    assert any_found(patterns, "【】")
    assert not any_found(patterns, "［］")
    assert not any_found([], "【】")
