"""Items that a list seems to lack and that are elsewhere: joined, or in another text."""

from __future__ import annotations

import pytest
from fault_tables import faults, thin_faults

from reportlint.structure.elsewhere import last_joined

SILENT = {
    "two numbers in one marker": "1. A.\n2. B.\n3&4. C.\n5. D.\n",
    "two numbers and spaces": "1. A.\n2. B.\n3 and 4. C.\n5. D.\n",
    "two numbers, each with its bracket": "1) a\n2) b\n3)+4) c\n5) d\n",
    "two numbers in brackets": "（1）甲\n（2）乙\n（3、4）丙\n（5）丁\n",
    "two Chinese numbers": "一、甲\n\n文。\n\n二、乙\n\n文。\n\n三、四、合并办理\n\n文。\n\n五、戊\n\n文。\n",
    "two chapters": "## 第一章 甲\n\n文。\n\n## 第二章 乙\n\n文。\n\n## 第三、四章 丙\n\n文。\n\n## 第五章 丁\n",
    "a label in the plural": "Step 1: a\n\nStep 2: b\n\nSteps 3 and 4: c\n\nStep 5: d\n",
    "two days as a heading": "## Day 1\n\nx\n\n## Day 2\n\nx\n\n## Day 3/4\n\nx\n\n## Day 5\n\nx\n",
    "three numbers in one marker": "1. A.\n2–4. B.\n5. D.\n",
    "two steps in one heading": (
        "### Step 1: a\n\nT.\n\n### Step 2-3: b\n\nT.\n\n### Step 4: c\n\nT.\n\n### Step 5: d\n"
    ),
    "the rest of a reference": "(1) Eins.\n\n(2) Zwei gemäß § 6\n\n(8) des Statuts und mehr.\n",
    "a reference in English": "(1) One.\n\n(2) Two under Article 6\n\n(8) of the statutes.\n",
    "a chapter that was taken out": (
        "修正第二條；刪除第四章章名。\n\n第一章 總則\n\n文。\n\n第二章 機關\n\n文。\n\n第三章 選舉\n\n文。\n\n第五章 處罰\n\n文。\n"
    ),
    "a chapter that the text names where a line was wrapped": (
        "有疑问的，应当在规定的时间内按照\n第一章邀请中的联系地址以书面形式（包括信函、传真等，下同）送达\n"
        "招标人。\n\n第三章 评标方法\n文。\n第四章 合同文本\n文。\n"
    ),
    "code behind a bullet": "1. `f(1)`：\n   - 调用 `f(3)`\n     - 4.next == NULL，返回\n",
    "two wordings, each with its time": (
        "(1) Eins.\n\n(2) [bis 2025-03-31] Zwei.\n\n(2) [ab 2025-04-01] Zwo.\n\n(3) Drei.\n"
    ),
    "nested by one space": "1. A\n 1. a\n 2. b\n 3. c\n2. B\n3. C\n",
    "a second # before an item": "# 题\n## 一、甲\n文。\n# #二、乙\n文。\n## 三、丙\n文。\n## 四、丁\n文。\n",
    "a control code before the first item": "## \x08一. 甲\n\n文。\n\n## 二. 乙\n\n文。\n\n## 三. 丙\n",
}
FIRING = {
    "a range that ends too early": ("1. A.\n2–3. B.\n5. D.\n", ("gap", 3)),
    "a meeting of three or four": (
        "一、甲\n\n文。\n\n二、乙\n\n文。\n\n三四方会谈\n\n文。\n\n五、戊\n\n文。\n",
        ("gap", 13),
    ),
    "a number of days": ("1. A.\n2. B.\n3-4 days.\n\n5. D.\n", ("gap", 5)),
    "a marker behind a section, in capital letters": (
        "(1) Eins.\n\n(2) Zwei gemäß § 6\n\n(8) Das Statut gilt.\n",
        ("gap", 5),
    ),
    "small letters, and no reference before": (
        "(1) Eins.\n\n(2) Zwei der 6\n\n(8) des Statuts und mehr.\n",
        ("gap", 5),
    ),
    "another chapter was taken out": (
        "修正第四章章名；刪除第二條。\n\n第一章 總則\n\n文。\n\n第二章 機關\n\n文。\n\n第三章 選舉\n\n文。\n\n第五章 處罰\n\n文。\n",
        ("gap", 15),
    ),
    "a heading that speaks of a contract": (
        "## 第一章 总则\n\n文。\n\n## 第二章 合同约定的变更\n\n文。\n\n## 第四章 附则\n",
        ("gap", 9),
    ),
    "words behind a bullet": (
        "1. `f(1)`：\n2. `f(2)`：\n4. next we return\n",
        ("gap", 3),
    ),
    "two wordings, one with its time": (
        "(1) Eins.\n\n(2) [bis 2025-03-31] Zwei.\n\n(2) Zwo.\n\n(3) Drei.\n",
        ("duplicate", 5),
    ),
    "not nested": ("1. A\n\n# H\n\nNow:\n\n2. B\n3. C\n", ("start", 7)),
}
THIN = {
    "a single item": ("Causes:\n\n2. Only one.\n\nText.\n", ("start", 3)),
    "the number before is told of": (
        "There is no rule 3.\n\n# Now\n\nThe rules are:\n\n4. One.\n5. Two.\n6. Three.\n",
        ("start", 7),
    ),
    "chapters of another document": (
        "更新内容：\n\n- 第四章：新增分析\n- 第五章：新增体系\n- 第六章：更新指标\n",
        ("start", 3),
    ),
    "phases that are left": (
        "- Proposal:\n  - Phase 2: A\n  - Phase 3: B\n  - Phase 4: C\n",
        ("start", 2),
    ),
    "two parts": ("# 笔记\n\n## 第二部分 甲\n\n文。\n\n## 第三部分 乙\n", ("start", 3)),
}
PLAIN = {
    "two items": ("Causes:\n\n2. One.\n3. Two.\n\nText.\n", ("start", 3)),
    "another number is told of": (
        "There is no rule 7.\n\n# Now\n\nThe rules are:\n\n2. One.\n3. Two.\n4. Three.\n",
        ("start", 7),
    ),
    "an amount": (
        "It costs 1.5 a day, or 10.\n\n# Now\n\nThe rules are:\n\n2. One.\n3. Two.\n4. Three.\n",
        ("start", 7),
    ),
    "steps of its own": ("依次完成：\n\n第二步，甲。\n\n第三步，乙。\n", ("start", 3)),
    "three parts": (
        "# 方案\n\n## 第二部分 甲\n\n文。\n\n## 第三部分 乙\n\n文。\n\n## 第四部分 丙\n",
        ("start", 3),
    ),
}


