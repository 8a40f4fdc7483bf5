"""`reportlint rules`: the rules as they are configured here, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reportlint.cli.main import main

RULE = "kind: pattern\nmessage: {{zh: 空话, en: an empty phrase}}\nwords: [{word}]\n{more}"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A pack of two rules, of which one has a name."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)
    write("house/pack.yaml", "id: house\nname: House\n")
    write("house/plain.yaml", RULE.format(word="赋能", more="why: {zh: 说清做了什么。}\n"))
    write("house/odd.yaml", RULE.format(word="抓手", more='why: {en: "so\\u001b[31m\\nit is"}\n'))
    write(".reportlint.yaml", "extends: [./house]\n")
    return tmp_path


def write(name: str, text: str) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(["rules", *arguments])
    return status, *capsys.readouterr()


def listed(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    status, out, err = run(capsys, "--format", "json", *arguments)
    assert (status, err) == (0, "")
    rows: list[dict[str, Any]] = json.loads(out)
    return rows


REFUSED = [
    pytest.param(["--select", "plian"], "plian", id="a misspelt rule"),
    pytest.param(["--format", "yaml"], "yaml", id="a format of check"),
    pytest.param(["house"], "rules takes no argument", id="a path"),
    pytest.param(["--config", "gone.yaml"], "gone.yaml", id="a missing configuration"),
]


@pytest.mark.parametrize(("arguments", "message"), REFUSED)
def test_refused(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, *arguments, "--lang", "en")
    assert (status, out) == (2, "")
    assert message in err


def test_a_rule_that_is_off_is_listed_as_such(capsys: pytest.CaptureFixture[str]) -> None:
    write(".reportlint.yaml", "extends: [./house]\nrules: {plain: off}\n")
    assert {row["id"]: row["severity"] for row in listed(capsys)} == {
        "odd": "warning",
        "plain": "off",
    }
    assert run(capsys, "--lang", "zh")[1].splitlines()[1].split()[:2] == ["plain", "关闭"]


def test_severities_are_those_of_the_configuration_unless_it_is_left_out(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write(".reportlint.yaml", "extends: [core]\nrules: {ordinal-gap: error}\n")
    chosen = ["--select", "ordinal-gap"]
    assert [row["severity"] for row in listed(capsys, *chosen)] == ["error"]
    assert [row["severity"] for row in listed(capsys, *chosen, "--isolated")] == ["warning"]


@pytest.mark.parametrize(
    ("arguments", "ids"),
    [
        ([], ["odd", "plain"]),
        (["--ignore", "odd"], ["plain"]),
        (["--select", "o*,plain", "--ignore", "p*"], ["odd"]),
    ],
)
def test_which_rules_are_listed(
    arguments: list[str], ids: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert [row["id"] for row in listed(capsys, *arguments)] == ids
    lines = run(capsys, *arguments)[1].splitlines()
    assert [line.split()[0] for line in lines] == ids


def test_a_program_gets_all_languages_and_where_the_rule_is(
    capsys: pytest.CaptureFixture[str], here: Path
) -> None:
    odd, plain = listed(capsys, "--lang", "en")
    assert plain == {
        "id": "plain",
        "name": {},
        "pack": "house",
        "kind": "pattern",
        "severity": "warning",
        "message": {"zh": "空话", "en": "an empty phrase"},
        "why": {"zh": "说清做了什么。"},
        "path": f"{here.as_posix()}/house/plain.yaml",
    }
    assert odd["why"] == {"en": "so\x1b[31m\nit is"}


def test_a_person_gets_one_line_a_rule_without_control_characters(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(capsys, "--lang", "zh")[1].splitlines() == [
        "odd    警告  house  so␛[31m␊it is",
        "plain  警告  house  说清做了什么。",
    ]


def test_names_are_a_column_if_any_rule_has_one(capsys: pytest.CaptureFixture[str]) -> None:
    write("house/named.yaml", RULE.format(word="闭环", more="name: {zh: 套话, en: cant}\n"))
    lines = run(capsys, "--lang", "en")[1].splitlines()
    assert [line[:26] for line in lines] == [
        "named  cant  warning  hous",
        "odd          warning  hous",
        "plain        warning  hous",
    ]
