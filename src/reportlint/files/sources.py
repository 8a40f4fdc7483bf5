"""Reading the texts to check, from disk and from standard input."""

from __future__ import annotations

import os
import sys

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.text import Text
from reportlint.files.decode import Decoded, UndecodableError, decode

UNREADABLE = "unreadable"
UNDECODABLE = "undecodable"
_AT_ONCE = 1 << 16  # bytes: most reports are smaller
_BINARY = getattr(os, "O_BINARY", 0)  # Windows
LFS_POINTER = b"version https://git-lfs.github.com/spec/v1\n"


class SourceError(Exception):
    """A file that cannot be checked. It becomes a finding of the rule `rule`, and the other files are checked all the same."""

    def __init__(self, rule: str, reason: Text) -> None:
        self.rule = rule
        self.reason = reason
        super().__init__(reason.en)


class PointerError(SourceError):
    """What lies here is the note that Git LFS leaves in place of a file. There is no text to check."""

    def __init__(self) -> None:
        super().__init__(
            UNREADABLE,
            Text("这是 Git LFS 的指针，不是文件本身", "a pointer of Git LFS, not the file itself"),
        )


class Source(NamedTuple):
    """One text as read."""

    path: str  # as people are to see it
    decoded: Decoded
    data: bytes = b""  # what it was decoded from
    told: str = ""  # the encoding that the configuration tells


def read(path: str, encoding: str = "") -> Source:
    """The text at `path`; `encoding` as in `decode`. Raises SourceError."""
    return source_of(path, read_bytes(path), encoding)


def read_bytes(path: str, *, stdin: bool = False) -> bytes:
    """What is in the file at `path`, or in standard input. Raises SourceError."""
    if stdin:
        return sys.stdin.buffer.read()
    try:
        handle = os.open(
            path, os.O_RDONLY | _BINARY
        )  # `open` takes half as long again, and there may be ten thousand files
        try:
            parts = []
            while part := os.read(handle, _AT_ONCE):
                parts.append(part)
        finally:
            os.close(handle)
    except OSError as error:
        raise SourceError(UNREADABLE, why(error)) from error
    return b"".join(parts)


def read_stdin(path: str, encoding: str = "") -> Source:
    """Standard input, which people are told to be at `path`. Raises SourceError."""
    return source_of(path, sys.stdin.buffer.read(), encoding)


def source_of(path: str, data: bytes, encoding: str = "") -> Source:
    """The text that `data`, the bytes at `path`, hold. Raises SourceError."""
    if data.startswith(LFS_POINTER):
        raise PointerError
    try:
        return Source(path, decode(data, encoding), data, encoding)
    except UndecodableError as error:
        raise SourceError(UNDECODABLE, error.reason) from error


def why(error: OSError) -> Text:
    """What went wrong with a file, in words. The system's own words are in its language, hence not used for Chinese."""
    known = {
        PermissionError: Text("没有读取权限", "permission denied"),
        IsADirectoryError: Text(
            "没有读取这个文件夹的权限", "a folder without permission to read it"
        ),
        FileNotFoundError: Text(
            "文件不存在，或是失效的符号链接", "no such file, or a broken symbolic link"
        ),
    }
    what = known.get(type(error))
    if what is None:
        system = os.strerror(error.errno) if error.errno else str(error)
        return Text(system, system)
    return what
