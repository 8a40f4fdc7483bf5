"""The entry point, from the arguments to an exit status: the one place where exceptions become
numbers."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence

from reportlint._startup.typed import TYPE_CHECKING
from reportlint.cli import language as languages
from reportlint.cli.options import complain, complain_of, drop, say
from reportlint.cli.plain import plain
from reportlint.core.errors import Problem, UserError
from reportlint.core.text import Text
from reportlint.files.sources import system_reason
from reportlint.files.walk import NOT_ON_DISK

if TYPE_CHECKING:
    import click

OK, FOUND, MISUSED, CRASHED, INTERRUPTED = 0, 1, 2, 3, 130
_NO_ROOM = (errno.ENOSPC, errno.EIO, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the tool and return its exit status: 0 clean, 1 findings, 2 a user error, 3 a bug, 130
    interrupted."""
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    language = (
        languages.requested_language(arguments, os.environ)
        or languages.of_locale(os.environ)
        or "en"
    )
    _prepare_streams()
    status = _status(arguments, language)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:  # else Python would fail again when it flushes at exit
            drop(stream)
    return status


def _status(arguments: list[str], language: str) -> int:
    try:
        status = _run(arguments, language)
        sys.stdout.flush()
    except UserError as error:
        complain_of(_with_what_was_meant(error.problems, arguments), language)
        return MISUSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader, `head` for example, has closed the pipe
        return OK
    except Exception as error:  # noqa: BLE001 - whatever it is, it is a bug of ours, and people need to know what to do
        if isinstance(error, OSError) and error.errno in _NO_ROOM:
            complain_of(_unwritable(error).problems, language)
            return MISUSED
        if isinstance(error, FileNotFoundError) and not _is_anywhere():
            complain_of(
                [Problem(Text("当前文件夹已不存在", "the current folder is gone"))], language
            )
            return MISUSED
        _report_bug(arguments, language)
        return CRASHED
    return status


def _with_what_was_meant(
    problems: tuple[Problem, ...], arguments: Sequence[str]
) -> tuple[Problem, ...]:
    """The problems; a missing path that is the name of a rule or a report type gets a message that
    names the right option."""
    if all(problem.message != NOT_ON_DISK for problem in problems):
        return problems
    from reportlint.cli.commands import COMMANDS, DEFAULT
    from reportlint.cli.misused import no_path

    command = next((name for name in arguments if name in COMMANDS), DEFAULT)
    return tuple(
        problem._replace(message=no_path(problem.path, command) or problem.message)
        if problem.message == NOT_ON_DISK
        else problem
        for problem in problems
    )


def _is_anywhere() -> bool:
    """Whether the current folder exists; it may have been removed."""
    try:
        os.getcwd()
    except OSError:
        return False
    return True


def _unwritable(error: OSError) -> UserError:
    reason = system_reason(error)
    message = Text(
        f"标准输出写不了：{reason.zh}", f"standard output cannot be written to: {reason.en}"
    )
    return UserError.of(message)


def _run(arguments: list[str], language: str) -> int:
    values = plain(arguments, os.environ)
    if values is not None:
        from reportlint.cli.check import run

        return run(language, **values)
    return _by_click(arguments, language)


def _by_click(arguments: list[str], language: str) -> int:
    _refuse_dashes(arguments)
    if language == "zh":
        from reportlint.cli.click_zh import speak_chinese

        speak_chinese()
    import click

    from reportlint.cli.group import group

    try:
        status = group(language).main(arguments, prog_name="reportlint", standalone_mode=False)
    except click.Abort:
        return INTERRUPTED
    except click.UsageError as error:
        from reportlint.cli.misused import problem

        answer = problem(error)
        if answer is not None:
            raise UserError([answer]) from error
        _show(error)
        return MISUSED
    except click.ClickException as error:
        _show(error)
        return MISUSED
    # click raises it when the reader of its help has closed the pipe, and after completing for a
    # shell
    except SystemExit:
        return OK
    return status if isinstance(status, int) else OK


def _refuse_dashes(arguments: list[str]) -> None:
    """Raise UserError for options with a wrong dash. Click would take `-fix` for `--format ix`."""
    from reportlint.cli.commands import COMMANDS, DEFAULT
    from reportlint.cli.guesses import dashes

    if arguments[:1] != [DEFAULT] and arguments and arguments[0] in COMMANDS:
        return
    for argument in arguments[: arguments.index("--") if "--" in arguments else None]:
        answer = dashes(argument)
        if answer:
            raise UserError.of(answer, argument)


def _show(error: click.ClickException) -> None:
    """Print click's error message, with control characters in the repeated arguments escaped."""
    import io

    text = io.StringIO()
    error.show(text)
    complain(text.getvalue())


def _prepare_streams() -> None:
    """Encode output as UTF-8 in any locale, because the texts are UTF-8; what cannot be encoded is
    escaped.

    A stream that was closed before the start (`>&-`) is replaced by the null device.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        terminal = stream.isatty() and sys.platform == "win32"
        encoding = None if terminal else "utf-8"
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def _report_bug(arguments: list[str], language: str) -> None:
    import platform
    import shlex
    import traceback

    from reportlint import __version__
    from reportlint.output.addresses import ISSUES

    message = Text(
        f"这是 reportlint 的缺陷，不是你的错。请把下面的内容报到 {ISSUES}（先去掉不便公开的文字）："
        f"",
        f"this is a bug in reportlint, not a mistake of yours. Please report this at {ISSUES},"
        f" without what is private:",
    )
    say(message.to(language))
    versions = (
        f"reportlint {__version__}, Python {platform.python_version()}, {platform.platform()}"
    )
    complain(
        f"{versions}\nreportlint {shlex.join(arguments)}\n\n{traceback.format_exc()}",
        harmless=False,
    )
