from __future__ import annotations

import os
from pathlib import Path

import pytest

from support.repository import Repository


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository, which is the current folder, independent of the Git settings of the machine and
    the user."""
    for name in [name for name in os.environ if name.startswith(("GIT_", "PRE_COMMIT"))]:
        monkeypatch.delenv(name)
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "a")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "a@example.org")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    folder = tmp_path / "报告 库"
    folder.mkdir()
    monkeypatch.chdir(folder)
    made = Repository(folder, dict(os.environ))
    made.git("init", "-q", "-b", "main")
    return made
