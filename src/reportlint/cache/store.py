"""The cache between runs, in the platform's cache folder.

Everything in it can be recomputed, so an error here never fails a run: a file that cannot be read,
is damaged, or may have been written by another user is treated as missing. Entries are text
preceded by a checksum. They are written to a temporary file and then renamed, so that processes may
share the folder, and it may be deleted at any moment. Symbolic links are not followed.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Mapping

from reportlint._startup.digest import digest

VARIABLE = "REPORTLINT_CACHE_DIR"
KEPT_DAYS = 30
KEPT_BYTES = 200_000_000
DAY = 86_400  # seconds
_PRUNED = "pruned"  # an empty file; its time is that of the last clean-up
_TAG = "CACHEDIR.TAG"
_TAG_TEXT = (
    b"Signature: 8a477f597d28d172789f06886806bc55\n"
    b"# The cache of reportlint. It can be deleted at any time.\n"
)
_READ = os.O_RDONLY
for _flag in ("O_BINARY", "O_CLOEXEC", "O_NOFOLLOW", "O_NONBLOCK"):  # if the system has them
    _READ |= getattr(os, _flag, 0)


def place(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> str:
    """The folder of the cache; "" if the system has none."""
    if environment.get(VARIABLE):
        return os.path.abspath(environment[VARIABLE])
    home = environment.get("USERPROFILE" if platform == "win32" else "HOME", "")
    base = environment.get("XDG_CACHE_HOME", "")
    if platform == "win32":
        base = environment.get("LOCALAPPDATA", "")
    elif platform == "darwin" and not base and home:
        base = os.path.join(home, "Library", "Caches")
    elif not base and home:
        base = os.path.join(home, ".cache")
    return os.path.join(base, "reportlint") if os.path.isabs(base) else ""


def make_folder(folder: str) -> None:
    """Create the folder of the cache, if there is none. Raises OSError."""
    if os.path.isdir(folder):
        return
    from reportlint.files.atomic import put

    os.makedirs(folder, mode=0o700, exist_ok=True)
    put(os.path.join(folder, _TAG), _TAG_TEXT)


class Cache:
    """One folder of entries; with `folder` "", nothing is kept.

    Another user may be able to write to the folder, for example a shared one. So an entry counts
    only if it is a regular file that this user owns and nobody else can write to.
    """

    def __init__(self, folder: str) -> None:
        self.folder = folder

    def get(self, name: str) -> bytes | None:
        """The text kept under `name`, in UTF-8; None if there is none that can be trusted."""
        if not self.folder:
            return None
        try:
            handle = os.open(os.path.join(self.folder, name), _READ)
            try:
                status = os.fstat(handle)
                if not _is_ours(status):
                    return None
                data = _read(handle, status.st_size)
            finally:
                os.close(handle)
        except OSError:
            return None
        check, _, body = data.partition(b"\n")
        return body if check == digest(body).encode() else None

    def put(self, name: str, text: str) -> None:
        """Keep `text` under `name`, replacing an older one."""
        if not self.folder:
            return
        from contextlib import suppress

        from reportlint.files.atomic import put

        body = text.encode("utf-8", "surrogatepass")
        with suppress(OSError):  # the run goes on without a cache
            make_folder(self.folder)
            put(os.path.join(self.folder, name), digest(body).encode() + b"\n" + body, mode=0o600)
            self._prune()

    def _prune(self) -> None:
        """Once a day, delete entries not used for long, and the oldest if the folder is too large.
        Other files are not touched."""
        import time

        from reportlint.files.atomic import put

        now = time.time()
        stamp = os.path.join(self.folder, _PRUNED)
        try:
            if now - os.lstat(stamp).st_mtime < DAY:
                return
        except FileNotFoundError:
            pass  # never cleaned up yet
        put(stamp, b"", mode=0o600)
        self._clear(now)

    def _clear(self, now: float) -> None:
        from contextlib import suppress

        with os.scandir(self.folder) as entries:
            files = [
                (entry.stat(follow_symlinks=False), entry.path)
                for entry in entries
                if entry.name.endswith(".json")
            ]
        files.sort(key=lambda pair: pair[0].st_mtime, reverse=True)
        total = 0
        for status, path in files:
            total += status.st_size
            if now - status.st_mtime > KEPT_DAYS * DAY or total > KEPT_BYTES:
                with suppress(OSError):
                    os.unlink(path)

    def touch(self, name: str) -> None:
        """Mark an entry as used, so that it is kept; at most once a day."""
        import time

        path = os.path.join(self.folder, name)
        try:
            if time.time() - os.lstat(path).st_mtime > DAY:
                os.utime(path, follow_symlinks=False)
        except (OSError, NotImplementedError):
            pass  # the entry is gone or not ours: it is recomputed when needed


def _is_ours(status: os.stat_result) -> bool:
    """Whether a file is a regular one that only this user can have written."""
    if not stat.S_ISREG(status.st_mode):
        return False
    if not hasattr(os, "geteuid"):
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _read(handle: int, size: int) -> bytes:
    parts = []
    while part := os.read(handle, size + 1):
        parts.append(part)
    return b"".join(parts)
