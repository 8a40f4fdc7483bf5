"""`reportlint init` writes files that can be loaded."""

from __future__ import annotations

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from reportlint.cli import main as module
from reportlint.cli.main import main

CONFIG, HOOKS = Path(".reportlint.yaml"), Path(".pre-commit-config.yaml")
DUTY = "# 述职报告\n\n各位领导：\n\n一、工作\n\n完成XX项。\n\n三、打算\n\n继续努力。\n"
MINUTES = "# Meeting minutes\n\nAttendees: A, B\n\n## Decisions\n\nWe ship on Monday, all agreed.\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(module, "_prepare_streams", lambda: None)
    monkeypatch.delenv("REPORTLINT_LANG", raising=False)
    return tmp_path


def load(path: Path) -> object:
    return YAML(typ="safe", pure=True).load(path)


@pytest.mark.parametrize(("text", "language"), [(DUTY, "zh"), (MINUTES, "en")])
def test_the_configuration_is_in_the_language_of_the_reports(text: str, language: str) -> None:
    Path("a.md").write_text(text, encoding="utf-8")
    assert main(["init"]) == 0
    assert load(CONFIG) == {"language": language, "fail-on": "warning"}
    assert not HOOKS.exists()  # outside of a repository
    assert main(["check", "--exit-zero", "-q"]) == 0  # it loads


def test_what_is_said_to_be_commented_out_loads_too() -> None:
    Path("a.md").write_text(DUTY, encoding="utf-8")
    assert main(["init"]) == 0
    lines = CONFIG.read_text(encoding="utf-8").splitlines()
    start = lines.index('# exclude: ["归档/**"]')
    keys = [line.removeprefix("# ") for line in lines[start:] if ": " in line or line.endswith(":")]
    CONFIG.write_text("\n".join([*lines[:start], *keys]) + "\n", encoding="utf-8")
    assert set(load(CONFIG)) >= {"exclude", "rules", "overrides"}  # type: ignore[call-overload]
    assert main(["check", "--exit-zero", "-q"]) == 0


def test_old_texts_go_into_the_baseline() -> None:
    Path("a.md").write_text(DUTY, encoding="utf-8")
    assert main(["check", "-q"]) == 1
    assert main(["init", "--baseline"]) == 0
    assert main(["check", "-q"]) == 0
