"""Phrases: one pattern of many alternatives, compiled only as far as a text needs."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from reportlint.core.lexicon import Lexicon
from reportlint.core.report_type import Phrases
from reportlint.patterns.phrases import PhrasePattern, phrase_pattern, phrases_of
from reportlint.patterns.words import literal, longest_first

LEXICON = Lexicon(words={"ranks": ("局", "处")})


def pattern(*any: str, regex: tuple[str, ...] = (), suffix: str = "") -> PhrasePattern:
    made = phrase_pattern(Phrases(any, regex), LEXICON, suffix)
    assert made is not None
    return made


def test_no_phrases_make_no_pattern() -> None:
    assert phrase_pattern(Phrases(), LEXICON) is None


SILENT = [
    (pattern("述职如下"), "述职报告如下"),
    (pattern("thanks"), "Thanksgiving"),
    (pattern("主要工作", suffix="(?=[：:])"), "主要工作有三项"),
    (pattern(regex=(r"^\L<ranks>长",)), "副局长"),
]
FIRES = [
    (pattern("述职如下"), "现述职如下。", "述职如下"),
    (pattern("thanks"), "Thanks a lot", "Thanks"),
    (pattern("谢谢大家，"), "谢谢大家,", "谢谢大家,"),
    (pattern("报告", "述职报告"), "述职报告", "述职报告"),
    (pattern("主要工作", suffix="(?=[：:])"), "主要工作：三项", "主要工作"),
    (pattern(regex=(r"^\L<ranks>长",)), "甲\n处长", "处长"),
]


@pytest.mark.parametrize(("made", "text"), SILENT)
def test_not_found(made: PhrasePattern, text: str) -> None:
    assert made.search(text) is None
    assert list(made.finditer(text)) == []


@pytest.mark.parametrize(("made", "text", "matched"), FIRES)
def test_found(made: PhrasePattern, text: str, matched: str) -> None:
    assert made.may_match(text)
    assert made.search(text)[0] == matched
    assert [match[0] for match in made.finditer(text)] == [matched]


def test_bounds_are_those_of_a_compiled_pattern() -> None:
    made = pattern("报告")
    assert made.match("报告，报告", 3) is not None
    assert made.match("报告，报告", 1) is None
    assert made.search("报告，报告", 1).start() == 3


def test_only_the_alternatives_that_a_text_may_hold_are_compiled() -> None:
    made = pattern("述职如下", "特此报告", "请予审议", "谢谢大家")
    assert made.search("没有") is None
    assert made._patterns == {}
    assert made.search("特此报告。")
    assert [len(sources) for sources in made._patterns] == [1]
    assert made.search("请予审议，谢谢大家")
    assert [len(sources) for sources in made._patterns] == [1, 2]
    assert made.search("述职如下，谢谢大家")
    assert [len(sources) for sources in made._patterns] == [1, 2, 4]
    assert made.search("述职如下")
    assert len(made._patterns) == 3


PHRASES = st.lists(st.sampled_from(["甲", "甲乙", "乙，", "ab", "B"]), min_size=1, max_size=4)


@given(PHRASES, st.lists(st.text("甲乙，,abAB ", max_size=8), min_size=1, max_size=6))
def test_it_finds_what_all_alternatives_together_find(any: list[str], texts: list[str]) -> None:
    made = PhrasePattern(Phrases(tuple(any), ("甲+b",)), {}, "", LEXICON.prefilters or _table())
    source = "|".join([*map(literal, longest_first(any)), "甲+b"])
    whole = regex.compile(source, regex.MULTILINE | regex.IGNORECASE)
    assert texts
    for text in texts:
        spans = [match.span() for match in made.finditer(text)]
        assert spans == [match.span() for match in whole.finditer(text)]


def _table():  # type: ignore[no-untyped-def]
    from reportlint.patterns.prefilter_table import Prefilters

    return Prefilters()


def test_phrases_of_an_option() -> None:
    assert phrases_of(None) == Phrases()
    assert phrases_of({"any": ["a"], "regex": []}) == Phrases(("a",), ())
