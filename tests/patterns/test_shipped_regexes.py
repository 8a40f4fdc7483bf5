"""The regexes of the rules that ship, on what hostile or careless people repeat: none may take the
square of a long line. The limit is one that no machine comes near.
"""

from __future__ import annotations

import gc

import pytest

from reportlint import Linter
from reportlint.core.lexicon import Lexicon
from reportlint.patterns.heads import starts_in
from reportlint.patterns.rule_pattern import RulePattern, from_regex

LENGTH = 20_000  # characters: their square is some minutes
LIMIT = 5  # seconds of processor time
PIECES = [*"_.1aX甲一年 ○×“（|-*", "| ", "_ ", "XX家"]


@pytest.fixture(scope="module")
def patterns() -> list[RulePattern]:
    linter = Linter()
    linter.lint("述职报告\n", path="a.txt")  # makes what is made when it is first used
    by_source = {
        (pattern.regex.source, pattern.regex.flags_told): pattern
        for pattern in gc.get_objects()
        if isinstance(pattern, RulePattern)
    }
    return list(by_source.values())


@pytest.mark.parametrize("piece", PIECES)
def test_none_takes_the_square_of_a_line(piece: str, patterns: list[RulePattern]) -> None:
    line = (piece * LENGTH)[:LENGTH]
    assert len(patterns) > 300
    slow = [pattern.regex.source for pattern in patterns if not is_quick(pattern, line)]
    assert slow == []


def test_a_square_is_noticed() -> None:
    pattern = from_regex("_{2,}(?=x)", Lexicon())
    assert pattern is not None
    assert not is_quick(pattern, "_" * 10 * LENGTH)


def is_quick(pattern: RulePattern, line: str) -> bool:
    """Whether all matches in a line are found in time. A text of one character holds nothing else
    that a match must hold; hostile ones do, so that this is not asked."""
    if starts_in(line, pattern.prefilter.heads) == []:
        return True
    try:
        for _ in pattern.regex.finditer(line, timeout=LIMIT):
            pass
    except TimeoutError:
        return False
    return True
