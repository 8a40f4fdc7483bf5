"""Numbers that a report takes from elsewhere; near misses first."""

from __future__ import annotations

import pytest
from fault_tables import faults
from shipped import MATCHER, parse

from reportlint.core.lexicon import Style
from reportlint.structure.numbering import runs_of
from reportlint.structure.outside import is_version

_AGENDA = "".join(f"## 4.{n} Topic {n}\n\nWe spoke of it.\n\n" for n in (1, 2, 4, 13, 14, 18))
_LINKS = "".join(f"* [5.{n} Topic](july.md#5{n}-topic)\n" for n in (1, 2, 4, 5, 6, 7, 9, 10))
_VERSIONS = (
    "* 1.103 brought exports.\n* 1.104 Billing came.\n* 1.108 introduced costs.\n"
    "* 1.109 brings clouds.\n"
)
SILENT = {
    "rows of a table as bullets": (
        "*    *   a)\n\n    *   planen\n\n*    *   c)\n\n    *   prüfen\n\n*    *   d)\n\n    *   messen\n"
    ),
    "cells of a table without its first bar": "5.2.1 | 开标 | 现场\n\n5.2.3 | 评标 | 封闭\n\n5.2.4 | 定标 | 会议\n",
    "below a bullet with nothing behind it": (
        "*\n    a)  planen\n\n    c)  prüfen\n\n    d)  messen\n"
    ),
    "tasks of a meeting": "- 86.2 Ask them - done\n- 86.3 Test it - open\n",
    "most are links": (
        "- **[01. A](../a.md)** - one\n- **[03. B](../b.md)** - two\n- **[07. C](../c.md)** - three\n"
        "- 08. D\n"
    ),
    "minutes keep the numbers of the agenda": _AGENDA,
    "links into another file": _LINKS,
    "versions": _VERSIONS,
    "two topics of an agenda": "## 4. 人事\n\n报告如下。\n\n## 5. 设施\n\n报告如下。\n",
    "some of the titles": (
        "2.1 范围\n\n2.3 分工\n\n2.4 时限\n\n# 2 方案\n\n## 2.1 范围\n\n文。\n\n## 2.2 步骤\n\n文。\n\n## 2.3 分工\n\n文。\n\n## 2.4 时限\n"
    ),
    "the number of the chapter": "**4. 进展**\n\n文。\n\n**4. 问题**\n\n文。\n\n**4. 打算**\n\n文。\n",
    "few topics of an agenda": "## 2. 甲\n\n文。\n\n## 4. 乙\n\n文。\n\n## 5. 丙\n\n文。\n",
}
FIRING = {
    "numbers that no title has": (
        "2.1 范围\n\n2.3 分工\n\n2.4 时限\n\n# 3 方案\n\n## 3.1 范围\n\n文。\n\n## 3.2 步骤\n\n文。\n",
        ("gap", 3, "2.3"),
    ),
    "the number of a chapter, and the next": (
        "**4. 进展**\n\n文。\n\n**4. 问题**\n\n文。\n\n**5. 打算**\n\n文。\n",
        ("start", 1, "4."),
        ("duplicate", 5, "4."),
    ),
    "a low number": (
        "**2. 进展**\n\n文。\n\n**2. 问题**\n\n文。\n\n**2. 打算**\n\n文。\n",
        ("start", 1, "2."),
        ("duplicate", 5, "2."),
        ("duplicate", 9, "2."),
    ),
    "behind a bullet": ("- a) plan\n- c) test\n- d) measure\n", ("gap", 2, "c)")),
    "tasks of a section that is there": (
        "## 12 Tasks\n\n- 12.2 Ask them\n- 12.3 Test it\n",
        ("start", 3, "12.2"),
    ),
    "one slip": (
        "".join(f"## 4.{n} Topic\n\nText.\n\n" for n in (1, 2, 4, 5)),
        ("gap", 9, "4.4"),
    ),
    "the first is missing": ("## 2. 甲\n\n文。\n\n## 3. 乙\n\n文。\n", ("start", 1, "2.")),
    "the first two are missing": ("3. 甲\n4. 乙\n5. 丙\n6. 丁\n", ("start", 1, "3.")),
    "two slips": (
        "1. a\n2. b\n4. c\n5. d\n7. e\n",
        ("gap", 3, "4."),
        ("gap", 5, "7."),
    ),
    "three slips of many items": (
        "".join(f"{n}. a\n" for n in (1, 2, 3, 5, 6, 7, 9, 10, 11, 13)),
        ("gap", 4, "5."),
        ("gap", 7, "9."),
        ("gap", 10, "13."),
    ),
    "the author's number stands before the link": (
        "1. [A](a.md)\n2. [B](b.md)\n4. [C](c.md)\n",
        ("gap", 3, "4."),
    ),
    "three numbers deep": (
        "4.3.2 材料不全的，一次告知。\n\n4.3.3 逾期的，视为撤回。\n",
        ("start", 1, "4.3.2"),
    ),
    "two links of five items": (
        "- [01. A](../a.md)\n- [03. B](../b.md)\n- 04. C\n- 06. D\n- 07. E\n",
        ("gap", 2, "03."),
        ("gap", 4, "06."),
    ),
    "two slips of four items": (
        "1. 甲\n3. 乙\n4. 丙\n6. 丁\n",
        ("gap", 2, "3."),
        ("gap", 4, "6."),
    ),
    "links within the file": (
        "* [1. A](#a)\n* [2. B](#b)\n* [4. C](#c)\n",
        ("gap", 3, "4."),
    ),
    "a copy is the author's": (
        "一、甲\n\n一、乙\n\n一、丙\n\n一、丁\n",
        ("duplicate", 3, "一、"),
    ),
}


@pytest.mark.parametrize("name", SILENT)
def test_numbers_from_elsewhere_are_silent(name: str) -> None:
    assert faults(SILENT[name]) == []


@pytest.mark.parametrize("name", FIRING)
def test_slips_are_found(name: str) -> None:
    text, *expected = FIRING[name]
    assert [fault[:3] for fault in faults(text)][: len(expected)] == expected


@pytest.mark.parametrize(
    ("text", "versions"),
    [
        ("- 6.4 landed late.\n- 6.5 is open.\n", [True, True]),
        ("- 6.4 Landing\n- 6.5 is open.\n", [False, True]),
        ("- 6.4 着陆\n- 6.5 开放\n", [False, False]),
    ],
)
def test_a_version_is_the_subject_of_its_sentence(text: str, versions: list[bool]) -> None:
    (run,) = runs_of(parse(text, "markdown"), MATCHER)
    dotted = Style("dotted", "dotted")
    assert [is_version(marker, dotted, text) for marker in run.markers] == versions
    assert not any(is_version(candidate, Style("dot", "arabic"), text) for candidate in run.markers)
