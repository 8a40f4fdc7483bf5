from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from git_support import Repository


@pytest.fixture
def env() -> dict[str, str]:
    kept = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("GIT_", "PRE_COMMIT"))
    }
    who = {
        f"GIT_{role}_{what}": "a@example.org"
        for role in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    return {
        **kept,
        **who,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "LC_ALL": "C.UTF-8",
    }


@pytest.fixture
def make(tmp_path: Path, env: dict[str, str]) -> Callable[..., Repository]:
    """Makes a repository of that name."""

    def made(name: str = "报告 库", *arguments: str) -> Repository:
        (tmp_path / name).mkdir(parents=True)
        repository = Repository(tmp_path / name, dict(env))
        repository.git("init", "-q", "-b", "main", *arguments)
        return repository

    return made


@pytest.fixture
def repository(make: Callable[..., Repository]) -> Repository:
    return make()


@pytest.fixture
def with_tool(tmp_path: Path, env: dict[str, str]) -> dict[str, str]:
    """An environment in which hooks find `reportlint`."""
    tools = tmp_path / "bin"
    tools.mkdir()
    script = tools / "reportlint"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m reportlint "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    return {**env, "PATH": os.pathsep.join((str(tools), env["PATH"]))}
