from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportlint.kinds import date
from reportlint.ordinals.numerals import chinese
from reportlint.structure.reading import DocumentReading
from reportlint.text.parse import parse
from support.growth import assert_linear
from support.shipped_rules import check, hits, library, matcher

RULE = "date-invalid"
FULL_WIDTH = {ord(str(digit)): ord("０") + digit for digit in range(10)}
SILENT = [
    "2024年2月29日，2000年2月29日，二〇二六年二月二十八日，1月31日，五月三十一日。",
    "2月29日生日，12月31日，11月30日至12月31日，2025年2月至13日。",
    "农历二月三十日，2025年农历二月三十日。",
    "满13月，3.13月报，13月龄婴儿，第31号。",
    "2026年1月5日（星期一），2026年1月5日 周一，2026年1月6日周一至周五，2026年1月6日周年庆。",
    "v2024.02.30，192.168.2.30，2024-02-30-01，GB/T 2023-02，订单2024-02-30A，XK2024-02-30。",
    "Version 2024-02-30, CVE-2024-13-05, seasons 2021-22-23 and 2021/22/23.",
    "Monday, 5 January 2026; May 31, 2024; 30 September; (2024-02-29); 2024-02-29 (Thu).",
    "In April 31 users left; May 35 people come?",
    "`2024-02-30` 是错的写法。",
    "编号2026-13-17，Part number 2026-13-17, season 2018/19/20, see 2026.14.20.",
    "The invalid date February 30; 2015 would give September 31, 2015, which is not a valid date.",
    "2月30日不存在；无效日期如4月31日退回。",
    "见 https://a.b/2024-02-30/x 。",
]
FIRES = [
    "⟦2023年2月29日⟧起",
    "⟦二〇二三年二月二十九日⟧",
    "⟦二○二六年十三月⟧",
    "⟦6月31日⟧前，⟦0月5日⟧后",
    "⟦1900年2月29日⟧",
    "１２月３１日至⟦２月３０日⟧",
    "⟦２０２３年２月２９日⟧",
    "2026年1月5日（⟦星期二⟧）",
    "2026年1月5日⟦周三⟧",
    "2026年1月6日(⟦星期一⟧)，二〇二六年一月六日（⟦星期天⟧）",
    "2月26日—⟦30日⟧",
    "on ⟦2024-02-30⟧.",
    "Date: ⟦2026-13-17⟧\n\n**Date**: ⟦2026-14-20⟧, due ⟦2026/15/30⟧",
    "填报日期：⟦2026.13.17⟧，截至⟦2026-20-31⟧。",
    "⟦2024/04/31⟧ 与 ⟦2024-13-05⟧",
    "⟦31 June 2024⟧, ⟦June 31, 2024⟧ and Thu, ⟦Feb 30, 2024⟧",
    "⟦Tuesday⟧, 5 January 2026",
    "by ⟦31 April⟧ or ⟦February 30⟧.",
]


@pytest.mark.parametrize("text", SILENT)
def test_silent(text: str) -> None:
    assert [hit.span.cut(text) for hit in hits(RULE, text, "markdown")] == []


@pytest.mark.parametrize("format", ["text", "markdown"])
@pytest.mark.parametrize("text", FIRES)
def test_found(text: str, format: str) -> None:
    hits = check(RULE, text, format)
    assert hits
    for hit in hits:
        assert set(date.FIELDS) <= set(hit.values)


def test_what_is_said() -> None:
    (hit,) = hits(RULE, "定于2026年1月5日（星期二）举行")
    assert hit.values == {"found": "星期二", "expected": {"zh": "星期一", "en": "Monday"}}
    assert [span for span, _ in hit.related] == [(2, 11)]


def test_options() -> None:
    rule = library().rules[RULE]
    reading = DocumentReading(
        parse("| 2月30日 |\n|---|\n\n4月31日 `6月31日`", "markdown", matcher()), matcher()
    )

    def reported(**options: object) -> list[str]:
        ready = date.prepare({**rule.options, **options}, library().lexicon)
        return [hit.span.cut(reading.document.text) for hit in date.find(reading, ready)]

    assert reported() == ["2月30日", "4月31日"]
    assert reported(scope=["paragraph"]) == ["4月31日", "6月31日"]
    assert reported(patterns={**rule.options["patterns"], "chinese": False}) == []


