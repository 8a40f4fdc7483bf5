"""Comments that silence nothing are reported, and the fix removes them."""

from __future__ import annotations

import pytest

from reportlint.core.rule import Rule
from support.rules import UNUSED, apply, rule, run

BLANK = (rule(), rule("other", words=["TODO"]), UNUSED)


def reported_rules(text: str, *rules: Rule) -> list[str]:
    return [finding.rule for finding in run(text, *(rules or BLANK))]


def test_of_a_rule_that_does_not_run_nothing_is_said() -> None:
    assert (
        reported_rules(
            "<!-- reportlint-disable-file off -->\n\n正文", rule("off", severity="off"), UNUSED
        )
        == []
    )


def test_without_its_rule_unused_suppressions_are_not_reported() -> None:
    assert reported_rules("<!-- reportlint-disable-file blank -->\n\n正文", rule()) == []


def test_unused_suppression_can_be_silenced_itself() -> None:
    text = "<!-- reportlint-disable-file unused-suppression -->\n\n<!-- reportlint-disable-next-line blank -->\n正文"
    assert reported_rules(text) == []


DISABLE_TWO = (
    "<!-- reportlint-disable blank other -->\n\n{}\n\n<!-- reportlint-enable blank -->\n\n"
)
ENABLE_OTHER = "<!-- reportlint-enable other -->\n\n乙"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(DISABLE_TWO.format("取缔XX家") + "TODO", id="one of two rules is ended"),
        pytest.param(DISABLE_TWO.format("取缔XX家，TODO") + ENABLE_OTHER, id="each by its own"),
    ],
)
def test_an_enable_that_ends_one_rule_of_several_does_something(text: str) -> None:
    assert reported_rules(text) == []


def test_a_short_name_silences_and_stays_when_another_goes() -> None:
    named = rule()._replace(name={"zh": "未填的空"}), rule("other", words=["TODO"]), UNUSED
    assert reported_rules("取缔XX家 <!-- reportlint-disable-line 未填的空 -->", *named) == []
    text = "取缔XX家 <!-- reportlint-disable-line 未填的空 other -->"
    (finding,) = run(text, *named)
    assert finding.rule == "unused-suppression"
    assert apply(text, [finding]) == "取缔XX家 <!-- reportlint-disable-line 未填的空 -->"


def test_a_disable_goes_with_all_that_end_it() -> None:
    text = DISABLE_TWO.format("甲") + ENABLE_OTHER
    (finding,) = run(text, *BLANK)
    assert finding.fix is not None
    assert "reportlint" not in apply(text, [finding])


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("<!-- reportlint-disable-next-line blank -->\n正文\n", "正文\n"),
        ("甲\n\n<!-- reportlint-disable-next-line blank -->\n正文", "甲\n\n正文"),
        ("甲\n<!-- reportlint-disable-next-line blank -->\n乙", "甲\n\n乙"),
        ("甲\n<!-- reportlint-disable-next-line blank -->\n\n乙", "甲\n\n乙"),
        ("甲\n\n<!-- reportlint-disable-file blank -->", "甲\n\n"),
        ("甲\n<!-- reportlint-disable-file blank -->\n", "甲\n"),
        ("甲\n<!-- reportlint-disable-file blank -->", "甲\n"),
        ("<!-- reportlint-disable-file blank -->", ""),
        ("正文 <!-- reportlint-disable-line blank -->", "正文 "),
        (
            "<!-- reportlint-disable-next-line blank, other -- 路名 -->\n取缔XX家",
            "<!-- reportlint-disable-next-line blank -- 路名 -->\n取缔XX家",
        ),
        ("甲\r\n\r\n<!-- reportlint-disable-file blank -->\r\n乙\r\n", "甲\r\n\r\n乙\r\n"),
        (
            "<!-- reportlint-disable blank -->\n\n甲\n\n<!-- reportlint-enable blank -->\n\n乙",
            "\n甲\n\n\n乙",
        ),
    ],
)
def test_the_fix_takes_away_only_what_does_nothing(text: str, fixed: str) -> None:
    findings = [finding for finding in run(text, *BLANK) if finding.rule == "unused-suppression"]
    assert all(finding.fix is not None and finding.fix.safety == "safe" for finding in findings)
    after = apply(text, findings)
    assert after == fixed
    assert "unused-suppression" not in reported_rules(after)
