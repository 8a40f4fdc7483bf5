from __future__ import annotations

import pytest
from shape import headings, shape, starts, zones

from reportlint.text.parse import parse

LONG = "今年以来，全局上下认真落实各项部署，扎实推进重点工作，各项任务取得了明显成效，群众满意度稳步提升。"

NO_HEADINGS = {
    "a run-in heading": f"一、总体情况。{LONG}\n二、主要做法。{LONG}",
    "items that follow each other": f"会议强调三点\n1.加强领导\n2.压实责任\n3.严格督查\n{LONG}",
    "a lone arabic marker": f"{LONG}\n1.加强领导\n{LONG}",
    "a date": f"{LONG}\n2024年3月5日\n{LONG}",
    "a signature": f"{LONG}\n某县水利局\n{LONG}",
    "an address": f"各位代表：\n{LONG}",
    "a sentence": f"{LONG}\n会议开得很好。\n{LONG}",
    "a sub-title": f"{LONG}\n——在全县大会上的报告\n{LONG}",
    "a bracketed note": f"{LONG}\n（此件公开发布）\n{LONG}",
    "cells of a table": f"{LONG}\n指标\n单位\n数值\n{LONG}",
    "labels with their text": f"{LONG}\n1.取号排队：到达大厅以后请先在取号机上领取号码\n{LONG}\n2.提交资料：号码叫到以后请到窗口把资料交给工作人员\n{LONG}",
    "a table of contents": "总报告\n\n目　录\n一、情况\n二、做法\n三、打算\n一、情况\n" + LONG,
    "a joint enumeration": f"{LONG}\n一、二、三产业协调发展，结构不断优化，活力持续增强。\n{LONG}",
}


@pytest.mark.parametrize("name", NO_HEADINGS)
def test_these_are_no_headings(name: str) -> None:
    found = headings(parse(NO_HEADINGS[name], "text"))
    if name == "a table of contents":
        assert [title for _, title in found] == ["总报告", "一、情况"]
    else:
        assert found == []


HEADINGS = {
    "the four levels": (
        f"一、总体情况\n（一）经济\n1.工业\n（1）采矿\n{LONG}\n（2）制造\n{LONG}\n2.农业\n{LONG}\n（二）民生\n{LONG}\n二、打算\n{LONG}",
        [(1, "一、总体情况"), (2, "（一）经济"), (3, "1.工业"), (4, "（1）采矿"), (4, "（2）制造"), (3, "2.农业"), (2, "（二）民生"), (1, "二、打算")],
    ),
    "a level left out": (f"一、情况\n1.工业\n{LONG}\n2.农业\n{LONG}\n二、打算\n{LONG}", [(1, "一、情况"), (2, "1.工业"), (2, "2.农业"), (1, "二、打算")]),
    "chapters": (f"第一章 总则\n第一节 目的\n{LONG}\n第二节 范围\n{LONG}\n第二章 附则\n{LONG}",
                 [(1, "第一章 总则"), (2, "第一节 目的"), (2, "第二节 范围"), (1, "第二章 附则")]),
    "a title and bare headings": (
        f"某县2025年工作总结\n{LONG}\n主要工作\n{LONG}\n存在的问题\n{LONG}", [(1, "某县2025年工作总结"), (1, "主要工作"), (1, "存在的问题")]),
    "a bare heading keeps the level of numbered ones": (
        f"一、情况\n{LONG}\n补充说明事项\n{LONG}\n二、打算\n{LONG}", [(1, "一、情况"), (1, "补充说明事项"), (1, "二、打算")]),
    "a colon after it": (f"一、工作情况：\n{LONG}\n二、存在问题：\n{LONG}", [(1, "一、工作情况："), (1, "二、存在问题：")]),
    "underlined": (f"总结\n====\n\n情况\n----\n\n{LONG}", [(1, "总结"), (2, "情况")]),
    "hashes": (f"# 总结\n## **情况** ##\n{LONG}\n##打算\n{LONG}", [(1, "总结"), (2, "情况"), (2, "打算")]),
    "English": ("Section 1 Purpose\nThe committee met four times and heard from nine witnesses in all of them.\n",
                [(1, "Section 1 Purpose")]),
    "wide indents": (f"　　一、情况\n　　{LONG}\n\u00a0\u200b二、打算\n　　{LONG}", [(1, "一、情况"), (1, "二、打算")]),
}  # fmt: skip


@pytest.mark.parametrize("name", HEADINGS)
def test_these_are_headings(name: str) -> None:
    text, expected = HEADINGS[name]
    assert headings(parse(text, "text")) == expected


def test_a_line_is_a_paragraph() -> None:
    assert shape(parse(f"{LONG}\n{LONG}\n\n{LONG}", "text")) == [f"paragraph {LONG}"] * 3


def test_a_hard_wrap_joins_lines() -> None:
    text = (
        "The review board met in the spring and looked at every\nincident of the year before, and it found that most of\n"
        "them had one cause in common.\n\nThe second part of this note says what the board has\n"
        "asked the teams to change, and by when they ought to\nhave it done.\n"
    )
    document = parse(text, "text")
    assert len(document.blocks) == 2
    assert [line.block for line in document.lines] == [0, 0, 0, 1, 1, 1]


def test_a_marker_that_a_hard_wrap_brings_to_a_line_start_opens_no_paragraph() -> None:
    full = "我们要坚定不移地推动高质量发展，推进祖国统"
    second = (
        "一、实现民族复兴，坚持稳中求进工作总基调不\n动摇，坚持以人民为中心的发展思想不松劲不停"
    )
    text = f"{full}\n{second}\n步。\n\n{full}\n{full}\n{full}\n止。"
    assert len(parse(text, "text").blocks) == 2


def test_one_sentence_a_line_is_no_hard_wrap() -> None:
    text = f"{LONG}\n会议开得很好。\n{LONG}\n大家都同意。\n"
    assert len(parse(text, "text").blocks) == 4


def test_a_bracket_over_two_lines_joins_them() -> None:
    text = (
        f"某办公室关于印发《某某单位\n信息公开办法》的通知\n（一）甲\n（二）乙\n{LONG}（见\n{LONG}"
    )
    assert [block.span.cut(text).count("\n") for block in parse(text, "text").blocks] == [
        1,
        0,
        0,
        0,
        0,
    ]


def test_marks_from_markdown() -> None:
    text = "---\ntitle: 总结\n---\n- 甲\n* [ ] 乙\n\n```py\nx = 1\n```\n| a | b |\n|---|---|\n────\n> 引文\n```\n没有关上。"
    assert shape(parse(text, "text")) == [
        "front-matter title: 总结\n", "item- 甲", "item- 乙", "code x = 1\n", "table | a | b |\n|---|---|", "rule ────", "paragraph> 引文",
        "paragraph ```", "paragraph 没有关上。",
    ]  # fmt: skip


def test_where_content_begins() -> None:
    text = "　　一、甲\n\t二、乙\n  - 丙\n**丁**：戊\n____年"
    assert starts(parse(text, "text")) == [
        ("一、", "", 4),
        ("二、", "", 4),
        ("丙\n", "-", 2),
        ("丁*", "", 0),
        ("__", "", 0),
    ]


def test_zones() -> None:
    text = "详见https://example.org/a(b)的说明，或www.example.org。联系wang@example.org，@所有人"
    assert zones(parse(text, "text")) == [
        ("url", "https://example.org/a(b)"),
        ("url", "www.example.org"),
        ("url", "wang@example.org"),
    ]
