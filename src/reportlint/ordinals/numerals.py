"""Numerals: how a number from 1 is written in a marker, found in a text, read and written again.

A marker style names its numerals: one of `SYSTEMS` (`chinese`, `arabic`, `roman` …), `words` with
words of its own, or `dotted` for 1.2.3. Ordinals in reports are small: Chinese numerals are read up
to 999, Roman ones up to 49.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from reportlint._startup.late_re import escape_regex
from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.characters import DIGITS, NUMERALS
from reportlint.core.lexicon import Style

_DIGIT_VALUES = {"": 0} | {digit: value for value, digit in enumerate(DIGITS, 1)}
_FULL_WIDTH = "０１２３４５６７８９"
_ARABIC = "0123456789" + _FULL_WIDTH
_SMALL = "abcdefghijklmnopqrstuvwxyz"
LETTERS = _SMALL + _SMALL.upper()


class System(NamedTuple):
    """A numeral system whose numerals are runs of certain characters."""

    firsts: str
    chars: str
    longest: int  # code points
    # characters not allowed before a numeral, which would be the rest of a longer word
    not_after: str
    not_before: str  # characters not allowed after a numeral
    value: Callable[[str], int]  # 0 for a text that is not a numeral
    spell: Callable[[int], str]  # "" for a number that the system cannot write
    zero: bool = False  # whether 0 is a number
    shortest: int = 1

    @property
    def pattern(self) -> str:
        """The regex of a numeral."""
        head = f"(?<!{char_class(self.not_after)})" if self.not_after else ""
        tail = f"(?!{char_class(self.not_before)})" if self.not_before else ""
        rest = f"{char_class(self.chars)}{{0,{self.longest - 1}}}" if self.longest > 1 else ""
        return f"{head}{char_class(self.firsts)}{rest}{tail}"

    def ends(self, text: str, start: int) -> Iterable[int]:
        """The offsets at which a numeral that begins at `start` may end, longest numeral first."""
        run = text[start : start + self.longest]
        size = len(run) - len(run.lstrip(self.chars))
        if not size or run[0] not in self.firsts or (start and text[start - 1] in self.not_after):
            return ()
        stop = start + size
        if self.not_before:
            after = text[stop : stop + 1]
            return () if after and after in self.not_before else (stop,)
        return range(stop, start, -1)

    def starts(self, text: str, end: int) -> list[int]:
        """The offsets at which a numeral that ends at `end` may begin, longest numeral first."""
        run = text[max(0, end - self.longest) : end]
        size = len(run) - len(run.rstrip(self.chars))
        return [
            start
            for start in range(end - size, end)
            if text[start] in self.firsts and (start == 0 or text[start - 1] not in self.not_after)
        ]

    def read(self, numeral: str) -> tuple[str, int] | None:
        """The number of a numeral, in the series ""; None if it is not one."""
        value = self.value(numeral)
        return ("", value) if value or (self.zero and numeral == "0") else None

    def write(self, number: int, model: str = "") -> str:
        """The numeral of a number up to 999, in the width of `model`; "" if there is none."""
        if not (0 < number < 1000 or (number == 0 and self.zero)):
            return ""
        if model and model[0] in _FULL_WIDTH:
            return str(number).translate({ord(str(d)): ord("０") + d for d in range(10)})
        numeral = self.spell(number)
        return numeral if numeral and self.value(numeral) == number else ""


class Words:
    """Numerals that are words: 首先, 其次; First, Second. Case is ignored."""

    chars = ""
    shortest = 1

    def __init__(self, groups: Sequence[Sequence[str]]) -> None:
        """`groups` are the words for one, for two, and so on."""
        self._groups = groups
        self._values = {word.lower(): i + 1 for i, group in enumerate(groups) for word in group}
        self.words = longest_first(self._values)
        self.firsts = "".join(
            {first for word in self.words for first in (word[0], word[0].upper())}
        )

    @property
    def pattern(self) -> str:
        """The regex of a numeral, for a pattern that ignores case."""
        return either(self.words)

    def read(self, numeral: str) -> tuple[str, int] | None:
        """The number that a word stands for, in the series ""; None if it is unknown."""
        value = self._values.get(numeral.lower(), 0)
        return ("", value) if value else None

    def write(self, number: int, model: str) -> str:
        """The word for `number` of the same kind as `model`: thirdly for the model secondly."""
        if not 0 < number <= len(self._groups):
            return ""
        low = model.lower()
        column = next((group.index(low) for group in self._groups if low in group), 0)
        group = self._groups[number - 1]
        word = group[min(column, len(group) - 1)]
        return word[:1].upper() + word[1:] if model[:1].isupper() else word


class Dotted:
    """Dotted numbers: 1.2, 1.2.3. The series is all but the last part."""

    firsts = "0123456789"
    chars = firsts + "."
    shortest = 3
    pattern = r"(?<![0-9A-Za-z.])[0-9]{1,3}(?:\.[0-9]{1,3}){1,4}(?![0-9])"

    def read(self, numeral: str) -> tuple[str, int] | None:
        """1.2.3 is number 3 of the series 1.2."""
        series, _, last = numeral.rpartition(".")
        return series, int(last)

    def write(self, number: int, model: str) -> str:
        """`number` in the series of `model`."""
        return f"{model.rpartition('.')[0]}.{number}"


@lru_cache(maxsize=1024)
def chinese_value(text: str) -> int:
    """The value of a Chinese numeral up to 999, 0 if it is none: 十二 is 12, 二十 is 20, 一百零五
    is 105, 一二 is 0."""
    hundreds, has_hundreds, rest = text.rpartition("百")
    tens, has_tens, ones = (rest.removeprefix("零") if has_hundreds else rest).rpartition("十")
    hundred = (_DIGIT_VALUES.get(hundreds) or -1) if has_hundreds else 0
    ten = _DIGIT_VALUES.get(tens or "一", -1) if has_tens else 0
    unit = _DIGIT_VALUES.get(ones, -1)
    return 0 if min(hundred, ten, unit) < 0 else hundred * 100 + ten * 10 + unit


def chinese(number: int) -> str:
    """A number from 1 to 999 in Chinese numerals."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{DIGITS[hundreds - 1]}百" if hundreds else ""
    if hundreds and rest and not tens:
        text += "零"
    if tens:
        text += ("" if tens == 1 and not hundreds else DIGITS[tens - 1]) + "十"
    return text + (DIGITS[ones - 1] if ones else "")


