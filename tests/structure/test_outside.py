"""Numbers that a report takes from elsewhere; near misses first."""

from __future__ import annotations

import pytest
from fault_tables import faults

_AGENDA = "".join(f"## 4.{n} Topic {n}\n\nWe spoke of it.\n\n" for n in (1, 2, 4, 13, 14, 18))
_LINKS = "".join(f"* [5.{n} Topic](july.md#5{n}-topic)\n" for n in (1, 2, 4, 5, 6, 7, 9, 10))
_VERSIONS = (
    "* 1.103 brought exports.\n* 1.104 Billing came.\n* 1.108 introduced costs.\n"
    "* 1.109 brings clouds.\n"
)
SILENT = {
    "minutes keep the numbers of the agenda": _AGENDA,
    "links into another file": _LINKS,
    "versions": _VERSIONS,
    "two topics of an agenda": "## 4. 人事\n\n报告如下。\n\n## 5. 设施\n\n报告如下。\n",
    "few topics of an agenda": "## 2. 甲\n\n文。\n\n## 4. 乙\n\n文。\n\n## 5. 丙\n\n文。\n",
}
FIRING = {
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
    text, *found = FIRING[name]
    assert [fault[:3] for fault in faults(text)][: len(found)] == found
