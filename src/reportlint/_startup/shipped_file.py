"""A file of the wheel that holds many small pieces of bytes, of which a run needs a few.

An index stands before the pieces, so that only those that are asked for are looked at. What the
pieces are good for (a version of Python, say) stands there too: with anything else the file counts
as not there.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Mapping

from reportlint._startup.typed import Any

_READS_PARTS = hasattr(os, "pread")  # from any number of threads and processes at once
_CLOEXEC = getattr(os, "O_CLOEXEC", 0)
_WIDTH = 8  # bytes of the size of what stands before the pieces


def write(path: str, good_for: str, pieces: Mapping[str, Any]) -> None:
    """Write `pieces`, by name, for whoever asks with the same `good_for`. A piece is bytes, or a
    pair of bytes and what the index is to say of it. Raises OSError."""
    index, parts, at = {}, [], 0
    for name, piece in pieces.items():
        data, header = piece if isinstance(piece, tuple) else (piece, None)
        index[name] = at, at + len(data), header
        parts.append(data)
        at += len(data)
    head = marshal.dumps((good_for, index))
    with open(path, "wb") as stream:
        stream.write(len(head).to_bytes(_WIDTH, "little") + head + b"".join(parts))


class ShippedFile:
    """The pieces of such a file."""

    def __init__(self, path: str, good_for: str) -> None:
        """Stays open to the end of the process. Without pieces where there is no file at `path`, or
        it is good for something else."""
        self._index: dict[str, tuple[int, int, Any]] = {}
        self._start = 0  # of the pieces in the file
        self._whole = b""  # where the system reads no parts
        try:
            self._handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | _CLOEXEC)
            if not _READS_PARTS:
                self._whole = _all(self._handle)
            size = int.from_bytes(self._part(0, _WIDTH), "little")
            made_for, index = marshal.loads(self._part(_WIDTH, _WIDTH + size))  # noqa: S302 - of the package, as its modules are
        except (OSError, ValueError, EOFError, TypeError, OverflowError, MemoryError):
            return
        if good_for and made_for == good_for:
            self._index, self._start = index, _WIDTH + size

    def _part(self, start: int, end: int) -> bytes:
        return (
            os.pread(self._handle, end - start, start) if _READS_PARTS else self._whole[start:end]
        )

    def __contains__(self, name: str) -> bool:
        return name in self._index

    def __len__(self) -> int:
        return len(self._index)

    def get(self, name: str) -> bytes | None:
        """The piece of that name; None where there is none."""
        if name not in self._index:
            return None
        start, end, _ = self._index[name]
        return self._part(self._start + start, self._start + end)

    def said(self, name: str) -> Any:
        """What the index says of a piece."""
        return self._index[name][2]


def _all(handle: int) -> bytes:
    parts = []
    while part := os.read(handle, 1 << 20):
        parts.append(part)
    return b"".join(parts)
