"""The changes that a configuration and the command line make to rules."""

from __future__ import annotations

from typing import Any

import pytest

from reportlint.config.rule_changes import Choice, RuleChange, check_choice, merge_changes
from reportlint.core.errors import UserError


def test_severities(rules: Any) -> None:
    changed = rules("rules: {blank: info, gap: off, width: on}\n")
    assert {name: rule.severity for name, rule in changed.items()} == {
        "blank": "info",
        "unreadable": "error",
        "width": "warning",
    }
    assert changed["blank"].forced
    assert not changed["width"].forced
    assert rules("rules: {'*': info, blank: on}\n")["blank"].severity == "info"
    assert rules("rules: {width: {allow: x}}\n")["width"].severity == "warning"
    assert "width" not in rules("rules: {width: {severity: off, allow: x}}\n")


def test_options_add_up(rules: Any) -> None:
    text = "rules: {blank: {words: [YY], allow: XX大道, safe: true, patterns: {todo: off, square: {words: '[_]'}, new: {regex: x}}}}\n"
    options = rules(text)["blank"].options
    assert (options["words"], options["allow"], options["safe"]) == (["XX", "YY"], ["XX大道"], True)
    assert options["patterns"]["todo"] is False
    assert options["patterns"]["dots"] is False
    assert options["patterns"]["square"]["words"] == ["[_]"]
    assert options["patterns"]["square"]["regex"]
    assert options["patterns"]["new"] == {
        "name": {},
        "words": [],
        "regex": ["x"],
        "severity": "",
        "severity-without-type": "",
    }


def test_a_severity_for_the_rule_and_one_for_a_family(rules: Any) -> None:
    blank = rules("rules: {blank: {severity: error, patterns: {todo: {severity: info}}}}\n")[
        "blank"
    ]
    assert not blank.forced
    assert blank.severity == "error"
    families = blank.options["patterns"]
    assert families["todo"]["severity"] == "info"
    assert families["square"]["severity-without-type"] == ""


def test_messages(rules: Any) -> None:
    assert rules("rules: {blank: {message: {zh: 空}}}\n")["blank"].message == {
        "zh": "空",
        "en": "{found} left",
    }
    assert rules("rules: {blank: {message: 'x {found}'}}\n")["blank"].message == {"": "x {found}"}


def test_select_and_ignore(rules: Any) -> None:
    assert list(rules(None, choice=Choice(select=("b*",)))) == ["blank", "unreadable"]
    assert list(rules(None, choice=Choice(select=("width",)))) == ["unreadable", "width"]
    assert list(rules(None, choice=Choice(select=("wid*",)))) == ["unreadable"]
    assert list(rules(None, choice=Choice(ignore=("b*", "unreadable")))) == ["gap"]
    assert list(
        rules("rules: {width: off, gap: off}\n", choice=Choice(select=("width", "gap")))
    ) == ["unreadable"]


def test_a_choice_of_nothing(load: Any) -> None:
    with pytest.raises(UserError) as raised:
        check_choice(Choice(("blnk", "gap"), ("zz*",)), load(None)[1])
    assert [problem.to("en") for problem in raised.value.problems] == [
        "unknown rule for --select: “blnk”; did you mean “blank”?",
        "unknown rule for --ignore: “zz*”; valid are: blank, gap, unreadable, width",
    ]


@pytest.mark.parametrize(
    "choice",
    [
        Choice(("width",), ("width",)),
        Choice(("b*", "gap"), ("*",)),
        Choice((), ("*",)),
        Choice((), ("blank", "gap", "unreadable", "width")),
    ],
)
def test_a_choice_that_leaves_no_rule(choice: Choice, load: Any) -> None:
    with pytest.raises(UserError, match="leave no rule"):
        check_choice(choice, load(None)[1])


@pytest.mark.parametrize(
    "choice", [Choice((), ()), Choice(("b*",), ("gap",)), Choice(("b*", "gap"), ("blank",))]
)
def test_a_choice_that_leaves_a_rule(choice: Choice, load: Any) -> None:
    library = load(None)[1]
    check_choice(choice, library)
    with pytest.raises(UserError):
        check_choice(choice._replace(ignore=("*",)), library)


@pytest.mark.parametrize(
    ("base", "over", "severity"),
    [
        ("info", "on", "info"),
        ("info", "error", "error"),
        ("info", "", "info"),
        ("info", "off", "off"),
        ("off", "on", "on"),
        ("", "on", "on"),
        ("", "", ""),
    ],
)
def test_a_later_severity_goes_before_but_on_keeps_one(base: str, over: str, severity: str) -> None:
    assert merge_changes(RuleChange(base), RuleChange(over), {}).severity == severity


@pytest.mark.parametrize(
    ("base", "over", "made"),
    [(None, None, None), (False, None, False), (False, True, True), (True, False, False)],
)
def test_whether_it_may_be_silenced_is_what_was_said_last(
    base: bool | None, over: bool | None, made: bool | None
) -> None:
    changes = RuleChange(suppressible=base), RuleChange(suppressible=over)
    assert merge_changes(*changes, {}).suppressible is made
