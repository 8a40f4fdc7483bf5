"""The files that the three commands write pass `reportlint test`, and no file is overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.cli.main import main
from reportlint.cli.workshop import parts_of

COMMANDS = [
    "new-pack house --name 本院规则",
    "new-rule house/two.yaml --word 高度重视，狠抓落实",
    "new-rule house/no-slogan.yaml --word 高度重视 --word 扎实推进",
    "new-rule house/login --word 登陆 --right 登录",
    "new-type house/types/visit.yaml --name 走访报告 --section 基本情况 --section 意见建议",
]


def test_what_is_written_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for line in COMMANDS:
        assert main([*line.split(), "--no-input", "--lang", "en"]) == 0
    assert main(["test", "house", "--strict", "--isolated", "--lang", "en"]) == 0
    assert "4 rules and report types, 9 examples: 9 passed." in capsys.readouterr().out
    two = (tmp_path / "house" / "two.yaml").read_text(encoding="utf-8")
    assert "words: [高度重视, 狠抓落实]" in two
    before = (tmp_path / "house" / "login.yaml").read_text(encoding="utf-8")
    assert main([*COMMANDS[2].split(), "--no-input"]) == 2
    assert (tmp_path / "house" / "login.yaml").read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    ("answer", "is_spaced", "parts"),
    [
        ("", True, ()),
        ("Next steps", False, ("Next steps",)),
        ("基本情况，意见 建议", True, ("基本情况", "意见 建议")),
        ("基本情况 意见建议", True, ("基本情况", "意见建议")),
        ("基本情况、意见建议、", True, ("基本情况", "意见建议")),
        ("Summary, Next steps", False, ("Summary", "Next steps")),
    ],
)
def test_the_parts_of_an_answer(answer: str, is_spaced: bool, parts: tuple[str, ...]) -> None:
    assert parts_of(answer, is_spaced=is_spaced) == parts
