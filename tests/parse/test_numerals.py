"""Numeral systems: each number is read back from what is written."""

from __future__ import annotations

import pytest

from reportlint.ordinals.numerals import SYSTEMS, chinese, chinese_value, roman, write_like


@pytest.mark.parametrize("system", sorted(SYSTEMS))
def test_every_number_is_read_back(system: str) -> None:
    numerals = {
        n: SYSTEMS[system].write(n) for n in range(1, 50) if n < 40 or system != "roman-sign"
    }
    written = {n: text for n, text in numerals.items() if text}
    assert {n: SYSTEMS[system].value(text) for n, text in written.items()} == {
        n: n for n in written
    }
    assert len(written) >= 10


def test_chinese_numerals_up_to_999_are_read_back() -> None:
    assert [chinese_value(chinese(n)) for n in range(1, 1000)] == list(range(1, 1000))


@pytest.mark.parametrize("text", ["一二", "十十", "二百三百", "零", "十零", "百"])
def test_what_only_looks_like_a_chinese_numeral_is_none(text: str) -> None:
    assert chinese_value(text) == 0


@pytest.mark.parametrize(
    ("number", "text"),
    [(10, "十"), (11, "十一"), (20, "二十"), (35, "三十五"), (105, "一百零五"), (110, "一百一十")],
)
def test_chinese_numerals_as_people_write_them(number: int, text: str) -> None:
    assert chinese(number) == text


@pytest.mark.parametrize(
    ("number", "text"), [(4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (49, "XLIX")]
)
def test_roman_numerals(number: int, text: str) -> None:
    assert roman(number) == text


def test_the_width_of_digits_is_kept() -> None:
    assert write_like("arabic", 12, "３") == "１２"
    assert write_like("arabic", 12, "3") == "12"
