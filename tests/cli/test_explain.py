"""The last line of `explain` is the URL of the page; a rule of another pack has none."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.cli.main import main
from reportlint.output.addresses import type_link

HOUSE_TYPE = """name: house note
extends: postmortem
recognise: {title: {any: [house note]}}
"""


def explained(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> list[str]:
    assert main(arguments) == 0
    return capsys.readouterr().out.splitlines()


@pytest.mark.parametrize(
    ("name", "language", "end"),
    [
        ("placeholder", "en", "/rules/placeholder/"),
        ("placeholder", "zh", "/zh-CN/rules/placeholder/"),
        ("duty-report", "en", "/types/duty-report/"),
        ("述职报告", "zh", "/zh-CN/types/duty-report/"),
    ],
)
def test_the_last_line_is_the_address_of_the_page(
    name: str, language: str, end: str, capsys: pytest.CaptureFixture[str]
) -> None:
    last = explained(["explain", name, "--lang", language], capsys)[-1]
    assert last.startswith({"en": "See also: https://", "zh": "另见：https://"}[language])
    assert last.endswith(end)


def test_a_type_of_a_house_has_no_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "house/types").mkdir(parents=True)
    (tmp_path / "house/pack.yaml").write_text("id: house\nname: house\ndescription: x\n")
    (tmp_path / "house/types/house-note.yaml").write_text(HOUSE_TYPE)
    (tmp_path / ".reportlint.yaml").write_text("extends: [core, en-engineering, ./house]\n")
    monkeypatch.chdir(tmp_path)
    lines = explained(["explain", "house-note", "--lang", "en"], capsys)
    assert lines[0].startswith("house-note: ")
    assert type_link("house-note", "en") not in lines[-1]
    assert "https://" not in lines[-1]


@pytest.mark.parametrize(
    ("rule", "comment"), [("unreadable", False), ("undecodable", False), ("placeholder", True)]
)
def test_a_comment_is_shown_only_where_one_works(
    rule: str, comment: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "\n".join(explained(["explain", rule, "--lang", "en"], capsys))
    assert (f"reportlint-disable-next-line {rule}" in text) == comment


@pytest.mark.parametrize(
    ("name", "zh", "en"),
    [
        ("placeholder", "级别 错误，", "severity error,"),
        ("ordinal-gap", "级别 警告，", "severity warning,"),
    ],
)
def test_a_severity_is_called_in_the_language_of_the_page(
    name: str, zh: str, en: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for language, words in (("zh", zh), ("en", en)):
        assert words in explained(["explain", name, "--lang", language], capsys)[1]
