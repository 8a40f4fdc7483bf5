"""Which characters are Han, numerals, spaces or ends of sentences: one answer for all rooms.

The constants are texts of characters, and most of them stand in a class of a regex: `rf"[{HAN}]"`.
In a rule, `\\p{Han}` also takes 々 and 〇.
"""

from __future__ import annotations

HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # only for a class: these are ranges
DIGITS = "一二三四五六七八九"
NUMERALS = DIGITS + "十"  # of the numbers up to 99
ARABIC = "0-9０-９"  # only for a class
FULL_STOPS = "。！？!?"  # without the ASCII one, which is also a decimal point
SENTENCE_ENDS = FULL_STOPS + "；;"
CLAUSE_ENDS = SENTENCE_ENDS + "：:"
ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\xad"  # left by Word and web pages
SPACES = " \t\u00a0\u3000" + ZERO_WIDTH  # within a line
XML = "\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff"  # only for a class: all that it allows


def is_han(char: str) -> bool:
    """Whether a character is Han; "" is none."""
    return (
        "\u3400" <= char <= "\u9fff"
        or "\uf900" <= char <= "\ufaff"
        or "\U00020000" <= char <= "\U0003ffff"
    )


def has_han(text: str) -> bool:
    """Whether `text` holds a Han character. No regex is used: compiling a range of 28,000
    characters takes longer than reading a report."""
    return not text.isascii() and any(map(is_han, text))
