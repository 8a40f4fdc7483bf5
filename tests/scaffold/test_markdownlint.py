"""Rules of markdownlint are converted to rule files, or to the rule that does the same."""

from __future__ import annotations

from typing import Any

import pytest

from reportlint.config.rule_file import read_rule
from reportlint.kinds import KINDS
from reportlint.scaffold.markdownlint import convert, wanted
from reportlint.scaffold.vale import rendered


@pytest.mark.parametrize(
    ("name", "reason"),
    [("MD024", "section-duplicate"), ("required-headings", "sections"), ("MD009", "markup")],
)
def test_not_carried_over(name: str, reason: str) -> None:
    made = convert(name, True)
    assert made.options is None
    assert reason in made.lost[0].en


@pytest.mark.parametrize(
    ("configuration", "rules"),
    [
        ({"default": False}, []),
        ({"default": False, "MD009": True}, ["MD009"]),
        ({"line-length": False, "no-bare-urls": False, "MD026": False}, []),
        ({"extends": "x", "$schema": "y", "MD013": False}, ["MD026", "MD034"]),
        ({"MD013": {"line_length": "9"}}, ["MD013", "MD026", "MD034"]),
    ],
)
def test_what_a_configuration_wants(configuration: dict[str, Any], rules: list[str]) -> None:
    assert list(wanted(configuration)) == rules


@pytest.mark.parametrize(
    ("name", "setting", "key", "part"),
    [
        ("MD026", True, "regex", ".,;"),
        ("line-length", {"line_length": "100"}, "regex", "{100}"),
        ("MD034", True, "regex", "https?"),
        ("proper-names", {"names": ["GitHub"]}, "swap", "GitHub"),
    ],
)
def test_carried_over_and_loads(name: str, setting: Any, key: str, part: str) -> None:
    made = convert(name, setting)
    assert made.options is not None
    assert part in str(made.options[key]).replace("\\", "")
    read_rule(rendered(made.options, "a"), "a.yaml", made.id, "", KINDS, {})