def roman(number: int) -> str:
    """A number from 1 to 49 in capital Roman numerals."""
    text = ""
    for letters, worth in (("XL", 40), ("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1)):
        while number >= worth:
            text += letters
            number -= worth
    return text


_ROMAN_VALUES = {roman(number): number for number in range(1, 50)}


def _signs(*ranges: tuple[str, int]) -> System:
    """A system with one character for each number; `ranges` are (first character, how many)."""
    return _signs_of("".join(chr(ord(first) + i) for first, many in ranges for i in range(many)))


def _signs_of(signs: str) -> System:
    """A system of these characters, one for each number from 1."""
    return System(
        signs,
        signs,
        1,
        "",
        "",
        lambda text: signs.find(text) + 1,
        lambda number: signs[number - 1 : number],
    )


def _latin(letters: str) -> System:
    """A system of the letters of the alphabet."""
    return _signs((letters[0], 26))._replace(not_after=LETTERS, not_before=LETTERS)


SYSTEMS: dict[str, System] = {
    "chinese": System(NUMERALS, f"{NUMERALS}百零", 5, f"{NUMERALS}百", "", chinese_value, chinese),
    "arabic": System(_ARABIC, _ARABIC, 3, _ARABIC, "", int, str, zero=True),
    "circled": _signs(("①", 20), ("㉑", 15), ("㊱", 15)),
    "negative-circled": _signs(("❶", 10), ("⓫", 10)),
    "parenthesised": _signs(("⑴", 20)),
    "full-stopped": _signs(("⒈", 20)),
    "roman-sign": _signs(("Ⅰ", 12)),
    "roman": System(
        "IVX", "IVX", 6, LETTERS, LETTERS, lambda text: _ROMAN_VALUES.get(text, 0), roman
    ),
    "roman-small": System(
        "ivx",
        "ivx",
        6,
        LETTERS,
        LETTERS,
        lambda text: _ROMAN_VALUES.get(text.upper(), 0),
        lambda number: roman(number).lower(),
    ),
    "heavenly-stem": _signs_of("甲乙丙丁戊己庚辛壬癸"),
    "hangul": _signs_of("가나다라마바사아자차카타파하"),
    "latin": _latin(_SMALL.upper()),
    "latin-small": _latin(_SMALL),
}


Numerals = System | Words | Dotted
"""Their common members: `firsts` and `chars`, the characters that a numeral may begin with and
consist of ("" if unknown); `shortest`, the length of the shortest; `pattern`, its regex; `read`,
its series and number; `write`, the numeral of a number."""


def numerals_of(style: Style) -> Numerals:
    """The numerals of a marker style. Raises KeyError for an unknown system."""
    if style.numerals == "words":
        return Words(style.words)
    return Dotted() if style.numerals == "dotted" else SYSTEMS[style.numerals]


def longest_first(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts, longest first: the order in which a regex tries them."""
    return tuple(sorted(texts, key=len, reverse=True))


def char_class(chars: Iterable[str]) -> str:
    """The regex of a character class, written with ranges: a search with fifty single characters
    takes twice as long."""
    codes = sorted(set(map(ord, chars)))
    ranges: list[list[int]] = []
    for code in codes:
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    parts = [
        f"{_code(first)}-{_code(last)}" if last > first else _code(first) for first, last in ranges
    ]
    return f"[{''.join(parts)}]"


def _code(code: int) -> str:
    return chr(code) if chr(code).isalnum() else f"\\U{code:08x}"


def either(texts: Sequence[str]) -> str:
    """The regex that matches one of some literals, which are given longest first."""
    if texts and all(len(text) == 1 for text in texts):
        return f"[{''.join(map(escape_regex, texts))}]"
    parts = [escape_regex(text) for text in texts]
    return f"(?:{'|'.join(parts)})" if parts else ""
