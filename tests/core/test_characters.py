"""What a character is: two tables, and no other module that decides it again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import reportlint
from reportlint.core import characters
from reportlint.core.characters import has_han, is_han, is_in_round_brackets

PACKAGE = Path(reportlint.__file__).parent

NOT_HAN = ["", "a", "é", "〇", "、", "カ", "한", "\u33ff", "\ua000", "\U0001f600", "\U000e0020"]
HAN = ["一", "龥", "鿿", "㐀", "豈", "𠀀", "\U00030000"]


@pytest.mark.parametrize("char", NOT_HAN)
def test_not_han(char: str) -> None:
    assert not is_han(char)
    assert not has_han(f"ab {char}")
    assert re.search(f"[{characters.HAN}]", char) is None


@pytest.mark.parametrize("char", HAN)
def test_han(char: str) -> None:
    assert is_han(char)
    assert has_han(f"ab {char}")
    assert re.search(f"[{characters.HAN}]", char)


# Each pattern finds how a character was asked for before it was decided in one module.
DECIDED_HERE = [
    "一-龥",
    r"\\u3400",
    "一二三四五",
    r"\\ud7ff",
    "。！？!",
    r"\\t(?:\\u00a0|\\xa0)?\\u3000",
    "：:︰",
    r"in \(?\"(?:[(（](?:\", \")?[(（]|[)）](?:\", \")?[)）])\"",
    "[〇零][○零]|百〇",
]


@pytest.mark.parametrize("source", DECIDED_HERE)
def test_it_is_decided_once(source: str) -> None:
    modules = [
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if re.search(source, path.read_text(encoding="utf-8"))
    ]
    # A language is guessed from ranges of UTF-8, and a wide space is a mistake in YAML.
    others = {"structure/language.py", "config/keyboard.py"}
    assert set(modules) <= {"core/characters.py", *others}


NOT_IN_BRACKETS = ["", "甲", "（一）甲", "甲（一）", "[a]", "(a"]
IN_BRACKETS = ["（一）", "(a)", "（a)", "()"]


@pytest.mark.parametrize("text", NOT_IN_BRACKETS)
def test_not_in_round_brackets(text: str) -> None:
    assert not is_in_round_brackets(text)


@pytest.mark.parametrize("text", IN_BRACKETS)
def test_in_round_brackets(text: str) -> None:
    assert is_in_round_brackets(text)
