from __future__ import annotations

from typing import Any

import pytest
from readings import LEXICON, REPORT, marked, reading

from reportlint.core.reading import Hit
from reportlint.core.report_type import Group, Phrases, Placement
from reportlint.core.span import Span
from reportlint.kinds import required

CLOSING = {"from": "closing"}
OPENING = {"from": "opening"}
EARLY = {"from": "closing", "fault": "position"}
TAIL = "\n\n张三\n\n2026年1月5日\n\n附件：名单\n"
P = "这一段写的是别的事情。"

CASES: list[tuple[dict[str, Any], str]] = [
    # what must stay silent
    (CLOSING, f"{P}\n\n特此报告。"),
    (CLOSING, f"{P}\n\n特此报告。\n\n谢谢！" + TAIL),
    (
        {"at": "closing", "any": ["to review this"]},
        "All went well.\n\nWe ask you to\nreview this in time.",
    ),  # wrapped
    (CLOSING, "# 题\n"),
    (OPENING, f"各位代表：\n\n现将情况报告如下。\n\n{P}"),
    (EARLY, f"{P}\n\n特此报告。"),
    (EARLY, f"{P}\n\n{P}\n\n{P}"),
    (EARLY, f"{P}\n\n特此报告。\n\n附件：一、名单\n\n二、已经登记的企业的明细表"),  # no sentences
    (EARLY, f"我作工作报告，请予审议。\n\n{P}\n\n{P}\n\n{P}\n\n{P}"),  # an opening
    (EARLY, f"{P}\n\n{P}\n\n特此报告{'，这一段很长' * 20}。\n\n{P}\n\n{P}"),  # in passing
    (EARLY, f"{P}\n\n{P}\n\n有的单位写特此报告，有的不写。\n\n{P}\n\n{P}"),
    (OPENING, f"# 题\n\n现将情况报告如下。\n\n## 一、情况\n\n{P}"),
    (OPENING, f"# 题\n\n## 一、情况\n\n现将情况报告如下。\n\n{P}"),  # it begins with a heading
    (OPENING, f"# 题\n\n## 现将情况报告如下\n\n### 一月\n\n{P}"),  # headings above it
    ({"at": "title", "any": ["报告"]}, "# 述职报告\n\n好。"),
    ({"at": "anywhere", "regex": ["金额[0-9]+元"]}, "| 金额8元 |\n|---|\n| 甲 |"),
    ({"at": "anywhere", "any": ["注意:"]}, "注意：小心。"),  # either width
    ({"at": "anywhere", "any": ["owner:"]}, "Owner: Ann."),  # letters of any case
    ({"at": "anywhere", "any": ["Owner:"], "ignore-case": False}, "Owner: Ann."),
    ({"at": "section:duties", "any": ["成绩"]}, "# 题\n\n## 别的\n\n好。"),
    ({"at": "section:duties", "any": ["成绩"]}, "# 题\n\n## 主要工作\n\n成绩很大。"),
    (
        {
            "at": "closing",
            "within": 1,
            "any": ["甲"],
            "groups": [{"id": "b", "any": ["乙"]}],
            "at-least": 1,
        },
        f"{P}\n\n乙。",
    ),
    # what must be found
    (CLOSING, f"{P}\n\n⟦{P}⟧"),
    (CLOSING, f"情况有变，特此报告。\n\n{P}\n\n⟦{P}⟧" + TAIL),
    (CLOSING, f"{P}\n\n- ⟦{P}⟧\n"),
    (OPENING, f"# 题\n\n各位代表：\n\n⟦{P}⟧\n\n现将情况报告如下。"),
    (OPENING, f"# 题\n\n⟦{P}⟧\n\n## 一、情况\n\n情况如下。"),
    (EARLY, f"{P}\n\n{P}\n\n⟦特此报告⟧。\n\n{P}\n\n{P}"),
    (EARLY, f"⟦特此报告⟧。\n\n{P}\n\n{P}\n\n{P}"),
    (EARLY, f"{P}\n\n不妥之处，我负责。⟦请予审议⟧，谢谢。\n\n{P}\n\n{P}\n\n{P}"),
    # two points go on behind it, however short they are
    (
        EARLY,
        f"{P}\n\n⟦特此报告⟧。\n\n二、其余三家没有登记，请向外地核实。\n\n三、以后可以在平台上自行核查。",
    ),
    ({"at": "title", "any": ["报告"]}, "# ⟦总结⟧\n\n好。"),
    ({"at": "anywhere", "any": ["owner:"], "ignore-case": False}, "⟦Owner: Ann.⟧"),
    ({"at": "anywhere", "any": ["import"]}, "⟦Imported goods.⟧\n\nMore."),
    (
        {"at": "section:duties", "any": ["成绩"]},
        "# 题\n\n## ⟦主要工作⟧\n\n好。\n\n## 别的\n\n成绩。",
    ),
    (
        {
            "at": "closing",
            "groups": [{"id": "a", "any": ["甲"]}, {"id": "b", "any": ["乙"]}],
            "at-least": 1,
        },
        f"甲。\n\n{P}\n\n⟦{P}⟧",
    ),
]


