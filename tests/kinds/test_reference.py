from __future__ import annotations

from typing import Any

import pytest

from reportlint.kinds import reference
from support.kinds import check, hits

ANNEX = {
    "uses": [r"见附件\s*(?P<at>[一二三四五\d]+)"],
    "defines": [r"^附件\s*(?P<at>[一二三四五\d]+)[：:]"],
}
FIGURE = {"uses": [r"[图表]\s*\d+(?:-\d+)?"], "defines": [r"^(?P<at>[图表]\s*\d+(?:-\d+)?)[ 　]"]}
LINK = {"uses": [r"\]\(#(?P<at>[^)\s]+)"], "headings": "github", "scope": ["prose", "link"]}
SHORT = {
    "defines": ["以下简称“?(?P<at>[^”）)]+)”?[）)]"],
    "names": True,
    "tell": ["early"],
}
ABBREVIATION = {
    "uses": [r"\b[A-Z]{2,5}\b"],
    "defines": [r"\((?P<at>[A-Z]{2,5})\)"],
    "tell": ["undefined", "early"],
}
BOTH = {**FIGURE, "tell": ["undefined", "unused"]}

SILENT: list[tuple[dict[str, Any], str]] = [
    (ANNEX, "见附件二。\n\n附件2：名单"),  # numerals of either kind, either width
    (  # what is used outside of the scope is used
        {**ANNEX, "scope": ["paragraph"], "tell": ["undefined", "unused"]},
        "# 见附件1\n\n附件1：名单",
    ),
    (ANNEX, "见附件1。"),  # the annexes may be in another file
    ({**ANNEX, "needs": True}, "附件1：名单"),
    (
        {**ANNEX, "scope": ["prose", "not inline-code"]},
        "`见附件3`\n\n附件1：名单\n\n```\n见附件4\n```",
    ),
    (FIGURE, "支出见图 2-1。\n\n图２-１ 全年支出"),
    (LINK, "# A\n\n## What we did?\n\n## What we did?\n\n[x](#what-we-did) [y](#what-we-did-1)"),
    (LINK, "# 甲\n\n## 一、`code` 和 [链接](b.md)\n\n[x](#一code-和-链接)"),
    (LINK, "# A\n\n## snake_case _now_\n\n[x](#snake_case-now) [y](b.md#none)"),
    ({**LINK, "headings": "any"}, "# A\n\n## 1. What -- we did\n\n[x](#what_we_did)"),
    (LINK, "# 甲\n\n## 乙丙\n\n[x](#%E4%B9%99%E4%B8%99)"),
    (
        SHORT,
        "市教育局要求。\n\n市教育局（以下简称“教育局”）负责。教育局通知。",
    ),  # within the long form
    (SHORT, "本市教育局（以下简称“教育局”）负责。"),
    (ABBREVIATION, "A Service Level Objective (SLO) is set. The SLO holds."),
    (ABBREVIATION, "The SLO holds."),
    (BOTH, "支出见表1。\n\n表1 支出"),
]

FIRES: list[tuple[dict[str, Any], str]] = [
    (ANNEX, "见附件⟦3⟧。\n\n附件1：名单"),
    ({**ANNEX, "needs": True}, "见附件⟦一⟧。"),
    (ANNEX, "见附件⟦2⟧。\n\n```\n附件2：名单\n```\n\n附件1：名单"),  # code defines nothing
    (FIGURE, "支出见⟦图2-2⟧，收入见⟦表3⟧。\n\n图2-1 全年支出"),
    (LINK, "# A\n\n## What we did\n\n[x](#⟦what-we-did-1⟧) [y](#⟦what_we_did⟧)"),
    ({**LINK, "headings": "any"}, "# A\n\n## What we did\n\n[x](#⟦what-we-do⟧)"),
    (SHORT, "⟦管委会⟧要求。\n\n高新区管理委员会（以下简称“管委会”）负责。"),
    (ABBREVIATION, "The ⟦SLO⟧ holds. A Service Level Objective (SLO) is set; see ⟦SLA⟧."),
    (BOTH, "支出见表1。\n\n表1 支出\n\n⟦表2⟧ 收入"),
    ({**ANNEX, "tell": ["early"]}, "见附件⟦1⟧。\n\n附件1：名单"),
    (  # of several early uses the first
        {**ANNEX, "tell": ["early"]},
        "见附件⟦1⟧，再见附件1。见附件⟦二⟧。\n\n附件1：名单\n\n见附件1。\n\n附件2：名单",
    ),
]


@pytest.mark.parametrize(("options", "text"), SILENT)
def test_stays_silent(options: dict[str, Any], text: str) -> None:
    check("reference", options, text)


@pytest.mark.parametrize(("options", "text"), FIRES)
def test_fires(options: dict[str, Any], text: str) -> None:
    assert check("reference", options, text)


def test_what_the_message_can_say() -> None:
    (hit,) = hits("reference", {**ANNEX, "tell": ["early"]}, "见附件1。\n\n附件一：名单")
    assert (hit.values["found"], hit.values["name"], hit.values["known"]) == (
        "见附件1",
        "1",
        ("一",),
    )
    assert hit.values["problem"]["zh"] == "用在出处之前"
    assert [tuple(span) for span, _ in hit.related] == [(9, 10)]


@pytest.mark.parametrize(
    ("options", "to_blame"),
    [
        ({"defines": ["a"]}, ["kind"]),
        ({"uses": ["a"]}, ["kind"]),
        ({"defines": ["a"], "names": True}, ["tell"]),
        (SHORT, []),
        (LINK, []),
    ],
)
def test_a_rule_that_could_never_find_anything(options: Any, to_blame: list[str]) -> None:
    assert [option for option, _ in reference.complaints(options)] == to_blame
