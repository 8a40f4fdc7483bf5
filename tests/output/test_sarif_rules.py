"""Descriptions of rules in SARIF."""

from __future__ import annotations

import pytest

from reportlint.core.rule import Example
from reportlint.output.addresses import rule_link
from reportlint.output.sarif import descriptor, unknown
from support.sample import RULES


def test_a_rule_without_a_text_is_described_all_the_same() -> None:
    rule = RULES["placeholder"]._replace(message={}, why={}, examples=())
    row = descriptor(rule, "zh")
    assert row["shortDescription"]["text"] == row["fullDescription"]["text"] == "placeholder"


@pytest.mark.parametrize(
    ("severity", "enabled", "level"),
    [("error", True, "error"), ("info", True, "note"), ("off", False, "warning")],
)
def test_a_rule_that_is_off_is_not_enabled(severity: str, enabled: bool, level: str) -> None:
    row = descriptor(RULES["placeholder"]._replace(severity=severity), "en")
    assert row["defaultConfiguration"] == {"enabled": enabled, "level": level}


def test_an_example_with_a_fence_in_it_gets_a_longer_one() -> None:
    rule = RULES["placeholder"]._replace(examples=(Example("甲\n```\nXX\n```\n", ((6, 8),)),))
    help_ = descriptor(rule, "en")["help"]
    assert "````text\n甲\n```\n⟦XX⟧\n```\n````" in help_["markdown"]
    assert "  甲\n  ```\n  ⟦XX⟧\n  ```" in help_["text"]


def test_only_so_many_examples_are_shown() -> None:
    examples = tuple(Example(f"例{number}", ()) for number in range(9))
    help_ = descriptor(RULES["placeholder"]._replace(examples=examples), "zh")["help"]["text"]
    assert help_.count("例") == 3


def test_only_shipped_rules_have_an_address() -> None:
    for language in ("zh", "en"):
        link = descriptor(RULES["placeholder"], language)["helpUri"]
        assert link == rule_link(RULES["placeholder"], language)
    assert "helpUri" not in descriptor(RULES["house-word"], "en")


def test_a_description_is_cut_to_what_github_takes() -> None:
    text = descriptor(RULES["house-word"], "en")["fullDescription"]["text"]
    assert len(text) == 1024
    assert text.endswith("…")


@pytest.mark.parametrize(("rule_id", "name"), [("ordinal-gap", "OrdinalGap"), ("a", None)])
def test_the_name_differs_from_the_id(rule_id: str, name: str | None) -> None:
    assert descriptor(RULES["ordinal-gap"]._replace(id=rule_id), "en").get("name") == name


@pytest.mark.parametrize(("language", "name"), [("zh", "序号缺号"), ("en", "gap in numbering")])
def test_the_name_is_the_short_name_of_the_rule(language: str, name: str) -> None:
    rule = RULES["ordinal-gap"]._replace(name={"zh": "序号缺号", "en": "gap in numbering"})
    assert descriptor(rule, language)["name"] == name


def test_a_rule_of_no_pack_is_described_by_its_id() -> None:
    assert unknown("x")["help"] == {"text": "x"}
