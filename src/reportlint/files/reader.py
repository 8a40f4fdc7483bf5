"""Reads files for the configuration from disk."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence

from reportlint.core.errors import UserError
from reportlint.core.text import Text
from reportlint.files.sources import SourceError, read_bytes, source_of, why

MOST_BYTES = 50_000_000  # maximum size of a configuration, a rule file or a baseline


class Disk:
    """Reads configuration, packs and rules from the file system."""

    def read(self, path: str) -> str | None:
        """The text of a file; None if there is none. Raises UserError for a file that cannot be
        read or decoded, such as a pipe or a broken link."""
        try:
            mode = os.stat(path).st_mode
        except ValueError:  # a NUL in the name
            return None
        except OSError as error:
            if not os.path.islink(path):
                return None
            nowhere = Text("符号链接指向的文件不存在", "a link that leads nowhere")
            raise UserError.of(unread(nowhere), path) from error
        if stat.S_ISDIR(mode):
            return None
        try:
            return source_of(path, read_bytes(path, most=MOST_BYTES)).decoded.text
        except SourceError as error:
            raise UserError.of(unread(error.reason), path) from error

    def list(self, folder: str) -> Sequence[str]:
        """The names of the files and folders in `folder`, sorted; empty if there is no such folder.
        Raises UserError if it cannot be read."""
        try:
            return sorted(os.listdir(folder))
        except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: a NUL in the name
            return []
        except OSError as error:
            raise UserError.of(unread(why(error)), folder) from error


def unread(reason: Text) -> Text:
    """The message about a file or folder that cannot be read for this reason."""
    return Text(f"读不了：{reason.zh}", f"cannot be read: {reason.en}")
