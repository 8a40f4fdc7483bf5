"""Reading the texts to check, from disk and from standard input."""

from __future__ import annotations

import os
import sys
from typing import NamedTuple

from reportlint.core.text import Text
from reportlint.files.decode import Decoded, UndecodableError, decode

UNREADABLE = "unreadable"
UNDECODABLE = "undecodable"


class SourceError(Exception):
    """A file that cannot be checked. It becomes a finding of the rule `rule`, and the other files are checked all the same."""

    def __init__(self, rule: str, reason: Text) -> None:
        self.rule = rule
        self.reason = reason
        super().__init__(reason.en)


class Source(NamedTuple):
    """One text as read."""

    path: str  # as people are to see it
    decoded: Decoded


def read(path: str, encoding: str = "") -> Source:
    """The text at `path`; `encoding` as in `decode`. Raises SourceError."""
    try:
        with open(path, "rb") as stream:
            data = stream.read()
    except OSError as error:
        raise SourceError(UNREADABLE, why(error)) from error
    return _source(path, data, encoding)


def read_stdin(path: str, encoding: str = "") -> Source:
    """Standard input, which people are told to be at `path`. Raises SourceError."""
    return _source(path, sys.stdin.buffer.read(), encoding)


def _source(path: str, data: bytes, encoding: str) -> Source:
    try:
        return Source(path, decode(data, encoding))
    except UndecodableError as error:
        raise SourceError(UNDECODABLE, error.reason) from error


def why(error: OSError) -> Text:
    """What went wrong with a file, in words. The system's own words are in its language, hence not used for Chinese."""
    known = {
        PermissionError: Text("没有读取权限", "permission denied"),
        IsADirectoryError: Text("没有读取这个文件夹的权限", "a folder without permission to read it"),
        FileNotFoundError: Text("文件不存在，或是失效的符号链接", "no such file, or a broken symbolic link"),
    }
    what = known.get(type(error))
    if what is None:
        system = os.strerror(error.errno) if error.errno else str(error)
        return Text(system, system)
    return what
