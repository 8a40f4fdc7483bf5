"""Numeral systems as tuples: the numeral of n is item n - 1, for reading and writing alike."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeAlias

System: TypeAlias = tuple[str, ...]

HAN_DIGITS = "零一二三四五六七八九"
ROMAN_SIGNS = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def han(n: int) -> str:
    """1 to 99 in Chinese numerals: 7 is 七, 12 is 十二, 30 is 三十."""
    tens, ones = divmod(n, 10)
    head = "" if tens == 0 else "十" if tens == 1 else HAN_DIGITS[tens] + "十"
    return head + (HAN_DIGITS[ones] if ones else "")


def roman(n: int) -> str:
    """1 to 39 in Roman numerals."""
    signs = ""
    for value, sign in ROMAN_SIGNS:
        times, n = divmod(n, value)
        signs += sign * times
    return signs


def letters(first: str, count: int) -> System:
    """`count` consecutive characters of Unicode, starting with `first`."""
    return tuple(chr(ord(first) + step) for step in range(count))


ROMAN = tuple(roman(n) for n in range(1, 21))
SYSTEMS: dict[str, System] = {
    "arabic": tuple(str(n) for n in range(1, 100)),
    "full-width": tuple(
        str(n).translate(dict(zip(range(48, 58), "０１２３４５６７８９", strict=True)))
        for n in range(1, 100)
    ),
    "han": tuple(han(n) for n in range(1, 100)),
    "roman": ROMAN,
    "roman-small": tuple(numeral.lower() for numeral in ROMAN),
    "latin": letters("A", 26),
    "latin-small": letters("a", 26),
    "circled": letters("①", 20),
    "parenthesised": letters("⑴", 20),
    "stems": tuple("甲乙丙丁戊己庚辛壬癸"),
    "hangul": tuple("가나다라마바사아자차카타파하"),
}


def pattern(system: Sequence[str]) -> str:
    """A regular expression that matches every numeral of a system, longer ones first."""
    return "|".join(re.escape(numeral) for numeral in sorted(system, key=len, reverse=True))


def read(system: System, numeral: str) -> int:
    """The number of a numeral of this system. Raises ValueError for any other text."""
    return system.index(numeral) + 1


def write(system: System, n: int) -> str | None:
    """The numeral of n; None if the system has none."""
    return system[n - 1] if 0 < n <= len(system) else None
