from __future__ import annotations

import pytest
from shipped import MATCHER

from reportlint.text.numbered_lines import (
    begins_with_marker,
    form_of,
    heading_marker,
    is_numbered_heading,
)

# No numbered heading, near misses first.
SILENT = [
    "一、二、三产业协调发展。",
    "一、总体要求。今年以来",
    "一、总体要求，",
    "一、",
    "3.5亿元",
    "1.2版本；",
    "2025年工作",
    "300. 题目",
    "第三部分是重点；",
    "一、工作任务：坚持把群众满意作为工作的出发点和落脚点",
    "1.取号：",
    "一、" + "很" * 40,
    "工作情况",
    "一是抓学习",
    "",
]
FIRING = [
    "一、总体要求",
    "（一）经济：",
    "1.工业",
    "1.2026年打算",
    "第一章",
    "第二章主要任务",
    "第12节 附则",
    "1.1背景",
    "Appendix B",
    "IV. Results",
]


@pytest.mark.parametrize("text", SILENT + FIRING)
def test_is_numbered(text: str) -> None:
    assert is_numbered_heading(text, MATCHER) is (text in FIRING)


# What a paragraph may begin with: a doubtful marker, which only its neighbours can tell, begins
# none.
DOUBTFUL = ["第二章主要任务", "一、二、三产业", "3.5亿元", "1.1背景", "12月", "工作"]
SURE = ["一、总体要求", "1.2026年打算", "第二章任务", "1.1 背景"]


@pytest.mark.parametrize("text", DOUBTFUL + SURE)
def test_begins_with_marker(text: str) -> None:
    assert begins_with_marker(text, MATCHER) is (text in SURE)


def test_what_is_of_one_form() -> None:
    texts = [
        "一、a",
        "二．a",
        "（一）a",
        "（1）a",
        "1）a",
        "1.a",
        "2、a",
        "第一章",
        "第2章",
        "第一节",
        "1.1 a",
        "1.1.1 a",
    ]
    forms = []
    for text in texts:
        marker = heading_marker(text, MATCHER)
        assert marker is not None
        forms.append(form_of(text, marker, MATCHER))
    first = [forms.index(form) for form in forms]
    assert [texts[at] for at in first] == [
        "一、a", "一、a", "（一）a", "（1）a", "1）a", "1.a", "1.a", "第一章", "第一章", "第一节", "1.1 a", "1.1.1 a",
    ]  # fmt: skip
