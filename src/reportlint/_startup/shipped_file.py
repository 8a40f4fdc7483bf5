"""A file of the wheel that holds many small pieces of bytes, of which a run needs a few.

An index precedes the pieces, so that only the requested pieces are read. It also names what the
pieces are valid for (a version of Python, for example); for any other, the file counts as missing.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Mapping

from reportlint._startup.typed import Any

_READS_PARTS = hasattr(os, "pread")  # safe from any number of threads and processes at once
_CLOEXEC = getattr(os, "O_CLOEXEC", 0)
_WIDTH = 8  # bytes of the number before the index: the size of the index


def write(path: str, good_for: str, pieces: Mapping[str, Any]) -> None:
    """Write `pieces` by name, for readers with the same `good_for`. A piece is bytes, or a pair of
    bytes and a value for the index. Raises OSError."""
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
    """The pieces of a file that `write` has written."""

    def __init__(self, path: str, good_for: str) -> None:
        """Open the file at `path`, until the process ends. There are no pieces if the file is
        missing or is for another `good_for`."""
        self.path = path
        self._index: dict[str, tuple[int, int, Any]] = {}
        self._start = 0  # offset of the pieces in the file
        self._whole = b""  # the file, on systems that cannot read a part
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
        """The piece of that name; None if there is none."""
        if name not in self._index:
            return None
        start, end, _ = self._index[name]
        return self._part(self._start + start, self._start + end)

    def index_value(self, name: str) -> Any:
        """The value that the index holds for a piece."""
        return self._index[name][2]


def _all(handle: int) -> bytes:
    parts = []
    while part := os.read(handle, 1 << 20):
        parts.append(part)
    return b"".join(parts)
