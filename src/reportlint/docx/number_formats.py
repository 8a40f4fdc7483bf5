"""A number → the numeral that Word prints for it in a numbered list (`w:numFmt`, ISO/IEC 29500-1
§17.18.59).

Where Word differs from the standard, Word is followed ([MS-OI29500] §2.1.540). A number for which a
format has no numeral is printed in Arabic digits, as Word does.
"""

from __future__ import annotations

from collections.abc import Callable

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.characters import DIGITS

MOST = 32_767  # the greatest number that Word counts to in a list

_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_LONGEST_RUN = 780  # the greatest number written in letters: 30 times z


class _Counting(NamedTuple):
    """How a language counts with digits and units: the digits from zero, and the units ten,
    hundred, thousand and ten thousand."""

    digits: str
    units: str
    says_gaps: bool = True  # 一百零五, not 百五
    says_first_one: bool = False  # 一十 also at the start of a number
    says_ones: bool = True  # 一百, not 百


_CHINESE = _Counting("零" + DIGITS, "十百千万")
_COUNTINGS = {
    "chineseCountingThousand": _CHINESE,
    "taiwaneseCountingThousand": _CHINESE._replace(units="十百千萬"),
    "chineseLegalSimplified": _Counting("零壹贰叁肆伍陆柒捌玖", "拾佰仟万", says_first_one=True),
    "ideographLegalTraditional": _Counting("零壹貳參肆伍陸柒捌玖", "拾佰仟萬", says_first_one=True),
    "japaneseCounting": _Counting("〇" + DIGITS, "十百千万", says_gaps=False, says_ones=False),
    "japaneseLegal": _Counting(
        "〇壱弐参四伍六七八九", "拾百阡萬", says_gaps=False, says_first_one=True
    ),
    "koreanCounting": _Counting(
        "영일이삼사오육칠팔구", "십백천만", says_gaps=False, says_ones=False
    ),
}
_BY_DIGIT = {
    "ideographDigital": "〇" + DIGITS,
    "japaneseDigitalTenThousand": "〇" + DIGITS,
    "taiwaneseDigital": "○" + DIGITS,
    "koreanDigital": "영일이삼사오육칠팔구",
    "koreanDigital2": "零" + DIGITS,
    "decimalFullWidth": "０１２３４５６７８９",
    "decimalFullWidth2": "０１２３４５６７８９",
}
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_SIGNS = {
    "ideographTraditional": _STEMS,
    "ideographZodiac": _BRANCHES,
    "ideographEnclosedCircle": "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩",
    "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedCircleChinese": "①②③④⑤⑥⑦⑧⑨⑩",
    "decimalEnclosedFullstop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
    "decimalEnclosedParen": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "aiueo": "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ",
    "aiueoFullWidth": "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン",
    "iroha": "ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ",
    "irohaFullWidth": "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン",
    "ganada": "가나다라마바사아자차카타파하",
    "chosung": "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ",
    "russianLower": "абвгдежзиклмнопрстуфхцчшщыэюя",
    "russianUpper": "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ",
}


def roman(value: int) -> str:
    """The number in capital Roman numerals."""
    text = ""
    for worth, letters in _ROMAN:
        times, value = divmod(value, worth)
        text += letters * times
    return text


def letters(value: int) -> str:
    """The number in capital letters: A to Z, then AA, BB to ZZ, as Word does; in digits above
    780."""
    if value > _LONGEST_RUN:
        return str(value)
    times, index = divmod(value - 1, 26)
    return chr(ord("A") + index) * (times + 1)


def counted(value: int, counting: _Counting) -> str:
    """The number written with digits and units: 十二, 一百零五, 三千四百."""
    text, gap = "", False
    for power in range(4, -1, -1):
        digit = value // 10**power % 10
        if digit:
            text += counting.digits[0] if gap and counting.says_gaps else ""
            text += _power(digit, power, counting, first=not text)
        gap = bool(text) and not digit
    return text


def _power(digit: int, power: int, counting: _Counting, first: bool) -> str:
    """One digit with its unit: 三百. A digit one may be omitted: 十二 at the start of a number, 百
    in Japanese."""
    unit = counting.units[power - 1] if power else ""
    is_silent = (power == 1 and first and not counting.says_first_one) or (
        1 <= power <= 3 and not counting.says_ones
    )
    return unit if digit == 1 and is_silent else counting.digits[digit] + unit


def _small_counted(value: int, zero: str = "○") -> str:
    """The numeral of `chineseCounting`: 十二 and 九十九, but digit by digit from a hundred on:
    一○○."""
    if value < 100:
        return counted(value, _CHINESE)
    return str(value).translate(str.maketrans("0123456789", zero + _CHINESE.digits[1:]))


def cardinal(value: int) -> str:
    """The number in English words, in lower case."""
    if value < 20:
        return _ONES[value]
    if value < 100:
        tens, ones = divmod(value, 10)
        return _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")
    for worth, name in ((1000, "thousand"), (100, "hundred")):
        if value >= worth:
            many, rest = divmod(value, worth)
            return f"{cardinal(many)} {name}" + (f" {cardinal(rest)}" if rest else "")
    return ""


def ordinal_words(value: int) -> str:
    """The English ordinal in words: twenty-first."""
    words = cardinal(value)
    head, last = words[: len(words) - len(_last(words))], _last(words)
    if last in _ORDINALS:
        return head + _ORDINALS[last]
    return head + (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")


def _last(words: str) -> str:
    return words.replace("-", " ").rpartition(" ")[2]


def ordinal(value: int) -> str:
    """The English ordinal in digits: 21st."""
    if value // 10 % 10 == 1:
        return f"{value}th"
    return f"{value}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th') }"


def _chicago(value: int) -> str:
    times, index = divmod(value - 1, 4)
    return "*†‡§"[index] * (times + 1) if value <= 40 else str(value)


_FORMATS: dict[str, Callable[[int], str]] = {
    "upperRoman": roman,
    "lowerRoman": lambda value: roman(value).lower(),
    "upperLetter": letters,
    "lowerLetter": lambda value: letters(value).lower(),
    "decimalZero": lambda value: f"{value:02}",
    "ordinal": ordinal,
    "cardinalText": lambda value: cardinal(value).capitalize(),
    "ordinalText": lambda value: ordinal_words(value).capitalize(),
    "hex": lambda value: f"{value:X}",
    "chicago": _chicago,
    "numberInDash": lambda value: f"- {value} -",
    "chineseCounting": _small_counted,
    "taiwaneseCounting": _small_counted,
    "ideographZodiacTraditional": lambda value: (
        _STEMS[(value - 1) % 10] + _BRANCHES[(value - 1) % 12] if value <= 60 else str(value)
    ),
}


def numeral(value: int, format: str, pattern: str = "") -> str:
    """The numeral of `value` in a format of the standard; "" for "none".

    `pattern` is the `w:format` of a "custom" format, such as "001, 002, 003, ...": its first item
    sets the number of digits.
    """
    if format == "none":
        return ""
    if format == "custom":
        first = pattern.partition(",")[0].strip()
        return str(value).zfill(len(first) if first.isascii() and first.isdigit() else 0)
    if not 0 < value <= MOST:
        return str(value)
    if format in _BY_DIGIT:
        return str(value).translate(str.maketrans("0123456789", _BY_DIGIT[format]))
    if format in _COUNTINGS:
        return counted(value, _COUNTINGS[format])
    if format in _SIGNS:
        signs = _SIGNS[format]
        return signs[value - 1] if value <= len(signs) else str(value)
    return _FORMATS.get(format, str)(value)