@settings(deadline=None)
@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)), st.integers(1, 7))
def test_every_day_of_the_calendar_is_right_and_only_its_weekday_fits(
    day: datetime.date, weekday: int
) -> None:
    name, english = (
        "一二三四五六日"[weekday - 1],
        ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][weekday - 1],
    )
    year = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(day.year))
    for text in (
        f"{day.year}年{day.month}月{day.day}日（星期{name}）",
        f"{year}年{chinese(day.month)}月{chinese(day.day)}日 周{name}",
        f"{day.isoformat()} ({english})",
        f"{english}, {day.day} {day:%B} {day.year}",
    ):
        assert bool(hits(RULE, text)) == (weekday != day.isoweekday()), text


@settings(deadline=None)
@given(st.integers(1900, 2099), st.integers(0, 14), st.integers(0, 39))
def test_what_the_calendar_lacks_is_found(year: int, month: int, day: int) -> None:
    try:
        datetime.date(year, month, day)
        right = True
    except ValueError:
        right = False
    assert bool(hits(RULE, f"自{year}年{month}月{day}日起")) != right


def test_time_is_linear() -> None:
    def find(many: int) -> Callable[[], object]:
        text = "自2月30日起，农历二月三十日。\n" * many
        assert len(hits(RULE, text)) == many
        return lambda: hits(RULE, text)

    assert_linear(find, 500)


DIGITS = st.integers(0, 99).flatmap(
    lambda n: st.sampled_from([str(n), f"{n:02}", str(n).translate(FULL_WIDTH)])
)
HAN_NUMERALS = st.text("一二三四五六七八九十", min_size=1, max_size=4) | st.integers(1, 40).map(
    chinese
)
NUMERALS = DIGITS | HAN_NUMERALS
SPACES = st.sampled_from(["", "", " "])
HAN_DATES = st.builds(
    lambda *parts: "".join(parts),
    st.sampled_from(["", "2023年", "2024 年 ", "二〇二三年", "第", "3"]),
    NUMERALS,
    SPACES,
    st.just("月"),
    SPACES,
    NUMERALS | st.just(""),
    st.sampled_from(["日", "号", " 日", ""]),
    st.sampled_from(["", "至", "-", " 到 "])
    | st.sampled_from(["星期二", "（周日", " 礼拜天", "，週一"]),
    DIGITS.map("{}日".format) | st.just(""),
)
NAMES = st.sampled_from(
    [
        "January",
        "Feb",
        "Febr",
        "Mar.",
        "April",
        "May",
        "Jun",
        "Sept",
        "September",
        "Nov.",
        "December",
    ]
)
ENGLISH_DAYS = st.builds(
    str.__add__,
    st.integers(0, 40).map(str) | st.just("00"),
    st.sampled_from(["", "", "st", "nd", "rd", "th"]),
)
ENGLISH_DATES = st.builds(
    lambda weekday, day, name, first, year: (
        f"{weekday}{day} {name}{year}" if first else f"{weekday}{name} {day}{year}"
    ),
    st.sampled_from(["", "", "Monday, ", "Tue ", "Weds. the ", "Saturday "]),
    st.builds(str.__add__, ENGLISH_DAYS, st.sampled_from(["", " of"])) | ENGLISH_DAYS,
    NAMES,
    st.booleans(),
    st.sampled_from(["", " 2023", ", 2024", "., 2000"]),
)


@settings(max_examples=1500)
@given(HAN_DATES | ENGLISH_DATES)
def test_every_wrong_date_is_suspect(text: str) -> None:
    """What is looked for first leaves out nothing that the regexes of a family would find."""
    made = library().rules[RULE]
    ready = date.prepare(made.options, library().lexicon)
    candidates = ready.regexes.candidates(text)
    for family in ready.families:
        whole = family._replace(suspects=())
        assert [hit.span for hit in date._wrong(family, text, candidates)] == [
            hit.span for hit in date._wrong(whole, text, candidates)
        ]
