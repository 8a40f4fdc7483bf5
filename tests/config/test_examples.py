"""Examples and the marks in them."""

from __future__ import annotations

import pytest

from reportlint.config.checker import Checker
from reportlint.config.examples import read_examples, unmark
from reportlint.config.problems import Problems
from reportlint.config.yaml import parse

MARKED = {
    "": ("", ()),
    "没有": ("没有", ()),
    "⟦甲⟧": ("甲", ((0, 1),)),
    "a⟦b⟧c⟦de⟧": ("abcde", ((1, 2), (3, 5))),
    "a⟦⟧b": ("ab", ((1, 1),)),
}
UNPAIRED = {"⟦": 0, "a⟧": 1, "⟦a⟦b⟧": 2, "a⟦b": 1, "⟦a⟧⟧": 3}


@pytest.mark.parametrize("source", MARKED)
def test_marks_are_taken_out(source: str) -> None:
    assert unmark(source) == MARKED[source]


@pytest.mark.parametrize("source", UNPAIRED)
def test_a_mark_without_partner(source: str) -> None:
    assert unmark(source) == UNPAIRED[source]


SOUND = {
    "": [],
    "bad: ⟦甲⟧": [("甲", ((0, 1),), "markdown", "letter", 1)],
    "good:\n- 乙\n- {text: 丙, format: rst, type: memo}": [
        ("乙", (), "markdown", "letter", 2),
        ("丙", (), "rst", "memo", 3),
    ],
    "good:\nbad:": [],
}
STATED = {
    "good: [{text: 甲, path: peps/pep-0012.rst}]": ("peps/pep-0012.rst", ()),
    "good: [{text: 甲, fields: {Status: Draft, 密级: 内部}}]": (
        "",
        (("Status", "Draft"), ("密级", "内部")),
    ),
}
WRONG = {
    "[a]": "must be a mapping",
    "ugly: a": "unknown key “ugly”",
    "bad: 甲": "must mark with ⟦ ⟧",
    "good: ⟦甲⟧": "nothing to mark",
    "bad: ⟦甲": "unpaired ⟦ ⟧ at character 1",
    "bad: {text: ⟦甲⟧}": "must be a list",
    "bad: [{format: rst}]": "missing key “text”",
    "bad: [{text: ⟦a⟧, format: doc}]": "must be one of",
    "good: [12]": "quote it",
    "good: [{text: a, fields: [Draft]}]": "must be a mapping",
    "good: [{text: a, fields: {Status: [Draft]}}]": "must be a text",
}


def read(text: str) -> tuple[list[tuple[object, ...]], list[str]]:
    problems = Problems("x")
    examples = read_examples(parse(text, "x"), Checker(problems), "family", "letter")
    assert all(example.family == "family" for example in examples)
    return [example[:5] for example in examples], [problem.message.en for problem in problems.found]


@pytest.mark.parametrize("text", SOUND)
def test_examples_are_read(text: str) -> None:
    assert read(text) == (SOUND[text], [])


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_with_an_example(text: str) -> None:
    _, (message, *_) = read(text)
    assert WRONG[text] in message


@pytest.mark.parametrize("text", STATED)
def test_an_example_states_its_file_and_its_fields(text: str) -> None:
    problems = Problems("x")
    (example,) = read_examples(parse(text, "x"), Checker(problems))
    assert problems.found == []
    assert (example.path, example.fields) == STATED[text]