@pytest.mark.parametrize(("options", "text"), CASES)
def test_required(options: dict[str, Any], text: str) -> None:
    text, expected = marked(text)
    hits = list(required.find(reading(text, of=REPORT), required.prepare(options, LEXICON)))
    assert [hit.span.cut(text) for hit in hits] == expected
    for hit in hits:
        assert set(required.FIELDS) <= set(hit.values)


def test_no_type_no_demand() -> None:
    assert not list(required.find(reading(P), required.prepare(CLOSING, LEXICON)))


def test_a_closing_that_stands_too_early_is_not_missing_as_well() -> None:
    text = f"{P}\n\n{P}\n\n特此报告。\n\n{P}\n\n{P}"
    assert not list(required.find(reading(text, of=REPORT), required.prepare(CLOSING, LEXICON)))


def test_a_closing_said_only_at_the_beginning_is_pointed_to() -> None:
    read = reading(f"情况有变，特此报告。\n\n{P}\n\n{P}\n\n{P}", of=REPORT)
    (hit,) = required.find(read, required.prepare(CLOSING, LEXICON))
    ((span, message),) = hit.related
    assert (hit.span.start, span.cut(read.document.text)) == (
        read.document.text.rindex(P),
        "特此报告",
    )
    assert set(message) == {"zh", "en"}
    assert hit.severity == "info"


def test_a_rule_s_own_words_stand_in_for_a_type_that_names_none() -> None:
    rule = {"from": "closing", "fault": "position", "within": 2, "any": ["特此通知"]}
    text = f"{P}\n\n{P}\n\n特此通知。\n\n{P}\n\n{P}"
    prepared = required.prepare(rule, LEXICON)
    (hit,) = required.find(reading(text, of=REPORT._replace(closing=None)), prepared)
    assert hit.span.cut(text) == "特此通知"
    assert not list(required.find(reading(text, of=REPORT), prepared))  # its own closing counts
    assert not list(required.find(reading(text), prepared))  # of no type


def test_each_group_is_a_demand_with_its_severity() -> None:
    groups = (
        Group("a", Phrases(("甲",)), {"zh": "表态"}),
        Group("b", Phrases(("乙",)), severity="info"),
    )
    of = REPORT._replace(closing=Placement(1, groups))
    hits = list(required.find(reading(P, of=of), required.prepare(CLOSING, LEXICON)))
    assert [(hit.values["missing"], hit.severity) for hit in hits] == [
        ({"zh": "表态"}, ""),
        (("乙",), "info"),
    ]


def test_a_type_is_loosened_by_its_opening_or_closing() -> None:
    hit = Hit(Span(0, 1))
    assert required.loosen(REPORT, hit, {"from": "opening"}) == REPORT._replace(opening=None)
    assert required.loosen(REPORT, hit, {"from": "closing"}) == REPORT._replace(closing=None)
    assert required.loosen(REPORT, hit, {"from": "", "at": "closing"}) is None


def test_a_promise_is_a_plan_wherever_it_stands_but_at_the_end() -> None:
    promise = Group("closing", Phrases(regex=("我将[^。]{4,}",)))
    of = REPORT._replace(closing=Placement(1, (promise,)))
    text = f"{P}\n\n{P}\n\n我将做好以下工作。\n\n{P}\n\n{P}"
    read = reading(text, of=of)
    assert not list(required.find(read, required.prepare(EARLY, LEXICON)))
    assert len(list(required.find(read, required.prepare(CLOSING, LEXICON)))) == 1


def test_a_rule_of_its_own_says_itself_what_stands_only_at_the_beginning() -> None:
    options = {"at": "closing", "within": 1, "any": ["特此报告"]}
    read = reading(f"特此报告。\n\n{P}\n\n{P}\n\n{P}")
    assert len(list(required.find(read, required.prepare(options, LEXICON)))) == 1


POINTED = REPORT._replace(
    opening=Placement(
        2,
        (
            Group("why", Phrases(("为了",))),
            Group("lead-in", Phrases(("如下",)), {"en": "lead-in"}, "info", points=True),
        ),
    )
)
POINTS = "一、甲\n\n好。\n\n二、乙\n\n好。\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# 题\n\n为了安全，提醒大家。\n", []),  # no points
        (f"# 题\n\n为了安全，要求如下。\n\n{POINTS}", []),
        (f"# 题\n\n提醒大家。\n\n{POINTS}", ["why"]),  # one finding for one opening
        (f"# 题\n\n为了安全，提醒大家。\n\n{POINTS}", ["lead-in"]),
    ],
)
def test_words_that_lead_in_points_are_demanded_before_points(
    text: str, expected: list[str]
) -> None:
    assert POINTED.opening is not None
    names = {str(group.name or group.phrases.any): group.id for group in POINTED.opening.groups}
    hits = required.find(reading(text, of=POINTED), required.prepare(OPENING, LEXICON))
    assert [names[str(hit.values["missing"])] for hit in hits] == expected
