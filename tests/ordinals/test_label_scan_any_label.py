"""A line that begins with any word and a numeral; near misses first."""

from __future__ import annotations

import pytest
from shipped import MATCHER

OTHERS = {
    "no number": "Punto primero. Lectura",
    "the number does not follow": "Punto, 1",
    "one letter": "P 1: Lectura",
    "four words": "We met on day 1: a start",
    "a decimal number": "Punto 2.1 Lectura",
    "a range": "Punto 2 - 4: Lectura",
    "two numbers": "Punto 2 y 3: Lectura",
    "two numbers in Chinese": "实验二、三 串口",
    "a unit": "Punto 12kg",
    "text without a space": "实验一开始了",
    "a letter": "Punto A. Lectura",
}
READ = {
    "a stop": ("Punto 2. Lectura", [("punto", 2, "Punto 2.")]),
    "a colon": ("Agenda Item 3: Roll call", [("agenda item", 3, "Agenda Item 3:")]),
    "a dash": ("TITRE IV - ORGANES", [("titre", 4, "TITRE IV -")]),
    "nothing behind": ("Capítulo 7", [("capitulo", 7, "Capítulo 7")]),
    "Han": ("实验三 中断", [("实验", 3, "实验三")]),
    "the word behind": ("第二单元 练习", [("单元", 2, "第二单元")]),
    "the word behind a digit": ("第2周：实践", [("周", 2, "第2周：")]),
}


def readings(line: str) -> list[tuple[str, int, str]]:
    return [
        (reading.series.removeprefix("第"), reading.value, line[: reading.end])
        for reading in MATCHER.any_label(line, 0, len(line))
    ]


@pytest.mark.parametrize("name", OTHERS)
def test_other_lines_have_no_reading(name: str) -> None:
    assert readings(OTHERS[name]) == []


@pytest.mark.parametrize("name", READ)
def test_a_label_and_its_number_are_read(name: str) -> None:
    line, expected = READ[name]
    assert readings(line) == expected


def test_a_line_ends_where_it_is_said_to() -> None:
    text = "xx Punto 2. Lectura"
    assert [reading.end for reading in MATCHER.any_label(text, 3, len(text))] == [11]
    assert list(MATCHER.any_label(text, 3, 9)) == []
