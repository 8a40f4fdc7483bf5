"""How a process of the tool ends: with its status and all that it had to say, whoever reads it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

TEXT = "述职报告\n一、工作\n" + "请填写XX单位的情况。\n" * 300


def run(*arguments: str, **given: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "reportlint", *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", check=False, **given
    )  # type: ignore[call-overload, no-any-return]


@pytest.mark.parametrize(
    ("arguments", "status"), [((), 1), (("--exit-zero",), 0), (("--config", "none.yaml"), 2)]
)
def test_the_status(tmp_path: Path, arguments: tuple[str, ...], status: int) -> None:
    text = tmp_path / "a.txt"
    text.write_text(TEXT, encoding="utf-8")
    assert run("check", *arguments, str(text)).returncode == status


def test_a_pipe_gets_all_of_it(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text(TEXT, encoding="utf-8")
    said = run("check", "--format", "concise", str(text)).stdout
    assert said.count("placeholder") >= 300
    assert said.endswith(("。\n", ".\n"))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_what_cannot_be_written_is_no_success(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("述职报告\n", encoding="utf-8")
    with open("/dev/full", "w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "reportlint", "check", str(text)],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode not in (0, 1)


def test_a_waiting_exit_function_is_called(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("述职报告\n", encoding="utf-8")
    code = f"import atexit, sys; atexit.register(print, 'called'); sys.argv[1:] = ['check', {str(text)!r}]; from reportlint.__main__ import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.stdout.endswith("called\n")
