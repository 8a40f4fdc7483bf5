"""Numerals of lists as Word prints them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.docx.number_formats import MOST, numeral
from reportlint.ordinals.numerals import chinese


@pytest.mark.parametrize(
    ("format", "values"),
    [
        ("decimal", {1: "1", 0: "0", 12: "12", -3: "-3"}),
        ("decimalZero", {1: "01", 10: "10", 100: "100"}),
        ("upperRoman", {1: "I", 4: "IV", 9: "IX", 40: "XL", 1999: "MCMXCIX"}),
        ("lowerRoman", {14: "xiv"}),
        ("upperLetter", {1: "A", 26: "Z", 27: "AA", 53: "AAA"}),
        ("lowerLetter", {2: "b", 28: "bb", 781: "781"}),
        (
            "chineseCounting",
            {1: "一", 10: "十", 11: "十一", 20: "二十", 99: "九十九", 100: "一○○", 105: "一○五"},
        ),
        (
            "chineseCountingThousand",
            {
                10: "十",
                21: "二十一",
                100: "一百",
                105: "一百零五",
                110: "一百一十",
                1001: "一千零一",
                10500: "一万零五百",
            },
        ),
        ("chineseLegalSimplified", {1: "壹", 10: "壹拾", 25: "贰拾伍"}),
        ("ideographLegalTraditional", {10: "壹拾", 105: "壹佰零伍"}),
        ("japaneseLegal", {10: "壱拾", 105: "壱百伍"}),
        ("koreanCounting", {10: "십", 21: "이십일"}),
        ("taiwaneseCountingThousand", {10000: "一萬"}),
        ("japaneseCounting", {10: "十", 100: "百", 101: "百一", 1110: "千百十", 20000: "二万"}),
        ("ideographDigital", {10: "一〇", 25: "二五"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
        ("ideographZodiac", {1: "子", 12: "亥", 13: "13"}),
        ("ideographZodiacTraditional", {1: "甲子", 60: "癸亥", 61: "61"}),
        ("ideographEnclosedCircle", {1: "㈠", 10: "㈩"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "21"}),
        ("decimalEnclosedCircleChinese", {10: "⑩", 11: "11"}),
        ("decimalEnclosedFullstop", {3: "⒊"}),
        ("decimalEnclosedParen", {3: "⑶"}),
        ("decimalFullWidth", {12: "１２"}),
        ("numberInDash", {3: "- 3 -"}),
        ("ordinal", {1: "1st", 2: "2nd", 3: "3rd", 11: "11th", 21: "21st", 112: "112th"}),
        ("cardinalText", {21: "Twenty-one", 120: "One hundred twenty"}),
        ("ordinalText", {1: "First", 12: "Twelfth", 20: "Twentieth", 21: "Twenty-first"}),
        ("hex", {10: "A", 31: "1F"}),
        ("chicago", {1: "*", 5: "**", 41: "41"}),
        ("none", {1: ""}),
        ("no such format", {7: "7"}),
    ],
)
def test_numerals(format: str, values: dict[int, str]) -> None:
    assert {value: numeral(value, format) for value in values} == values


def test_a_pattern_says_how_many_digits() -> None:
    assert numeral(7, "custom", "001, 002, 003, ...") == "007"
    assert numeral(7, "custom", "٠١") == "7"


@given(st.integers(1, 999))
def test_chinese_is_what_the_markers_of_texts_are_read_as(value: int) -> None:
    assert numeral(value, "chineseCountingThousand") == chinese(value)


@pytest.mark.parametrize(
    "format", ["upperLetter", "lowerRoman", "chicago", "cardinalText", "ordinalText"]
)
@given(value=st.integers(-(10**9), 10**9))
def test_no_number_makes_a_long_numeral(format: str, value: int) -> None:
    assert len(numeral(value, format)) < 120
    if not 0 < value <= MOST:
        assert numeral(value, format) == str(value)
