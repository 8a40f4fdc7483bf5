"""Levels turned upside down; near misses first."""

from __future__ import annotations

import pytest
from fault_tables import faults, thin_faults

SILENT = {
    "downwards": "## 一、甲\n\n### 1.子\n\n### 2.丑\n\n## 二、乙\n",
    "a form led in by a colon": "1.填写表格：\n\n一、姓名\n\n二、年龄\n\n2.交表。\n",
    "a form that is quoted": "一、甲\n\n（一）子：\n\n“一、姓名\n\n二、年龄”\n\n（二）丑\n\n二、乙\n",
    "indented, as a form is": "一、甲\n\n（一）子\n\n　　一、姓名\n\n　　二、年龄\n\n（二）丑\n\n二、乙\n",
    "a block quote": "1.甲\n\n> 一、子\n\n> 二、丑\n\n2.乙\n",
    "numbers run on through sections": "一、甲\n\n（一）子\n\n（二）丑\n\n二、乙\n\n（三）寅\n",
    "an item that begins with a list": "1. 一、子\n\n二、丑\n\n2. 乙\n\n3. 丙\n",
    "an item that begins with a list, as headings": "（一）一、子题\n\n二、丑题\n\n（二）一、寅题\n\n二、卯题\n\n（三）末\n",
    "a Markdown list that a colon introduces": (
        "## 1. 甲\n\n**（1）子**\n\n文。\n\n**（2）丑**\n\n办法：\n\n1. 寅\n2. 卯\n\n**（3）辰**\n\n文。\n\n## 2. 乙\n"
    ),
    "lines below a heading of markup": "## 1. 甲\n\n一、子\n\n文。\n\n二、丑\n\n文。\n\n## 2. 乙\n",
    "the outer list ends": "1.甲。\n\n2.乙。\n\n一、丙。\n\n二、丁。\n",
    "below a heading without a number": (
        "## 1. 甲\n\n### (1) 子\n\n### (2) 丑\n\n### 寅\n\n#### 1. 卯\n\n#### 2. 辰\n"
    ),
    "a Markdown list below a heading": "## 1. 甲\n\n### (1) 子\n\n如下。\n\n1. 丑\n2. 寅\n\n### (2) 卯\n\n## 2. 乙\n",
}
SILENT["a statute in German"] = "".join(
    f"# § {section}\n\n(1) Die Prüfung ist\n\n1. für den Betrieb und\n\n2. für das Werk.\n\n(2)"
    f" Sie ist frei.\n\n"
    for section in (1, 2)
)
FIRING = {
    "headings": (
        "## 1.甲\n\n### 一、子\n\n### 二、丑\n\n## 2.乙\n",
        ("level", 3, "一、"),
    ),
    "led in by a colon, of the outline's own form": (
        "一、甲\n\n（一）子\n\n1.丑：\n\n（一）寅；\n\n（二）卯。\n\n2.辰\n\n（二）巳\n\n二、乙\n",
        ("level", 7, "（一）"),
    ),
    "the outline goes on with the list inside": (
        "一、甲\n\n（一）子\n\n措施：\n\n一、丑。\n\n二、寅。\n\n（二）卯\n\n三、乙\n",
        ("level", 7, "一、"),
    ),
    "the outer list has one item": (
        "## 1.甲\n\n### 一、子\n\n### 二、丑\n\n## 附录\n",
        ("level", 3, "一、"),
    ),
    "below a heading without a number, of a lower level": (
        "## 1. 甲\n\n### (1) 子\n\n### (2) 丑\n\n#### 寅\n\n##### 1. 卯\n\n##### 2. 辰\n",
        ("level", 9, "1."),
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
    text, *expected = FIRING[name]
    assert [fault[:3] for fault in faults(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## 1.甲\n\n### 一、子\n\n### 二、丑\n\n## 2.乙\n", [("level", 3, True)]),
        ("1.甲\n\n一、子\n\n二、丑\n\n2.乙\n", [("level", 3, False)]),
        (
            "## 一、丙\n\n### （一）丁\n\n### （二）戊\n\n## 二、己\n\n# 附\n\n## 1.甲\n\n### 一、子\n\n### 二、丑\n\n## 2.乙\n",
            [("level", 13, True)],
        ),
        (
            "## 一、丙\n\n### （一）丁\n\n### （二）戊\n\n## 二、己\n\n# 附\n\n## 1.甲\n\n## 一、子\n\n## 二、丑\n\n## 2.乙\n",
            [("level", 13, False)],
        ),
    ],
    ids=["markup alone", "lines", "the order elsewhere", "of one level"],
)
def test_headings_of_markup_have_levels_of_their_own(
    text: str, expected: list[tuple[str, int, bool]]
) -> None:
    assert thin_faults(text) == expected
