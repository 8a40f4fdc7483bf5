"""Two hundred command lines as users of other tools type them, and the answers.

`mistyped.txt` has each command line with its answer in Chinese and in English; `--update` rewrites
the answers.
"""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click import Context

from reportlint.cli import guesses
from reportlint.cli.commands import COMMANDS
from reportlint.cli.group import group
from reportlint.cli.main import main

TABLE = Path(__file__).parent / "mistyped.txt"
LINES = [
    line.removeprefix("$ reportlint ")
    for line in TABLE.read_text(encoding="utf-8").splitlines()
    if line.startswith("$ ")
]


def answer(line: str, language: str, capsys: pytest.CaptureFixture[str]) -> str:
    status = main([*shlex.split(line), "--lang", language])
    printed = capsys.readouterr()
    assert (status, printed.out) == (2, "")
    return printed.err.strip()


def test_every_mistyped_command_line_is_answered(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    update: bool,
) -> None:
    monkeypatch.chdir(tmp_path)
    blocks = []
    for line in LINES:
        answers = [answer(line, language, capsys) for language in ("zh", "en")]
        assert not any("\n" in text or text.startswith(("Usage", "用法")) for text in answers)
        blocks.append("\n".join((f"$ reportlint {line}", *answers)) + "\n")
    made = "\n".join(blocks)
    if update:
        TABLE.write_text(made, encoding="utf-8")
    assert TABLE.read_text(encoding="utf-8") == made


def test_there_are_two_hundred_all_different() -> None:
    assert len(set(LINES)) == len(LINES) >= 200


@pytest.mark.parametrize("name", ["fix", "help", "lint", "chek"])
def test_a_file_of_such_a_name_is_checked(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_text("正文。\n", encoding="utf-8")
    assert main([name, "--isolated"]) == 0


@pytest.mark.parametrize("path", ["fix.md", "述职报告", "reports/fix", "zzz", "./help"])
def test_what_is_no_command_of_anybody_is_a_path(
    path: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main([path, "--lang=en"]) == 2
    assert "command" not in capsys.readouterr().err


@pytest.mark.parametrize(
    "line", ["rules --strict", "types --exclude x", "explain --json", "--no-such-thing"]
)
def test_an_option_that_nobody_knows_is_left_to_click(
    line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*line.split(), "--lang=en"]) == 2
    assert "Usage" in capsys.readouterr().err


@pytest.mark.parametrize("word", ["-f", "-j4", "--", "-", "—", "－甲", "-fjson", "--fix", "–draft"])
def test_what_is_no_long_option_behind_odd_dashes(word: str) -> None:
    assert guesses.dashes(word) is None


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("-fix", "--fix"),
        ("—fix", "--fix"),
        ("——format=json", "--format"),
        ("－－watch", "--watch"),
        ("–help", "--help"),
        ("-version", "--version"),
    ],
)
def test_a_long_option_behind_odd_dashes(word: str, meant: str) -> None:
    answer = guesses.dashes(word)
    assert answer is not None
    assert meant in answer.en


def test_the_answers_name_only_what_there_is() -> None:
    """An answer with a mistake would be worse than none."""
    whole = group("en")
    check = whole.get_command(Context(whole), "check")
    known = {name for option in check.params for name in option.opts}
    assert guesses.COMMANDS
    assert guesses.OPTIONS
    for answered in (*guesses.COMMANDS.values(), *guesses.OPTIONS.values()):
        for text in answered:
            text = re.sub(r"<!--.*?-->", "", text)
            used = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", text))
            assert used <= known | {"--help", "--version"}
            called = set(re.findall(r"reportlint ([a-z]+)\b", text))
            assert called <= set(COMMANDS)


def test_no_answer_is_given_for_what_works() -> None:
    whole = group("en")
    check = whole.get_command(Context(whole), "check")
    known = {name for option in check.params for name in option.opts}
    assert not known & set(guesses.OPTIONS)
    assert not set(COMMANDS) & set(guesses.COMMANDS)
