"""Faults whose evidence is thin because of the text around the marker, and the plain faults that a
user makes, which stay warnings."""

from __future__ import annotations

import pytest
from fault_tables import thin_faults

# What a user would call an obvious mistake: a short list, in which one number is wrong.
PLAIN = {
    "一、二、四、 in lines": ("一、总体情况\n二、主要做法\n四、下步打算\n", ("gap", 3)),
    "1. 2. 4.": ("1. 甲\n2. 乙\n4. 丙\n", ("gap", 3)),
    "1. 2. 4. as headings": (
        "## 1. 甲\n\n文。\n\n## 2. 乙\n\n文。\n\n## 4. 丙\n\n文。\n",
        ("gap", 9),
    ),
    "（一）（三）": ("（一）抓学习。\n（三）抓作风。\n", ("gap", 2)),
    "第一章、第三章": ("# 第一章 总则\n\n文。\n\n# 第三章 附则\n\n文。\n", ("gap", 5)),
    "第一条、第三条": ("第一条 为了甲。\n\n第二条 凡乙。\n\n第四条 丙。\n", ("gap", 5)),
    "一是、二是、四是": ("要做到：一是抓学习；二是抓作风；四是抓落实。\n", ("gap", 1)),
    "一是、二是、四是 in lines": ("一是抓学习。\n二是抓作风。\n四是抓落实。\n", ("gap", 3)),
    "First, … Third, …": ("First, it is slow. Second, it is dear. Fourth, it fails.\n", ("gap", 1)),
    "1. 2. 2. 3.": ("1. a\n2. b\n2. c\n3. d\n", ("duplicate", 3)),
    "二、 twice": (
        "一、甲\n\n文。\n\n二、乙\n\n文。\n\n二、丙\n\n文。\n\n三、丁\n",
        ("duplicate", 9),
    ),
    "1 3 2 4": ("1. a\n3. b\n2. c\n4. d\n", ("gap", 2)),
    "1、 2． 3、": ("1、甲\n2．乙\n3、丙\n", ("mixed", 2)),
    "begins at 二、": ("工作如下：\n\n二、甲\n\n三、乙\n\n四、丙\n", ("start", 3)),
    "1.1 1.3": ("## 1 甲\n\n### 1.1 乙\n\n### 1.2 丙\n\n### 1.4 丁\n", ("gap", 7)),
    # the surroundings do not make it thin
    "behind nested lists": ("1. a\n   - x\n   - y\n2. b\n   1. x\n   2. y\n4. c\n", ("gap", 7)),
    "behind a short line that ends in a letter": ("1. alpha\n2. beta\n4. gamma\n", ("gap", 3)),
    "questions that count on in the next section": (
        "## 1. A\n\n**Q1. a?**\n\n**Q2. b?**\n\n## 2. B\n\n**Q3. c?**\n\n## 3. C\n\n**Q5. d?**\n",
        ("gap", 13),
    ),
    "four phases behind bullets": (
        "- Phase 1: a\n- Phase 2: b\n- Phase 4: c\n- Phase 5: d\n",
        ("gap", 3),
    ),
    "a wrapped item": (
        "1. A first item that is long enough to be wrapped\n   at its end.\n2. b\n4. c\n",
        ("gap", 4),
    ),
    "two page numbers": ("1. a\n\n- 3 -\n\n2. b\n\n- 4 -\n\n4. c\n", ("gap", 9)),
}

THIN = {
    "steps that another paragraph tells of": (
        "流程：①登记；②审核；③发放。\n\n关闭后：⑤停止；⑥恢复。\n",
        ("gap", 3),
    ),
    "steps that another item tells of": (
        "- 先①登记；②审核。\n- 关闭后，④停止；⑤恢复。\n",
        ("gap", 2),
    ),
    "a line that was wrapped behind a comma": (
        "1) a\n\n2) b\n\nThe formula needs the 1., the 2.,\n4) and so on, as the rest does.\n",
        ("gap", 6),
    ),
    "forty blocks apart": ("1. a\n\n2. b\n\n" + "Text.\n\n" * 41 + "4. c\n", ("gap", 87)),
    "stages behind bullets": ("- 阶段 0：甲\n- 阶段 1：乙\n- 阶段 3：丙\n", ("gap", 3)),
    "chapters of a book, behind bullets": (
        "- 第1章 甲。\n- 第2章 乙。\n- 第4章 丙。\n- 第5章 丁。\n",
        ("gap", 3),
    ),
    "the first part of a number with a space in it": (
        "## 2. 1 甲\n\n文。\n\n## 2. 2 乙\n\n文。\n\n## 3. 1 丙\n",
        ("duplicate", 5),
        ("start", 1),
    ),
    "a number that is only a bullet": (
        "1. a\n2. b\n2. c\n2. d\n2. e\n",
        ("duplicate", 3),
        ("duplicate", 4),
        ("duplicate", 5),
    ),
    "estimates": ("- (1) Create\n- (0.5) Run\n- (3) Implement\n- (4) Test\n", ("gap", 3)),
    "a source that is named again": (
        "1. a\n2. [B](https://b/#1) says c\n2. [B](https://b/#2) says d\n3. e\n",
        ("duplicate", 3),
    ),
    "a copy in a list that begins at four": (
        "4. a\n5. b\n5. c\n6. d\n",
        ("duplicate", 3),
        ("start", 1),
    ),
    "begins at four, led in": ("Download the release:\n\n4. a\n5. b\n6. c\n", ("start", 3)),
    "begins at two below a heading": ("## Alternatives\n\n2. a\n3. b\n", ("start", 3)),
    "words divided at the end of lines": (
        "1. Das Grund-\nstück ist zu räu-\nmen, die Ge-\nbühr zu zahlen.\n2. b\n4. c\n",
        ("gap", 6),
    ),
    "page numbers": (
        "第一条 甲。\n\n－ 1 －\n\n第二条 乙。\n\n－ 2 －\n\n第四条 丙。\n\n－ 3 －\n",
        ("gap", 9),
    ),
    "anchors of pages": (
        (
            '<span id="page-1-0"></span>1. a\n\n<span id="page-2-0"></span>2. b\n\n'
            '<span id="page-3-0"></span>4. c\n'
        ),
        ("gap", 5),
    ),
}

