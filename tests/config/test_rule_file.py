"""A rule file: the resulting rule, and the messages about mistakes."""

from __future__ import annotations

from typing import Any

import pytest

from reportlint.config.known_types import KnownTypes
from reportlint.config.rule_file import read_rule
from reportlint.core.errors import UserError
from reportlint.core.report_type import Phrases, ReportType, SectionSpec
from reportlint.core.rule import When

FULL = """
id: acronym
kind: find
severity: info
message: {zh: '“{found}”', en: 'left: {{ {found} }}'}
why: {zh: 因为, en: because}
when: {type: letter, language: [zh], path: 'a/**', section: duties}
regex: '\\L<own>'
patterns: {han: {words: 某某, examples: {good: 某人}}}
examples: {bad: ⟦甲⟧}
"""
WRONG = {
    "": "empty rule file",
    "[a]": "must be a mapping",
    "message: m": "missing key “kind”",
    "kind: find": "missing key “message”",
    "kind: fnd\nmessage: m": "unknown kind “fnd”; did you mean “find”?",
    "kind: find\nmessage: m\nid: other": "must equal the name of its file, “acronym”",
    "kind: find\nmessage: m\nserious: true": "unknown key “serious”",
    "kind: find\nmessage: '{fond}'": "unknown message field “fond”; did you mean “found”?",
    "kind: find\nmessage: '{found'": "unpaired brace",
    "kind: find\nmessage: 'found}'": "unpaired brace",
    "kind: find\nmessage: '{a{found}}'": "unpaired brace",
    "kind: find\nmessage: m\nwhen: {path: 'a\\b'}": "separate folders with /",
    "kind: find\nmessage: m\nwhen: {type: leter}": "unknown report type “leter”",
    "kind: find\nmessage: m\nexamples: {good: [{text: a, type: memo}]}": "unknown report type “memo”",
}


LETTER = ReportType(
    "letter", "p", {"zh": "函"}, sections=(SectionSpec("duties", "职责", Phrases()),)
)
KNOWN = KnownTypes([LETTER])


def read(text: str, kinds: Any, **options: Any) -> Any:
    values = {"types": KNOWN, **options}
    return read_rule(text, "p/acronym.yaml", "acronym", "p", kinds, {"own": ("甲",)}, **values)


def test_all_that_a_rule_may_say(kinds: Any) -> None:
    rule = read(FULL, kinds)
    assert (rule.id, rule.pack, rule.kind, rule.severity) == ("acronym", "p", "find", "info")
    assert rule.message == {"zh": "“{found}”", "en": "left: {{ {found} }}"}
    assert rule.why["en"] == "because"
    assert rule.when == When(("letter",), ("zh",), ("a/**",), ("duties",))
    assert (rule.path, rule.line) == ("p/acronym.yaml", 2)
    assert rule.options["regex"] == [r"\L<own>"]
    assert rule.options["patterns"]["han"]["words"] == ["某某"]
    assert rule.options["at-least"] == 1  # by default
    assert [(example.text, example.family) for example in rule.examples] == [
        ("甲", ""),
        ("某人", "han"),
    ]


def test_any_type_may_be_named_where_none_is_known(kinds: Any) -> None:
    assert read("kind: bare\nmessage: m\nwhen: {type: memo}", kinds, types=None).when.types == (
        "memo",
    )


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_with_a_rule(text: str, kinds: Any) -> None:
    with pytest.raises(UserError) as raised:
        read(text, kinds)
    assert WRONG[text] in raised.value.problems[0].message.en
    assert all(problem.line for problem in raised.value.problems)


def test_all_of_it_is_said_at_once(kinds: Any) -> None:
    text = "kind: find\nmessage: '{fond}'\nsevere: x\nregex: '('\nwhen: {path: '{a,b}'}\nexamples: {bad: x}"
    with pytest.raises(UserError) as raised:
        read(text, kinds)
    assert [problem.line for problem in raised.value.problems] == [2, 3, 4, 5, 6]
