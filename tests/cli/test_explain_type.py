"""The page about a report type has every demand that the type makes, and no other."""

from __future__ import annotations

from typing import Any

import pytest

from reportlint.cli.explain_type import page
from reportlint.core.report_type import (
    Group,
    Phrases,
    Placement,
    Recognise,
    ReportType,
    SectionSpec,
)
from reportlint.core.rule import FieldTest

BARE = ReportType("memo", "house", {"zh": "便函", "en": "Memo"})
LINE = Group("basis", Phrases(("根据",)), {"zh": "依据", "en": "the basis"}, "error", "GB/T 9704")


def shown(language: str = "en", **changes: Any) -> list[str]:
    return list(page(BARE._replace(**changes), language, 60))


def test_a_type_that_demands_nothing() -> None:
    assert shown() == [
        "memo: Memo (report type, pack house)",
        "",
        "Write a new one:",
        "  reportlint new memo",
    ]
    assert shown("zh")[0] == "memo：便函（文种，规则包 house）"


SAID: list[tuple[dict[str, Any], list[str]]] = [
    (
        {"opening": Placement(2, (LINE._replace(points=True),))},
        [
            "",
            "Opening:",
            "  the basis [error] (within 2 paragraphs of the body)",
            "    such as 根据",
            "    only of an opening in prose that leads in numbered points, 一、 and 二、",
            "    source GB/T 9704",
        ],
    ),
    ({"why": {"en": "As the office has it."}}, ["", "As the office has it."]),
    (
        {"recognise": Recognise(Phrases(("便函", "函"), ("函$",)))},
        ["", "Recognised by a title such as:", "  便函, 函, 函$"],
    ),
    (
        {"opening": Placement(2, (LINE,))},
        [
            "",
            "Opening:",
            "  the basis [error] (within 2 paragraphs of the body)",
            "    such as 根据",
            "    source GB/T 9704",
        ],
    ),
    (
        {
            "closing": Placement(
                3, (Group("end", Phrases(("特此函告",))),), "", FieldTest("级别", ("急",))
            )
        },
        [
            "",
            "Closing:",
            "  特此函告 (within 3 paragraphs of the body)",
            "  only where 级别 is 急",
        ],
    ),
    (
        {"must": (LINE,), "must_not": (Group("x", Phrases(("大概",))),)},
        [
            "",
            "It must say:",
            "  the basis [error]",
            "    such as 根据",
            "    source GB/T 9704",
            "",
            "It must not say:",
            "  大概",
        ],
    ),
    (
        {"parts": {"addressee": "required", "date": "recommended", "number": "optional"}},
        ["", "Around its body: addressee, date"],
    ),
]


@pytest.mark.parametrize(("changes", "lines"), SAID)
def test_what_is_said(changes: dict[str, Any], lines: list[str]) -> None:
    bare = shown()
    assert shown(**changes) == [bare[0], *lines, *bare[1:]]


UNSAID: list[dict[str, Any]] = [
    {"opening": Placement(2, ())},
    {"parts": {"addressee": "optional"}},
    {"why": {}},
    {"recognise": Recognise(path=("*.md",))},
]


@pytest.mark.parametrize("changes", UNSAID)
def test_what_is_not_said(changes: dict[str, Any]) -> None:
    assert shown(**changes) == shown()


def test_sections_with_their_demands() -> None:
    inner = SectionSpec("steps", "措施", Phrases(("措施", "办法")), demand="recommended")
    outer = SectionSpec(
        "plan",
        "计划",
        demand="required",
        severity="warning",
        must=(LINE,),
        sections=(inner,),
        when=FieldTest("年度", absent=True),
    )
    lines = shown(sections=(outer,), ordered=True)
    at = lines.index("Sections: (in this order)")
    assert lines[at + 1 : -3] == [
        "  计划: required [warning]",
        "    only without a field 年度",
        "    must say: the basis [error]",
        "      such as 根据",
        "      source GB/T 9704",
        "    措施: recommended",
        "      also 办法",
    ]


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        (FieldTest("a", ("b", "c")), "only where a is b or c"),
        (FieldTest("a", (), ("b",)), "only where a is not b"),
        (FieldTest("a", absent=True), "only without a field a"),
        (FieldTest("a"), "only with a field a"),
    ],
)
def test_conditions(test: FieldTest, expected: str) -> None:
    assert f"  {expected}" in shown(opening=Placement(2, (LINE,), "", test))


def test_a_long_list_is_cut() -> None:
    titles = tuple(f"题{number}" for number in range(9))
    assert "  题0, 题1, 题2, 题3, 题4, 题5, 题6, 题7 …" in shown(
        recognise=Recognise(Phrases(titles))
    )
