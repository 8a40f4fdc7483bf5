"""The names in a configuration, and the side file."""

from __future__ import annotations

from typing import Any

import pytest

from reportlint.config.resolve_names import read_ignores
from reportlint.core.errors import UserError

SOUND = [
    "rules: {'*': info}\n",
    "rules: {blank: {patterns: {dots: on, new: {words: x}}}}\n",
    "overrides: [{files: a.md, type: off}]\n",
    "overrides: [{files: a.md, type: duty-report, encoding: gbk}]\n",
    "ignore: [{files: a.md, rule: 'b*'}]\n",
    "require-reason: true\nignore: [{files: a.md, rule: gap, reason: 旧}]\n",
]
WRONG = {
    "rules: {blnk: off}\n": "did you mean “blank”?",
    "rules: {'b*': {words: x}}\n": "takes a severity only",
    "rules: {blank: serious}\n": "must be one of",
    "rules: {blank: {word: x}}\n": "unknown key “word”",
    "rules: {blank: {message: '{fond}'}}\n": "did you mean “found”?",
    "rules: {blank: {patterns: {todoo: off}}}\n": "unknown entry of patterns “todoo”; did you mean “todo”?",
    "overrides: [{files: a.md, type: duty-rport}]\n": "did you mean “duty-report”?",
    "overrides: [{files: 'a{b,c}'}]\n": "braces",
    "encoding: latin-99\n": "no encoding is called “latin-99”",
    "overrides: [{files: a.md, encoding: zip}]\n": "no encoding is called “zip”",
    "exclude: ['../x']\n": "outside",
    "ignore: [{files: a.md, rule: [gap, blnk]}]\n": "did you mean “blank”?",
    "require-reason: true\nignore: [{files: a.md, rule: gap, reason: ' '}]\n": "reason is missing",
}


@pytest.mark.parametrize("text", SOUND)
def test_names_that_are_there(load: Any, text: str) -> None:
    assert load(text)[1].rules


@pytest.mark.parametrize("text", WRONG)
def test_names_that_nobody_has(load: Any, text: str) -> None:
    with pytest.raises(UserError) as raised:
        load(text)
    (problem,) = raised.value.problems
    assert WRONG[text] in problem.message.en
    assert problem.line == text.count("\n")


def test_globs_over_rules_are_spelled_out(load: Any) -> None:
    config, library = load("rules: {'*': info, gap: {severity: error}, width: on}\n")
    severities = {name: change.severity for name, change in config.rules.items()}
    assert severities == {**dict.fromkeys(library.rules, "info"), "gap": "error"}


def test_the_side_file(load: Any, kinds: Any) -> None:
    _, library = load(None)

    def read(text: str, *, reasons: bool = False) -> Any:
        return read_ignores("c/.reportlint-ignore.yaml", text, library, kinds, reasons=reasons)

    assert read("") == ()
    (entry,) = read("- {files: a.md, rule: gap, text: 二}\n")
    assert entry == (("a.md",), ("gap",), "二", "", 1)
    for text, message in (
        ("a: b\n", "must be a list"),
        ("- {files: a.md, rule: gp}\n", "did you mean"),
    ):
        with pytest.raises(UserError, match=message):
            read(text)
    with pytest.raises(UserError, match="reason is missing"):
        read("- {files: a.md, rule: gap}\n", reasons=True)
