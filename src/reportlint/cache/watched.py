"""A reader that records what was read, so that a later run can tell whether anything has
changed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence

from reportlint._startup.digest import digest
from reportlint._startup.typed import Any
from reportlint.core.pack import Reader
from reportlint.files.sources import SourceError, read_bytes

NOTHING = "-"  # the checksum of a missing file or folder
_FOLDER = "/"  # suffix of a folder's key, and prefix of its checksum


class Watched:
    """A reader that records the checksums of the files and folders read. Files below `trusted`,
    which cannot change, are not recorded."""

    def __init__(self, reader: Reader, trusted: str = "") -> None:
        self.reader = reader
        self._trusted = trusted + "/" if trusted else ""
        self.seen: dict[str, str] = {}

    def read(self, path: str) -> str | None:
        """As the reader's `read`, recorded."""
        self._note(path, folder=False)
        return self.reader.read(path)

    def list(self, folder: str) -> Sequence[str]:
        """As the reader's `list`, recorded."""
        self._note(folder, folder=True)
        return self.reader.list(folder)

    def _note(self, path: str, *, folder: bool) -> None:
        if not (self._trusted and f"{path}/".startswith(self._trusted)):
            key = path + _FOLDER if folder else path
            self.seen.setdefault(key, _print(key))


def files_in(seen: Mapping[str, str]) -> list[str]:
    """The files among what a `Watched` recorded, without folders and what was not there."""
    return [key for key, checksum in seen.items() if checksum != NOTHING and key[-1:] != _FOLDER]


def unchanged(seen: Iterable[Any]) -> bool:
    """Whether nothing has changed since a `Watched` recorded it. `seen` are the items of its
    `seen`; False if they have any other shape."""
    try:
        return all(_print(path) == checksum for path, checksum in seen)
    except (TypeError, ValueError, AttributeError):
        return False


def _print(path: str) -> str:
    """The checksum of a file, or of the names in a folder; NOTHING if it is missing, unreadable, a
    pipe or a device."""
    try:
        if path.endswith(_FOLDER):
            names = "\0".join(sorted(os.listdir(path)))
            return _FOLDER + digest(names.encode("utf-8", "surrogateescape"))
        return digest(read_bytes(path))
    except (OSError, ValueError, SourceError):
        return NOTHING
