"""The texts of initial files can be loaded, and pass their examples."""

from __future__ import annotations

import pytest

from reportlint.config.rule_file import read_rule
from reportlint.config.type_file import read_type
from reportlint.core.report_type import OPTIONAL, REQUIRED
from reportlint.kinds import KINDS
from reportlint.scaffold.workshop import pack_text, rule_text, type_text


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("word", "right"), [("登陆", "登录"), ("very", ""), ("it's: #1", "")])
def test_a_rule_loads_with_its_examples(word: str, right: str, language: str) -> None:
    rule = read_rule(rule_text([word], right, "", language), "a.yaml", "a", "", KINDS, {})
    assert [bool(example.spans) for example in rule.examples] == [True, False]


def test_a_pack_says_how_it_is_used() -> None:
    assert "./house]" in pack_text("house", "House: rules", "./house", "en")
    assert pack_text("house", "本院", "./规则/house", "zh").endswith(
        "requires: [core, zh-official]\n"
    )


def test_a_section_may_be_missing_as_the_comment_says() -> None:
    text = type_text("走访报告", ["走访情况", "建议"], "zh")
    assert "required: false" in text
    loaded = read_type(
        text.replace("title: 建议", "title: 建议\n    required: false"), "t.yaml", "t", "", {}, {}
    )
    assert [spec.demand for spec in loaded.sections] == [REQUIRED, OPTIONAL]
