"""The options that each command other than `check` accepts and rejects."""

from __future__ import annotations

import pytest

from reportlint.cli.command_options import OF_COMMANDS
from reportlint.cli.commands import COMMANDS
from reportlint.cli.option_table import options_of


def names(command: str) -> set[str]:
    return {name for option in options_of(command) for name in option.names}


@pytest.mark.parametrize(
    ("command", "option"),
    [("check", "--prune"), ("text", "--output"), ("types", "--strict"), ("rules", "--explain")],
)
def test_not_taken(command: str, option: str) -> None:
    assert option not in names(command)


@pytest.mark.parametrize(
    ("command", "option"),
    [
        ("baseline", "--prune"),
        ("new", "--set"),
        ("annotate", "-o"),
        ("text", "-n"),
        ("types", "--explain"),
        ("test", "--strict"),
        ("derive", "--id"),
        ("suppress", "--rule"),
    ],
)
def test_taken(command: str, option: str) -> None:
    assert option in names(command)


def test_each_is_of_a_command_that_there_is_and_not_of_check() -> None:
    assert OF_COMMANDS
    for option in OF_COMMANDS:
        assert set(option.commands) <= set(COMMANDS) - {"check"}
