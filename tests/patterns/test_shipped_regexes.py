"""The regexes of the shipped rules on repetitive hostile or careless texts: none may take quadratic
time on a long line. The limit is far above the time on any machine."""

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
    """In a separate process that has only the shipped regexes."""
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
    """The sources of the patterns that do not find all matches in a line in time.

    A text of one repeated character contains none of the required literals, but hostile texts do.
    Therefore the prefilter is not used.
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
    """Print the number of shipped regexes, and the slow ones."""
    linter = Linter()
    linter.lint("述职报告\n", path="a.txt")  # makes what is made when it is first used
    all_patterns = [pattern for pattern in gc.get_objects() if isinstance(pattern, RulePattern)]
    patterns = {
        (pattern.regex.source, pattern.regex.source_flags): pattern for pattern in all_patterns
    }
    print(json.dumps([len(patterns), slow_on(piece, patterns.values())], ensure_ascii=True))


if __name__ == "__main__":
    main(sys.argv[1])
