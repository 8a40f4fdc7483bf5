"""Reads streams such as standard input: lines as they arrive, and lists of file names."""

from __future__ import annotations

import os
import select
import sys
from collections.abc import Iterator

from reportlint.core.errors import UserError
from reportlint.core.request import STDIN
from reportlint.files.sources import why

MOST_LINES = 512  # of a batch; enough to make starting a second process worthwhile
MOST_BYTES = 4_000_000  # of a batch
PATIENCE = 0.01  # seconds; a pipe holds less than a batch, and its writer needs a moment
_AT_ONCE = 1 << 18


def open_stream(path: str) -> int:
    """A file descriptor for the file at `path`, or for standard input if it is `-`. Raises
    UserError."""
    if path == STDIN:
        return sys.stdin.fileno()
    try:
        return os.open(path, os.O_RDONLY)
    except (OSError, ValueError) as error:
        reason = why(error if isinstance(error, OSError) else FileNotFoundError())
        raise UserError.of(reason, path) from error


def batches(handle: int) -> Iterator[list[bytes]]:
    """The lines read from a file descriptor, without line feeds, in batches. A batch ends when no
    more lines are waiting, so that answers are not delayed, and at MOST_LINES or MOST_BYTES, so
    that memory does not grow."""
    lines: list[bytes] = []
    size = 0
    begun: list[bytes] = []  # parts of a line that is not complete yet
    while data := os.read(handle, _AT_ONCE):
        *ended, rest = data.split(b"\n")
        for line in ended:
            line = b"".join((*begun, line))
            begun = []
            lines.append(line)
            size += len(line)
            if len(lines) >= MOST_LINES or size >= MOST_BYTES:
                yield lines
                lines, size = [], 0
        if rest:
            begun.append(rest)
        if lines and not _has_more(handle):
            yield lines
            lines, size = [], 0
    if begun:
        lines.append(b"".join(begun))
    if lines:
        yield lines


def _has_more(handle: int) -> bool:
    """Whether more data arrives within PATIENCE; always True on Windows, which cannot tell."""
    if sys.platform == "win32":
        return True
    return bool(select.select([handle], [], [], PATIENCE)[0])


def names(path: str) -> list[str]:
    """The file names in the file at `path` (`-` is standard input), each ended by a NUL, as `git
    ls-files -z` and `find -print0` write them. Raises UserError."""
    handle = open_stream(path)
    data = b"".join(iter(lambda: os.read(handle, _AT_ONCE), b""))
    if path != STDIN:
        os.close(handle)
    return [os.fsdecode(name) for name in data.split(b"\0") if name]
