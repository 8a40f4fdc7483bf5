"""Kind `date`: impossible days, and weekdays that do not match their date.

The formats of dates are data: regexes with the groups `y`, `m`, `d` and `w`. Only certain errors
are reported: a month or day that is impossible in every year, or in the given year.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core.characters import DIGITS
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import Hit, Reading
from reportlint.core.schema import Field
from reportlint.core.span import Span
from reportlint.kinds import scopes
from reportlint.kinds.options import (
    EXAMPLES,
    NAME,
    SWITCHED,
    families,
    numbers_by_name,
    regexes,
    switched_on,
    with_defaults,
)
from reportlint.ordinals.numerals import chinese_value
from reportlint.patterns.exceptions import Exceptions
from reportlint.patterns.rule_pattern import (
    PatternGroup,
    RulePattern,
    any_found,
    from_regexes,
    matches_of,
)

DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
GREGORIAN = 1583  # first full year of the calendar; before it every fourth year was a leap year
WEEKDAYS_FROM = 1900  # older dates may have the weekdays of another calendar
YEAR_DIGITS = {char: number for number, char in enumerate("〇" + DIGITS)} | {
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

_FAMILY: Mapping[str, Field] = {
    "name": NAME,
    "regex": regexes(
        "日期的写法；组 y、m、d 是年月日，w 是星期，date 是日期",
        "how dates are written; groups: y, m, d, w for the weekday, date for all except w",
    ),
    "suspect": regexes(
        "只为省时：错的日期必有其一的匹配；全文没有，就不用 regex 去找",
        "only to save time: every wrong date has a match of one of these; a text without any is"
        " not searched with `regex`",
    ),
    "months": numbers_by_name("月份的名字和值", "names of months and their numbers"),
    "weekdays": numbers_by_name(
        "星期的写法和值，一为 1，日为 7", "names of weekdays and their numbers; Monday is 1"
    ),
    "unless": regexes(
        "落在这些正则的匹配之内的不是日期", "text inside a match of these is not a date"
    ),
    "severity": SWITCHED,
    "examples": EXAMPLES,
}
OPTIONS: Mapping[str, Field] = {
    "patterns": families(
        "各种写法，可逐一关闭",
        "ways of writing dates, each of which can be switched off",
        _FAMILY,
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
    """One prepared format of dates. Names are in lower case."""

    regexes: tuple[RulePattern, ...]
    suspects: tuple[RulePattern, ...]  # every wrong date matches one of these; () is unknown
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    unless: tuple[RulePattern, ...]
    severity: str


class Prepared(NamedTuple):
    families: tuple[Family, ...]
    scope: scopes.Scope
    regexes: PatternGroup  # the regexes and suspects of all families


def prepare(options: Mapping[str, Any], lexicon: Lexicon) -> Prepared:
    """The families that are on."""
    given = with_defaults(options, OPTIONS)
    families = tuple(_family(family, lexicon) for family in switched_on(given["patterns"], _FAMILY))
    group = PatternGroup(
        (pattern for family in families for pattern in (*family.suspects, *family.regexes)), lexicon
    )
    return Prepared(families, scopes.scope(given["scope"]), group)


def _family(family: Mapping[str, Any], lexicon: Lexicon) -> Family:
    months, weekdays = (
        {word.lower(): value for word, value in family[name].items()}
        for name in ("months", "weekdays")
    )
    return Family(
        from_regexes(family["regex"], lexicon),
        from_regexes(family["suspect"], lexicon),
        months,
        weekdays,
        from_regexes(family["unless"], lexicon),
        family["severity"],
    )


def find(reading: Reading, prepared: Prepared) -> Iterator[Hit]:
    """A hit on each impossible date and on each weekday that does not match its date."""
    text = reading.document.text
    candidates = prepared.regexes.candidates(text)
    hits = [hit for family in prepared.families for hit in _wrong(family, text, candidates)]
    if not hits:
        return
    area = scopes.Area(prepared.scope, reading)
    end = -1
    for hit in sorted(hits, key=lambda hit: hit.span):
        if hit.span.start >= end and area.has(hit.span):
            end = hit.span.end
            yield hit


def _wrong(family: Family, text: str, candidates: Set[RulePattern]) -> Iterator[Hit]:
    """The faults in the dates of one family. `candidates` are the patterns that may match in the
    text."""
    if family.suspects and not any_found(candidates & frozenset(family.suspects), text):
        return
    matches = matches_of((pattern for pattern in family.regexes if pattern in candidates), text)
    hits = [hit for match in matches if (hit := _judged(family, match)) is not None]
    exceptions = Exceptions(text)
    for hit in hits:
        if not exceptions.hold(family.unless, Span(hit.span.start, hit.span.start + 1)):
            yield hit


def _judged(family: Family, match: Any) -> Hit | None:
    """The fault in one match of a date regex, None if there is none."""
    groups = match.groupdict("")
    month = _number(groups.get("m", ""), family.months)
    if month is None:
        return None
    date = Span(*match.span("date" if "date" in groups else 0))
    if not 1 <= month <= 12:
        return _no_such(match, date, family, _NO_MONTH)
    year = _year(groups.get("y", ""))
    day = _number(groups.get("d", ""), {})
    if day is None:
        return None
    if not 1 <= day <= _days(year, month):
        return _no_such(match, date, family, _NO_DAY)
    weekday = family.weekdays.get(groups.get("w", "").lower().rstrip("."))
    if weekday is None or year is None or year < WEEKDAYS_FROM:
        return None
    right = _weekday(year, month, day)
    return None if right == weekday else _wrong_weekday(match, date, right, family)


def _no_such(match: Any, date: Span, family: Family, message: Mapping[str, str]) -> Hit:
    parts = {"found": date.cut(match.string), "expected": ""}
    return Hit(date, parts, severity=family.severity, message=message)


def _wrong_weekday(match: Any, date: Span, right: int, family: Family) -> Hit:
    span = Span(*match.span("weekday" if "weekday" in match.re.groupindex else "w"))
    expected = {language: names[right - 1] for language, names in _WEEKDAYS.items()}
    parts = {"found": span.cut(match.string), "expected": expected}
    return Hit(span, parts, ((date, _DATE),), family.severity, message=_WEEKDAY)


def _year(numeral: str) -> int | None:
    """The value of a year in digits of any kind; None if it cannot be read."""
    if not numeral:
        return None
    if numeral.isdecimal():
        return int(numeral)
    year = 0
    for char in numeral:
        if char not in YEAR_DIGITS and not char.isdecimal():
            return None
        year = year * 10 + (YEAR_DIGITS[char] if char in YEAR_DIGITS else int(char))
    return year


def _number(numeral: str, names: Mapping[str, int]) -> int | None:
    """The value of a month or a day in digits, in Chinese numerals or by its name; None if it
    cannot be read."""
    if numeral.isdecimal():
        return int(numeral)
    value = names.get(numeral.lower().rstrip("."))
    return value if value is not None else chinese_value(numeral) or None


def _days(year: int | None, month: int) -> int:
    """The number of days of a month, the greatest possible if the year is unknown."""
    if month != 2:
        return DAYS[month - 1]
    if year is None or year == 0:
        return 29
    return 29 if year % 4 == 0 and (year < GREGORIAN or year % 100 != 0 or year % 400 == 0) else 28


def _weekday(year: int, month: int, day: int) -> int:
    """The weekday of a date, 1 for Monday to 7 for Sunday (Sakamoto's method)."""
    year -= month < 3
    shift = (0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4)[month - 1]
    return (year + year // 4 - year // 100 + year // 400 + shift + day - 1) % 7 + 1
