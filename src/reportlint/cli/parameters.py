"""Conversion of the option table to click parameters."""

from __future__ import annotations

import click

from reportlint._startup.typed import Any
from reportlint.cli.option import CHOICE, FLAG, MANY, NUMBER, Option
from reportlint.cli.option_table import options_of
from reportlint.core.text import Text
from reportlint.output.formats import AUTO, FORMATS


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
