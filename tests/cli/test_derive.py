"""`reportlint derive` writes a type to standard output or a file; the errors that stop it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.cli.main import main

REPORT = "# 周报\n\n## 本周工作\n\n{}修了三处。\n\n## 下周计划\n\n{}再修两处。\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("甲", "乙"):
        Path(f"{name}.md").write_text(REPORT.format(name, name), encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["none.docx"], "none.docx"),
        (["甲.md", "--id", "No Id"], "No Id"),
    ],
)
def test_what_stops_it(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["derive", *arguments, "--lang", "en"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert message in captured.err


def test_it_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["derive", "甲.md", "乙.md", "--lang", "en"]) == 0
    printed = capsys.readouterr().out
    assert "本周工作" in printed
    assert "下周计划" in printed


def test_it_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["derive", ".", "-o", "weekly.yaml", "--lang", "en"]) == 0
    assert "本周工作" in Path("weekly.yaml").read_text(encoding="utf-8")
    assert capsys.readouterr().out == ""
