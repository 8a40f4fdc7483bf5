from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

# Fixtures.
from support.repository import env as env
from support.repository import make as make
from support.repository import repository as repository


@pytest.fixture
def with_tool(tmp_path: Path, env: dict[str, str]) -> dict[str, str]:
    """An environment in which hooks find `reportlint`."""
    tools = tmp_path / "bin"
    tools.mkdir()
    script = tools / "reportlint"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m reportlint "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    return {**env, "PATH": os.pathsep.join((str(tools), env["PATH"]))}
