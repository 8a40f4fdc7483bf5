"""Items that stand there in another form; near misses first."""

from __future__ import annotations

import pytest
from fault_tables import faults
from shipped import MATCHER, parse

from reportlint.structure.numbering import runs_of

SILENT = {
    "a heading with a dash": "## 1. 摸底\n\n文。\n\n## 2 - 整改\n\n文。\n\n## 3. 验收\n\n文。\n",
    "a bare number": "1 清点库房\n\n2. 核对台账\n3. 上报差额\n",
    "a number without its stop": "1. Stop.\n2  Copy.\n3. Start.\n",
    "a comma": "重点解决：\n\n1,账目不清。\n\n2、票据不全。\n\n3、库存不准。\n",
    "an escaped stop": "1. Die Satzung\n   gilt. +0\n   2\\.\n\n   Der Beirat tagt.\n\n3. Wahl.\n\n4. Ende.\n",
    "text right below a table": (
        "一、背景\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n上表供参考。\n二、做法\n\n文。\n\n三、打算\n\n文。\n"
    ),
    "code": "`1.ulimit`\n\n2. `somaxconn`\n\n3. `backlog`\n",
    "a decimal number with a dash": "## 3- 风险\n\n### 3.1- 概率\n\n文。\n\n### 3.2 - 影响\n\n文。\n",
    "a full-width point": "45．评标\n45．1 业绩按附表评。\n45.2 报价按公式算。\n45.3 汇总。\n",
    "within the line": "1. **Read** (PDF). 2. **Route**,\nthen OCR. 3. **Date**.\n4. **Split**.\n",
    "behind a letter in brackets": "3.7.3（A）（1）用墨水填写。\n（2）正本一份。\n（3）分别装订。\n",
    "numbered by the program that prints it": "a. Call.\n#. Vote.\n#. Note.\nd. Close.\n",
    "a report in a fence of its own": (
        "```markdown\n# 方案\n\n## 2.1 范围\n\n```text\n图\n```\n\n## 2.2 步骤\n\n文。\n\n## 2.3 分工\n\n文。\n"
    ),
    "another branch": (
        "1. Ask.\n\n2. Wait.\n\nIf granted:\n3. Sign.\n4. Send.\n5. End.\n\nIf refused:\n3. File.\n4. Tell.\n5. End.\n"
    ),
    "a version that has grown together with the number": (
        "1.点名\n2.进展\n3.0.2.0 版评审\n4.0.3.0 版预告\n5.其他\n"
    ),
    "an indent that makes it code": (
        "We say:\n\n\t1. Copy nothing.\n2. Ask:\n\t* who\n3. Use it.\n"
    ),
    "behind dirt": "a) Padrón;\n\n/ b) Copia;\n\nc) Ficha.\n",
    "a heading behind all": "1 清点库房\n\n2. 核对台账\n3. 上报差额\n\n## 下步打算\n",
    "right behind the marker before": "（1）（2）两项合并。\n（3）归档。\n（4）移交。\n",
    "a heading with a space before its stop, and a list inside it": (
        "# 调研\n\n## 1 . 网络\n\n### 1. 现状\n\n文。\n\n### 2. 差距\n\n文。\n\n## 2. 存储\n\n文。\n\n## 3. 计算\n\n文。\n"
    ),
    "a heading without its stop, and items below it": (
        "## 1 绪论\n\n研究内容：\n\n1. 采集\n2. 告警\n\n## 2. 技术\n\n文。\n\n## 3. 需求\n\n文。\n"
    ),
    "a heading in a fence that is closed nowhere": (
        "```cpp\nint a;\n\n### 一、为什么\n\n```cpp\nint b;\n```\n\n### 二、怎么做\n\n文。\n\n### 三、小结\n\n文。\n"
    ),
    "a heading a long way back": "# 1-updates\n\n"
    + "Text.\n\n" * 700
    + "# 2. Plans\n\nText.\n\n# 3. End\n",
    "a list that goes on": "4.1 密封\n4.1.1 袋口盖章。\n4.1.2 写明名称。\n4.2 递交\n4.3 撤回\n",
}
FIRING = {
    "a line a long way back": (
        "1 update.\n\n" + "Text.\n\n" * 700 + "# 2. Plans\n\nText.\n\n# 3. End\n",
        ("start", 1403, "2."),
    ),
    "an amount": (
        "重点解决：\n\n1,000 元不入账。\n\n2、票据不全。\n\n3、库存不准。\n",
        ("start", 5, "2、"),
    ),
    "another form of marker": (
        "# 周报\n## 一、学习\n1. 看课\n二、 做题\n3. 写笔记\n4. 复盘\n",
        ("mixed", 4, "二、"),
    ),
    "the number of another section": (
        "## 甲\n\n1 清点库房\n\n## 乙\n\n2. 核对台账\n3. 上报差额\n",
        ("start", 7, "2."),
    ),
    "the number of another section, a paragraph further up": (
        "## 甲\n\n1 清点库房\n\n## 乙\n\n说明。\n\n2. 核对台账\n3. 上报差额\n",
        ("start", 9, "2."),
    ),
    "the number of the list before": (
        "1 清点库房\n2. 核对台账\n3. 上报差额\n\n措施：\n\n2. 核对台账\n3. 上报差额\n",
        ("start", 7, "2."),
    ),
    "a figure with a letter": (
        "See plan. 1.A of it.\n\n2. Copy.\n3. Start.\n",
        ("start", 3, "2."),
    ),
    "a key of code": (
        "Set `heading.1.markdown` first.\n\n## Steps\n\n2. Clear it.\n3. Open it.\n",
        ("start", 5, "2."),
    ),
    "a list in a fence": (
        "```\n1. create\n```\n\n2. Copy.\n3. Start.\n",
        ("start", 5, "2."),
    ),
    "fewer numbers of the program's than are left out": (
        "a. Call.\n#. Vote.\ne. Close.\n",
        ("gap", 3, "e."),
    ),
    "the program's numbers at another indent": (
        "a. Call.\n    #. Vote.\n    #. Note.\nd. Close.\n",
        ("gap", 4, "d."),
    ),
    "items below another heading": (
        "## 甲\n\n1. 清点库房\n2. 核对台账\n\n## 2. 乙\n\n文。\n\n## 3. 丙\n\n文。\n",
        ("start", 6, "2."),
    ),
    "a heading in a fence that is closed": (
        "```cpp\nint a;\n\n### 一、为什么\n\nint b;\n```\n\n### 二、怎么做\n\n文。\n\n### 三、小结\n\n文。\n",
        ("start", 9, "二、"),
    ),
    "a range of numbers": (
        "1. Stop.\n2. Copy.\n\n3-5 hours later:\n\n4. Start.\n",
        ("gap", 6, "4."),
    ),
    "the section's own number": (
        "Ordnung\n=======\n\n§ 1 Gäste\n\n2. Wer fördert, zahlt.\n\n3. Wer kündigt, nicht.\n",
        ("start", 6, "2."),
    ),
    "a list that was no branch before": (
        "1. Ask.\n2. Wait.\n3. Sign.\n4. Send.\n\nIf refused:\n3. File.\n4. Tell.\n5. Close.\n",
        ("start", 7, "3."),
    ),
    "decimal numbers of the item that is missing": (
        "1.点名\n2.进展\n3.1.2 版评审\n4.1.3 版预告\n5.其他\n",
        ("gap", 5, "5."),
    ),
    "a figure": ("1. Stop.\n20 hours later:\n\n3. Start.\n", ("gap", 4, "3.")),
    "one of two": ("1. Stop.\n\n2 - Copy.\n\n4. Start.\n5. End.\n", ("gap", 5, "4.")),
}


@pytest.mark.parametrize("name", SILENT)
def test_what_is_shown_is_not_missing(name: str) -> None:
    assert faults(SILENT[name]) == []


@pytest.mark.parametrize("name", FIRING)
def test_what_is_not_shown_is(name: str) -> None:
    text, *expected = FIRING[name]
    assert [fault[:3] for fault in faults(text)] == expected


def test_such_a_list_has_more_items_than_markers() -> None:
    runs = runs_of(parse("1 清点库房\n\n2. 核对台账\n3. 上报差额\n", "markdown"), MATCHER)
    assert [run.is_whole for run in runs] == [False]
