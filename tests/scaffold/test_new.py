"""A report type → a new report."""

from __future__ import annotations

import pytest

from reportlint.core.report_type import (
    Frame,
    Group,
    Listing,
    Phrases,
    Placement,
    ReportType,
    SectionSpec,
)
from reportlint.scaffold.new import blanks, draft, written_in

TYPE = ReportType(
    "site-report",
    "house",
    {"zh": "工地日志", "en": "site log"},
    opening=Placement(2, (Group("o", Phrases(("如下",))),), "{{日期}}情况如下："),
    sections=(
        SectionSpec(
            "work",
            "施工情况",
            write="完成{{工程量}}。",
            sections=(SectionSpec("people", "人员"), SectionSpec("machines", "机械")),
        ),
        SectionSpec("visits", "来访", demand="optional"),
        SectionSpec("plan", "明日安排", list=Listing("一是", 3)),
    ),
    closing=Placement(2, (), "报告完毕。"),
    frame=Frame("{{工地}}工地日志", "各位同事：", "天气{{天气}}。", "记录人：{{姓名}}"),
)

MARKDOWN = """\
# {{工地}}工地日志

各位同事：

{{日期}}情况如下：

天气{{天气}}。

## 一、施工情况

完成{{工程量}}。

### （一）人员

{{人员}}

### （二）机械

{{机械}}

## 二、明日安排

一是{{明日安排 1}}。
二是{{明日安排 2}}。
三是{{明日安排 3}}。

报告完毕。

记录人：{{姓名}}
"""


def test_markdown() -> None:
    assert draft(TYPE, {}, "md").text == MARKDOWN


def test_plain_text_is_the_same_without_marks() -> None:
    assert draft(TYPE, {}, "txt").text == MARKDOWN.replace("### ", "").replace("## ", "").replace(
        "# ", ""
    )


def test_english_numbers_only_plain_text() -> None:
    of = ReportType(
        "log",
        "house",
        {"en": "Site log"},
        sections=(SectionSpec("a", "Work done"), SectionSpec("b", "Plans")),
    )
    assert written_in(of) == "en"
    assert (
        draft(of, {}, "md").text
        == "# Site log\n\n## Work done\n\n{{Work done}}\n\n## Plans\n\n{{Plans}}\n"
    )
    assert draft(of, {}, "txt").text.startswith(
        "Site log\n\n1. Work done\n\n{{Work done}}\n\n2. Plans\n"
    )


def test_values_fill_blanks_and_the_others_are_named() -> None:
    made = draft(TYPE, {"工地": "东湖大桥", "日期": "3月1日\n", "人员": "{{不再填}}"}, "md")
    assert made.text.startswith("# 东湖大桥工地日志\n")
    assert "3月1日情况如下：" in made.text
    assert "{{不再填}}" in made.text
    assert made.missing == (
        "天气",
        "工程量",
        "机械",
        "明日安排 1",
        "明日安排 2",
        "明日安排 3",
        "姓名",
    )


def test_blanks_are_named_once_in_the_order_of_the_text() -> None:
    assert blanks(TYPE)[:4] == ("工地", "日期", "天气", "工程量")
    assert len(set(blanks(TYPE))) == len(blanks(TYPE))


@pytest.mark.parametrize(
    ("style", "second"), [("（1）", "（2）"), ("1.", "2."), ("第一，", "第二，"), ("- ", "- ")]
)
def test_the_list_goes_on_in_the_style_of_its_first_item(style: str, second: str) -> None:
    of = TYPE._replace(sections=(SectionSpec("a", "甲", list=Listing(style, 2)),))
    assert f"{second}{{{{甲 2}}}}" in draft(of, {}, "md").text
