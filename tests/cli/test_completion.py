"""The suggestions that a shell gets to complete a command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from reportlint.cli import main as module
from reportlint.cli.completion_scripts import SCRIPTS
from reportlint.cli.group import group
from reportlint.cli.main import main

VARIABLE = "_REPORTLINT_COMPLETE"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(module, "_prepare_streams", lambda: None)


def completed(line: str, language: str = "en") -> list[tuple[str, str]]:
    *arguments, incomplete = line.split(" ")
    shell = ShellComplete(group(language), {}, "reportlint", VARIABLE)
    return [(item.type, item.value) for item in shell.get_completions(arguments, incomplete)]


@pytest.mark.parametrize(
    "line",
    [
        "check --select no-such",
        "check --type no-such",
        "new no-such/",
        "rules --prune",
        "--no-such",
        "check --rev main",
    ],
)
def test_nothing_is_made_up(line: str) -> None:
    assert not [value for sort, value in completed(line) if sort != "file"]


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("su", "suppress"),
        ("", "check"),
        ("--sel", "--select"),
        ("--vers", "--version"),
        ("check --sta", "--staged"),
        ("--select ordinal-g", "ordinal-gap"),
        ("check --ignore placeholder,ordinal-g", "placeholder,ordinal-gap"),
        ("suppress --rule ordinal-g", "ordinal-gap"),
        ("explain ordinal-g", "ordinal-gap"),
        ("why a.md:1 ordinal-g", "ordinal-gap"),
        ("check --type duty", "duty-report"),
        ("new duty", "duty-report"),
        ("check --format sar", "sarif"),
        ("check --fail-on w", "warning"),
        ("completion fi", "fish"),
        ("schema out", "output"),
    ],
)
def test_completed(line: str, value: str) -> None:
    assert ("plain", value) in completed(line)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("line", ["a.m", "check a.m", "check --config a.m", "annotate a.m"])
def test_files_are_left_to_the_shell(line: str, language: str) -> None:
    assert completed(line, language) == [("file", "a.m")]


def test_a_bad_configuration_is_no_reason_to_fail() -> None:
    Path(".reportlint.yaml").write_text("extends: [nowhere]\n", encoding="utf-8")
    assert completed("check --select ordinal-g") == []


@pytest.mark.parametrize("shell", SCRIPTS)
def test_the_script_names_what_plain_arguments_leave_to_click(
    shell: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["completion", shell]) == 0
    assert f"{VARIABLE}={shell}_complete" in capsys.readouterr().out


def test_another_shell_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "tcsh"]) == 2
    assert capsys.readouterr().out == ""
