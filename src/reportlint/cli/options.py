"""The meaning of options, and how commands print."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping

from reportlint._startup.typed import TYPE_CHECKING, Any
from reportlint.cli import language as languages
from reportlint.core.errors import Problem, UserError
from reportlint.core.request import Settings
from reportlint.core.text import Text

if TYPE_CHECKING:
    from typing import TextIO


def listed(values: Iterable[str]) -> tuple[str, ...]:
    """The values of a repeatable option with commas: `--select a,b --select c` as a, b, c."""
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())


def emit(text: str) -> None:
    """Write to standard output. A closed pipe, as of `head`, is no error."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        drop(sys.stdout)


def emit_to(path: str, text: str) -> None:
    """Write to the file at `path`; to standard output if it is ""."""
    if not path:
        emit(text)
        return
    from reportlint.files.atomic import write_output

    write_output(path, text)


def complain(text: str, *, harmless: bool = True) -> None:
    """Write to standard error, with control characters escaped if `harmless`. Errors are ignored,
    because nobody could be told."""
    from reportlint.output.safe_text import lines

    try:
        sys.stderr.write(lines(text) if harmless else text)
        sys.stderr.flush()
    except OSError:
        drop(sys.stderr)


def drop(stream: TextIO) -> None:
    """Redirect a stream to the null device, with what it has buffered."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def emit_page(page: Iterable[str]) -> None:
    """Write lines for a person to standard output, with control characters escaped, which could
    affect the terminal or a log."""
    from reportlint.output.safe_text import lines

    emit(lines("\n".join(page)) + "\n")


def say(message: str, place: str = "") -> None:
    """Write one message for a person to standard error; `place` is the path that it concerns,
    optionally with a line."""
    from reportlint.output.safe_text import one_line

    where = f"{one_line(place)}: " if place else ""
    complain(f"reportlint: {where}{message}\n")


def complain_of(problems: Iterable[Problem], language: str) -> None:
    """Write problems to standard error, each once, with paths relative to the current folder."""
    from reportlint.files.paths import nearby
    from reportlint.output.safe_text import one_line

    messages = (
        problem._replace(path=one_line(nearby(problem.path)) if problem.path else "").to(language)
        for problem in problems
    )
    for message in dict.fromkeys(messages):
        say(message)


def tell(notes: Iterable[Text], language: str) -> None:
    """Write notes for people, not for programs, to standard error."""
    for note in notes:
        say(note.to(language))


def emit_json(rows: Iterable[Mapping[str, Any]]) -> None:
    """Write a JSON array of objects, one per line."""
    from reportlint.output.safe_text import json_array

    emit(json_array(rows))


def colored(choice: str, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether standard output is coloured: by the option, else the environment, else if it is a
    terminal."""
    if choice != "auto":
        return choice == "always"
    if environment.get("FORCE_COLOR"):
        return True
    if environment.get("NO_COLOR"):
        return False
    if environment.get("CLICOLOR_FORCE", "0") not in ("", "0"):
        return True
    return environment.get("TERM") != "dumb" and sys.stdout.isatty()


def linked(color: bool, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether rule ids are hyperlinks: by FORCE_HYPERLINK, else on a terminal with colour."""
    if environment.get("FORCE_HYPERLINK"):
        return environment["FORCE_HYPERLINK"] != "0"
    return color and sys.stdout.isatty()


def terminal_width(environment: Mapping[str, str] = os.environ) -> int:
    """The width of a line in cells: COLUMNS, else the terminal's, else 80."""
    if environment.get("COLUMNS", "").isdigit() and int(environment["COLUMNS"]) > 0:
        return int(environment["COLUMNS"])
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or 80
    except (OSError, ValueError):
        return 80


def list_width() -> int:
    """The width that lines of a list are cut to, in cells: COLUMNS or the terminal's; 0, for no
    cut, without COLUMNS and a terminal."""
    looked_at = sys.stdout.isatty() or os.environ.get("COLUMNS", "").isdigit()
    return terminal_width() if looked_at else 0


def shard(value: str) -> tuple[int, int]:
    """`--shard 2/5` as two numbers; "" is 1, 1. Raises UserError."""
    first, slash, second = value.partition("/")
    if not value:
        return 1, 1
    if slash and first.isdecimal() and second.isdecimal() and 1 <= int(first) <= int(second):
        return int(first), int(second)
    message = Text("要写成 I/N，如 1/4", "it is written I/N, as in 1/4")
    raise UserError.of(message, f"--shard {value}")


def globs(values: tuple[str, ...]) -> tuple[str, ...]:
    """The values of `--exclude`, not split at commas, which may be part of a name. Raises UserError
    for a glob that cannot match."""
    if not values:
        return values
    from reportlint.core.glob import lint_glob

    problems = [
        Problem(complaint, "--exclude") for complaint in map(lint_glob, values) if complaint
    ]
    if problems:
        raise UserError(problems)
    return values


def settings(values: dict[str, Any]) -> Settings:
    """The settings of a run from the options of a command."""
    return Settings(
        config=values.get("config", ""),
        isolated=values.get("isolated", False),
        select=listed(values.get("select", ())),
        ignore=listed(values.get("ignore", ())),
        type=values.get("type_id", ""),
        fail_on=values.get("fail_on") or "",
        language=values.get("lang") or languages.requested_language((), os.environ),
        locale=languages.of_locale(os.environ),
        force_exclude=values.get("force_exclude", False),
        exclude=globs(values.get("exclude", ())),
        stdin_path=values.get("stdin_filename", ""),
        staged=values.get("staged", False),
        rev=values.get("rev", ""),
        since=values.get("since") or "",
        patch=values.get("patch", ""),
        everything=values.get("since") == "",
        baseline=values.get("baseline", ""),
        no_baseline=values.get("no_baseline", False) or bool(values.get("rule_file")),
        jobs=values.get("jobs") or 0,
        no_cache=values.get("no_cache", False),
        profile=values.get("profile", False),
        shard=shard(values.get("shard", "")),
        rule_files=tuple(values.get("rule_file", ())),
    )
