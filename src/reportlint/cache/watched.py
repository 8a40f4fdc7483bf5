"""Reading with a record of what was read, by which a later run knows whether anything has
changed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

from reportlint._startup.digest import digest
from reportlint._startup.typed import Any
from reportlint.core.pack import Reader
from reportlint.files.sources import SourceError, read_bytes

NOTHING = "-"  # the print of what is not there
_FOLDER = "/"  # stands before the print of a folder, which is that of the names in it


class Watched:
    """A reader that notes what it is asked for. Files below `trusted`, which cannot change, are
    passed over."""

    def __init__(self, reader: Reader, trusted: str = "") -> None:
        self.reader = reader
        self._trusted = trusted + "/" if trusted else ""
        self.seen: dict[str, str] = {}

    def read(self, path: str) -> str | None:
        """As the reader's."""
        self._note(path, folder=False)
        return self.reader.read(path)

    def list(self, folder: str) -> Sequence[str]:
        """As the reader's."""
        self._note(folder, folder=True)
        return self.reader.list(folder)

    def _note(self, path: str, *, folder: bool) -> None:
        if not (self._trusted and f"{path}/".startswith(self._trusted)):
            key = path + _FOLDER if folder else path
            self.seen.setdefault(key, _print(key))


def unchanged(seen: Iterable[Any]) -> bool:
    """Whether all that a `Watched` has seen is still so. `seen` are its items; of any other shape
    it is changed."""
    try:
        return all(_print(path) == checksum for path, checksum in seen)
    except (TypeError, ValueError, AttributeError):
        return False


def _print(path: str) -> str:
    """The checksum of a file, or of the names in a folder; NOTHING for what cannot be read, a pipe
    or a device."""
    try:
        if path.endswith(_FOLDER):
            names = "\0".join(sorted(os.listdir(path)))
            return _FOLDER + digest(names.encode("utf-8", "surrogateescape"))
        return digest(read_bytes(path))
    except (OSError, ValueError, SourceError):
        return NOTHING
