"""After `reportlint suppress` there are no findings, not even about suppressions."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.cli import main as module
from reportlint.cli.main import main

CONFIG, SIDE = Path(".reportlint.yaml"), Path(".reportlint-ignore.yaml")
MARKDOWN = "# 说明\n\n共XX项。\n\n| 甲 |\n|---|\n| XX次 |\n"
COMMENT = "<!-- reportlint-disable-line placeholder -->"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(module, "_prepare_streams", lambda: None)
    monkeypatch.delenv("REPORTLINT_LANG", raising=False)
    Path("a.md").write_text(MARKDOWN, encoding="utf-8")
    Path("b[1].txt").write_text("共XX项。\n", encoding="utf-8")
    return tmp_path


def written() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path().iterdir() if path.is_file()}


def test_a_reason_that_is_owed_is_asked_for() -> None:
    CONFIG.write_text("require-reason: true\n", encoding="utf-8")
    before = written()
    assert main(["suppress"]) == 2
    assert written() == before
    assert main(["suppress", "--reason", "待定"]) == 0
    assert main(["check", "-q"]) == 0


def test_what_must_not_be_silenced_is_left(capsys: pytest.CaptureFixture[str]) -> None:
    CONFIG.write_text("rules: {placeholder: {suppressible: false}}\n", encoding="utf-8")
    before = written()
    assert main(["--lang", "en", "suppress"]) == 0
    assert written() == before
    assert "cannot be silenced: 3" in capsys.readouterr().err


def test_silenced_once_and_for_all() -> None:
    assert main(["suppress"]) == 0
    assert Path("a.md").read_text(encoding="utf-8").count(COMMENT) == 1
    assert "/a.md" in CONFIG.read_text(encoding="utf-8")
    assert Path("b[1].txt").read_text(encoding="utf-8") == "共XX项。\n"
    assert main(["check", "-q"]) == 0
    before = written()
    assert main(["suppress"]) == 0
    assert written() == before


def test_another_file_is_not_silenced() -> None:
    assert main(["suppress"]) == 0
    Path("c.txt").write_text("共XX项。\n", encoding="utf-8")
    assert main(["check", "-q", "c.txt"]) == 1


def test_beside_a_pyproject() -> None:
    Path("pyproject.toml").write_text("[tool.reportlint]\n", encoding="utf-8")
    assert main(["suppress"]) == 0
    assert SIDE.exists()
    assert not CONFIG.exists()
    assert main(["check", "-q"]) == 0
