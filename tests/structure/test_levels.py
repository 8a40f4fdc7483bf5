"""Levels turned upside down; near misses first."""

from __future__ import annotations

import pytest
from fault_tables import faults

SILENT = {
    "downwards": "## 一、甲\n\n### 1.子\n\n### 2.丑\n\n## 二、乙\n",
    "a form led in by a colon": "1.填写表格：\n\n一、姓名\n\n二、年龄\n\n2.交表。\n",
    "the outer list ends": "1.甲。\n\n2.乙。\n\n一、丙。\n\n二、丁。\n",
}
FIRING = {
    "headings": (
        "## 1.甲\n\n### 一、子\n\n### 二、丑\n\n## 2.乙\n",
        ("level", 3, "一、"),
    ),
    "lines": (
        "1.甲\n\n一、子\n\n二、丑\n\n2.乙\n",
        ("level", 3, "一、"),
    ),
}


@pytest.mark.parametrize("name", SILENT)
def test_what_is_right_is_silent(name: str) -> None:
    assert faults(SILENT[name]) == []


@pytest.mark.parametrize("name", FIRING)
def test_what_is_wrong_is_found(name: str) -> None:
    text, *found = FIRING[name]
    assert [fault[:3] for fault in faults(text)] == found
