"""A trend in a terminal and as JSON."""

from __future__ import annotations

import json

from reportlint.core.trend import Month, Trend
from reportlint.output import trend_words as words

MONTHS = (
    Month("2025-01", "a1", 3, {"placeholder": (2, 4), "ordinal-gap": (1, 1)}),
    Month("2025-02", "b2", 4, {"ordinal-gap": (2, 2)}),
)
TREND = Trend(MONTHS, 7)


def test_a_line_for_each_rule_the_one_that_finds_most_now_first() -> None:
    lines = list(words.page(TREND, 80))
    assert lines[0] == "2025-01 to 2025-02: findings from 5 to 2, reports from 3 to 4"
    assert [line.split() for line in lines[3:]] == [
        ["2025-01", "2025-02"],
        ["reports", "3", "4"],
        ["findings", "5", "2"],
        ["ordinal-gap", "1", "2"],
        ["placeholder", "4", "0"],
    ]


def test_months_that_do_not_fit_stand_in_a_table_of_their_own() -> None:
    narrow = [line.split() for line in words.page(TREND, 24)]
    assert ["2025-01"] in narrow
    assert ["2025-02"] in narrow


def test_a_history_without_commits() -> None:
    assert list(words.page(Trend((), 0, "zh"), 80)) == ["这段时间没有提交"]


def test_json_has_the_same_names_in_every_language() -> None:
    trend = json.loads(words.json(TREND._replace(language="zh")))
    assert trend == json.loads(words.json(TREND))
    assert trend["texts"] == 7
    assert trend["months"][1] == {
        "month": "2025-02",
        "commit": "b2",
        "reports": 4,
        "findings": 2,
        "rules": {"ordinal-gap": {"reports": 2, "findings": 2}},
    }
