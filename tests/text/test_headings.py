"""Which lines are headings, and their levels; near misses first. A table entry is (format, text,
headings)."""

from __future__ import annotations

import pytest
from shape import headings
from shipped import LEXICON, MATCHER, parse

from reportlint.core.lexicon import Style
from reportlint.ordinals.matcher import Matcher
from reportlint.text.parse import parse as parse_with

LONG = "今年以来，全局上下认真落实各项部署，扎实推进重点工作，各项任务取得了明显成效，群众满意度稳步提升。"
PLAIN, MARKDOWN = "text", "markdown"


def under(*titles: str) -> str:
    """Each title with a paragraph below it."""
    return "\n\n".join(part for title in titles for part in (title, LONG))


SILENT = {
    "a run-in heading": (PLAIN, f"一、总体情况。{LONG}\n二、主要做法。{LONG}"),
    "items that follow each other": (PLAIN, f"会议强调三点\n1.加强领导\n2.压实责任\n3.严格督查\n{LONG}"),
    "a lone arabic marker": (PLAIN, f"{LONG}\n1.加强领导\n{LONG}"),
    "a date": (PLAIN, f"{LONG}\n2024年3月5日\n{LONG}"),
    "a signature": (PLAIN, f"{LONG}\n某县水利局\n{LONG}"),
    "an address": (PLAIN, f"各位代表：\n{LONG}"),
    "a sentence": (PLAIN, f"{LONG}\n会议开得很好。\n{LONG}"),
    "a sub-title": (PLAIN, f"{LONG}\n——在全县大会上的报告\n{LONG}"),
    "a bracketed note": (PLAIN, f"{LONG}\n（此件公开发布）\n{LONG}"),
    "cells of a table": (PLAIN, f"{LONG}\n指标\n单位\n数值\n{LONG}"),
    "labels with their text": (PLAIN, f"{LONG}\n1.取号排队：到达大厅以后请先在取号机上领取号码\n{LONG}\n2.提交资料：号码叫到以后请到窗口把资料交给工作人员\n{LONG}"),
    "a joint enumeration": (PLAIN, f"{LONG}\n一、二、三产业协调发展，结构不断优化，活力持续增强。\n{LONG}"),
    "a label in bold": (MARKDOWN, f"**注意：**\n\n{LONG}"),
    "bold words": (MARKDOWN, f"**情况**良好。\n\n{LONG}"),
    "a bare line": (MARKDOWN, f"工作情况\n\n{LONG}"),
    "in a quote": (MARKDOWN, f"> 一、情况\n>\n> {LONG}"),
    "a part that the text speaks of": (MARKDOWN, under(LONG, "第三部分主要讲方法")),
    "the same in the middle of a plain text": (PLAIN, f"{LONG}\n第三部分主要讲方法，第四部分讲结论\n{LONG}"),
    "parts that are told of one after the other": (MARKDOWN, f"{LONG}\n\n第一部分主要讲背景\n\n第二部分主要讲方法\n\n{LONG}"),
    "a decimal": (MARKDOWN, under("1.5万亩高标准农田", "2.3万亩节水灌溉")),
    "decimals of one series": (MARKDOWN, under(LONG, "3.5倍速播放")),
    "an address of a computer": (MARKDOWN, under("192.168.1.10 网关", "192.168.1.11 数据库")),
    "the number of a problem": (MARKDOWN, under("300. 最长递增子序列", "301. 最短路径")),
    "articles": (MARKDOWN, under("第一条 目的", "第二条 范围")),
    "a marker of prose": (MARKDOWN, under("一是抓学习", "二是抓作风")),
    "open at the end": (MARKDOWN, under("一、工作情况，", "二、存在问题、")),
    "amounts": (MARKDOWN, under("3 人", "4 人", "5 个小组")),
    "a bare number alone": (MARKDOWN, under("3 应急响应")),
    "bare numbers apart": (MARKDOWN, under("3 应急响应", "7 附则")),
    "days of a month": (MARKDOWN, under("3 月份开展排查", "4 月份集中整治")),
    "rows of a table": (MARKDOWN, under("1 张三 组长", "2 李四 组员", "3 王五 组员")),
    "items with bare numbers": (PLAIN, f"{LONG}\n1 编织袋\n2 冲锋舟\n3 救生衣\n{LONG}"),
    "a marker by itself": (MARKDOWN, under("一、", "二、")),
}  # fmt: skip


@pytest.mark.parametrize("name", SILENT)
def test_these_are_no_headings(name: str) -> None:
    format, text = SILENT[name]
    assert headings(parse(text, format)) == []


