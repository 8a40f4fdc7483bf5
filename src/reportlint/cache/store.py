"""What the tool remembers between runs, in the platform's folder for caches.

All of it can be made again, so nothing here ever fails a run: what cannot be read, is damaged, or lies where another user could
have written it, counts as not there. Entries are text with a checksum before it, written aside and then put in place at once,
so that processes may share the folder, and it may be deleted at any moment.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Mapping

try:
    from _blake2 import (
        blake2b,
    )  # what hashlib gives too, without the 3 ms that it takes to load OpenSSL
except ImportError:  # pragma: no cover
    from hashlib import blake2b

VARIABLE = "REPORTLINT_CACHE_DIR"
KEPT_DAYS = 30
KEPT_BYTES = 200_000_000
DAY = 86_400
_PRUNED = "pruned"  # an empty file whose time says when the folder was last cleared up
_TAG = "CACHEDIR.TAG"
_TAG_TEXT = "Signature: 8a477f597d28d172789f06886806bc55\n# The cache of reportlint. It can be deleted at any time.\n"


def digest(data: bytes) -> str:
    """A checksum that nobody can aim at."""
    return blake2b(data, digest_size=16).hexdigest()


def place(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> str:
    """The folder of the cache; "" where the system has none."""
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


class Cache:
    """One folder of entries; `folder` "" keeps nothing."""

    def __init__(self, folder: str) -> None:
        self.folder = folder

    def get(self, name: str) -> str | None:
        """The text kept under `name`; None where there is none that can be trusted."""
        if not self.folder:
            return None
        try:
            with open(os.path.join(self.folder, name), "rb") as stream:
                if not _ours(os.fstat(stream.fileno())):
                    return None
                data = stream.read()
        except OSError:
            return None
        check, _, body = data.partition(b"\n")
        if check != digest(body).encode():
            return None
        try:
            return body.decode("utf-8")
        except UnicodeDecodeError:
            return None

    def put(self, name: str, text: str) -> None:
        """Keep `text` under `name`, in place of what was there."""
        if not self.folder:
            return
        from contextlib import suppress

        body = text.encode("utf-8", "surrogatepass")
        path = os.path.join(self.folder, name)
        aside = f"{path}.{os.getpid()}.tmp"
        try:
            self._make()
            with open(aside, "xb") as stream:
                stream.write(digest(body).encode() + b"\n" + body)
            os.replace(aside, path)
        except OSError:
            pass  # a cache that cannot be written is no failure: the run goes on without
        finally:
            with suppress(OSError):
                os.unlink(aside)
        self._prune()

    def _make(self) -> None:
        if os.path.isdir(self.folder):
            return
        os.makedirs(self.folder, mode=0o700, exist_ok=True)
        with open(os.path.join(self.folder, _TAG), "w", encoding="ascii") as stream:
            stream.write(_TAG_TEXT)

    def _prune(self) -> None:
        """Once a day: remove what was not used for long, and the oldest where it is too much. Only files of ours are touched."""
        import time
        from contextlib import suppress

        now = time.time()
        stamp = os.path.join(self.folder, _PRUNED)
        with suppress(OSError):
            if os.path.exists(stamp) and now - os.stat(stamp).st_mtime < DAY:
                return
            with open(stamp, "wb"):
                pass
            os.utime(stamp)
            self._clear(now)

    def _clear(self, now: float) -> None:
        from contextlib import suppress

        with os.scandir(self.folder) as entries:
            found = [
                (one.stat(follow_symlinks=False), one.path)
                for one in entries
                if one.name.endswith((".json", ".tmp"))
            ]
        found.sort(key=lambda pair: pair[0].st_mtime, reverse=True)
        total = 0
        for status, path in found:
            total += status.st_size
            age = now - status.st_mtime
            if age > KEPT_DAYS * DAY or total > KEPT_BYTES or (path.endswith(".tmp") and age > DAY):
                with suppress(OSError):
                    os.unlink(path)

    def touch(self, name: str) -> None:
        """Note that an entry is of use, so that it is kept; at most once a day."""
        import time

        path = os.path.join(self.folder, name)
        try:
            if time.time() - os.stat(path).st_mtime > DAY:
                os.utime(path)
        except OSError:
            pass  # the entry has gone, or is not ours to touch: it is made anew when it is missed


def _ours(status: os.stat_result) -> bool:
    """Whether a file is a plain one that only this user can have written."""
    if not stat.S_ISREG(status.st_mode):
        return False
    if not hasattr(os, "geteuid"):
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
