"""Conversion of commands and of the option table to what click parses."""

from __future__ import annotations

from importlib import import_module

import click

from reportlint._startup.typed import Any
from reportlint.cli.commands import COMMANDS
from reportlint.cli.help import Command
from reportlint.cli.option import CHOICE, FLAG, MANY, NUMBER, Argument, Option
from reportlint.cli.option_table import options_of
from reportlint.core.text import Text
from reportlint.output.formats import AUTO, FORMATS


def command(name: str, language: str) -> Command:
    """The command of that name, with help in `language`; its module is imported."""
    module = import_module(COMMANDS[name])
    arguments: tuple[Argument, ...] = getattr(module, "ARGUMENTS", ())
    return Command(
        name,
        language,
        callback=lambda **values: module.run(language, **values),
        help=module.HELP.to(language),
        short_help=module.SUMMARY.to(language),
        params=[*(_argument(of, language) for of in arguments), *parameters(name, language)],
    )


def _argument(of: Argument, language: str) -> click.Argument:
    """An argument as a click argument."""
    more: dict[str, Any] = {}
    if of.metavar is not None:
        more["metavar"] = of.metavar.to(language)
    if of.default is not None:
        more["default"] = of.default
    if of.choices:
        more["type"] = click.Choice(of.choices)
    required = not of.is_optional and of.default is None
    return click.Argument([of.name], nargs=-1 if of.is_many else 1, required=required, **more)


def parameters(command: str, language: str) -> list[click.Parameter]:
    """The options of a command as click parameters, with help in `language`."""
    return [parameter(option, language) for option in options_of(command)]


def parameter(option: Option, language: str) -> click.Option:
    """An option as a click option, with help in `language`."""
    more: dict[str, Any] = {}
    if option.kind == FLAG:
        more["is_flag"] = True
    elif option.kind == CHOICE:
        more["type"] = click.Choice(option.choices)
    elif option.kind == NUMBER:
        number = click.IntRange(min=option.least)
        number.name = Text("整数", "whole number").to(language)
        more["type"] = number
    elif option.kind == MANY:
        more["multiple"] = True
    if option.default is not None:
        more["default"] = option.default
    if option.value.en:
        more["metavar"] = option.value.to(language)
    return click.Option(
        [*option.names, option.dest],
        help=option.help.to(language).replace("{formats}", " ".join((*FORMATS, AUTO))),
        show_default=option.show_default or None,
        hidden=option.hidden,
        required=option.required,
        **more,
    )
