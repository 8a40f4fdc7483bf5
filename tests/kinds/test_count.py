from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import REPORT

from support.kinds import check, hits

DATE = {"regex": [r"\d+月\d+日"]}
OWNER = {"regex": ["负责人[：:]"], "min": 1}

SILENT: list[tuple[dict[str, Any], str]] = [
    ({"words": ["狠抓"], "max": 2}, "狠抓一次，狠抓两次。"),
    ({"words": ["狠抓"], "max": 1}, "狠抓落实。`code` 里的\n\n```\n狠抓 狠抓\n```\n"),
    ({"words": ["狠抓"], "max": 1, "per": "paragraph"}, "狠抓。\n\n狠抓。"),
    ({"words": ["IT"], "max": 0}, "ITEM, MIT"),
    ({"words": ["狠抓"], "max": 0, "allow": ["狠抓落实年"]}, "今年是狠抓落实年。"),
    ({"words": ["狠抓"], "max": 0, "unless": ["“[^”]*”"]}, "不要写“狠抓”。"),
    ({"words": ["狠抓"], "max": 0, "scope": ["prose", "not quote"]}, "> 狠抓\n"),
    ({"words": ["TODO"], "max": 0}, "todo"),
    ({**DATE, "min": 1}, "3月5日完成。"),
    ({**DATE, "min": 1, "per": "section"}, "# 题\n\n## 甲\n\n### 乙\n\n3月5日\n"),
    ({"words": ["狠抓"], "max": 1, "per": "section"}, "## 甲\n\n狠抓。\n\n### 乙\n\n狠抓。\n"),
    (
        {**DATE, "min": 1, "per": "section-with-subsections"},
        "# 题\n\n## 甲\n\n如下。\n\n### 乙\n\n3月5日\n",
    ),
    ({**OWNER, "per": "item", "where": {"any": ["action"]}}, "- Action: write\n"),  # case counts
    ({**DATE, "min": 1}, ""),
    (
        {**OWNER, "per": "item"},
        "- 修网关（负责人：张三）\n- 补测试\n\n  负责人：李四\n\n没有负责人的一段。\n",
    ),
    (
        {**OWNER, "per": "item"},
        "- 修网关\n  - 负责人：张三\n",
    ),  # an item has what the items in it have
    (
        {**OWNER, "per": "row", "where": {"any": ["事项"]}},
        "| 事项 | 谁 |\n|---|---|\n| 甲 | 乙 |\n",
    ),
    (
        {**OWNER, "per": "paragraph", "where": {"any": ["整改措施"]}},
        "今年的工作。\n\n整改措施：补测试，负责人：李四。",
    ),
]

FIRES: list[tuple[dict[str, Any], str]] = [
    (
        {"words": ["狠抓"], "max": 1},
        "狠抓一次，⟦狠抓⟧两次，狠抓三次。",
    ),  # one finding, on the first too many
    ({"words": ["狠抓"], "max": 0}, "⟦狠抓⟧一次，狠抓两次。"),
    ({"words": ["狠抓"], "max": 1, "at": "extra"}, "狠抓，⟦狠抓⟧，狠抓。"),
    ({"words": ["狠抓"], "max": 1, "at": "first"}, "⟦狠抓⟧，狠抓，狠抓。"),
    ({"words": ["狠抓"], "max": 1, "at": "last"}, "狠抓，狠抓，⟦狠抓⟧。"),
    ({"words": ["狠抓"], "max": 1, "at": "document"}, "# ⟦题⟧\n\n狠抓，狠抓。"),
    ({"words": ["狠抓"], "min": 3, "at": "last"}, "狠抓，⟦狠抓⟧。"),
    ({"words": ["狠抓"], "min": 1, "at": "first"}, "⟦没有。⟧"),
    (
        {"words": ["狠抓"], "max": 0, "per": "paragraph", "at": "document"},
        "# ⟦题⟧\n\n狠抓。\n\n没有。",
    ),
    ({"words": ["狠抓"], "max": 1, "per": "paragraph"}, "狠抓，⟦狠抓⟧。\n\n狠抓，⟦狠抓⟧。"),
    ({"regex": ["[，,]"], "max": 2, "per": "sentence"}, "甲，乙，丙⟦，⟧丁。戊，己，庚。"),
    ({"words": ["todo"], "max": 0, "ignore-case": True}, "⟦TODO⟧"),
    ({**DATE, "min": 1}, "# ⟦题⟧\n\n尽快完成。"),
    ({**DATE, "min": 2}, "⟦3月5日完成。⟧\n尽快。"),
    ({**DATE, "min": 1, "per": "section"}, "# 题\n\n## 甲\n\n3月5日\n\n## ⟦乙⟧\n\n尽快。\n"),
    (
        {**DATE, "min": 1, "per": "section"},
        "# 题\n\n## ⟦甲⟧\n\n如下。\n\n### 乙\n\n3月5日\n",
    ),
    (
        {"words": ["狠抓"], "max": 1, "per": "section-with-subsections"},
        "# 题\n\n## 甲\n\n狠抓。\n\n### 乙\n\n⟦狠抓⟧。\n",
    ),
    (
        {**OWNER, "per": "item", "where": {"any": ["action"]}, "ignore-case": True},
        "- ⟦Action: write⟧\n",
    ),
    ({**OWNER, "per": "item"}, "- 修网关（负责人：张三）\n- ⟦补测试⟧\n"),
    ({**OWNER, "per": "row"}, "| 事项 | 谁 |\n|---|---|\n⟦| 甲 | 乙 |⟧\n| 丙 | 负责人：丁 |\n"),
    (
        {**OWNER, "per": "paragraph", "where": {"any": ["整改措施"]}},
        "今年的工作。\n\n⟦整改措施：补测试。⟧",
    ),
    (
        {"words": ["甲"], "max": 0, "scope": ["section:next"]},
        "# 题\n\n## 履职情况\n\n甲\n\n## 下一步打算\n\n⟦甲⟧\n",
    ),
]


@pytest.mark.parametrize(("options", "text"), SILENT)
def test_stays_silent(options: dict[str, Any], text: str) -> None:
    check("count", options, text, of=REPORT)


@pytest.mark.parametrize(("options", "text"), FIRES)
def test_fires(options: dict[str, Any], text: str) -> None:
    assert check("count", options, text, of=REPORT)


def test_what_the_message_can_say() -> None:
    (hit,) = hits("count", {"words": ["狠抓"], "max": 1}, "狠抓，狠抓，狠抓")
    assert (hit.values["count"], hit.values["limit"], hit.values["found"]) == ("3", "1", "狠抓")
    assert [tuple(span) for span, _ in hit.related] == [(0, 2)]


TEXTS = st.text(st.sampled_from("甲乙，。\n #-|"), max_size=60)


@given(TEXTS, st.integers(0, 4))
def test_a_number_is_too_many_or_too_few_or_right(text: str, number: int) -> None:
    finds = {"regex": ["甲"]}
    many = hits("count", {**finds, "max": number}, text)
    few = hits("count", {**finds, "min": number}, text)
    total = len(hits("pattern", finds, text))
    assert bool(many) == (total > number)
    assert not few or total < number
    assert len(many) <= 1
    assert all(hit.values["count"] == str(total) for hit in (*many, *few))
