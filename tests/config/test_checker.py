"""Nodes are checked against fields: which are accepted, the messages for the others, and the
resulting values."""

from __future__ import annotations

from typing import Any

import pytest

from reportlint.config.checker import Checker
from reportlint.config.problems import Problems
from reportlint.config.regexes import bad_regex
from reportlint.config.yaml import parse
from reportlint.core import schema
from reportlint.core.schema import Field
from reportlint.core.text import Text

DOC = Text("说明", "doc")
TEXT = Field(schema.TEXT, DOC)
FIELDS = {
    "text": TEXT,
    "flag": Field(schema.FLAG, DOC),
    "number": Field(schema.NUMBER, DOC),
    "choice": Field(schema.CHOICE, DOC, choices=("error", "off")),
    "place": Field(schema.PLACE, DOC, choices=("title", "not title")),
    "local": Field(schema.LOCAL, DOC),
    "list": Field(schema.LIST, DOC, item=TEXT),
    "map": Field(schema.MAP, DOC, item=Field(schema.NUMBER, DOC)),
    "record": Field(schema.RECORD, DOC, fields={"a": TEXT._replace(required=True), "b": TEXT}),
    "switch": Field(schema.SWITCH, DOC, item=Field(schema.RECORD, DOC, fields={"a": TEXT})),
    "phrases": Field(schema.PHRASES, DOC),
    "regex": Field(schema.REGEX, DOC),
    "any": Field(schema.ANY, DOC),
}
SOUND: dict[str, Any] = {
    "text: off": "off",
    "text: '12'": "12",
    "flag: True": True,
    "number: 0": 0,
    "number: 999999999": 999_999_999,
    "choice: no": "off",
    "place: section:duties": "section:duties",
    "place: not  title": "not title",
    "place: not section:a": "not section:a",
    "local: x": {"": "x"},
    "local: {zh: 甲}": {"zh": "甲"},
    "list: a": ["a"],
    "list:": [],
    "list: [a, b]": ["a", "b"],
    "map: {a: 1}": {"a": 1},
    "map:": {},
    "record: {a: x}": {"a": "x"},
    "switch: no": False,
    "switch: {a: x}": {"a": "x"},
    "phrases: a": {"any": ["a"], "regex": []},
    "phrases: {regex: a+}": {"any": [], "regex": ["a+"]},
    r"regex: '\L<own>x'": r"\L<own>x",
    "any: {a: [1, '2']}": {"a": [1, "2"]},
}
WRONG = {
    "text: 12": "quote it: '12'",
    "text:": "has no value",
    "text: [a]": "must be a text, not a list",
    "flag: 'true'": "must be true or false",
    "number: -1": "must be a whole number",
    "number: 012": "must be a whole number",
    "number: 1000000000": "must be a whole number",
    "choice: eror": "did you mean “error”?",
    "choice: zzz": "must be one of error, off",
    "choice: {a: b}": "must be a text, not a mapping",
    "place: 'section:'": "section:<id>",
    "place: middle": "section:<id>",
    "local: {de: x}": "unknown key “de”",
    "local: {}": "keys zh and en",
    "list: {a: b}": "must be a list, not a mapping",
    "map: [a]": "must be a mapping, not a list",
    "record: {b: x}": "missing key “a”",
    "record: {a: x, c: y}": "unknown key “c”",
    "switch: on": "must be off or a mapping",
    "phrases:": "has no value",
    "regex: '('": "bad regex ( at character",
    r"regex: '\L<wn>'": "did you mean “own”?",
}


def checked(text: str, *, partial: bool = False) -> tuple[Any, list[str]]:
    problems = Problems("x")
    check = Checker(problems, {"own": ("甲",)}, partial)
    node = parse(text, "x")
    data = check.record(node, FIELDS, "top")
    return data.get(node.pairs[0][0].text), [problem.message.en for problem in problems.found]


@pytest.mark.parametrize("text", SOUND)
def test_what_a_value_becomes(text: str) -> None:
    assert checked(text) == (SOUND[text], [])


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong(text: str) -> None:
    _, (message,) = checked(text)
    assert WRONG[text] in message


def test_a_change_may_lack_what_a_record_needs() -> None:
    assert checked("record: {b: x}", partial=True) == ({"b": "x"}, [])
    assert checked("switch: on", partial=True) == (True, [])


@pytest.mark.parametrize("source", ["a", "(?P<at>a)b", "[[:Han:]]", "a{2}", "a{2"])
def test_a_sound_regex(source: str) -> None:
    assert bad_regex(source, {}) is None


@pytest.mark.parametrize("source", ["(", "[a", "*", "(?P<1>a)", "\\L<none>"])
def test_a_regex_that_does_not_compile(source: str) -> None:
    assert bad_regex(source, {}) is not None
