"""The arguments of a plain `reportlint check FILE…`, read without click, whose import takes
longer than the check of a file.

The result is the same as click's; a test compares the two. Anything unusual — another command,
help, an option that is not in these tables, a value that is not among the choices — is left to
click, which alone reports errors.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportlint._startup.typed import Any
from reportlint.cli.commands import COMMANDS, DEFAULT
from reportlint.cli.option import CHOICE, FLAG, MANY, ONE
from reportlint.cli.option_table import NAMES_BEFORE_COMMAND, options_of

_TEXTS = (ONE, MANY, CHOICE)

_OPTIONS = options_of(DEFAULT)
FLAGS = {name: option.dest for option in _OPTIONS if option.kind == FLAG for name in option.names}
TEXTS = {name: option for option in _OPTIONS if option.kind in _TEXTS for name in option.names}
DEFAULTS: Mapping[str, Any] = {option.dest: option.unset for option in _OPTIONS}
_COMPLETION = "_REPORTLINT_COMPLETE"


def plain(arguments: Sequence[str], environment: Mapping[str, str]) -> dict[str, Any] | None:
    """The parameters of the command `check`, as click would pass them; None if click must parse the
    arguments."""
    if _COMPLETION in environment or _is_other_command(arguments):
        return None
    waiting = list(reversed(arguments[1:] if arguments[:1] == [DEFAULT] else arguments))
    values = dict(DEFAULTS)
    paths: list[str] = []
    while waiting:
        argument = waiting.pop()
        if argument == "--":
            paths += reversed(waiting)
            break
        if argument == "-" or not argument.startswith("-"):
            paths.append(argument)
        elif argument in FLAGS:
            values[FLAGS[argument]] = True
        elif not _value(argument, waiting, values):
            return None
    values["paths"] = tuple(paths)
    return values


def _is_other_command(arguments: Sequence[str]) -> bool:
    """Whether the first argument is a command other than `check`, or an option before a command."""
    first = arguments[0] if arguments else DEFAULT
    return (first in COMMANDS and first != DEFAULT) or first.startswith(NAMES_BEFORE_COMMAND)


def _value(argument: str, waiting: list[str], values: dict[str, Any]) -> bool:
    """Parse an option and its value, which may be the next argument, into `values`; False if click
    must parse it."""
    name, glued, value = argument.partition("=")
    if glued and not name.startswith("--"):
        return False
    if not glued:
        if not waiting or waiting[-1].startswith("-"):
            return False
        value = waiting.pop()
    option = TEXTS.get(name)
    if option is None or (option.kind == CHOICE and value not in option.choices):
        return False
    values[option.dest] = values[option.dest] + (value,) if option.kind == MANY else value
    return True
