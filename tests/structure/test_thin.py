"""Faults for which the evidence is thin, and faults that are plain."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from fault_tables import thin_faults

from reportlint.core.numbering import Fault, Marker, Run
from reportlint.core.span import Span
from reportlint.structure.thin import _is_of_fragment, _is_within_clause

_MANY = "".join(f"{n}. a\n{n}. b\n\n## H{n}\n\n" for n in range(1, 9))
PLAIN = {
    "a gap": ("1. a\n2. b\n4. c\n", ("gap", 3)),
    "begins at two below a heading, in Chinese": ("## 甲\n\n二、乙\n三、丙\n", ("start", 3)),
    "begins at two behind a colon, in digits": ("Do:\n\n2. a\n3. b\n", ("start", 3)),
    "four headings from two on": (
        "Text.\n\n## 2. a\n\nT.\n\n## 3. b\n\nT.\n\n## 4. c\n\nT.\n\n## 5. d\n\nT.\n",
        ("start", 3),
    ),
    "three headings from two on, behind one without a number": (
        "## a\n\n### 1.1 x\n\n## 2. b\n\nT.\n\n## 3. c\n\nT.\n\n## 4. d\n\nT.\n",
        ("start", 5),
    ),
    "begins at two, led in": ("措施如下：\n\n2. 甲\n3. 乙\n4. 丙\n", ("start", 3)),
    "two items forty blocks apart": ("1. a\n\n" + "Text.\n\n" * 39 + "3. b\n", ("gap", 81)),
    "two headings": ("## 1. A\n\nText.\n\n## 3. B\n\nText.\n", ("gap", 5)),
    "a copy with other words": ("1. a\n2. b\n2. c\n3. d\n", ("duplicate", 3)),
    "two gaps": ("1. a\n3. b\n4. c\n5. d\n7. e\n", ("gap", 2), ("gap", 5)),
    "fences of code": (
        "### 甲\n\n```\n# 子\nint a;\n```\n\n1. 子\n2. 丑\n4. 寅\n",
        ("gap", 10),
    ),
    "the next section, of no slides": (
        "# 1. 概况\n\n文。\n\n---\n\n# 2. 架构 A\n\n文。\n\n---\n\n# 2. 架构 B\n\n文。\n",
        ("duplicate", 13),
    ),
    "in one block quote": ("> 1. a\n> 2. b\n> 2. c\n> 3. d\n", ("duplicate", 3)),
    "the first behind nought": ("## 0. a\n\nT.\n\n## 2. b\n\nT.\n\n## 3. c\n", ("gap", 5)),
    "four numbers on, in headings": (
        "## 1. a\n\nText.\n\n## 2. b\n\nText.\n\n## 6. c\n\nText.\n",
        ("gap", 9),
    ),
    "an item that comes too early": ("1. a\n4. b\n2. c\n3. d\n5. e\n", ("gap", 2)),
    "the chapter of decimal numbers is there": (
        "## 第四章 议程\n\n### 4.1 甲\n\n文。\n\n### 4.3 乙\n\n文。\n\n### 4.4 丙\n",
        ("gap", 7),
    ),
    "the chapter before is there": (
        "## 3.1 甲\n\n文。\n\n## 4.1 乙\n\n文。\n\n## 4.3 丙\n\n文。\n\n## 4.4 丁\n",
        ("gap", 9),
    ),
    "a caption that the text speaks of": (
        "见表1。\n\n表1 年龄\n\n见表2。\n\n表1 收入\n\n## 二、问题\n\n文。\n",
        ("duplicate", 7),
    ),
    "begins at two behind a colon": ("依次完成：\n\n第二步，甲。\n\n第三步，乙。\n", ("start", 3)),
    "a decimal number with words": ("1.1 a\n\n1.3 b\n\n1.4 c\n", ("gap", 3)),
    "a gap behind an item with the same words": (
        "# 1. 概况\n\n文。\n\n# 2. 进展\n\n文。\n\n# 4. 进展\n\n文。\n",
        ("gap", 9),
    ),
    "two versions among five": (
        "- 1.1 (until May)\n- 1.2 甲\n- 1.4 乙\n- 1.5 丙\n- 1.6 (until July)\n",
        ("gap", 3),
    ),
    "one version of two": ("- 1.1 (until May)\n- 1.3 甲\n", ("gap", 2)),
    "a number too low for which the list goes on": ("1. a\n2. b\n3. c\n2. d\n5. e\n", ("order", 4)),
    "one for four": ("1. a\n2. b\n3. c\n1. d\n5. e\n", ("order", 4)),
    "an item that was moved": ("1. a\n3. b\n4. c\n2. d\n5. e\n", ("order", 4)),
    "decimal numbers in lines begin at two": (
        "## 3 任务\n\n本章：\n\n3.2 甲\n\n3.3 乙\n\n3.4 丙\n",
        ("start", 5),
    ),
}
THIN = {
    "three headings from two on": (
        "# T\n\n## 2. a\n\nT.\n\n## 3. b\n\nT.\n\n## 4. c\n\nT.\n",
        ("start", 3),
    ),
    "begins at three": ("3. a\n4. b\n5. c\n", ("start", 1)),
    "begins at two in the text": ("Text.\n\n2. a\n3. b\n", ("start", 3)),
    "four numbers on": ("1. a\n2. b\n6. c\n7. d\n", ("gap", 3)),
    "a number that comes again": ("1. a\n2. b\n3. c\n2. d\n", ("order", 4)),
    "the answer": ("A. x\nB. y\nC. z\nD. u\n\nAnswer:\n\nB. y\n", ("order", 8)),
    "goes on with the line before": ("1. a\n\n# 2. b\n\n3. c\n4. d\n", ("start", 3)),
    "days of a log": (
        "- 2026-03-12\n\n第一部分，甲\n\n第二部分，乙\n\n- 2026-03-05\n\n第二部分，丙\n\n第三部分，丁\n",
        ("duplicate", 9),
    ),
    "exercises that were chosen": ("(1) a\n\n(2) b\n\n(4) c\n\n(6) d\n", ("gap", 5), ("gap", 7)),
    "begins the text at two": ("## 2. a\n\nText.\n\n## 3. b\n\nText.\n", ("start", 1)),
    "two lists that were merged": (
        "1. a\n2. b\n5. e\n3. c\n6. f\n4. d\n7. g\n",
        ("gap", 3),
        ("order", 6),
    ),
    "a file number": ("Files:\n\n02. a\n03. b\n04. c\n", ("start", 3)),
    "a number alone in its line": ("3.2.1\n\n币种\n\n3.2.3\n\n限价\n", ("gap", 5)),
    "two items far apart": ("1. a\n\n" + "Text.\n\n" * 45 + "3. b\n", ("gap", 93)),
    "two items a block more apart": ("1. a\n\n" + "Text.\n\n" * 40 + "3. b\n", ("gap", 83)),
    "all before are 1.": ("1. a\n1. b\n1. c\n3. d\n", ("gap", 4)),
    "all before are nought": ("1) a\n0) b\n0) c\n\nText.\n\n4) d\n0) e\n", ("gap", 7)),
    "a slide that goes on": (
        "# 1. 概况\n\n文。\n\n# 2. 进展\n\n文。\n\n# 2. 进展\n\n文。\n",
        ("duplicate", 9),
    ),
    "fences whose text and code have changed places": (
        "int a;\n```\n\n### 甲\n\n```\nint b;\n\n1. 子\n2. 丑\n4. 寅\n",
        ("gap", 11),
    ),
    "the next slide of a section": (
        "---\nmarp: true\n---\n\n# 1. 概况\n\n文。\n\n---\n\n# 2. 架构 A\n\n文。\n\n---\n\n# 2. 架构 B\n\n文。\n",
        ("duplicate", 17),
    ),
    "the list around it may go on": (
        "1. a\n2. b\n3. c\n1. x\n2. y\n3. z\n4. zz\n4. d\n5. e\n",
        ("duplicate", 8),
    ),
    "every third number is left out": (
        "1. a\n3. b\n5. c\n6. d\n7. e\n8. f\n10. g\n11. h\n12. i\n\n## H\n\n1. a\n2. b\n3. c\n",
        ("gap", 2),
        ("gap", 3),
        ("gap", 7),
    ),
    "five numbers on": ("1. a\n2. b\n7. c\n8. d\n", ("gap", 3)),
    "the numbers of an agenda": (
        "# June 4 Notes\n\n## 4.1 Scope\n\nT.\n\n## 4.3 Terms\n\nT.\n\n## 4.4 Dates\n\n4. no heading\n",
        ("gap", 7),
    ),
    "two attachments that are not next to each other": (
        "文。\n\n附件1：甲\n\n文。\n\n附件3：乙\n",
        ("gap", 7),
    ),
    "the wording of today and the new one": (
        "It says:\n\n> 2. Creates a room.\n\nIt becomes:\n\n> 2. Creates a room with a type.\n",
        ("duplicate", 7),
    ),
    "chapters of which tasks tell": (
        "- [ ] 第二章其他练习\n- [ ] 第二章对答案\n- [x] 第三章对答案\n",
        ("duplicate", 2),
        ("start", 1),
    ),
    "files": ("- 01. 概述\n- 02. 架构\n- 04. 部署\n", ("gap", 3)),
    "files far behind their bullets": (
        "-   01. 概述\n-   02. 架构\n-   04. 部署\n",
        ("gap", 3),
    ),
    "labels that follow each other, but not what leads them in": (
        "文。\n\n措施2：甲\n措施3：乙\n",
        ("start", 3),
    ),
    "labels at the very beginning": ("步骤2：甲\n\n步骤3：乙\n", ("start", 1)),
    "codes of a budget": ("1.1.0 TAXES\n\n1.1.3 DUTIES\n", ("gap", 3)),
    "versions": ("- 2.1 (until May)\n- 2.2 (until June)\n- 2.4 (until July)\n", ("gap", 3)),
}


@pytest.mark.parametrize("name", PLAIN)
def test_plain(name: str) -> None:
    text, *expected = PLAIN[name]
    assert thin_faults(text) == [(*fault, False) for fault in expected]


@pytest.mark.parametrize("name", THIN)
def test_thin(name: str) -> None:
    text, *expected = THIN[name]
    assert thin_faults(text) == [(*fault, True) for fault in expected]


def test_where_slips_are_many_all_are_thin() -> None:
    all_faults = thin_faults(_MANY)
    assert len(all_faults) >= 6
    assert all(thin for _, _, thin in all_faults)


@pytest.mark.parametrize(
    ("before", "within"),
    [("甲", True), ("甲 ", True), ("甲  ", True), ("甲   ", False), ("甲。", False), ("", False)],
)
def test_a_number_in_brackets_within_a_clause(before: str, within: bool) -> None:
    start = len(before)
    marker = SimpleNamespace(span=Span(start, start + 3), place="inline")
    fault: Any = SimpleNamespace(marker=marker)
    assert _is_within_clause(fault, f"{before}(3) 乙") == within
    marker.place = "line"
    assert not _is_within_clause(fault, f"{before}(3) 乙")


@pytest.mark.parametrize(
    ("text", "kind", "numerals", "faults", "is_thin"),
    [
        ("7.2 a", "start", "dotted", ("start",), False),
        ("- 2. a", "start", "arabic", ("start",), False),
        ("- 7.2 a", "gap", "dotted", ("gap",), False),
        ("- 7.2 a", "start", "dotted", ("start",), True),
        ("4. a", "gap", "arabic", ("start", "gap"), True),
    ],
)
def test_a_fragment(
    text: str, kind: str, numerals: str, faults: tuple[str, ...], is_thin: bool
) -> None:
    start = len(text) - len(text.lstrip("- "))
    marker = Marker("s", 4, Span(start, start + 3), "line", 0, Span(start, start + 3))
    run = Run("s", (marker,), -1, tuple(Fault(name, marker, 0) for name in faults))
    style: Any = SimpleNamespace(numerals=numerals)
    assert _is_of_fragment(Fault(kind, marker, 0), run, text, style) is is_thin
