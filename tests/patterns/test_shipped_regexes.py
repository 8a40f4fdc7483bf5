"""The regexes of the rules that ship, on what hostile or careless people repeat: none may take the
square of a long line. The limit is one that no machine comes near.
"""

from __future__ import annotations

import gc
import json
import subprocess
import sys
from collections.abc import Iterable

import pytest

from reportlint import Linter
from reportlint.core.lexicon import Lexicon
from reportlint.patterns.heads import starts_in
from reportlint.patterns.rule_pattern import RulePattern, from_regex

LENGTH = 40_000  # characters: their square is some minutes
LIMIT = 3  # seconds
PIECES = [*"_.1aX甲一年 ○×“（|-*", "XX家"]


@pytest.mark.parametrize("piece", PIECES)
def test_none_takes_the_square_of_a_line(piece: str) -> None:
    """In a process of its own, in which there are no regexes but those that ship."""
    command = [sys.executable, __file__, piece]
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    number, slow = json.loads(done.stdout)
    assert number > 300
    assert slow == []


def test_a_square_is_noticed() -> None:
    pattern = from_regex("_{2,}(?=x)", Lexicon())
    assert pattern is not None
    assert slow_on("_", [pattern]) == ["_{2,}(?=x)"]


def slow_on(piece: str, patterns: Iterable[RulePattern]) -> list[str]:
    """The sources of the patterns that do not find all their matches in a line in time.

    A text of one character holds nothing else that a match must hold; hostile ones do, so that this
    is not asked.
    """
    line = (piece * LENGTH)[:LENGTH]
    slow = []
    for pattern in patterns:
        if starts_in(line, pattern.prefilter.heads) == []:
            continue
        try:
            for _ in pattern.regex.finditer(line, timeout=LIMIT):
                pass
        except TimeoutError:
            slow.append(pattern.regex.source)
    return slow


def main(piece: str) -> None:
    """Print how many regexes ship, and those that are slow."""
    linter = Linter()
    linter.lint("述职报告\n", path="a.txt")  # makes what is made when it is first used
    found = [pattern for pattern in gc.get_objects() if isinstance(pattern, RulePattern)]
    patterns = {(pattern.regex.source, pattern.regex.source_flags): pattern for pattern in found}
    print(json.dumps([len(patterns), slow_on(piece, patterns.values())], ensure_ascii=True))


if __name__ == "__main__":
    main(sys.argv[1])
