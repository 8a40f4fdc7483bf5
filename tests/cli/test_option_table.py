"""The table of options is the only source for click and for the plain parser."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import click
import pytest

import reportlint.cli
from reportlint.cli.commands import COMMANDS
from reportlint.cli.group import group
from reportlint.cli.help import Context
from reportlint.cli.option_table import ALL, BEFORE_COMMAND, OPTIONS, name_of, options_of

FOLDER = Path(reportlint.cli.__file__).parent


def test_the_commands_are_those_there_are() -> None:
    assert tuple(COMMANDS) == ALL
    assert {command for option in OPTIONS for command in option.commands} == {*ALL, BEFORE_COMMAND}


@pytest.mark.parametrize("name", ALL)
def test_a_command_has_the_options_of_the_table_and_no_other(name: str) -> None:
    whole = group("en")
    command = whole.get_command(Context(whole), name)
    assert command is not None
    made = {
        parameter.name: (tuple(parameter.opts), bool(parameter.is_flag), parameter.multiple)
        for parameter in command.params
        if isinstance(parameter, click.Option)
    }
    wanted = {
        option.dest: (option.names, option.kind == "flag", option.kind == "many")
        for option in options_of(name)
    }
    assert made == wanted
    values = command.make_context(name, [], resilient_parsing=True).params
    assert {option.dest: values[option.dest] for option in options_of(name)} == {
        option.dest: option.unset for option in options_of(name)
    }


@pytest.mark.parametrize("name", ALL)
def test_no_name_stands_for_two(name: str) -> None:
    names = Counter(part for option in options_of(name) for part in option.names)
    keys = Counter(option.dest for option in options_of(name))
    assert set((names | keys).values()) == {1}


def test_names_of_keys() -> None:
    assert name_of("type_id") == "--type"
    assert name_of("form", "new") == "--format"


def test_there_is_no_other_list() -> None:
    """`--version` is not an option of a command, and must work before there is one."""
    made = {
        path.name: len(re.findall(r"click\.Option\(", path.read_text(encoding="utf-8")))
        for path in FOLDER.glob("*.py")
    }
    assert {name: number for name, number in made.items() if number} == {
        "parameters.py": 1,
        "group.py": 1,
    }


def test_it_is_plain_data() -> None:
    code = "import sys, reportlint.cli.option_table; print('click' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
