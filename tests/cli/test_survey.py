"""`reportlint survey`: its formats, and the errors that stop it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from reportlint.cli.main import main


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("2024-05.txt").write_text("走访随记\n\n走访XX户。\n", encoding="utf-8")


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["survey", "--isolated", "--format", "json", "--lang", "en"]) == 0
    assert json.loads(capsys.readouterr().out)["leftovers"] == [{"text": "XX", "findings": 1}]


def test_a_page_in_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["survey", ".", "--isolated", "--format", "html", "-o", "a.html"]) == 0
    assert "<svg" in Path("a.html").read_text(encoding="utf-8")
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("form", [[], ["-o", "a.txt"]])
def test_lines(form: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["survey", "2024-05.txt", "--isolated", "--lang", "zh", *form]) == 0
    output = capsys.readouterr().out or Path("a.txt").read_text(encoding="utf-8")
    assert output.startswith("1 份报告，1 份有问题，共 1 处（错误 1）")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--similar", "much"], "0.5"),
        (["--similar", "0.2"], "0.5"),
        (["--history"], "--similar 0.8 --history"),
        (["a.parquet", "2024-05.txt"], "one .parquet"),
        (["none"], "none"),
    ],
)
def test_what_stops_it(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["survey", *arguments, "--lang", "en"]) == 2
    assert message in capsys.readouterr().err


def test_a_missing_extra_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "rensa", None)
    assert main(["survey", "--similar", "0.8", "--lang", "en"]) == 2
    assert "reportlint[survey]" in capsys.readouterr().err
