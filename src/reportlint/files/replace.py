"""Writing a file so that whoever looks finds the old one or the new one whole, whatever happens in between.

The new bytes go to a file beside it, are forced to the disk, and take the name of the old one in one step. Mode, owner, access
lists and other attributes go over as far as the system lets us; a link stays a link. A file with several names (hard links)
is written under the one given: the others keep the old text.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress

from reportlint.core.text import Text
from reportlint.files.sources import why

_CREATE = (
    os.O_WRONLY
    | os.O_CREAT
    | os.O_EXCL
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_BINARY", 0)
)


class WriteError(Exception):
    """The file could not be written; it is as it was. `reason` says why to people."""

    def __init__(self, reason: Text) -> None:
        self.reason = reason
        super().__init__(reason.en)


def replace(path: str, old: bytes, new: bytes) -> None:
    """Put `new` in place of `old`, what the file at `path` held when it was read. Raises WriteError, also where it holds that no more.

    Between the last look and the change of names lie some microseconds: who writes just then without a lock is overwritten.
    """
    target = os.path.realpath(path)
    aside = os.path.join(os.path.dirname(target), f".reportlint-{os.urandom(6).hex()}.tmp")
    try:
        before = os.stat(target)
        _refuse(before, target)
        try:
            _write(aside, new, before, target)
            if _read(target) != old:
                raise WriteError(Text("文件在检查之后被改动过", "it was changed after it was read"))
            os.replace(aside, target)
        except BaseException:
            with suppress(OSError):
                os.unlink(aside)
            raise
    except OSError as error:
        raise WriteError(_reason(error)) from error
    _sync_folder(os.path.dirname(target))


def _refuse(before: os.stat_result, target: str) -> None:
    if not stat.S_ISREG(before.st_mode):
        raise WriteError(Text("不是普通文件", "it is no regular file"))
    if not before.st_mode & 0o222 or not os.access(target, os.W_OK):
        raise WriteError(Text("文件是只读的", "it is read-only"))


def _write(aside: str, data: bytes, like: os.stat_result, target: str) -> None:
    handle = os.open(aside, _CREATE, 0o600)
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(handle, view) :]
        _resemble(handle, like, target)
        os.fsync(handle)
    finally:
        os.close(handle)


def _resemble(handle: int, like: os.stat_result, target: str) -> None:
    """Give the open file the owner, attributes and mode of another, each as far as it is allowed."""
    if hasattr(os, "fchown"):
        own = os.fstat(handle)
        if (own.st_uid, own.st_gid) != (like.st_uid, like.st_gid):
            try:
                os.fchown(handle, like.st_uid, like.st_gid)
            except OSError:
                with suppress(OSError):
                    os.fchown(handle, -1, like.st_gid)
    if hasattr(os, "listxattr"):
        with suppress(OSError):
            for name in os.listxattr(target):
                with suppress(OSError):
                    os.setxattr(handle, name, os.getxattr(target, name))
    if hasattr(os, "fchmod"):
        os.fchmod(handle, stat.S_IMODE(like.st_mode))


def _read(path: str) -> bytes:
    with open(path, "rb") as stream:
        return stream.read()


def _sync_folder(folder: str) -> None:
    """Make the change of names outlive a power cut, where a folder can be synced."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _reason(error: OSError) -> Text:
    if isinstance(error, PermissionError):
        return Text("没有写入权限", "permission denied")
    return why(error)
