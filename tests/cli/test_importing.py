"""`reportlint import vale` reports the result for each rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.cli.main import main


def test_what_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "House").mkdir()
    (tmp_path / "House" / "Very.yml").write_text(
        "extends: existence\nmessage: no\ntokens: [very]\n", encoding="utf-8"
    )
    (tmp_path / "House" / "Words.yml").write_text("extends: spelling\n", encoding="utf-8")
    assert main(["import", "vale", "House", "--lang", "en"]) == 0
    assert capsys.readouterr().out == (
        "Words.yml: not carried over: it needs a dictionary; spelling is not checked\n"
        "rules: 2; carried over: 1 (1 whole, 1 with an example), in house.\n"
    )
