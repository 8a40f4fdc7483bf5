"""A command of click is made of what its module declares."""

from __future__ import annotations

import click
import pytest

from reportlint.cli.commands import COMMANDS
from reportlint.cli.parameters import command


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_speaks_the_language_of_its_user(name: str) -> None:
    zh, en = command(name, "zh"), command(name, "en")
    assert (zh.name, en.name) == (name, name)
    assert en.short_help
    assert en.short_help.isascii()
    assert not (zh.short_help or "").isascii()
    assert en.help
    assert zh.help
    assert en.help != zh.help


@pytest.mark.parametrize("name", ["new-rule", "new-pack", "new-type"])
def test_a_command_has_its_options(name: str) -> None:
    assert "--no-input" in {option for of in command(name, "en").params for option in of.opts}


@pytest.mark.parametrize(
    ("name", "arguments", "values"),
    [
        pytest.param("check", [], {"paths": ()}, id="any number, or none"),
        pytest.param("check", ["a", "b"], {"paths": ("a", "b")}, id="two of any number"),
        pytest.param("derive", ["a"], {"paths": ("a",)}, id="at least one"),
        pytest.param("new", [], {"type_name": None}, id="optional"),
        pytest.param("init", [], {"folder": "."}, id="with a default"),
        pytest.param("schema", ["rule"], {"file": "rule"}, id="a choice"),
        pytest.param("why", ["a:1", "b"], {"place": "a:1", "rule": "b"}, id="two"),
    ],
)
def test_arguments(name: str, arguments: list[str], values: dict[str, object]) -> None:
    params = command(name, "en").make_context(name, arguments).params
    assert {key: params[key] for key in values} == values


@pytest.mark.parametrize(
    ("name", "arguments"),
    [("derive", []), ("why", ["a:1"]), ("schema", ["pages"]), ("import", ["ruff", "a"])],
)
def test_arguments_that_are_refused(name: str, arguments: list[str]) -> None:
    with pytest.raises(click.UsageError):
        command(name, "en").make_context(name, arguments)