@pytest.mark.parametrize("name", SILENT)
def test_what_lacks_nothing_is_silent(name: str) -> None:
    assert faults(SILENT[name]) == []


@pytest.mark.parametrize("name", FIRING)
def test_what_is_missing_is_found(name: str) -> None:
    text, *expected = FIRING[name]
    assert [fault[:2] for fault in faults(text)] == expected


@pytest.mark.parametrize("name", THIN)
def test_thin(name: str) -> None:
    text, *expected = THIN[name]
    assert thin_faults(text) == [(*fault, True) for fault in expected]


@pytest.mark.parametrize("name", PLAIN)
def test_plain(name: str) -> None:
    text, *expected = PLAIN[name]
    assert thin_faults(text) == [(*fault, False) for fault in expected]


@pytest.mark.parametrize(
    ("text", "number", "due", "last"),
    [
        ("3&4. C", 3, 5, 4),
        ("3&4. C", 3, 6, 0),
        ("3-4 days", 3, 5, 0),
        ("3 to 4: C", 3, 5, 4),
        ("3-2. C", 3, 3, 0),
        ("三、四、丙", 3, 5, 4),
        ("三、四方", 3, 5, 0),
    ],
)
def test_the_last_of_joined_numbers(text: str, number: int, due: int, last: int) -> None:
    assert last_joined(text, 1, number, due) == last
