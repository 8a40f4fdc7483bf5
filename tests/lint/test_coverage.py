"""The parts of a rule that no example needs."""

from __future__ import annotations

from typing import Any

import pytest

from reportlint.core.rule import Example
from reportlint.lint.coverage import coverage
from support.rules import LEXICON, read_example, rule

BAD, GOOD = Example("甲与乙", ((0, 1),)), Example("甲方与乙", ())


def unneeded(examples: tuple[Example, ...], **options: Any) -> list[str]:
    result = coverage(rule(examples=examples, **options), LEXICON, {}, read_example)
    return [missing.branch or missing.entry.value for missing in result.unneeded]


SILENT = [
    {"words": ["甲"]},
    {"regex": ["甲|乙"]},
    {"words": ["甲"], "allow": ["甲方"]},
    {"words": ["甲"], "unless": ["甲(?:方|队)"], "regex": []},
]
FIRES = [
    ({"words": ["甲", "丙"]}, ["丙"]),
    ({"regex": ["甲|丙"]}, ["丙"]),
    ({"words": ["甲"], "allow": ["甲队"]}, ["甲队"]),
    ({"words": ["乙"], "unless": ["甲方"]}, ["甲方"]),
    ({"patterns": {"one": {"words": ["甲", "丁"], "severity": "off"}}}, ["丁"]),
]


@pytest.mark.parametrize("options", SILENT)
def test_silent(options: dict[str, Any]) -> None:
    more = (Example("甲队", ()),) if options.get("unless") else ()
    assert unneeded((BAD, GOOD, *more), **options) == []


@pytest.mark.parametrize(("options", "expected"), FIRES)
def test_fires(options: dict[str, Any], expected: list[str]) -> None:
    assert unneeded((BAD, GOOD), **options) == expected
