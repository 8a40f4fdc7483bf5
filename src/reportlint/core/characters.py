"""Which characters are Han, numerals, spaces, brackets or ends of sentences: one answer for all
rooms.

The constants are texts of characters, and most of them stand in a class of a regex: `rf"[{HAN}]"`.
In a rule, `\\p{Han}` also takes 々 and 〇.
"""

from __future__ import annotations

HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # only for a class: these are ranges
DIGITS = "一二三四五六七八九"
NUMERALS = DIGITS + "十"  # of the numbers up to 99
ZEROS = "〇○零"  # as written in years and numbers: 二〇二六, 一百零五
ARABIC = "0-9０-９"  # only for a class
FULL_WIDTH = "０１２３４５６７８９"
STEMS = "甲乙丙丁戊己庚辛壬癸"
HANGUL = "가나다라마바사아자차카타파하"
FULL_STOPS = "。！？!?"  # without the ASCII one, which is also a decimal point
SENTENCE_ENDS = FULL_STOPS + "；;"
COLONS = "：:︰"
CLAUSE_ENDS = SENTENCE_ENDS + COLONS
COMMAS = "，,"  # without 、, which stands between the items of an enumeration
OPENING_BRACKETS, CLOSING_BRACKETS = "（(", "）)"  # round ones
WIDE_MARKS, NARROW_MARKS = "，：；！？（）", ",:;!?()"  # the same marks in both widths
DOUBLE_QUOTES = '"“”'
BULLETS = "-+*•●■◆▪"  # in a class of a regex, at its start
ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\xad"  # left by Word and web pages
SPACES = " \t\u00a0\u3000" + ZERO_WIDTH  # within a line
WORD_SPACES = " \u3000"  # between the characters of a word that is spaced out: 日　期
SPACES_AND_EMPHASIS = SPACES + "*_"
# What may precede the words of a line in Markdown. At the end of a class of a regex.
LINE_MARKS = SPACES_AND_EMPHASIS + "#>+-"
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


def is_in_round_brackets(text: str) -> bool:
    """Whether a text begins with an opening round bracket and ends in a closing one."""
    return text.startswith(tuple(OPENING_BRACKETS)) and text.endswith(tuple(CLOSING_BRACKETS))