FIRING = {
    "the four levels": (
        PLAIN, f"一、总体情况\n（一）经济\n1.工业\n（1）采矿\n{LONG}\n（2）制造\n{LONG}\n2.农业\n{LONG}\n（二）民生\n{LONG}\n二、打算\n{LONG}",
        [(1, "一、总体情况"), (2, "（一）经济"), (3, "1.工业"), (4, "（1）采矿"), (4, "（2）制造"), (3, "2.农业"), (2, "（二）民生"), (1, "二、打算")],
    ),
    "a level left out": (PLAIN, f"一、情况\n1.工业\n{LONG}\n2.农业\n{LONG}\n二、打算\n{LONG}", [(1, "一、情况"), (2, "1.工业"), (2, "2.农业"), (1, "二、打算")]),
    "chapters": (PLAIN, f"第一章 总则\n第一节 目的\n{LONG}\n第二节 范围\n{LONG}\n第二章 附则\n{LONG}",
                 [(1, "第一章 总则"), (2, "第一节 目的"), (2, "第二节 范围"), (1, "第二章 附则")]),
    "chapters without a space": (PLAIN, under("第一章总体要求", "第二章主要任务", "第三章附则"),
                                 [(1, "第一章总体要求"), (1, "第二章主要任务"), (1, "第三章附则")]),
    "the same in Markdown": (MARKDOWN, under("第一章总体要求", "第二章主要任务", "第三章附则"),
                             [(1, "第一章总体要求"), (1, "第二章主要任务"), (1, "第三章附则")]),
    "a doubtful chapter first": (MARKDOWN, under("第一章主要任务", "第二章附则"), [(1, "第一章主要任务"), (1, "第二章附则")]),
    "parts that are told of, with text under them": (
        MARKDOWN, under("第一部分主要介绍背景", "第二部分主要介绍方法"), [(1, "第一部分主要介绍背景"), (1, "第二部分主要介绍方法")]),
    "a chapter in digits holds dotted numbers": (
        MARKDOWN, f"第1章 绪论\n\n1.1 背景\n\n{LONG}\n\n1.2 目标\n\n{LONG}\n\n第2章 设计\n\n{LONG}",
        [(1, "第1章 绪论"), (2, "1.1 背景"), (2, "1.2 目标"), (1, "第2章 设计")]),
    "a chapter by itself": (MARKDOWN, under("第一讲", "第二讲"), [(1, "第一讲"), (1, "第二讲")]),
    "a year behind the marker": (MARKDOWN, under("1.2025年工作回顾", "2.2026年工作打算"), [(1, "1.2025年工作回顾"), (1, "2.2026年工作打算")]),
    "a numeral behind the marker": (MARKDOWN, under("一、一年来的工作", "二、二季度打算"), [(1, "一、一年来的工作"), (1, "二、二季度打算")]),
    "either mark behind the number": (MARKDOWN, under("1.工业", "2、农业"), [(1, "1.工业"), (1, "2、农业")]),
    "a title and bare headings": (
        PLAIN, f"某县2025年工作总结\n{LONG}\n主要工作\n{LONG}\n存在的问题\n{LONG}", [(1, "某县2025年工作总结"), (1, "主要工作"), (1, "存在的问题")]),
    "a bare heading keeps the level of numbered ones": (
        PLAIN, f"一、情况\n{LONG}\n补充说明事项\n{LONG}\n二、打算\n{LONG}", [(1, "一、情况"), (1, "补充说明事项"), (1, "二、打算")]),
    "a table of contents": (PLAIN, "总报告\n\n目　录\n一、情况\n二、做法\n三、打算\n一、情况\n" + LONG, [(1, "总报告"), (2, "一、情况")]),
    "a colon after it": (PLAIN, f"一、工作情况：\n{LONG}\n二、存在问题：\n{LONG}", [(1, "一、工作情况："), (1, "二、存在问题：")]),
    "underlined": (PLAIN, f"总结\n====\n\n情况\n----\n\n{LONG}", [(1, "总结"), (2, "情况")]),
    "hashes": (PLAIN, f"# 总结\n## **情况** ##\n{LONG}\n##打算\n{LONG}", [(1, "总结"), (2, "情况"), (2, "打算")]),
    "English": (PLAIN, "Section 1 Purpose\nThe committee met four times and heard from nine witnesses in all of them.\n",
                [(1, "Section 1 Purpose")]),
    "Roman numerals": (MARKDOWN, under("I. Purpose", "II. Scope", "Appendix A"), [(1, "I. Purpose"), (1, "II. Scope"), (2, "Appendix A")]),
    "wide indents": (PLAIN, f"　　一、情况\n　　{LONG}\n\u00a0\u200b二、打算\n　　{LONG}", [(1, "一、情况"), (1, "二、打算")]),
    "marks": (MARKDOWN, "# 总结 #\n\n## **情况**\n\n打算\n---\n", [(1, "总结"), (2, "情况"), (2, "打算")]),
    "no space behind the hash": (MARKDOWN, f"#一、情况\n\n{LONG}\n\n##（一）经济\n{LONG}", [(1, "一、情况"), (2, "（一）经济")]),
    "plain numbered lines": (MARKDOWN, f"# 总结\n\n一、情况\n\n{LONG}\n\n二、打算\n{LONG}", [(1, "总结"), (2, "一、情况"), (2, "二、打算")]),
    "a plain line among marked ones": (MARKDOWN, f"## 一、情况\n\n{LONG}\n\n二、打算\n\n{LONG}", [(2, "一、情况"), (2, "二、打算")]),
    "bold lines": (MARKDOWN, f"## 总结\n\n**工作情况**\n\n{LONG}\n\n**工作打算**\n\n{LONG}", [(2, "总结"), (3, "工作情况"), (3, "工作打算")]),
    "HTML": (MARKDOWN, '<h1 align="center">总结</h1>\n\n' + LONG, [(1, "总结")]),
    "bare numbers as in standards": (PLAIN, "防汛应急预案\n\n" + under("1 总则", "2 组织体系", "2.1 领导机构", "2.2 办事机构", "4 应急响应", "5 附则"),
                                     [(1, "防汛应急预案"), (2, "1 总则"), (2, "2 组织体系"), (3, "2.1 领导机构"), (3, "2.2 办事机构"), (2, "4 应急响应"), (2, "5 附则")]),
    "items are none": (MARKDOWN, f"# 总结\n\n（一）甲\n（二）乙\n（三）丙\n\n{LONG}", [(1, "总结")]),
}  # fmt: skip


