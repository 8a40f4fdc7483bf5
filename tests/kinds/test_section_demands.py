"""What a type asks of the content of its sections: silent texts first, then those in which
something must be found.
"""

from __future__ import annotations

import pytest
from readings import LEXICON, REPORT, marked, reading, spec

from reportlint.core.report_type import Group, Listing, Phrases, ReportType
from reportlint.kinds import section
from reportlint.kinds.section_demands import texts


def of(*specs: object, **more: object) -> ReportType:
    return REPORT._replace(opening=None, closing=None, sections=specs, **more)  # type: ignore[arg-type]


def says(*texts: str, severity: str = "") -> tuple[Group, ...]:
    return (Group("must-1", Phrases(texts), severity=severity),)


LONG = of(spec("a", "甲", length=5), spec("b", "乙"))
LIST = of(spec("a", "甲", list=Listing("一是", 3)), spec("b", "乙"))
MUST = of(spec("a", "甲", must=says("时间"), must_not=says("高度重视")), spec("b", "乙"))
BODY = of(spec("a", "甲"), must=says("地点"), must_not=says("妥否"))
GIVEN = of(
    must=(Group("must-1", Phrases(("施行",)), given=Phrases(regex=("第[一1]条",))),),
)
CLOSED = of(spec("a", "甲"), spec("b", "乙"), extra=False)
INNER = of(spec("a", "甲", sections=(spec("c", "丙"),)), extra=False)
MANY = of(spec("a", "甲", many=True), spec("b", "乙"))

CASES = [
    ("short", LONG, "## 甲\n\n一二三四五\n\n## 乙\n\n短。\n"),
    ("short", LONG, "## 甲\n\n## 乙\n\n空的那一节另有规则。\n"),
    ("short", LONG, "## 甲\n\n{{甲}}\n\n## 乙\n\n好。\n"),
    ("short", LONG, "## 乙\n\n好。\n"),
    ("short", LIST, "## 甲\n\n一是甲。二是乙。三是丙。\n"),
    ("short", LIST, "## 甲\n\n- 甲\n- 乙\n- 丙\n"),
    ("short", LIST, "## 甲\n\n| 项 |\n|---|\n| 甲 |\n| 乙 |\n| 丙 |\n"),
    ("text", MUST, "## 甲\n\n时间：三月。\n"),
    ("text", MUST, "## 甲\n\n{{时候}}\n"),
    ("text", MUST, "## 乙\n\n我们高度重视。\n"),
    ("text", BODY, "地点在楼上。\n"),
    ("text", BODY, "# 述职报告\n"),
    ("text", GIVEN, "大家要守规矩。\n"),  # it is not written in articles
    ("text", GIVEN, "第一条 守规矩。\n\n第二条 五月一日起施行。\n"),
    ("extra", CLOSED, "## 甲\n\n### 丁\n\n好。\n\n## 乙\n\n好。\n"),
    ("extra", CLOSED, "## 甲\n\n好。\n\n## 附件\n\n### 丁\n\n好。\n"),
    ("extra", LONG, "## 甲\n\n好。\n\n## 丁\n\n好。\n"),
    ("duplicate", MANY, "## 甲\n\n好。\n\n## 甲\n\n好。\n"),
    ("short", LONG, "## ⟦甲⟧\n\n一二。\n\n## 乙\n\n短。\n"),
    ("short", LIST, "## ⟦甲⟧\n\n一是甲。二是乙。\n"),
    ("short", LIST, "## ⟦甲⟧\n\n没有列项。\n"),
    ("text", MUST, "## ⟦甲⟧\n\n三月。\n"),
    ("text", MUST, "## 甲\n\n时间未定，但我们⟦高度重视⟧。\n"),
    ("text", GIVEN, "⟦第一条 守规矩。⟧\n\n第二条 办公室解释。\n"),
    ("text", BODY, "⟦天气很好。⟧\n\n好。\n"),
    ("text", BODY, "地点在楼上。\n\n⟦妥否⟧，请批示。\n"),
    ("extra", CLOSED, "## 甲\n\n好。\n\n## ⟦丁⟧\n\n好。\n\n## 乙\n\n好。\n"),
    ("extra", INNER, "## 甲\n\n### 丙\n\n好。\n\n### ⟦戊⟧\n\n好。\n"),
]


@pytest.mark.parametrize(("fault", "type_", "text"), CASES)
def test_content(fault: str, type_: ReportType, text: str) -> None:
    text, expected = marked(text)
    hits = list(section.find(reading(text, of=type_), section.prepare({"fault": fault}, LEXICON)))
    assert [span.cut(text) for span in sorted({hit.span for hit in hits})] == expected
    for hit in hits:
        assert set(section.FIELDS) <= set(hit.values)
        for words in (hit.message or {}).values():
            assert words.format_map(hit.values)


def test_a_demand_has_its_own_severity() -> None:
    type_ = of(spec("a", "甲"), must=says("地点", severity="info"))
    assert [
        hit.severity
        for hit in section.find(
            reading("好。\n", of=type_), section.prepare({"fault": "text"}, LEXICON)
        )
    ] == ["info"]


@pytest.mark.parametrize("severity", ["", "info"])
def test_too_little_is_as_grave_as_the_section_says(severity: str) -> None:
    type_ = of(spec("a", "甲", list=Listing("一是", 3), severity=severity))
    assert [
        hit.severity
        for hit in section.find(
            reading("## 甲\n\n一是甲。\n", of=type_), section.prepare({"fault": "short"}, LEXICON)
        )
    ] == [severity]


def test_a_heading_says_what_must_be_said_but_not_what_must_not() -> None:
    of_place = of(spec("a", "甲"), must=says("地点"))
    assert not list(texts(reading("# 题\n\n## 地点\n\n县城。\n", of=of_place), of_place))
    of_doubt = of(spec("a", "甲"), must_not=says("妥否"))
    assert not list(texts(reading("# 题\n\n## 妥否\n\n好。\n", of=of_doubt), of_doubt))
