"""What there is to say of an option of the command line, as plain data."""

from __future__ import annotations

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core.text import Text

FLAG, ONE, MANY, CHOICE, NUMBER = "flag", "one", "many", "choice", "number"
"""Kinds of value: none; a text; a text, repeatable; one of some words; a whole number."""


class Option(NamedTuple):
    """One option of one or several commands."""

    names: tuple[str, ...]  # as they are written, `--long` and `-s`
    kind: str
    help: Text
    commands: tuple[str, ...]
    value: Text = Text("", "")  # what its value is called; "" of a flag or a choice
    key: str = ""  # by which code knows it; "" is the first name with _ for -
    choices: tuple[str, ...] = ()
    default: Any = None
    show_default: bool = False
    least: int = 0  # of a number
    hidden: bool = False  # not on the help page
    required: bool = False

    @property
    def dest(self) -> str:
        """The key of the option's value among the parsed arguments."""
        return self.key or self.names[0].lstrip("-").replace("-", "_")

    @property
    def unset(self) -> Any:
        """What its value is where it is not given."""
        return {FLAG: False, MANY: ()}.get(self.kind, self.default)
