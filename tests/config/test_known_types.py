"""Messages about unknown report types or rules; first names that no type has."""

from __future__ import annotations

import pytest

from reportlint.config.known_types import unknown_rule, unknown_type
from reportlint.core.report_type import ReportType
from reportlint.core.rule import Rule
from reportlint.core.text import Text

TYPES = {
    "duty-report": ("述职报告", "duty report"),
    "work-report": ("工作汇报", "work report"),
    "thought-report": ("思想汇报", "thought report"),
}


def answer(called: str) -> Text:
    types = [ReportType(id, "core", {"zh": zh, "en": en}) for id, (zh, en) in TYPES.items()]
    return unknown_type(called, types)


@pytest.mark.parametrize("called", ["incident", "", "公函"])
def test_what_no_type_is_called_leads_to_the_list(called: str) -> None:
    assert answer(called).zh.endswith("文种用 reportlint types 列出")


@pytest.mark.parametrize(
    ("called", "zh", "en"),
    [
        ("述职", "是不是述职报告（duty-report）？", "did you mean “duty-report”?"),
        ("Duty", "是不是述职报告（duty-report）？", "did you mean “duty-report”?"),
        ("duty-reprot", "是不是述职报告（duty-report）？", "did you mean “duty-report”?"),
        (
            "汇报",
            "名称里有它的：工作汇报（work-report）、思想汇报（thought-report）",
            "with it in their name: work-report, thought-report",
        ),
    ],
)
def test_the_types_that_fit_are_named(called: str, zh: str, en: str) -> None:
    assert answer(called).zh.endswith(zh)
    assert answer(called).en.endswith(en)


def test_a_rule_that_is_not_there_may_be_several_or_a_type() -> None:
    rules = {
        id: Rule(id, "core", "pattern", "warning", {}, {}, {}, name={"zh": name})
        for id, name in (
            ("ordinal-gap", "序号缺号"),
            ("ordinal-start", "序号不从一开始"),
            ("placeholder", "遗留占位"),
        )
    }
    assert unknown_rule("ordinal", rules).en.endswith("ordinal-gap, ordinal-start")
    assert unknown_rule("placehoder", rules).en.endswith("did you mean “placeholder”?")
    assert unknown_rule("序号缺", rules).en.endswith("did you mean “序号缺号” (ordinal-gap)?")
    assert unknown_rule("zz", rules).en.endswith("for the types: reportlint types")
