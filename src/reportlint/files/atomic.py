"""The only module that writes files: reports after a fix, outputs, baselines, scaffolds, the cache.

Readers see either the whole old file or the whole new one, whatever happens: the bytes are written
to a temporary file beside the target, which is then renamed. The temporary file is created
exclusively, under a name that cannot be guessed, without following links. Mode, owner, access lists
and other attributes of the old file are copied if the system allows it; a link stays a link. If a
file has several names (hard links), only the given name gets the new content.

Only a fixed report is synced to disk (`fsync`), before and after the rename, since it cannot be
made again. Outputs, baselines and the cache can be, and syncing ten thousand files would take too
long.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import lru_cache

from reportlint._startup.typed import TYPE_CHECKING
from reportlint.core.errors import EXISTS, NO_FOLDER, ReasonError, UserError
from reportlint.core.text import Text
from reportlint.files.links import LEADS_OUT, leads_out
from reportlint.files.sources import why

if TYPE_CHECKING:
    from typing import BinaryIO

PREFIX, SUFFIX = ".reportlint-", ".tmp"
_RANDOM = 8  # random bytes between the two
LEFT_OVER = 3600  # seconds after which a temporary file is assumed to be left by a killed run
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL
for _flag in ("O_CLOEXEC", "O_NOFOLLOW", "O_BINARY"):  # if the system has them
    _CREATE |= getattr(os, _flag, 0)


class WriteError(ReasonError):
    """The file could not be written; it is unchanged."""


def replace(path: str, old: bytes, new: bytes, folders: Sequence[str] = ()) -> bool:
    """Replace the content of the report at `path`, which was `old` when it was read, by `new`;
    `folders` are those given to check. Returns whether the file has other names (hard links), which
    keep `old`.

    Raises WriteError, also if the file no longer contains `old`, or if a link leads out of the
    checked tree. There are some microseconds between the last comparison and the rename: a write by
    another process just then is lost.
    """
    if leads_out(path, folders):
        raise WriteError(
            Text(
                "符号链接指向所查文件夹之外，没有改动；请直接检查那个文件",
                "a link leads out of the checked folder, nothing is changed there; check that file"
                " itself",
            )
        )
    target = os.path.realpath(path)

    def unchanged() -> None:
        with open(target, "rb") as stream:
            if stream.read() != old:
                raise WriteError(Text("文件在检查之后被改动过", "it was changed after it was read"))

    try:
        before = os.stat(target)
        if not stat.S_ISREG(before.st_mode):
            raise WriteError(Text("不是普通文件", "it is no regular file"))
        if not before.st_mode & 0o222 or not os.access(target, os.W_OK):
            raise WriteError(Text("文件是只读的", "it is read-only"))
        put(target, new, before, sync=True, check=unchanged)
    except OSError as error:
        raise WriteError(_reason(error)) from error
    return before.st_nlink > 1


def write_output(path: str, text: str, checked: Iterable[str] = ()) -> None:
    """Write `text` to the file at `path`, in UTF-8 without a byte-order mark. As `write_data`."""
    write_data(path, text.encode("utf-8", "backslashreplace"), checked)


def write_data(path: str, data: bytes, checked: Iterable[str] = ()) -> None:
    """Write `data` to the file at `path`; `checked` are the paths of the reports that it is about.

    Links within the checked tree are followed. Anything but a regular file, such as `/dev/stdout`
    or a pipe, is written to directly. Raises UserError, also if the file is one of the reports, or
    a link leads out of the tree.
    """
    if leads_out(path):
        raise _unwritten(path, LEADS_OUT)
    if is_one_of(path, checked):
        raise _unwritten(
            path,
            Text(
                "它是所查的报告之一；请换一个文件名",
                "it is one of the checked reports; name another file",
            ),
        )
    try:
        target = os.path.realpath(path)
        before = os.stat(target) if os.path.exists(target) else None
        if before is not None and not stat.S_ISREG(before.st_mode):
            with open(path, "wb") as stream:
                stream.write(data)
        else:
            put(target, data, before)
    except (OSError, ValueError) as error:
        raise _unwritten(path, _reason(error)) from error


def append_output(path: str, text: str) -> None:
    """Append `text` to the file at `path`, which a CI service has chosen. Raises UserError."""
    try:
        with open(path, "ab") as stream:
            stream.write(text.encode("utf-8", "backslashreplace"))
    except (OSError, ValueError) as error:
        raise _unwritten(path, _reason(error)) from error


def create(path: str, content: str | bytes) -> None:
    """Write bytes, or a text in UTF-8, to a file that must not exist. Raises UserError if it exists
    or cannot be written."""
    if leads_out(path):
        raise _unwritten(path, LEADS_OUT)
    try:
        _write(path, content.encode() if isinstance(content, str) else content, 0o666)
    except FileExistsError as error:
        raise UserError.of(EXISTS, path) from error
    except FileNotFoundError as error:
        raise _unwritten(path, NO_FOLDER) from error
    except (OSError, ValueError) as error:
        raise _unwritten(path, _reason(error)) from error


def put(
    target: str,
    data: bytes,
    before: os.stat_result | None = None,
    *,
    mode: int = 0o666,
    sync: bool = False,
    check: Callable[[], None] = lambda: None,
) -> None:
    """Write `data` to a temporary file and rename it to `target`; a link at `target` is replaced,
    not followed. Raises OSError.

    `before` is the status of the current file at `target`, whose attributes are copied; without it,
    the new file gets `mode`, subject to the umask. `check` is called just before the rename, and
    may raise.
    """
    folder = os.path.dirname(target)
    _remove_left_over(folder)
    aside = os.path.join(folder, f"{PREFIX}{os.urandom(_RANDOM).hex()}{SUFFIX}")
    try:
        _write(aside, data, mode, target if before else "", before, sync=sync)
        check()
        os.replace(aside, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(aside)
        raise
    if sync:
        _sync_folder(folder)


@contextmanager
def beside(path: str) -> Iterator[BinaryIO]:
    """A new file beside `path`, to be written part by part. It takes the place of `path` at the
    end, also of a link; on any error it is deleted. Raises OSError."""
    folder = os.path.dirname(path)
    aside = os.path.join(folder, f"{PREFIX}{os.urandom(_RANDOM).hex()}{SUFFIX}")
    with open(os.open(aside, _CREATE, 0o666), "wb") as stream:
        try:
            yield stream
            stream.close()
            os.replace(aside, path)
        except BaseException:
            stream.close()  # Windows deletes no open file
            with suppress(OSError):
                os.unlink(aside)
            raise


def _write(
    path: str,
    data: bytes,
    mode: int,
    like: str = "",
    before: os.stat_result | None = None,
    *,
    sync: bool = False,
) -> None:
    """Create a file that does not exist yet; on any error it is deleted again."""
    handle = os.open(path, _CREATE, 0o600 if before else mode)
    try:
        try:
            view = memoryview(data)
            while view:
                view = view[os.write(handle, view) :]
            if before is not None:
                _resemble(handle, before, like)
            if sync:
                os.fsync(handle)
        finally:
            os.close(handle)
    except BaseException:
        with suppress(OSError):
            os.unlink(path)
        raise


def _resemble(handle: int, before: os.stat_result, like: str) -> None:
    """Copy the owner, attributes and mode of the file at `like` to the open file, each if
    allowed."""
    if hasattr(os, "fchown"):
        now = os.fstat(handle)
        if (now.st_uid, now.st_gid) != (before.st_uid, before.st_gid):
            try:
                os.fchown(handle, before.st_uid, before.st_gid)
            except OSError:
                with suppress(OSError):
                    os.fchown(handle, -1, before.st_gid)
    if hasattr(os, "listxattr"):
        with suppress(OSError):
            for name in os.listxattr(like):
                with suppress(OSError):
                    os.setxattr(handle, name, os.getxattr(like, name))
    if hasattr(os, "fchmod"):
        os.fchmod(handle, stat.S_IMODE(before.st_mode))


def _is_aside(name: str) -> bool:
    """Whether a file has exactly the name of one of our temporary files; a user's file may have the
    same prefix and suffix."""
    stem = name.removeprefix(PREFIX).removesuffix(SUFFIX)
    is_whole = name == f"{PREFIX}{stem}{SUFFIX}" and len(stem) == 2 * _RANDOM
    return is_whole and set(stem) <= set("0123456789abcdef")


@lru_cache(maxsize=1024)
def _remove_left_over(folder: str) -> None:
    """Remove temporary files left by a killed run in a folder; done once per run and folder, as a
    thousand files of one folder may be written."""
    import time

    with suppress(OSError), os.scandir(folder or os.curdir) as entries:
        for entry in entries:
            if _is_aside(entry.name):
                status = entry.stat(follow_symlinks=False)
                if stat.S_ISREG(status.st_mode) and time.time() - status.st_mtime > LEFT_OVER:
                    os.unlink(entry.path)


def _sync_folder(folder: str) -> None:
    """Make a rename durable across a power failure, if the system can sync folders."""
    with suppress(OSError):
        handle = os.open(folder or os.curdir, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def is_one_of(path: str, others: Iterable[str]) -> bool:
    """Whether `path` is an existing file, and the same file as one of `others`, whatever their
    names."""
    if not os.path.isfile(path):
        return False
    status = os.stat(path)
    for other in others:
        with suppress(OSError, ValueError):
            if os.path.samestat(status, os.stat(other)):
                return True
    return False


def _unwritten(path: str, reason: Text) -> UserError:
    return UserError.of(Text(f"写不了：{reason.zh}", f"cannot be written: {reason.en}"), path)


def _reason(error: OSError | ValueError) -> Text:
    if isinstance(error, PermissionError):
        return Text("没有写入权限", "permission denied")
    if isinstance(error, ValueError):  # a NUL or a lone surrogate in the path
        return Text("文件名不能用", "no such name can be given to a file")
    return why(error)
