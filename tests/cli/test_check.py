"""`reportlint check`: its exit status, what a path may be, and what goes to which stream. What it
finds, and each option, is tested elsewhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reportlint.cli.check import MANY
from reportlint.cli.main import main

BAD, CLEAN = "取缔场所XX家。\n", "取缔场所三家。\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A pack with one rule, and no built-in one, so that little is loaded."""
    monkeypatch.chdir(tmp_path)
    for name, text in {
        ".reportlint.yaml": "extends: [./house]\n",
        "house/pack.yaml": "id: house\nname: House\n",
        "house/blank.yaml": "kind: pattern\nmessage: {zh: 空着, en: blank}\nwords: [XX]\n",
        "bad.md": BAD,
        "clean.md": CLEAN,
        "ruls": CLEAN,
        "unit/.reportlint.yaml": "rulez: {}\n",
        "unit/a.md": BAD,
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(["check", *arguments, "--lang", "en"])
    return status, *capsys.readouterr()


STATUS = [
    pytest.param(["clean.md"], 0, id="clean"),
    pytest.param(["bad.md", "--exit-zero"], 0, id="findings, told to pass"),
    pytest.param(["bad.md", "--fail-on", "error"], 0, id="a warning where errors fail"),
    pytest.param(["bad.md", "--fail-on", "never"], 0, id="whatever it is"),
    pytest.param(["bad.md"], 1, id="a finding"),
    pytest.param(["clean.md", "bad.md"], 1, id="a finding in one of two"),
    pytest.param(["bad.md", "clean.md", "unit"], 2, id="a wrong configuration below"),
    pytest.param(["bad.md", "unit", "--exit-zero"], 2, id="which no option hides"),
    pytest.param(["gone.md"], 2, id="a missing file"),
]


@pytest.mark.parametrize(("arguments", "status"), STATUS)
def test_the_exit_status(
    arguments: list[str], status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, *arguments)[0] == status


NO_COMMAND = [
    pytest.param(["ruls"], id="a file of such a name"),
    pytest.param(["./ruls"], id="a path"),
    pytest.param(["clean.md", "ruls"], id="not the first"),
]
MEANT = [
    pytest.param(["rulse"], "rules", id="a misspelt command"),
    pytest.param(["--watch", "rulse"], "rules", id="also with --watch"),
    pytest.param(["help"], "--help", id="as other tools have it"),
    pytest.param(["/?"], "--help", id="as on Windows"),
]


@pytest.mark.parametrize("arguments", NO_COMMAND)
def test_a_path_that_is_there_is_checked(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, *arguments, "--quiet") == (0, "", "")


@pytest.mark.parametrize("path", ["rulse.md", "rules2", "述职报告"])
def test_a_missing_path_that_is_like_no_command_is_a_missing_path(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "no such file or folder" in run(capsys, path)[2]


@pytest.mark.parametrize(("arguments", "command"), MEANT)
def test_a_misspelt_command_is_answered(
    arguments: list[str], command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = run(capsys, *arguments)
    assert (status, out) == (2, "")
    assert f"reportlint {command}" in err


def test_the_findings_are_told_before_the_wrong_configuration(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, out, err = run(capsys, ".", "--format", "concise")
    assert "bad.md:1:5" in out
    assert "unit/a.md" not in out
    assert err.startswith("reportlint: unit/.reportlint.yaml:1:1: ")
    assert "rulez" in err


def test_without_a_path_the_current_folder_is_checked(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "unit/.reportlint.yaml").unlink()
    monkeypatch.chdir(here / "unit")
    assert run(capsys, "--format", "concise")[:2] == run(capsys, ".", "--format", "concise")[:2]
    assert run(capsys)[0] == 1


@pytest.mark.parametrize("number", [2, MANY - 1, MANY])
@pytest.mark.parametrize("form", ["full", "concise", "json", "jsonl"])
def test_many_paths_are_told_as_few_are(
    number: int, form: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """From `MANY` on, findings are printed file by file."""
    names = [f"r{at:02}.md" for at in range(number)]
    outs = []
    for name in names:
        (here / name).write_text(BAD, encoding="utf-8")
        status, out, _ = run(capsys, name, "--format", "jsonl")
        outs += [json.loads(line) for line in out.splitlines()]
        assert status == 1
    status, out, err = run(capsys, *names, "--format", form)
    assert (status, err) == (1, "")
    if form == "json":
        assert json.loads(out) == outs
    elif form == "jsonl":
        assert [json.loads(line) for line in out.splitlines()] == outs
    else:
        places = [out.index(f"{name}:1:5") for name in names]
        assert places == sorted(places)


def test_times_are_told_apart_from_the_findings(capsys: pytest.CaptureFixture[str]) -> None:
    plain = run(capsys, "bad.md")
    status, out, err = run(capsys, "bad.md", "--profile")
    assert (status, out) == plain[:2]
    assert plain[2] == ""
    assert "blank" in err


def test_an_output_is_never_an_input(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for more in ([], ["--watch"]):
        status, out, err = run(capsys, "bad.md", "--format", "json:bad.md", *more)
        assert (status, out) == (2, "")
        assert "bad.md" in err
    assert (here / "bad.md").read_text(encoding="utf-8") == BAD
