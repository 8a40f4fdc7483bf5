"""Numeral systems: how a number from 1 is written in a marker, read and written back.

Ordinals in reports are small; Chinese numerals are read up to 999, Roman ones up to 49.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from reportlint._startup.namedtuple import NamedTuple

DIGITS = "零一二三四五六七八九"
ROMAN = (("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1))


class System(NamedTuple):
    """A numeral system: the regex of a numeral, its value (0 is none), and the numeral of a value ("" where it has none)."""

    pattern: str
    value: Callable[[str], int]
    write: Callable[[int], str]


class Digits(NamedTuple):
    """A system whose numerals are runs of digits: how its `pattern` reads such a run, without a regex."""

    first: str  # what a numeral may begin with
    all: str  # what may be in it
    apart: str  # what must not stand before it
    most: int  # code points

    def starts(self, text: str, end: int) -> list[int]:
        """Where a numeral that ends at `end` may begin, the longest first."""
        if end > 0 and text[end - 2 : end - 1] not in self.all:  # a digit by itself, as most are
            return [end - 1] if text[end - 1] in self.first else []
        begin = end
        while begin > 0 and end - begin < self.most and text[begin - 1] in self.all:
            begin -= 1
        return [
            at
            for at in range(begin, end)
            if text[at] in self.first and (at == 0 or text[at - 1] not in self.apart)
        ]

    def ends(self, text: str, start: int) -> range:
        """Where a numeral that begins at `start` may end, the longest first."""
        if (
            text[start : start + 1] not in self.first
            or start == len(text)
            or (start > 0 and text[start - 1] in self.apart)
        ):
            return range(0)
        stop = start + 1
        while stop < len(text) and stop - start < self.most and text[stop] in self.all:
            stop += 1
        return range(stop, start, -1)


@lru_cache(maxsize=1024)
def chinese_value(text: str) -> int:
    """The value of a Chinese numeral up to 999, 0 if it is none: 十二 is 12, 二十 is 20, 一百零五 is 105, 一二 is 0."""
    total, rest = 0, text
    if "百" in rest:
        hundreds, rest = rest.split("百", 1)
        if len(hundreds) != 1 or hundreds not in DIGITS[1:]:
            return 0
        total = DIGITS.index(hundreds) * 100
        rest = rest.removeprefix("零")
    if "十" in rest:
        tens, rest = rest.split("十", 1)
        if len(tens) > 1 or (tens and tens not in DIGITS[1:]):
            return 0
        total += 10 * (DIGITS.index(tens) if tens else 1)
    if len(rest) > 1 or (rest and rest not in DIGITS[1:]):
        return 0
    return total + (DIGITS.index(rest) if rest else 0)


def chinese(number: int) -> str:
    """A number from 1 to 999 in Chinese numerals."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{DIGITS[hundreds]}百" if hundreds else ""
    if hundreds and rest and not tens:
        text += "零"
    if tens:
        text += ("" if tens == 1 and not hundreds else DIGITS[tens]) + "十"
    return text + (DIGITS[ones] if ones else "")


def roman(number: int) -> str:
    """A number from 1 to 49 in capital Roman numerals."""
    text = "XL" if number >= 40 else ""
    number -= 40 if number >= 40 else 0
    for letters, worth in ROMAN:
        while number >= worth:
            text += letters
            number -= worth
    return text


ROMAN_VALUES = {roman(n): n for n in range(1, 50)}
ROMAN_SIGNS = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"


def _of_signs(*ranges: tuple[str, int]) -> System:
    """A system in which each number is one character; `ranges` are (first character, how many)."""
    signs = "".join(chr(ord(first) + i) for first, many in ranges for i in range(many))
    values = {sign: i + 1 for i, sign in enumerate(signs)}
    classes = "".join(f"{first}-{chr(ord(first) + many - 1)}" for first, many in ranges)
    return System(
        f"[{classes}]",
        lambda text: values.get(text, 0),
        lambda n: signs[n - 1] if 0 < n <= len(signs) else "",
    )


def _arabic_value(text: str) -> int:
    return int(text)  # int() reads full-width digits as well


def _full_width(number: int) -> str:
    return str(number).translate({ord(str(d)): ord("０") + d for d in range(10)})


_HAN = "一二三四五六七八九十"
_ARABIC = "0123456789０１２３４５６７８９"
RUNS = {
    "chinese": Digits(_HAN, f"{_HAN}百零", f"{_HAN}百", 5),
    "arabic": Digits(_ARABIC, _ARABIC, _ARABIC, 3),
}
SYSTEMS: dict[str, System] = {
    "chinese": System(f"(?<![{_HAN}百])[{_HAN}][{_HAN}百零]{{0,4}}", chinese_value, chinese),
    "arabic": System("(?<![0-9０-９])[0-9０-９]{1,3}", _arabic_value, str),
    "circled": _of_signs(("①", 20), ("㉑", 15), ("㊱", 15)),
    "negative-circled": _of_signs(("❶", 10), ("⓫", 10)),
    "parenthesised": _of_signs(("⑴", 20)),
    "full-stopped": _of_signs(("⒈", 20)),
    "roman-sign": _of_signs(("Ⅰ", 12)),
    "roman": System(
        "(?<![A-Za-z])[IVX]{1,6}(?![A-Za-z])", lambda text: ROMAN_VALUES.get(text, 0), roman
    ),
    "roman-small": System(
        "(?<![A-Za-z])[ivx]{1,6}(?![A-Za-z])",
        lambda text: ROMAN_VALUES.get(text.upper(), 0),
        lambda n: roman(n).lower(),
    ),
    "latin": System(
        "(?<![A-Za-z])[A-Z](?![A-Za-z])",
        lambda text: ord(text) - 64,
        lambda n: chr(n + 64) if n <= 26 else "",
    ),
    "latin-small": System(
        "(?<![A-Za-z])[a-z](?![A-Za-z])",
        lambda text: ord(text) - 96,
        lambda n: chr(n + 96) if n <= 26 else "",
    ),
}
# Systems with a sign for each number: what stands in the brackets of their regex.
SIGNS = {
    name: SYSTEMS[name].pattern.strip("[]")
    for name in ("circled", "negative-circled", "parenthesised", "full-stopped", "roman-sign")
}
LETTERS = frozenset({"roman", "roman-small", "latin", "latin-small"})


def write_like(system: str, number: int, model: str) -> str:
    """The numeral of `number` in `system`, in the width of `model`: ３ asks for full-width digits. "" where there is none."""
    if system not in SYSTEMS or not (0 < number < 1000 or (number == 0 and system == "arabic")):
        return ""
    if system == "arabic" and model[:1] in "０１２３４５６７８９":
        return _full_width(number)
    new = SYSTEMS[system].write(number)
    return new if new and SYSTEMS[system].value(new) == number else ""
