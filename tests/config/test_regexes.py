"""Regexes that match nothing or everything; near misses are accepted."""

from __future__ import annotations

import pytest

from reportlint.config.regexes import bad_regex, matches_everywhere

SOUND = [
    "a|^b",
    "a$",
    r"\$5",
    "[$]5",
    "[^a]b",
    r"a\n^b",
    r"\bAPI\b",
    r"汉字\b[a-z]",
    "甲[｜|]乙",
    "（(?:甲|乙)）",
]
SOUND += ["a{99999}", "(?:[^。\n]{0,1000}甲){2,}"]
WRONG = [
    "((a{1000}){1000}){1000}",
    "甲{100001}",
    "a^",
    "a$b",
    r"高\b度",
    "甲｜乙",
    "（甲|乙）",
    "(a",
    "[z-a]",
]


@pytest.mark.parametrize("source", SOUND)
def test_sound(source: str) -> None:
    assert bad_regex(source, {}) is None


@pytest.mark.parametrize("source", WRONG)
def test_wrong(source: str) -> None:
    assert bad_regex(source, {}) is not None


@pytest.mark.parametrize("source", [".", "x+", r"(?<=\d)(?=年)", "^$", r"^\s*急", r"\L<a>", "$"])
def test_what_is_not_everywhere(source: str) -> None:
    assert not matches_everywhere(source, {"a": ("甲",)})


@pytest.mark.parametrize("source", [".*", "x*", "a|", "(?:甲|乙)?", "", r"\s*"])
def test_what_is_everywhere(source: str) -> None:
    assert matches_everywhere(source, {})
