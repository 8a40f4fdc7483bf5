"""The disk as `load` sees it."""

from __future__ import annotations

import os
from collections.abc import Sequence

from reportlint.core.errors import Problem, UserError
from reportlint.core.text import Text
from reportlint.files.sources import SourceError, read, why


class Disk:
    """Reads configuration, packs and rules from the file system."""

    def read(self, path: str) -> str | None:
        """The text of a file; None where there is no such file. Raises UserError for one that cannot be read or decoded."""
        if not os.path.isfile(path):
            return None
        try:
            return read(path).decoded.text
        except SourceError as error:
            raise UserError([Problem(_unread(error.reason), path)]) from error

    def list(self, folder: str) -> Sequence[str]:
        """The names of the files and folders in `folder`, sorted; empty where there is no such folder."""
        try:
            return sorted(os.listdir(folder))
        except (
            FileNotFoundError,
            NotADirectoryError,
            ValueError,
        ):  # ValueError: no folder has such a name
            return []
        except OSError as error:
            raise UserError([Problem(_unread(why(error)), folder)]) from error


def _unread(reason: Text) -> Text:
    return Text(f"读不了：{reason.zh}", f"cannot be read: {reason.en}")
