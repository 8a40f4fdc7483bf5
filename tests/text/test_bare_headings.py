from __future__ import annotations

import pytest

from reportlint.text.bare_headings import Unit, bare_headings, is_bare

SILENT = [
    "会",
    "会议开得很好。",
    "主要措施：",
    "2024年3月5日",
    "二〇二四年三月五日",
    "某县水利局",
    "（此件公开发布）",
    "——在大会上的报告",
    "“两个维护”",
    "附件一",
    "图1",
    "12.5%",
    "国发〔2024〕1号",
    "详见https://example.org",
    "很" * 30,
    "指标    单位",
    "第十二条",
    "lower case",
    "A sentence. And more",
]
FIRING = ["工作回顾", "主要做法和成效", "2025年工作打算", "Lessons learned", "Phase 2 (pilot)"]


@pytest.mark.parametrize("text", SILENT + FIRING)
def test_is_bare(text: str) -> None:
    assert is_bare(text) is (text in FIRING)


LONG = "今年以来，全局上下认真落实各项部署，扎实推进重点工作，各项任务取得了明显成效，群众满意度稳步提升。"


def heading_indexes(*texts: str, apart: frozenset[int] = frozenset(), lead: int = -1) -> list[int]:
    """The indexes of the bare headings among lines. The lines in `apart` follow a blank line, and
    line `lead` is numbered."""
    units = [Unit(text, apart=index in apart) for index, text in enumerate(texts)]
    is_lead = [index == lead for index in range(len(texts))]
    return sorted(bare_headings(units, [not numbered for numbered in is_lead], is_lead))


@pytest.mark.parametrize(
    ("texts", "apart"),
    [
        ((LONG, "工作回顾"), {1}),  # nothing follows
        ((LONG, "工作回顾", "工作很多。"), {1}),
        ((LONG, "指标", "单位", "数值", LONG), set()),
        ((LONG, "工作回顾", "工作打算", LONG), {3}),  # two short lines
        ((LONG, "会议", LONG), set()),
        (("工作回顾", LONG), set()),  # two lines are no report
    ],
)
def test_silent(texts: tuple[str, ...], apart: set[int]) -> None:
    assert heading_indexes(*texts, apart=frozenset(apart)) == []


@pytest.mark.parametrize(
    ("texts", "apart", "headings"),
    [
        (("工作总结", LONG, LONG), set(), [0]),
        ((LONG, "工作回顾", LONG), set(), [1]),
        ((LONG, "回顾", LONG), {1}, [1]),
        ((LONG, "工作回顾", "工作打算", LONG), {2}, [2]),
        (("工作总结", "工作回顾", LONG), set(), []),
        (("工作总结", "工作回顾", LONG), {1}, [0, 1]),
    ],
)
def test_firing(texts: tuple[str, ...], apart: set[int], headings: list[int]) -> None:
    assert heading_indexes(*texts, apart=frozenset(apart)) == headings


def test_a_numbered_heading_may_follow() -> None:
    assert heading_indexes(LONG, "主要做法", "一、学习", "好。", lead=2) == [1]
    assert heading_indexes(LONG, "主要做法", "一、学习", "好。") == []
