"""Conditions on fields in `when`; first those that are none."""

from __future__ import annotations

import pytest

from reportlint.config.checker import Checker
from reportlint.config.field_tests import FIELD_TEST, read_field_test
from reportlint.config.problems import Problems
from reportlint.config.yaml import parse
from reportlint.core.rule import FieldTest

TYPE, DRAFT = FieldTest("Type", ("Rule",)), FieldTest("Status", ("Draft", "Open"))
NO_TOPIC = FieldTest("Topic", absent=True)

SOUND: dict[str, FieldTest] = {
    "{field: Type}": FieldTest("Type"),
    "{field: Type, is: Rule}": TYPE,
    "{field: Topic, present: false}": NO_TOPIC,
    "{field: Type, is-not: [Rule]}": FieldTest("Type", not_values=("Rule",)),
    "{all-of: [{field: Type, is: Rule}, {field: Topic, present: false}]}": FieldTest(
        "", all_of=(TYPE, NO_TOPIC)
    ),
    "{any-of: [{field: Type, is: Rule}, {field: Status, is: [Draft, Open]}]}": FieldTest(
        "", any_of=(TYPE, DRAFT)
    ),
    "{field: Type, is: Rule, any-of: [{field: Topic, present: false}]}": TYPE._replace(
        any_of=(NO_TOPIC,)
    ),
    "{all-of: [{any-of: [{field: Type, is: Rule}]}]}": FieldTest(
        "", all_of=(FieldTest("", any_of=(TYPE,)),)
    ),
}
WRONG: dict[str, str] = {
    "{is: Rule}": "must name a field",
    "{}": "must name a field",
    "{any-of: []}": "“any-of” is empty",
    "{all-of: [{is: Rule}]}": "must name a field",
    "{is: Rule, any-of: [{field: Type}]}": "must name a field",
    "{all-of: {field: Type}}": "must be a list",
    "{field: Type, is: []}": "“is” is empty",
    "{field: Type, is: A, present: true}": "only one of",
    "{all-of: [{typ: Rule}]}": "unknown key “typ”",
    "{any-of: [{all-of: [{any-of: [{field: Type}]}]}]}": "unknown key “any-of”",  # too deep
}


def read(text: str) -> tuple[FieldTest | None, list[str]]:
    node, problems = parse(text, "x"), Problems("x")
    data = Checker(problems).record(node, FIELD_TEST, "when")
    test = read_field_test(node, data, problems)
    return test, [problem.message.en for problem in problems.found]


@pytest.mark.parametrize("text", SOUND)
def test_a_test_is_read(text: str) -> None:
    assert read(text) == (SOUND[text], [])


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_is_told(text: str) -> None:
    _, problems = read(text)
    assert any(WRONG[text] in problem for problem in problems), problems
