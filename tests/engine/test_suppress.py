from __future__ import annotations

import pytest
from engine_support import UNUSED, apply, rule, run

from reportlint.core.rule import Rule
from reportlint.suppression.apply import Ignore

BLANK = (rule(), rule("other", words=["TODO"]), UNUSED)


def said(
    text: str, *rules: Rule, format: str = "markdown", ignores: tuple[Ignore, ...] = ()
) -> list[str]:
    return [one.rule for one in run(text, *(rules or BLANK), format=format, ignores=ignores)]


@pytest.mark.parametrize(
    "text",
    [
        "<!-- reportlint-disable-next-line blank -->\n取缔XX家",
        "<!-- reportlint-disable-next-line blank -- XX是路名 -->\n\n取缔XX家",
        "<!--reportlint-disable-next-line blank, other-->\n取缔XX家，TODO",
        "<!-- reportlint-disable-next-line blank other -->\n取缔XX家，TODO",
        "<!-- reportlint-disable-next-line bl* -->\n取缔XX家",
        "取缔XX家 <!-- reportlint-disable-line blank -->",
        "甲\n\n<!-- reportlint-disable blank -->\n\n取缔XX家\n\n整改XX处",
        "<!-- reportlint-disable blank -->\n\n取缔XX家\n\n<!-- reportlint-enable blank -->\n\n乙",
        "取缔XX家\n\n整改XX处\n\n<!-- reportlint-disable-file blank -->",
    ],
)
def test_silenced(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!-- reportlint-disable-next-line other -->\n取缔XX家", ["unused-suppression", "blank"]),
        ("<!-- reportlint-disable-next-line -->\n取缔XX家", ["unused-suppression", "blank"]),
        (
            "<!-- reportlint-disable-next-line blank -->\n甲\n取缔XX家",
            ["unused-suppression", "blank"],
        ),
        (
            "<!-- reportlint-disable blank -->\n\n甲XX\n\n<!-- reportlint-enable blank -->\n\n取缔XX家",
            ["blank"],
        ),
        ("`<!-- reportlint-disable-file blank -->`\n\n取缔XX家", ["blank"]),
        ("```\n<!-- reportlint-disable-file blank -->\n```\n\n取缔XX家", ["blank"]),
        ("<!-- reportlint-disabled-file blank -->\n\n取缔XX家", ["blank"]),
        ("<!-- reportlint-enable blank -->\n\n取缔XX家", ["unused-suppression", "blank"]),
        (
            "<!-- reportlint-disable-next-line misspelt -->\n取缔XX家",
            ["unused-suppression", "blank"],
        ),
        ("<!-- reportlint-disable-next-line blank, other -->\n取缔XX家", ["unused-suppression"]),
    ],
)
def test_not_silenced(text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_in_rest() -> None:
    assert said(".. reportlint-disable-next-line blank\n\n取缔XX家\n", format="rst") == []
    assert said(".. reportlint-disable-file other\n\n取缔XX家\n", format="rst") == [
        "unused-suppression",
        "blank",
    ]


def test_of_a_rule_that_does_not_run_nothing_is_said() -> None:
    assert (
        said("<!-- reportlint-disable-file off -->\n\n正文", rule("off", severity="off"), UNUSED)
        == []
    )


def test_without_its_rule_unused_suppressions_are_not_reported() -> None:
    assert said("<!-- reportlint-disable-file blank -->\n\n正文", rule()) == []


def test_unused_suppression_can_be_silenced_itself() -> None:
    text = "<!-- reportlint-disable-file unused-suppression -->\n\n<!-- reportlint-disable-next-line blank -->\n正文"
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("<!-- reportlint-disable-next-line blank -->\n正文\n", "正文\n"),
        ("甲\n\n<!-- reportlint-disable-next-line blank -->\n正文", "甲\n\n正文"),
        ("甲\n<!-- reportlint-disable-next-line blank -->\n乙", "甲\n\n乙"),
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
    found = [one for one in run(text, *BLANK) if one.rule == "unused-suppression"]
    assert all(one.fix is not None and one.fix.safety == "safe" for one in found)
    after = apply(text, found)
    assert after == fixed
    assert "unused-suppression" not in said(after)


@pytest.mark.parametrize(
    ("ignore", "silent"),
    [
        (Ignore("blank"), True),
        (Ignore("*"), True),
        (Ignore("blank", "取缔XX家"), True),
        (Ignore("blank", "X"), True),
        (Ignore("other", "取缔XX家"), False),
        (Ignore("blank", "整改"), False),
        (Ignore("blank", "缔X"), False),
    ],
)
def test_ignored_by_configuration(ignore: Ignore, silent: bool) -> None:
    assert (said("整改后取缔XX家", ignores=(ignore,)) == []) is silent
