"""Whether upper and lower case are the same: what `ignore-case` of a rule means, for words, regexes and values alike."""

from __future__ import annotations

import re

# Punctuation, geometric shapes, Han and kana, Hangul, full-width digits and punctuation.
_WITHOUT_CASE = (
    ("\u2010", "\u2027"),
    ("\u25a0", "\u25ff"),
    ("\u3001", "\u9fff"),
    ("\uac00", "\ud7a3"),
    ("\uff01", "\uff20"),
)
IGNORED = re.MULTILINE | re.IGNORECASE  # numbers that `regex` shares


def flags(ignore_case: bool) -> int:
    """The flags that a regex of a rule is compiled with."""
    return IGNORED if ignore_case else re.MULTILINE


def folded(text: str, ignore_case: bool) -> str:
    """A text as it is compared with others."""
    return text.casefold() if ignore_case else text


def folds_alone(char: str) -> bool:
    """Whether nothing but `char` and its capital, if it has one, is folded to a text with `char` in it.

    Of other ASCII letters a long s, a ligature or the sign of the kelvin are. Punctuation, Han and Hangul have no case.
    """
    if char.isascii():
        return char in "bcdegmopqruvxz" or not char.isalpha()
    return any(first <= char <= last for first, last in _WITHOUT_CASE)
