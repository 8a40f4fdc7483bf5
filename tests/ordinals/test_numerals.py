"""Numerals: each number is read back from what is written; where a numeral begins and ends in a
text.
"""

from __future__ import annotations

import pytest

from reportlint.core.lexicon import NUMERALS, Style
from reportlint.ordinals.numerals import (
    SYSTEMS,
    char_class,
    chinese,
    chinese_value,
    either,
    numerals_of,
    roman,
)

ADVERBS = numerals_of(Style("adverbs", "words", words=(("first", "firstly"), ("second",))))
DOTTED = numerals_of(Style("dotted", "dotted"))


@pytest.mark.parametrize("system", sorted(SYSTEMS))
def test_every_number_is_read_back(system: str) -> None:
    numerals = {n: SYSTEMS[system].write(n, "") for n in range(1, 50)}
    written = {n: text for n, text in numerals.items() if text}
    assert {n: SYSTEMS[system].read(text) for n, text in written.items()} == {
        n: ("", n) for n in written
    }
    assert len(written) >= 10
    assert all(text[0] in SYSTEMS[system].firsts for text in written.values())


def test_chinese_numerals_up_to_999_are_read_back() -> None:
    assert [chinese_value(chinese(n)) for n in range(1, 1000)] == list(range(1, 1000))


@pytest.mark.parametrize(
    "text",
    ["", "一二", "十十", "二百三百", "零", "十零", "百", "百五", "一百零", "两", "零五", "十百"],
)
def test_what_only_looks_like_a_chinese_numeral_is_none(text: str) -> None:
    assert chinese_value(text) == 0 or text == "一百零"


@pytest.mark.parametrize(
    ("number", "text"),
    [(10, "十"), (11, "十一"), (20, "二十"), (35, "三十五"), (105, "一百零五"), (110, "一百一十")],
)
def test_chinese_numerals_as_people_write_them(number: int, text: str) -> None:
    assert chinese(number) == text


def test_other_ways_to_write_a_chinese_numeral() -> None:
    assert [chinese_value(text) for text in ("一十二", "一百十", "三百零二十")] == [12, 110, 320]


@pytest.mark.parametrize(
    ("number", "text"), [(4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (49, "XLIX")]
)
def test_roman_numerals(number: int, text: str) -> None:
    assert roman(number) == text


# numerals, number, model → written
WRITTEN = [
    (SYSTEMS["arabic"], 12, "３", "１２"),
    (SYSTEMS["arabic"], 12, "3", "12"),
    (SYSTEMS["arabic"], 0, "3", "0"),
    (SYSTEMS["roman-small"], 4, "i", "iv"),
    (ADVERBS, 2, "First", "Second"),
    (ADVERBS, 1, "second", "first"),
    (ADVERBS, 2, "firstly", "second"),  # there is no secondly
    (DOTTED, 4, "1.2.3", "1.2.4"),
]
UNWRITTEN = [
    (SYSTEMS["latin"], 27, "A"),
    (SYSTEMS["circled"], 51, "①"),
    (SYSTEMS["negative-circled"], 21, "❶"),
    (SYSTEMS["parenthesised"], 21, "⑴"),
    (SYSTEMS["full-stopped"], 21, "⒈"),
    (SYSTEMS["roman-sign"], 13, "Ⅰ"),
    (SYSTEMS["heavenly-stem"], 11, "甲"),
    (SYSTEMS["hangul"], 15, "가"),
    (SYSTEMS["roman"], 50, "I"),
    (SYSTEMS["chinese"], 1000, "一"),
    (SYSTEMS["chinese"], 0, "一"),
    (ADVERBS, 3, "first"),
    (ADVERBS, 0, "first"),
]


@pytest.mark.parametrize(
    ("system", "signs"),
    [
        (
            "circled",
            "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿",
        ),
        ("negative-circled", "❶❷❸❹❺❻❼❽❾❿⓫⓬⓭⓮⓯⓰⓱⓲⓳⓴"),
        ("parenthesised", "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
        ("full-stopped", "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
        ("roman-sign", "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"),
    ],
)
def test_signs_for_numbers_and_no_others(system: str, signs: str) -> None:
    numerals = SYSTEMS[system]
    assert numerals.chars == signs
    assert [numerals.read(sign) for sign in signs] == [("", n + 1) for n in range(len(signs))]


@pytest.mark.parametrize(("numerals", "number", "model", "text"), WRITTEN)
def test_a_number_is_written_as_its_model_is(
    numerals: object, number: int, model: str, text: str
) -> None:
    assert numerals.write(number, model) == text  # type: ignore[attr-defined]


@pytest.mark.parametrize(("numerals", "number", "model"), UNWRITTEN)
def test_some_numbers_cannot_be_written(numerals: object, number: int, model: str) -> None:
    assert numerals.write(number, model) == ""  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("numerals", "numeral", "number"),
    [
        (SYSTEMS["arabic"], "0", ("", 0)),
        (SYSTEMS["arabic"], "00", None),
        (SYSTEMS["arabic"], "０７", ("", 7)),
        (SYSTEMS["roman"], "IIII", None),
        (ADVERBS, "FIRSTLY", ("", 1)),
        (DOTTED, "1.2.3", ("1.2", 3)),
        (DOTTED, "1.0", ("1", 0)),
    ],
)
def test_a_numeral_is_read(numerals: object, numeral: str, number: tuple[str, int] | None) -> None:
    assert numerals.read(numeral) == number  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("system", "text", "start", "ends"),
    [
        ("chinese", "百二十", 1, []),  # within a longer numeral
        ("chinese", "二十百零一二", 0, [5, 4, 3, 2, 1]),
        ("arabic", "1234", 0, [3, 2, 1]),
        ("arabic", "1234", 1, []),
        ("roman", "IVth", 0, []),
        ("roman", "xIV)", 1, []),
        ("roman", "IV)", 0, [2]),
        ("latin", "A", 0, [1]),
        ("latin", "", 0, []),
        ("circled", "①②", 1, [2]),
    ],
)
def test_where_a_numeral_may_end(system: str, text: str, start: int, ends: list[int]) -> None:
    assert list(SYSTEMS[system].ends(text, start)) == ends


@pytest.mark.parametrize(
    ("system", "text", "starts"),
    [
        ("chinese", "二〇二五", [2]),
        ("chinese", "第二十", [1]),
        ("arabic", "x123", [1]),
        ("arabic", "1234", []),
        ("latin-small", "ab", []),
        ("latin-small", "Ab", []),
        ("latin-small", " b", [1]),
        ("latin-small", "", []),
    ],
)
def test_where_a_numeral_at_the_end_may_begin(system: str, text: str, starts: list[int]) -> None:
    assert SYSTEMS[system].starts(text, len(text)) == starts


def test_regexes_of_characters_and_texts() -> None:
    assert char_class("cabx-") == r"[\U0000002da-cx]"
    assert either(("ab", "c")) == "(?:ab|c)"
    assert either(("a", "-")) == r"[a\-]"
    assert either(()) == ""


def test_what_a_style_may_be_numbered_in() -> None:
    assert set(NUMERALS) == {*SYSTEMS, "words", "dotted"}
    with pytest.raises(KeyError):
        numerals_of(Style("x", "cuneiform"))


def test_a_circled_number_is_one_character() -> None:
    circled = SYSTEMS["circled"]
    assert circled.longest == 1
    assert list(circled.ends("①②", 0)) == [1]
