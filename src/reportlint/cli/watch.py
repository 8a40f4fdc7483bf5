"""Repeating an action whenever files have changed.

Files are polled, without a library: see docs/dependencies.md.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence

from reportlint._startup.typed import TYPE_CHECKING, Any
from reportlint.cli import options
from reportlint.core.errors import UserError
from reportlint.core.request import STDIN, Settings
from reportlint.core.text import Text

if TYPE_CHECKING:
    from typing import TextIO

PAUSE = 0.4  # minimum seconds between two polls
SHARE = 20  # a poll takes at most one part in SHARE of the time
SETTLE = 0.1  # seconds without a change before the action; an editor may write twice when it saves
ROUNDS = 20  # of SETTLE at most; a file that is written all the time is checked nevertheless
CLEAR = "\x1b[H\x1b[2J\x1b[3J"  # clears the screen and the scrollback of a terminal
# Options that read an input only once, or change the watched files.
_NOT_WATCHED = (
    "fix",
    "rev",
    "show_config",
    "parquet",
    "out",
    "from_ndjson",
    "files_from0",
)


def watch(
    once: Callable[[], int],
    stamps: Callable[[], object],
    language: str,
    wait: Callable[[float], None] = time.sleep,
) -> int:
    """Call `once` now and each time that `stamps` returns another value. Ends only by
    KeyboardInterrupt.

    A UserError is reported, and `once` is called again after the next change.
    """
    while True:
        seen = stamps()
        _clear(sys.stdout, os.environ)
        try:
            once()
        except UserError as error:
            options.complain_of(error.problems, language)
        message = Text("等文件改动；Ctrl+C 结束", "waiting for a change; Ctrl+C ends it")
        options.complain(f"—— {time.strftime('%H:%M:%S')} {message.to(language)}\n")
        _await_change(seen, stamps, wait)


def _await_change(
    seen: object, stamps: Callable[[], object], wait: Callable[[float], None]
) -> None:
    """Return when the stamps differ from `seen` and no longer change."""
    now = seen
    while now == seen:
        begun = time.monotonic()
        now = stamps()
        if now == seen:
            wait(max(PAUSE, SHARE * (time.monotonic() - begun)))
    for _ in range(ROUNDS):
        wait(SETTLE)
        before, now = now, stamps()
        if now == before:
            return


def _clear(stream: TextIO, environment: Mapping[str, str]) -> None:
    """Clear the screen if the stream is a terminal."""
    if stream.isatty() and environment.get("TERM") != "dumb":
        stream.write(CLEAR)
        stream.flush()


def watch_check(
    language: str,
    paths: Sequence[str],
    settings: Settings,
    values: Mapping[str, Any],
    once: Callable[[], int],
    written: Sequence[str],
) -> int:
    """Run `check --watch`: call `once` whenever a checked file, the configuration or a rule has
    changed. `written` are the files that it writes.

    Raises UserError for options or inputs that cannot be watched.
    """
    from reportlint.cli.option_table import name_of
    from reportlint.run.stamps import Watching

    other = [name_of(key) for key in _NOT_WATCHED if values[key]]
    other += [STDIN] if STDIN in paths else []
    other += [f"{name_of('patch')} -"] if values["patch"] == STDIN else []
    if other:
        message = Text(
            f"--watch 不能和 {other[0]} 一起用", f"--watch and {other[0]} do not go together"
        )
        raise UserError.of(message)
    return watch(once, Watching(paths or (".",), settings, written), language)
