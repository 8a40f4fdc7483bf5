"""The top-level sections of reports whose headings are marked differently."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "structure"))

from readings import reading

from reportlint.scaffold.outlines import outlines

GOOD = "# 数据组周报\n\n## 进展\n\n好。\n\n### 接口\n\n六个。\n\n## 计划\n\n行。\n"
PARTS = ["进展", "计划"]

CASES = [
    # (the odd one among four, its title, its sections)
    (GOOD, "数据组周报", PARTS),
    # a section of its own stays where it is
    (
        "# 数据组周报\n\n## 进展\n\n好。\n\n### 评审\n\n两次。\n\n## 计划\n\n行。\n",
        "数据组周报",
        PARTS,
    ),
    # one # too many at the title, at all, at one section; one too few at all
    ("## 数据组周报\n\n### 进展\n\n好。\n\n### 计划\n\n行。\n", "数据组周报", PARTS),
    ("# 数据组周报\n\n### 进展\n\n好。\n\n### 计划\n\n行。\n", "数据组周报", PARTS),
    ("# 数据组周报\n\n## 进展\n\n好。\n\n### 计划\n\n行。\n", "数据组周报", PARTS),
    ("# 数据组周报\n\n# 进展\n\n好。\n\n# 计划\n\n行。\n", "数据组周报", PARTS),
    ("# 数据组三月\n\n# 进展\n\n好。\n\n# 计划\n\n行。\n", "数据组三月", PARTS),
    # a section that no other report has, with those of all inside it
    ("# 数据组周报\n\n## 正文\n\n### 进展\n\n好。\n\n### 计划\n\n行。\n", "数据组周报", PARTS),
]


@pytest.mark.parametrize(("odd", "title", "sections"), CASES)
def test_outlines(odd: str, title: str, sections: list[str]) -> None:
    outline = outlines([reading(text) for text in (GOOD, GOOD, odd, GOOD)])[2]
    assert outline.title == title
    assert [section.title for section in outline.sections] == sections


def test_reports_that_agree_on_nothing_are_left_as_they_are() -> None:
    first, second = outlines(
        [reading("# 甲\n\n## 子\n\n好。\n"), reading("# 乙\n\n## 丑\n\n好。\n")]
    )
    assert [section.title for section in first.sections] == ["子"]
    assert [section.title for section in second.sections] == ["丑"]
