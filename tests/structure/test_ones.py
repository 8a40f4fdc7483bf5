"""Ones in a row; near misses first."""

from __future__ import annotations

import pytest
from fault_tables import faults

SILENT = {
    "the ones of three sections": "- 7.1 甲\n- 8 乙\n- 8.1 丙\n- 9 丁\n- 9.1 戊\n",
    "two are two lists": "一、甲\n\n一、乙\n",
    "Markdown numbers every item 1.": "1. 甲\n1. 乙\n1. 丙\n",
    "Markdown, where the indent ends the list": (
        "  1. 甲\n    1. 子  \n      说明  \n    1. 丑  \n      说明  \n    1. 寅  \n      说明 "
        " \n  1. 乙\n"
    ),
    "a section each": "## 甲\n\n一、子\n\n## 乙\n\n一、丑\n\n## 丙\n\n一、寅\n",
    "a list of one in each item": "1、甲\n（1）子\n2、乙\n（1）丑\n3、丙\n（1）寅\n",
    "a line with a colon leads in each": (
        "**议题一**\n结论：\n1、同意立项。\n遗留：\n1、补齐预算。\n\n**议题二**\n结论：\n1、暂缓。\n"
    ),
    "two forms by turns": "1、甲\n\n一、乙\n\n1、丙\n\n一、丁\n",
    "a heading between two lines": "一、甲\n\n## 一、乙\n\n一、丙\n",
    "the ones of three sections, each a line": "7.1 甲\n\n8.1 乙\n\n9.1 丙\n",
    "the third is struck out": "1、甲\n\n1、乙\n\n~~1、丙~~\n",
    "answers": "A. 是\n\nA. 否\n\nA. 是\n",
}
FIRING = {
    "decimal": (
        "7.1 服务方案\n\n7.1 人员配置\n\n7.1 管理制度\n",
        ("duplicate", 3, "7.1"),
        ("duplicate", 5, "7.1"),
    ),
    "Han": (
        "一、甲\n\n一、乙\n\n一、丙\n",
        ("duplicate", 3, "一、"),
        ("duplicate", 5, "一、"),
    ),
    "Arabic": (
        "1、甲\n\n1、乙\n\n1、丙\n",
        ("duplicate", 3, "1、"),
        ("duplicate", 5, "1、"),
    ),
    "the items themselves end in a colon": (
        "一、甲：\n一、乙：\n一、丙：\n",
        ("duplicate", 2, "一、"),
        ("duplicate", 3, "一、"),
    ),
    "headings": (
        "## 一、甲\n\n## 一、乙\n\n## 一、丙\n",
        ("duplicate", 3, "一、"),
        ("duplicate", 5, "一、"),
    ),
}


@pytest.mark.parametrize("name", SILENT)
def test_what_is_right_is_silent(name: str) -> None:
    assert faults(SILENT[name]) == []


@pytest.mark.parametrize("name", FIRING)
def test_what_is_wrong_is_found(name: str) -> None:
    text, *expected = FIRING[name]
    assert [fault[:3] for fault in faults(text)] == expected
