"""Exceptions to a finding."""

from __future__ import annotations

import pytest

from reportlint.core.lexicon import Lexicon
from reportlint.core.span import Span
from reportlint.patterns import exceptions
from reportlint.patterns.exceptions import Exceptions
from reportlint.patterns.rule_pattern import RulePattern, from_regex, from_words

QUOTED = from_regex("“[^”\\n]*”", Lexicon())
OVER_LINES = from_regex("「[^」]*」", Lexicon())
WORDS = from_words(["XX法"])
FILL = "甲\n" * 1000


def hold(text: str, matched: str, *patterns: RulePattern | None) -> bool:
    start = text.index(matched)
    exceptions = tuple(pattern for pattern in patterns if pattern)
    return Exceptions(text).hold(exceptions, Span(start, start + len(matched)))


@pytest.mark.parametrize("before", ["", FILL], ids=["short", "long"])
@pytest.mark.parametrize(
    ("line", "held"),
    [
        ("“XX”", True),
        ("甲“乙XX丙”丁", True),
        ("“”XX", False),
        ("“甲XX\n乙”", False),  # over two lines
        ("“甲”XX“乙”", False),
        ("「甲\nXX\n乙」", True),
        ("「甲」\nXX", False),
        ("XX法", True),
        ("XX", False),
    ],
)
def test_a_match_holds_the_find(before: str, line: str, held: bool) -> None:
    assert hold(f"{before}{line}\n{before}", "XX", QUOTED, OVER_LINES, WORDS) is held


def test_a_find_that_reaches_over_a_match_is_not_held() -> None:
    assert not hold("“甲”乙", "甲”乙", QUOTED)
    assert not hold("“甲\n乙”", "甲\n乙", QUOTED)


def test_a_text_of_many_finds_is_searched_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exceptions, "_MOST_LINES", 2)
    text = "“甲”\n" * 1000
    held = Exceptions(text)
    assert all(held.hold((QUOTED,), Span(at + 1, at + 2)) for at in range(0, len(text), 4))
    assert not held.hold((QUOTED,), Span(3, 4))


@pytest.mark.parametrize("few", [0, 1, 3, 8, 100])
def test_however_many_lines_are_asked_about_the_answers_are_the_same(
    monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    """After some lines, only patterns that the text cannot match are skipped."""
    monkeypatch.setattr(exceptions, "_FEW_LINES", few)
    text = FILL + "XX，“XX”，「XX\n，XX」，XX法\n" * 20
    places = [at for at in range(len(text)) if text.startswith("XX", at)]
    expected = [text[at - 1] in "“「" or text[at + 2] in "」法" for at in places]
    patterns = QUOTED, OVER_LINES, WORDS, from_words(["无此词"])
    held = Exceptions(text)
    assert [held.hold(patterns, Span(at, at + 2)) for at in places] == expected
    assert [held.hold(patterns[3:], Span(at, at + 2)) for at in places] == [False] * len(places)
