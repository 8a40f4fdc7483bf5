"""The arguments of a plain `reportlint check FILE…`, read without click, which takes longer to import than a file to check.

What is read here is what click would make of it; anything unusual — another command, help, an option that is not in these
tables, a value that is none of the choices — is left to click as a whole, so that it alone says what is wrong. A test holds
the two together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportlint._startup.typed import Any
from reportlint.cli.commands import COMMANDS, DEFAULT

FLAGS = {
    "--exit-zero": "exit_zero",
    "--no-cache": "no_cache",
    "--force-exclude": "force_exclude",
    "--isolated": "isolated",
    "--quiet": "quiet",
    "-q": "quiet",
}
ONE = {"--config": "config", "--type": "type_id", "--stdin-filename": "stdin_filename"}
MANY = {"--format": "form", "-f": "form", "--ignore": "ignore", "--select": "select"}
CHOICES = {
    "--color": ("color", ("auto", "always", "never")),
    "--fail-on": ("fail_on", ("error", "warning", "info", "never")),
    "--lang": ("lang", ("zh", "en")),
}
DEFAULTS: Mapping[str, Any] = {  # of all options of `check`, by the names that click gives them
    "form": (),
    "output_file": "",
    "statistics": False,
    "max_findings": None,
    "compare": "",
    "quiet": False,
    "fail_on": None,
    "exit_zero": False,
    "fix": False,
    "unsafe_fixes": False,
    "diff": False,
    "config": "",
    "isolated": False,
    "select": (),
    "ignore": (),
    "type_id": "",
    "force_exclude": False,
    "stdin_filename": "",
    "files_from0": "",
    "from_ndjson": "",
    "shard": "",
    "show_config": "",
    "staged": False,
    "rev": "",
    "since": None,
    "patch": "",
    "baseline": "",
    "no_baseline": False,
    "jobs": None,
    "no_cache": False,
    "profile": False,
    "lang": None,
    "color": "auto",
}
_BEFORE = ("--lang", "--color")  # may stand before a command
_COMPLETION = "_REPORTLINT_COMPLETE"


def plain(arguments: Sequence[str], environment: Mapping[str, str]) -> dict[str, Any] | None:
    """What click gives the command `check`; None where click must look at the arguments itself."""
    first = arguments[0] if arguments else DEFAULT
    if (
        _COMPLETION in environment
        or (first in COMMANDS and first != DEFAULT)
        or first.startswith(_BEFORE)
    ):
        return None
    waiting = list(reversed(arguments[1:] if arguments[:1] == [DEFAULT] else arguments))
    given = dict(DEFAULTS)
    paths: list[str] = []
    while waiting:
        argument = waiting.pop()
        if argument == "--":
            paths += reversed(waiting)
            break
        if argument == "-" or not argument.startswith("-"):
            paths.append(argument)
        elif argument in FLAGS:
            given[FLAGS[argument]] = True
        elif not _value(argument, waiting, given):
            return None
    given["paths"] = tuple(paths)
    return given


def _value(argument: str, waiting: list[str], given: dict[str, Any]) -> bool:
    """Take an option and its value, which may be the next argument; False for any that is not plain."""
    name, glued, value = argument.partition("=")
    if glued and not name.startswith("--"):
        return False
    if not glued:
        if not waiting or waiting[-1].startswith("-"):
            return False
        value = waiting.pop()
    if name in MANY:
        given[MANY[name]] += (value,)
    elif name in ONE:
        given[ONE[name]] = value
    elif name in CHOICES and value in CHOICES[name][1]:
        given[CHOICES[name][0]] = value
    else:
        return False
    return True
