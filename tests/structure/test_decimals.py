"""Decimal numbers under a parent that they contradict; near misses first."""

from __future__ import annotations

import pytest
from fault_tables import faults

SILENT = {
    "a line with the numbers of several": "- 扩展流程：\n    1.2 2.2 3.2.a  经理取消操作\n",
    "the parent has a form of its own": "3、甲\n4、乙要写的内容很多，一行写不完整，所以不像标题。\n 4.1 子\n 4.2 丑\n",
    "Han": "5、调试\n 5.1 点击\n\n六、上线\n 6.1 安排\n 6.2 查看\n",
    "long lines and short ones": (
        "45.3 总分\n45.3.1 权重\n45.4 审查\n45.5 投标报价的算术校核按照就低不就高的原则进行，具体标准如下文所列各项。\n"
        "45.5.1 大写\n45.5.2 合价\n"
    ),
    "every number goes on from its parent": "## 1. 甲\n\n### 1.1 子\n\n## 2. 乙\n\n### 2.1 丑\n",
    "a number behind its parts": "1.1.1 甲\n1.1.2 乙\n1.2 丙\n1.3 丁\n2. 戊\n3. 己\n",
    "versions under a chapter": "## 2. 变更\n\n### 1.15\n\n### 1.18\n",
    "a version under another": "## 1.2 发布\n\n### 1.1.1 补丁\n",
    "a section of the parent comes later": "## 1. 甲\n\n### 1.1 子\n\n### 1.2 丑\n\n## 附录\n\n### 1.3 寅\n",
}
FIRING = {
    "a section under a sibling of its own": (
        "## 1.1 甲\n\n## 1.2 乙\n\n### 1.1.1 子\n\n### 1.1.2 丑\n",
        ("order", 5, "1.1.1"),
    ),
    "the same in lines": (
        "1.1 甲\n\n文。\n\n1.2 乙\n\n文。\n\n1.1.1 子\n\n文。\n\n1.1.2 丑\n",
        ("order", 9, "1.1.1"),
    ),
    "the parent stands alone": (
        "# 1 甲\n\n## 1.1 子\n\n# 2 乙\n\n## 2.1 丑\n\n### 2.2.1 寅\n",
        ("order", 9, "2.2.1"),
    ),
    "the number left out is that of its chapter": (
        "# 2 总则\n\n## 2.1 甲\n\n文。\n\n## 2.3 乙\n\n文。\n\n## 2.4 丙\n",
        ("gap", 7, "2.3"),
    ),
    "the same in the midst": (
        "1.1 甲\n1.2 乙\n3.1 丙\n3.2 丁\n3.4 戊\n3.5 己\n3.6 庚\n",
        ("gap", 5, "3.4"),
    ),
    "copied from the section before": (
        "## 1. 甲\n\n### 1.1 子\n\n### 1.2 丑\n\n## 2. 乙\n\n### 1.1 寅\n\n### 1.2 卯\n",
        ("duplicate", 9, "1.1"),
    ),
    "the first is missing, and an annex goes on": (
        "## 1. 甲\n\n### 1.2 丑\n\n## 附录\n\n### 1.3 寅\n",
        ("start", 3, "1.2"),
    ),
    "three parts": (
        "## 1.1 甲\n\n### 1.1.1 子\n\n## 1.2 乙\n\n### 1.1.1 丑\n",
        ("duplicate", 7, "1.1.1"),
    ),
    "a number of a section that is not there yet": (
        "## 1 甲\n\n### 1.1 子\n\n## 2 乙\n\n### 3.1 丑\n",
        ("order", 7, "3.1"),
    ),
}


@pytest.mark.parametrize("name", SILENT)
def test_what_is_right_is_silent(name: str) -> None:
    assert faults(SILENT[name]) == []


@pytest.mark.parametrize("name", FIRING)
def test_what_is_wrong_is_found(name: str) -> None:
    text, *expected = FIRING[name]
    assert [fault[:3] for fault in faults(text)] == expected
