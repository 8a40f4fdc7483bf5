"""The texts of first files load, and hold their examples' marks."""

from __future__ import annotations

import pytest

from reportlint.config.rule_file import read_rule
from reportlint.kinds import KINDS
from reportlint.scaffold.workshop import pack_text, rule_text


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("word", "right"), [("登陆", "登录"), ("very", ""), ("it's: #1", "")])
def test_a_rule_loads_with_its_examples(word: str, right: str, language: str) -> None:
    rule = read_rule(rule_text([word], right, "", language), "a.yaml", "a", "", KINDS, {})
    assert [bool(one.spans) for one in rule.examples] == [True, False]


def test_a_pack_says_how_it_is_used() -> None:
    assert "./house]" in pack_text("house", "House: rules", "en")