@pytest.mark.parametrize("name", FIRING)
def test_these_are_headings(name: str) -> None:
    format, text, expected = FIRING[name]
    assert headings(parse(text, format)) == expected


STEMS = tuple((char,) for char in "子丑寅卯辰巳午未申酉")


def with_style(style: Style) -> Matcher:
    return Matcher(LEXICON._replace(styles=(*LEXICON.styles, style)))


STEM = Style("heavenly", "words", words=STEMS, suffix=("、",))
TEXT = under("子、总体要求", "丑、主要任务", "卯、附则")


@pytest.mark.parametrize("format", [MARKDOWN, "rst"])
@pytest.mark.parametrize(
    ("style", "makes_headings"),
    [
        (STEM, False),  # neither a level nor `heading`
        (STEM._replace(level=1, place="clause"), False),
        (STEM._replace(level=1), True),
        (STEM._replace(heading=True), True),
        (STEM._replace(heading=True, counted=False), True),
    ],
)
def test_a_pack_s_own_style_makes_headings_as_its_data_says(
    style: Style, makes_headings: bool, format: str
) -> None:
    titles = [title for _, title in headings(parse_with(TEXT, format, with_style(style)))]
    assert titles == (["子、总体要求", "丑、主要任务", "卯、附则"] if makes_headings else [])


def test_a_pack_s_own_style_makes_headings_in_plain_text_too() -> None:
    # as bare lines each would be of level 1
    text = f"一、情况\n{LONG}\n\n子、总体要求\n{LONG}\n\n丑、主要任务\n{LONG}\n\n二、打算\n{LONG}"
    expected = [(1, "一、情况"), (2, "子、总体要求"), (2, "丑、主要任务"), (1, "二、打算")]
    assert headings(parse_with(text, PLAIN, with_style(STEM._replace(level=2)))) == expected


def test_a_style_of_a_deeper_level_stands_below_one_of_a_higher() -> None:
    matcher = with_style(STEM._replace(level=5))
    text = f"一、情况\n\n子、经济\n\n{LONG}\n\n丑、民生\n\n{LONG}\n\n二、打算\n\n{LONG}"
    levels = [level for level, _ in headings(parse_with(text, MARKDOWN, matcher))]
    assert levels == [1, 2, 2, 1]


@pytest.mark.parametrize("format", [PLAIN, MARKDOWN])
def test_without_styles_no_line_is_numbered(format: str) -> None:
    text = under(LONG, "一、情况", "二、打算")
    empty = Matcher(LEXICON._replace(styles=()))
    assert len(headings(parse_with(text, format, MATCHER))) == 2
    assert not [title for _, title in headings(parse_with(text, MARKDOWN, empty))]


def test_only_a_heading_by_its_markup_is_marked() -> None:
    text = f"# 总结\n\n一、情况\n\n{LONG}\n\n- # 项目\n"
    blocks = [block for block in parse(text, MARKDOWN).blocks if block.level]
    assert [(block.marked, block.marked_level) for block in blocks] == [
        (True, 1),
        (False, 0),
        (False, 0),
    ]
