"""The man pages contain all commands and options, and roff reports nothing."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

import gen_man
from reportlint.cli.commands import COMMANDS
from reportlint.cli.option_table import BEFORE_COMMAND, OPTIONS

ROOT = Path(__file__).parents[2]
PAGES = gen_man.FILES


@pytest.mark.parametrize("path", PAGES.values())
def test_everything_is_in_them(path: str) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    assert COMMANDS
    assert OPTIONS
    for command in COMMANDS:
        assert f"reportlint {command}".replace("-", "\\-").lower() in text.lower()
    for option in OPTIONS:
        if not option.hidden and set(option.commands) - {BEFORE_COMMAND}:
            assert option.names[0].replace("-", "\\-") in text


@pytest.mark.parametrize("path", PAGES.values())
@pytest.mark.parametrize("width", ["50n", "100n"])
def test_roff_warns_of_nothing(path: str, width: str) -> None:
    groff = shutil.which("groff")
    if groff is None:
        pytest.skip("there is no groff")
    command = [groff, "-ww", "-K", "utf8", "-man", "-T", "utf8", f"-rLL={width}", path]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    assert done.stderr.decode() == ""
    assert b"completion" in done.stdout


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words", "plain words"),
        (".TH is a request", "\\&.TH is a request"),
        ("'tis", "\\(aqtis"),
        ("--a-b ~ ^", "\\-\\-a\\-b \\(ti \\(ha"),
        ("a\\b", "a\\eb"),
        ("按字断行。", "按\\:字\\:断\\:行。"),
    ],
)
def test_what_roff_would_take_for_something_else(text: str, shown: str) -> None:
    assert gen_man._line(text) == shown
