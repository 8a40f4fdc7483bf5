"""The declaration of a command-line option, as plain data."""

from __future__ import annotations

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core.text import Text

FLAG, ONE, MANY, CHOICE, NUMBER = "flag", "one", "many", "choice", "number"
"""Kinds of value: none; a text; a text, repeatable; one of several words; a whole number."""


class Option(NamedTuple):
    """An option of one or several commands."""

    names: tuple[str, ...]  # as they are typed, `--long` and `-s`
    kind: str
    help: Text
    commands: tuple[str, ...]
    value: Text = Text("", "")  # the name of its value in help; "" for a flag or a choice
    key: str = ""  # the key of its value; "" is the first name with _ for -
    choices: tuple[str, ...] = ()
    default: Any = None
    show_default: bool = False
    least: int = 0  # the smallest number allowed
    hidden: bool = False  # whether it is missing on the help page
    required: bool = False

    @property
    def dest(self) -> str:
        """The key of the option's value among the parsed arguments."""
        return self.key or self.names[0].lstrip("-").replace("-", "_")

    @property
    def unset(self) -> Any:
        """The value of the option if it is not given."""
        return {FLAG: False, MANY: ()}.get(self.kind, self.default)


class Argument(NamedTuple):
    """An argument of a command, beside its options."""

    name: str
    metavar: Text | None = None  # its name in the usage line; None: that of click
    is_many: bool = False
    is_optional: bool = False
    default: str | None = None
    choices: tuple[str, ...] = ()


A_FILE = Text("文件", "FILE")
FILE = Argument("path", A_FILE)
PATHS = Argument("paths", Text("[路径]…", "[PATHS]…"), is_many=True, is_optional=True)
