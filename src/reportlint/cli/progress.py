"""The progress of a long run, on the terminal."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Mapping

from reportlint._startup.typed import TYPE_CHECKING
from reportlint.core.text import Text

if TYPE_CHECKING:
    from typing import TextIO

PATIENCE = 1.0  # seconds before the first display
PAUSE = 0.1  # seconds between two updates
CLEAR = "\r\x1b[K"


def wanted(environment: Mapping[str, str], stream: TextIO, *, quiet: bool) -> bool:
    """Whether to show progress: on a terminal, not in CI. Under pre-commit, standard error may be a
    terminal, but its output ends in a log."""
    silent = quiet or any(
        environment.get(name) for name in ("PRE_COMMIT", "CI", "TF_BUILD", "TEAMCITY_VERSION")
    )
    return not silent and environment.get("TERM") != "dumb" and stream.isatty()


def watched(language: str, *, quiet: bool = False) -> Progress:
    """The progress line of a run on standard error; it stays empty if nobody is watching."""
    is_watched = wanted(os.environ, sys.stderr, quiet=quiet)
    return Progress(language, sys.stderr, is_watched=is_watched)


class Progress:
    """A progress line, updated after each file and removed at the end."""

    def __init__(
        self,
        language: str,
        stream: TextIO,
        clock: Callable[[], float] = time.monotonic,
        *,
        is_watched: bool = True,
    ) -> None:
        self._template = Text("已检查 {} / {} 个文件", "{} of {} files checked").to(language)
        self._stream = stream
        self._clock = clock
        self._next = clock() + (PATIENCE if is_watched else float("inf"))
        self._shown = False

    def __call__(self, done: int, total: int) -> None:
        """Update the line: `done` files of `total` are checked."""
        if done == total or self._clock() < self._next:
            return
        self._next = self._clock() + PAUSE
        self._shown = True
        self._stream.write(CLEAR + self._template.format(done, total))
        self._stream.flush()

    def clear(self) -> None:
        """Remove the line."""
        if self._shown:
            self._stream.write(CLEAR)
            self._stream.flush()
        self._shown = False
