"""Every shipped rule has an explanation and examples, and the documentation lists all rules."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).parents[1]

# The ids that outside tools rely on: a rule may be added, none may go.
CONTRACT = {
    "placeholder",
    "ordinal-start",
    "ordinal-gap",
    "ordinal-duplicate",
    "ordinal-order",
    "ordinal-mixed",
    "ordinal-lone",
    "ordinal-level",
    "announced-count",
    "section-missing",
    "section-order",
    "section-duplicate",
    "section-empty",
    "opening-missing",
    "closing-missing",
    "closing-position",
    "bracket-pair",
    "conflict-marker",
    "date-invalid",
    "repeated-text",
    "punctuation-width",
    "placeholder-in-code",
    "unused-suppression",
    "undecodable",
    "unreadable",
    "rule-timeout",
}
SEVERITY = {
    "placeholder": "error",
    "conflict-marker": "error",
    "undecodable": "error",
    "unreadable": "error",
    "ordinal-lone": "info",
    "section-order": "info",
    "closing-position": "info",
    "repeated-text": "info",
    "punctuation-width": "off",
    "placeholder-in-code": "off",
}


@cache
def rules_folder() -> Path:
    """The rules in the wheel, or else those of the repository."""
    shipped = Path(str(files("reportlint"))) / "rules"
    return shipped if shipped.is_dir() else ROOT / "rules"


def _read(path: Path) -> dict[str, Any]:
    loaded = YAML(typ="safe", pure=True).load(path)
    assert isinstance(loaded, dict), path
    return loaded


@cache
def shipped() -> dict[str, dict[str, Any]]:
    return {
        path.stem: _read(path)
        for path in sorted(rules_folder().glob("*/*.yaml"))
        if path.name != "pack.yaml"
    }


def _in_both_languages(text: object) -> bool:
    return isinstance(text, dict) and all(
        isinstance(text.get(language), str) and text[language].strip() for language in ("zh", "en")
    )


def _examples(rule: dict[str, Any], which: str) -> list[Any]:
    """The examples of the rule and of its named patterns."""
    examples = list((rule.get("examples") or {}).get(which, ()))
    for pattern in (rule.get("patterns") or {}).values():
        if isinstance(pattern, dict):
            examples += (pattern.get("examples") or {}).get(which, ())
    return examples


def test_what_only_custom_asks_for_is_no_warning() -> None:
    """This is about sections in types of languages other than Chinese, whose norms are written
    down."""
    types = rules_folder().glob("*/types/*.yaml")
    wanted = [
        (path.name, spec["id"], spec.get("severity"))
        for path in types
        if path.parts[-3] != "zh-official"
        for spec in _read(path).get("sections", ())
        if spec.get("source", "").startswith("custom") and spec.get("required", True) is True
    ]
    assert wanted
    assert [demand for demand in wanted if demand[2] != "info"] == []


def test_no_rule_of_the_contract_is_missing() -> None:
    assert CONTRACT - set(shipped()) == set()


def test_all_rules_live_in_core() -> None:
    assert {
        path.parent.name for path in rules_folder().glob("*/*.yaml") if path.name != "pack.yaml"
    } == {"core"}


def test_rules_have_names_of_their_own() -> None:
    for language in ("zh", "en"):
        names = [rule["name"][language] for rule in shipped().values()]
        assert len(set(names)) == len(names)


# No type that ships demands what it looks for: tests/kinds/test_part.py has types that do.
ASKED_BY_NO_TYPE = {"number-missing"}


@pytest.mark.parametrize("name", list(shipped()))
def test_a_rule_says_what_it_is(name: str) -> None:
    rule = shipped()[name]
    assert rule.get("id", name) == name
    assert _in_both_languages(rule.get("message")), "message in zh and en"
    assert _in_both_languages(rule.get("why")), "why in zh and en"
    assert _in_both_languages(rule.get("name")), "a short name in zh and en"
    severity = rule.get("severity", "warning")
    severity = "off" if severity is False else severity
    assert severity in ("error", "warning", "info", "off")
    if name in CONTRACT:
        assert severity == SEVERITY.get(name, "warning")


# No type that ships asks for what these rules look at; the tests of their kinds have the texts.
WITHOUT_EXAMPLES = {"section-extra", "number-missing"}


@pytest.mark.parametrize(
    "name",
    [
        name
        for name, rule in shipped().items()
        if rule.get("kind") != "housekeeping" and name not in WITHOUT_EXAMPLES
    ],
)
def test_a_rule_carries_its_tests(name: str) -> None:
    if name in ASKED_BY_NO_TYPE:
        return
    rule = shipped()[name]
    good, bad = _examples(rule, "good"), _examples(rule, "bad")
    assert len(good) >= 2, "two texts that it must be silent on"
    assert len(bad) >= 2, "two texts in which it must find something"
    texts = [example["text"] if isinstance(example, dict) else example for example in bad]
    assert all("⟦" in text and "⟧" in text for text in texts), (
        "a bad example marks what must be found"
    )


@pytest.mark.parametrize(
    ("name", "family"),
    [
        (name, family)
        for name, rule in shipped().items()
        for family, declared in (rule.get("patterns") or {}).items()
        if declared
    ],
)
def test_a_named_pattern_carries_its_tests(name: str, family: str) -> None:
    pattern = shipped()[name]["patterns"][family]
    assert _in_both_languages(pattern.get("name"))
    if pattern.get("blanks"):
        return  # no text holds any: tests/run/test_word.py makes Word documents
    examples = pattern.get("examples") or {}
    assert examples.get("good"), "a near miss"
    assert examples.get("bad"), "a find"


@pytest.mark.parametrize(
    "path", sorted(rules_folder().glob("*/pack.yaml")), ids=lambda path: path.parent.name
)
def test_a_pack_says_what_it_is(path: Path) -> None:
    pack = _read(path)
    assert pack.get("id", path.parent.name) == path.parent.name
    assert _in_both_languages(pack["name"])
    assert _in_both_languages(pack["description"])


@pytest.mark.parametrize(
    "path", sorted(rules_folder().glob("*/types/*.yaml")), ids=lambda path: path.stem
)
def test_a_report_type_says_what_it_is(path: Path) -> None:
    report_type = _read(path)
    assert report_type.get("id", path.stem) == path.stem
    assert _in_both_languages(report_type["name"])


def test_the_readmes_have_the_same_commands() -> None:
    def commands(name: str) -> list[str]:
        lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
        return [
            line.partition("#")[0]
            for line in lines
            if line.startswith(("python3 ", ".venv/bin/", "reportlint "))
        ]

    assert commands("README.zh-CN.md") == commands("README.md")
