"""`reportlint init`: its output, and that existing files are kept."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from reportlint.cli import main as module
from reportlint.cli.main import main

CONFIG, HOOKS = Path(".reportlint.yaml"), Path(".pre-commit-config.yaml")
DUTY = "# 述职报告\n\n各位领导：\n\n一、工作\n\n完成XX项。\n\n三、打算\n\n继续努力。\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(module, "_prepare_streams", lambda: None)
    monkeypatch.delenv("REPORTLINT_LANG", raising=False)
    return tmp_path


def repository() -> None:
    subprocess.run(["git", "init", "-q", "."], check=True)


def load(path: Path) -> object:
    return YAML(typ="safe", pure=True).load(path)


def test_the_hook_is_written_once(capsys: pytest.CaptureFixture[str]) -> None:
    repository()
    Path("a.md").write_text(DUTY, encoding="utf-8")
    assert main(["init", "--lang", "en"]) == 0
    hooks = load(HOOKS)
    assert hooks["repos"][0]["hooks"] == [{"id": "reportlint"}]  # type: ignore[index]
    before = CONFIG.read_bytes(), HOOKS.read_bytes()
    assert "run `pre-commit install` here once" in capsys.readouterr().err
    assert main(["init", "--lang", "en"]) == 0
    printed = capsys.readouterr()
    assert (CONFIG.read_bytes(), HOOKS.read_bytes()) == before
    assert printed.out == ""
    assert "is there already, not changed" in printed.err
    assert "pre-commit install" not in printed.err


def test_what_a_baseline_knows_is_not_counted_again(capsys: pytest.CaptureFixture[str]) -> None:
    repository()
    Path("a.md").write_text(DUTY.replace("。", "XX。"), encoding="utf-8")
    assert main(["init", "--lang", "en"]) == 0
    assert "findings now: " in capsys.readouterr().err
    assert main(["baseline", "--lang", "en"]) == 0
    assert main(["init", "--lang", "en"]) == 0
    assert "findings now: " not in capsys.readouterr().err


def test_lines_for_hooks_that_are_there_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    repository()
    HOOKS.write_text("repos: []\n", encoding="utf-8")
    assert main(["init", "--lang", "zh"]) == 0
    printed = capsys.readouterr()
    assert HOOKS.read_text(encoding="utf-8") == "repos: []\n"
    assert printed.out.startswith("  - repo: https://")
    assert "请把下面几行加进" in printed.err


def test_a_dry_run_writes_nothing(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    repository()
    Path("a.md").write_text(DUTY, encoding="utf-8")
    assert main(["init", "--dry-run", "--baseline"]) == 0
    assert sorted(path.name for path in here.iterdir()) == [".git", "a.md"]
    printed = capsys.readouterr()
    assert "# --- .reportlint.yaml" in printed.out
    assert "# --- .pre-commit-config.yaml" in printed.out


def test_no_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", "nowhere", "--lang", "en"]) == 2
    assert "nowhere: no such folder" in capsys.readouterr().err
    assert not CONFIG.exists()
