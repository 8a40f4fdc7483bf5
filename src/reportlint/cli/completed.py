"""The possible values of options and arguments, for shell completion."""

from __future__ import annotations

from collections.abc import Iterable

import click
from click.shell_completion import CompletionItem

_RULES = {"select", "ignore", "rules", "rule", "rule_id"}
_TYPES = {"type_id", "type_name"}


def prepare(command: click.Command) -> click.Command:
    """Give a command completers for the values of its options and arguments. Only a shell that
    completes calls them."""
    for parameter in command.params:
        if not isinstance(parameter.type, click.Choice):
            parameter.shell_complete = _Values(parameter.name or "", parameter)  # type: ignore[method-assign]
    return command


class _Values:
    """The completer of one option or argument, called like click's `Parameter.shell_complete`."""

    def __init__(self, name: str, parameter: click.Parameter) -> None:
        self._name = name
        self._takes_file = isinstance(parameter, click.Argument) or any(
            word in str(parameter.metavar) for word in ("FILE", "文件")
        )

    def __call__(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        before, comma, last = incomplete.rpartition(",")
        values = [before + comma + value for value in self._known() if value.startswith(last)]
        if values or not self._takes_file:
            return [CompletionItem(value) for value in values]
        return [CompletionItem(incomplete, type="file")]

    def _known(self) -> Iterable[str]:
        from reportlint.core.errors import UserError
        from reportlint.core.request import Settings

        try:
            if self._name in _RULES:
                from reportlint.run.list import rules

                return [rule.id for rule in rules(Settings())]
            if self._name in _TYPES:
                from reportlint.run.list import types

                return [type_.id for type_ in types(Settings())]
        except UserError:  # the next run reports the bad configuration
            return ()
        if self._name == "form":
            from reportlint.output.formats import AUTO, FORMATS

            return (*FORMATS, AUTO)
        return ()
