"""The program at a pseudo-terminal: the progress of a long run, and the output and end of
`--watch`."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

pytest.importorskip("pty", reason="there are no pseudo-terminals")

from reportlint.cli.progress import CLEAR
from reportlint.cli.watch import CLEAR as PAGE
from support.terminal import Terminal

NUMBER = 9
# A run is long at once, so that the test is not.
SCRIPT = """
import sys
from reportlint.cli import main, progress
progress.PATIENCE = progress.PAUSE = 0
sys.exit(main.main(sys.argv[1:]))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(NUMBER):
        (tmp_path / f"{number}.md").write_text("正文。\n", encoding="utf-8")
    return tmp_path


def seen(folder: Path, *arguments: str, **env: str) -> str:
    """The output of a run at a terminal."""
    kept = {key: value for key, value in os.environ.items() if key not in ("CI", "PRE_COMMIT")}
    command = [sys.executable, "-c", SCRIPT, ".", "--isolated", "--no-cache", *arguments]
    with Terminal(command, folder, {**kept, "TERM": "xterm", "LC_ALL": "C.UTF-8", **env}) as run:
        shown, status = run.end()
    assert status == 0, shown
    return shown


@pytest.mark.parametrize(
    ("arguments", "env"),
    [(["--quiet"], {}), ([], {"CI": "true"}), ([], {"TERM": "dumb"}), ([], {"PRE_COMMIT": "1"})],
)
def test_nothing_is_said_where_nobody_looks_on(
    folder: Path, arguments: list[str], env: dict[str, str]
) -> None:
    assert " / " not in seen(folder, *arguments, **env)


@pytest.mark.parametrize(
    ("locale", "words"),
    [("zh_CN.UTF-8", "已检查 {} / 9 个文件"), ("en_US.UTF-8", "{} of 9 files checked")],
)
def test_a_long_run_says_how_far_it_is(folder: Path, locale: str, words: str) -> None:
    shown = seen(folder, LC_ALL=locale)
    for number in range(1, NUMBER):
        assert CLEAR + words.format(number) in shown
    last = words.format(NUMBER - 1)
    rest = shown.partition(last)[2]
    assert rest.startswith(CLEAR), "the line is taken away before anything else is said"
    assert re.search("没有发现问题|no findings|nothing|9 files checked", rest)


def test_watch_at_a_terminal(folder: Path) -> None:
    env = {**os.environ, "TERM": "xterm", "LC_ALL": "zh_CN.UTF-8"}
    command = [sys.executable, "-m", "reportlint", "check", "0.md", "--isolated", "--watch"]
    with Terminal(command, folder, env) as run:
        first = run.until("Ctrl+C 结束")
        assert first.startswith(PAGE)
        assert "没有发现问题" in first
        (folder / "0.md").write_text("取缔XX家。\n", encoding="utf-8")
        second = run.until("Ctrl+C 结束")
        assert PAGE in second
        assert "XX" in second
        run.type("\x03")
        assert run.end()[1] == 130
