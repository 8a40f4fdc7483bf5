"""The command line as a whole: which command is meant, what is loaded, the version."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click
import pytest

from reportlint import __version__
from reportlint.cli.commands import COMMANDS, DEFAULT
from reportlint.cli.group import group, with_command
from reportlint.cli.help import Context
from reportlint.cli.main import main


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


UNCHANGED = [
    ["rules"],
    ["check", "a.md"],
    ["check", "rules"],
    ["--help"],
    ["-h", "a.md"],
    ["--version"],
    ["--lang", "zh", "--help"],
    ["--lang=zh", "--version"],
    ["rules", "--help"],
]


@pytest.mark.parametrize("arguments", UNCHANGED)
def test_a_command_line_with_its_command_or_for_help_stays(arguments: list[str]) -> None:
    assert with_command(arguments) == arguments


@pytest.mark.parametrize(
    ("arguments", "made"),
    [
        ([], ["check"]),
        (["a.md"], ["check", "a.md"]),
        (["--format", "json", "a.md"], ["check", "--format", "json", "a.md"]),
        (["-"], ["check", "-"]),
        (["--", "rules"], ["check", "--", "rules"]),
        (["./rules"], ["check", "./rules"]),
        (["--lang", "zh", "rules"], ["rules", "--lang", "zh"]),
        (
            ["--lang=zh", "--color", "never", "a.md"],
            ["check", "--lang=zh", "--color", "never", "a.md"],
        ),
        (["a.md", "--help"], ["check", "a.md", "--help"]),
        (["--lang"], ["check", "--lang"]),
        (["--langs", "rules"], ["check", "--langs", "rules"]),
        (["a.md", "rules"], ["check", "a.md", "rules"]),
    ],
)
def test_check_is_meant_where_no_command_is_named(arguments: list[str], made: list[str]) -> None:
    assert with_command(arguments) == made


@pytest.mark.parametrize("name", ["", "chek", "Check", "check.py", "--help"])
def test_no_command_has_that_name(name: str) -> None:
    whole = group("en")
    assert whole.get_command(Context(whole), name) is None


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_command_has_its_name_and_the_language_of_the_run(language: str) -> None:
    whole = group(language)
    context = Context(whole)
    names = whole.list_commands(context)
    assert names[0] == DEFAULT
    assert set(names) == set(COMMANDS)
    made = [whole.get_command(context, name) for name in names]
    assert [command.name for command in made if command] == names
    han = [bool(re.search("[一-鿿]", command.short_help or "")) for command in made if command]
    assert set(han) == {language == "zh"}


def test_a_command_is_loaded_when_it_is_called(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in COMMANDS.values():
        monkeypatch.delitem(sys.modules, module, raising=False)
    whole = group("en")
    whole.get_command(Context(whole), "schema")
    assert [name for name in COMMANDS.values() if name in sys.modules] == [COMMANDS["schema"]]


def test_help_lists_the_commands_in_their_order() -> None:
    whole = group("en")
    page = whole.get_help(Context(whole, info_name="reportlint"))
    places = [page.index(f"\n  {name} ") for name in COMMANDS]
    assert places == sorted(places)


def test_the_group_names_no_options_of_check() -> None:
    names = {name for param in group("zh").params for name in param.opts}
    assert "--version" in names
    assert "--lang" in names
    assert not names & {"--select", "--fix", "--format"}
    assert all(isinstance(param, click.Option) for param in group("zh").params)


def test_the_version_stands_on_the_first_line_and_packs_below(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "house").mkdir()
    (here / "house/pack.yaml").write_text("id: house\nname: {en: House}\n", encoding="utf-8")
    (here / ".reportlint.yaml").write_text("extends: [core, ./house]\n", encoding="utf-8")
    assert main(["--version"]) == 0
    first, *packs = capsys.readouterr().out.splitlines()
    assert first == f"reportlint {__version__}"
    assert packs == ["core (built in)", "house (house)"]


def test_the_version_is_told_whatever_the_configuration_is(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / ".reportlint.yaml").write_text("extends: [nowhere]\n", encoding="utf-8")
    assert main(["--version"]) == 0
    captured = capsys.readouterr()
    assert captured.out == f"reportlint {__version__}\n"
    assert ".reportlint.yaml:1" in captured.err


def test_packs_have_the_words_of_the_language(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / ".reportlint.yaml").write_text("extends: [core]\n", encoding="utf-8")
    assert main(["--lang", "zh", "--version"]) == 0
    assert capsys.readouterr().out == f"reportlint {__version__}\ncore (内置)\n"
