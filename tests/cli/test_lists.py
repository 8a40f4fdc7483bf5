"""The lists of `rules` and `types`: complete for a program, shortened for a terminal, the user's
language first."""

from __future__ import annotations

import pytest

from reportlint.cli.main import main


def listed(command: str, language: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    assert main([command, "--isolated", "--lang", language]) == 0
    return capsys.readouterr().out.splitlines()


@pytest.mark.parametrize("command", ["rules", "types"])
def test_nothing_is_cut_where_a_program_reads(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    lines = listed(command, "en", capsys)
    assert not any(line.endswith("…") for line in lines)
    assert max(map(len, lines)) > 80


@pytest.mark.parametrize("command", ["rules", "types"])
def test_a_line_is_cut_where_a_width_is_told(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    lines = listed(command, "en", capsys)
    assert max(map(len, lines)) == 60


@pytest.mark.parametrize(("language", "first"), [("zh", "zh-official"), ("en", "en-engineering")])
def test_types_in_the_language_of_the_reader_come_first(
    language: str,
    first: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    packs = [
        next(word for word in line.split() if word in ("de", "zh-official", "en-engineering", "ja"))
        for line in listed("types", language, capsys)
        if {"de", "zh-official", "en-engineering", "ja"} & set(line.split())
    ]
    assert packs[0] == first
    assert first not in packs[packs.count(first) :]
