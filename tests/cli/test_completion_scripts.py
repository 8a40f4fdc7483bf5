"""The scripts that shells run to complete a command line."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from reportlint.cli.completion_scripts import SCRIPTS


@pytest.mark.parametrize("shell", SCRIPTS)
def test_click_is_asked_in_the_words_of_the_shell(shell: str) -> None:
    assert f"_REPORTLINT_COMPLETE={shell}_complete" in SCRIPTS[shell]


@pytest.mark.parametrize("shell", SCRIPTS)
def test_the_shell_can_read_it(shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    done = subprocess.run(
        [shell, "-n"], input=SCRIPTS[shell], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
