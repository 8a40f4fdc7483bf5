from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import REPORT

from support.kinds import check, hits

SHORT = {"first": {"any": ["以下简称"], "regex": []}, "then": {"any": ["管委会"], "regex": []}}


def sides(first: str, then: str, **more: Any) -> dict[str, Any]:
    return {"first": {"any": [first], "regex": []}, "then": {"any": [then], "regex": []}, **more}


SILENT: list[tuple[dict[str, Any], str]] = [
    (sides("原因", "措施"), "原因是甲。\n\n措施是乙。"),
    (sides("原因", "措施"), "措施是乙。"),  # nothing to stand before
    (sides("原因", "措施"), "原因是甲。"),
    (sides("原因", "措施"), "原因是甲。措施是乙。原因是丙。"),  # the first of each counts
    (sides("原因", "措施", per="section"), "# 题\n\n## 甲\n\n措施\n\n## 乙\n\n原因\n"),
    (
        sides("原因", "措施", scope=["prose", "not heading"]),
        "# 题\n\n## 措施\n\n原因是甲，措施是乙。",
    ),
    (sides("原因", "措施"), "```\n措施\n```\n\n原因。措施。"),
    (sides("高新区管委会", "管委会"), "高新区管委会是甲。管委会要乙。"),  # one that holds the other
    (sides("SLA", "SLO"), "SLOW, then SLA, then SLO"),
    (sides("原因", "措施", needs=True), "没有说。"),
    ({**sides("summary", "timeline"), "ignore-case": False}, "# R\n\n## Timeline\n\n## Summary\n"),
    (
        sides("（以下简称", "管委会", needs=True),
        "高新区(以下简称管委会)。管委会要求。",
    ),  # either width
]

FIRES: list[tuple[dict[str, Any], str]] = [
    (sides("原因", "措施"), "⟦措施⟧是乙。\n\n原因是甲。"),
    (sides("原因", "措施"), "⟦措施⟧，措施。原因。措施。"),  # the first only
    (sides("原因", "措施", every=True), "⟦措施⟧，⟦措施⟧。原因。措施。"),
    (sides("原因", "措施", needs=True), "⟦措施⟧是乙。"),
    (
        sides("原因", "措施", per="section"),
        "# 题\n\n## 甲\n\n⟦措施⟧，原因\n\n## 乙\n\n原因，措施\n",
    ),
    (
        sides("原因", "措施", per="section-with-subsections"),
        "# 题\n\n## 甲\n\n⟦措施⟧\n\n### 乙\n\n原因，措施\n",
    ),
    (sides("原因", "措施", scope=["heading"]), "# 题\n\n## ⟦措施⟧\n\n原因。\n\n## 原因\n"),
    (
        {"first": {"any": [], "regex": ["第一"]}, "then": {"any": [], "regex": ["第[二三]"]}},
        "⟦第三⟧，第一，第二。",
    ),
    (sides("summary", "timeline"), "# R\n\n## ⟦Timeline⟧\n\n## Summary\n"),  # letters of any case
    (
        {**sides("Summary", "Timeline"), "ignore-case": False},
        "# R\n\n## ⟦Timeline⟧\n\n## Summary\n",
    ),
    ({**SHORT, "needs": True}, "⟦管委会⟧要求，高新区管委会（以下简称管委会）。"),
]


@pytest.mark.parametrize(("options", "text"), SILENT)
def test_stays_silent(options: dict[str, Any], text: str) -> None:
    check("order", options, text, of=REPORT)


@pytest.mark.parametrize(("options", "text"), FIRES)
def test_fires(options: dict[str, Any], text: str) -> None:
    assert check("order", options, text, of=REPORT)


def test_what_the_message_can_say() -> None:
    (hit,) = hits("order", sides("原因", "措施"), "措施是乙。\n\n原因是甲。")
    assert (hit.values["found"], hit.values["first"], hit.values["first_line"]) == (
        "措施",
        "原因",
        "3",
    )
    assert [tuple(span) for span, _ in hit.related] == [(7, 9)]
    (alone,) = hits("order", sides("原因", "措施", needs=True), "措施")
    assert (alone.values["first"], alone.related) == (("原因",), ())


TEXTS = st.text(st.sampled_from("甲乙，。\n #"), max_size=50)


@given(TEXTS)
def test_it_is_the_first_of_each_that_counts(text: str) -> None:
    readable = [hit.span.start for hit in hits("pattern", {"regex": ["[甲乙]"]}, text)]
    matches = hits("order", sides("甲", "乙"), text)
    letters = "".join(text[at] for at in readable)
    assert bool(matches) == (letters.startswith("乙") and "甲" in letters)
    every = hits("order", sides("甲", "乙", every=True), text)
    assert len(every) == (len(letters) - len(letters.lstrip("乙")) if "甲" in letters else 0)