SILENT = {
    "an alternative": ("### 1. 甲\n\n文。\n\n### 1. (代替) 乙\n\n文。\n\n### 2. 丙\n",),
    "a heading of a number alone": (
        "## 1、甲\n\n文。\n\n## 2、乙\n\n文。\n\n### 3\n\n文。\n\n## 4、丁\n",
    ),
    "a number in a tag": ('## 1. 甲\n\n文。\n\n## <h2 id="b">2. 乙</h2>\n\n文。\n\n## 3. 丙\n',),
    "a heading between two lines of dashes": (
        (
            "## 1. A\n\nText.\n\n--------------------\n\n## 2. B\n\n  ---------- --------\n"
            "  x          y\n  ---------- --------\n\n--------------------\n\n## 3. C\n"
        ),
    ),
    "an exercise that was deleted": ("**1.** a\n\n**2.** b\n\n**2. (DELETED)** c\n\n**3.** d\n",),
    "a clause that was removed": ("1. a\n2. b\n(clause 3 removed with permission)\n4. d\n",),
    "a phase in two parts": (
        "### Phase 1 / `M1` Core\n\nT.\n\n### Phase 2 / `M2` Net\n\nT.\n\n### Phase 2 / `M3` AI\n",
    ),
    "spaces between all characters": (
        "第一条 甲。\n\n第二条 乙。\n\n第 三 条 丙。\n\n第四条 丁。\n",
    ),
}

NOT_EXCUSED = {
    "a link is no remark": ("1. [A](#a)\n2. [Alternatives](#b)\n2. [Outlook](#c)\n3. [D](#d)\n", 3),
    "another name for a title": (
        "一、甲\n\n文。\n\n二、乙（或：丙）\n\n文。\n\n二、丁\n\n文。\n\n三、戊\n",
        9,
    ),
    "a remark within the line": ("1. a\n2. b\n2. c (or so) d\n3. e\n", 3),
    "digits behind a marker": ("## 1. 甲\n\n文。\n\n## 2. 3个乙\n\n文。\n\n## 4. 丙\n", 9),
    "three copies": ("1. a\n2. b\n2. c\n2. d\n", 3),
    "a line on deleting": ("## 1. a\n\n删除 2 个文件。\n\n## 3. b\n\nT.\n\n## 4. c\n", 5),
}


@pytest.mark.parametrize("name", PLAIN)
def test_plain(name: str) -> None:
    text, *expected = PLAIN[name]
    assert thin_faults(text) == [(*fault, False) for fault in expected]


@pytest.mark.parametrize("name", THIN)
def test_thin(name: str) -> None:
    text, *expected = THIN[name]
    assert thin_faults(text) == [(*fault, True) for fault in expected]


def test_the_next_heading_lost_its_mark() -> None:
    text = "### 1.甲\n\n文。\n\n### 2、乙\n\n文。\n\n### 3、丙\n\n1. a\n2. b\n3. c\n4、丁\n文。\n"
    assert thin_faults(text) == [("mixed", 5, False), ("mixed", 14, True)]


@pytest.mark.parametrize("name", SILENT)
def test_silent(name: str) -> None:
    assert thin_faults(*SILENT[name]) == []


@pytest.mark.parametrize("name", NOT_EXCUSED)
def test_not_excused(name: str) -> None:
    text, line = NOT_EXCUSED[name]
    assert (line, False) in [(fault[1], fault[2]) for fault in thin_faults(text)]
