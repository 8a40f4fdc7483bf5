"""Kind `date`: days that no calendar has, and weekdays that do not fit their date.

How a date is written is data: regexes with the groups `y`, `m`, `d` and `w`. Only what is certain is reported: a month or a
day is impossible in every year, or in the year that stands there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core.diagnostic import OFF, SEVERITIES
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import Hit, Reading
from reportlint.core.schema import (
    ANY,
    CHOICE,
    LIST,
    LOCAL,
    MAP,
    NUMBER,
    RECORD,
    REGEX,
    SWITCH,
    Field,
)
from reportlint.core.span import Span
from reportlint.core.text import Text
from reportlint.kinds import scopes
from reportlint.kinds.cover import Cover
from reportlint.ordinals.numerals import chinese_value
from reportlint.patterns.rule_patterns import Pattern, any_of, awake, from_regex
from reportlint.patterns.signs import Signs, seen, union

DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
GREGORIAN = 1583  # the first full year of the calendar; before it every fourth year was a leap year
WEEKDAYS_FROM = 1900  # weekdays of older dates may be those of another calendar
YEAR_DIGITS = {char: number for number, char in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "○": 0,
    "Ｏ": 0,
    "O": 0,
    "0": 0,
    "０": 0,
}
_WEEKDAYS = {
    "zh": ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}

_REGEXES = Field(REGEX, Text("正则表达式", "a regular expression"))
_VALUE = Field(NUMBER, Text("值", "a value"))
_FAMILY: Mapping[str, Field] = {
    "name": Field(LOCAL, Text("怎么叫它", "what it is called"), {}),
    "regex": Field(
        LIST,
        Text(
            "日期的写法；组 y、m、d 是年月日，w 是星期，date 是日期",
            "how dates are written; groups: y, m, d, w for the weekday, date for all but it",
        ),
        (),
        item=_REGEXES,
    ),
    "suspect": Field(
        LIST,
        Text(
            "只为省时：错的日期必有其一的匹配；全文没有，就不用 regex 去找",
            "only to save time: every wrong date has a match of one of these; a text without any is not searched with `regex`",
        ),
        (),
        item=_REGEXES,
    ),
    "months": Field(
        MAP, Text("月份的名字和值", "names of months and their numbers"), {}, item=_VALUE
    ),
    "weekdays": Field(
        MAP,
        Text("星期的写法和值，一为 1，日为 7", "names of weekdays and their numbers, Monday is 1"),
        {},
        item=_VALUE,
    ),
    "unless": Field(
        LIST,
        Text("落在这些正则的匹配之内的不是日期", "what lies inside a match of these is no date"),
        (),
        item=_REGEXES,
    ),
    "severity": Field(
        CHOICE, Text("off 为默认关闭", "off: not looked for"), "", choices=(*SEVERITIES, OFF)
    ),
    "examples": Field(ANY, Text("正反例", "good and bad examples"), None),
}
OPTIONS: Mapping[str, Field] = {
    "patterns": Field(
        MAP,
        Text("各种写法，可逐一关闭", "ways of writing dates, each of which can be switched off"),
        {},
        item=Field(
            SWITCH,
            Text("一族，或 off", "a family, or off"),
            item=Field(RECORD, Text("一族", "a family"), fields=_FAMILY),
        ),
    ),
    "scope": scopes.field(("prose", "table", "front-matter", "not inline-code")),
}
FIELDS: Mapping[str, str] = {"found": "2月30日", "expected": "星期一"}

_NO_DAY = {"zh": "没有“{found}”这一天", "en": "there is no such day as {found}"}
_NO_MONTH = {"zh": "“{found}”：没有这个月份", "en": "{found}: there is no such month"}
_WEEKDAY = {
    "zh": "这一天是{expected}，不是“{found}”",
    "en": "that day is a {expected}, not “{found}”",
}
_DATE = {"zh": "日期在这里", "en": "the date"}


class Family(NamedTuple):
    """One prepared way of writing dates; names are in lower case."""

    regex: tuple[Pattern, ...]
    suspect: tuple[Pattern, ...]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    unless: tuple[Pattern, ...]
    severity: str


class Prepared(NamedTuple):
    families: tuple[Family, ...]
    scope: scopes.Scope
    signs: Signs  # of all regexes


def prepare(options: Mapping[str, Any], lexicon: Lexicon) -> Prepared:
    """The families that are switched on."""

    def lower(names: Mapping[str, int] | None) -> dict[str, int]:
        return {name.lower(): value for name, value in (names or {}).items()}

    families = tuple(
        Family(
            tuple(from_regex(source, lexicon) for source in one.get("regex") or ()),
            tuple(from_regex(source, lexicon) for source in one.get("suspect") or ()),
            lower(one.get("months")),
            lower(one.get("weekdays")),
            tuple(from_regex(source, lexicon) for source in one.get("unless") or ()),
            one.get("severity", ""),
        )
        for one in (options.get("patterns") or {}).values()
        if isinstance(one, Mapping) and one.get("severity") != OFF
    )
    signs = union(
        pattern.signs for family in families for pattern in (*family.suspect, *family.regex)
    )
    return Prepared(families, scopes.scope(options.get("scope") or OPTIONS["scope"].default), signs)


def find(reading: Reading, prepared: Prepared) -> Iterator[Hit]:
    """A hit on each impossible date and on each weekday that does not fit."""
    text = reading.document.text
    there = seen(prepared.signs, text)
    found = sorted(hit for family in prepared.families for hit in _wrong(family, text, there))
    if not found:
        return
    area = scopes.Area(prepared.scope, reading)
    reach = -1
    for hit in found:
        if hit.span.start >= reach and area.has(hit.span):
            reach = hit.span.end
            yield hit


def _wrong(family: Family, text: str, there: Signs) -> Iterator[Hit]:
    """What is wrong with the dates of one family; `there` are the signs in `text`."""
    if family.suspect and not any_of(awake(family.suspect, there), text):
        return
    matches = (match for pattern in awake(family.regex, there) for match in pattern.matches(text))
    found = [hit for match in matches if (hit := _judge(family, match)) is not None]
    if found:
        excused = Cover(
            match.span() for pattern in family.unless for match in pattern.matches(text)
        )
        yield from (hit for hit in found if not excused.has(hit.span.start))


def _judge(family: Family, match: Any) -> Hit | None:
    """What is wrong with one match of a regex for dates, if anything."""
    groups = match.groupdict()
    year = _year(groups.get("y") or "")
    month = _number(groups.get("m") or "", family.months)
    day = _number(groups.get("d") or "", {})
    date = Span(*match.span("date" if "date" in groups else 0))
    values = {"found": match.string[date.start : date.end], "expected": ""}
    if month is None:
        return None
    if not 1 <= month <= 12:
        return Hit(date, values, severity=family.severity, message=_NO_MONTH)
    if day is None:
        return None
    if not 1 <= day <= _days(year, month):
        return Hit(date, values, severity=family.severity, message=_NO_DAY)
    weekday = family.weekdays.get((groups.get("w") or "").lower().rstrip("."))
    if weekday is None or year is None or year < WEEKDAYS_FROM:
        return None
    right = _weekday(year, month, day)
    if right == weekday:
        return None
    expected = {language: names[right - 1] for language, names in _WEEKDAYS.items()}
    span = Span(*match.span("weekday" if "weekday" in groups else "w"))
    return Hit(
        span,
        {"found": match.string[span.start : span.end], "expected": expected},
        ((date, _DATE),),
        family.severity,
        message=_WEEKDAY,
    )


def _year(numeral: str) -> int | None:
    """The year in digits of any kind; None where there is none."""
    if not numeral:
        return None
    if numeral.isdecimal():
        return int(numeral)
    total = 0
    for char in numeral:
        if char not in YEAR_DIGITS and not char.isdecimal():
            return None
        total = total * 10 + (YEAR_DIGITS[char] if char in YEAR_DIGITS else int(char))
    return total


def _number(numeral: str, names: Mapping[str, int]) -> int | None:
    """A month or a day in digits, in Chinese numerals or by its name; None where it cannot be read."""
    if numeral.isdecimal():
        return int(numeral)
    known = names.get(numeral.lower().rstrip("."))
    return known if known is not None else chinese_value(numeral) or None


def _days(year: int | None, month: int) -> int:
    """How many days a month has, the most it may have where the year is not known."""
    if month != 2:
        return DAYS[month - 1]
    if year is None or year == 0:
        return 29
    return 29 if year % 4 == 0 and (year < GREGORIAN or year % 100 != 0 or year % 400 == 0) else 28


def _weekday(year: int, month: int, day: int) -> int:
    """1 for Monday to 7 for Sunday (Sakamoto's method)."""
    year -= month < 3
    shift = (0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4)[month - 1]
    return (year + year // 4 - year // 100 + year // 400 + shift + day - 1) % 7 + 1
