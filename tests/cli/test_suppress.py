"""`reportlint suppress`: its options and its output."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.cli import main as module
from reportlint.cli.main import main

MARKDOWN = "# 说明\n\n共XX项。\n\n| 甲 |\n|---|\n| XX次 |\n"


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


@pytest.mark.parametrize(
    ("arguments", "status"),
    [(["--diff"], 1), (["--rule", "ordinal-*"], 0), (["-"], 2), (["--reason", "-->"], 2)],
)
def test_nothing_is_written(arguments: list[str], status: int) -> None:
    before = written()
    assert main(["suppress", *arguments]) == status
    assert written() == before


def test_what_would_be_written_is_shown_and_counted(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "en", "suppress", "--diff", "a.md"]) == 1
    printed = capsys.readouterr()
    assert "+共XX项。 <!-- reportlint-disable-line placeholder -->\n" in printed.out
    assert "--- a/.reportlint.yaml\n" in printed.out
    assert "would be silenced: 1" in printed.err
