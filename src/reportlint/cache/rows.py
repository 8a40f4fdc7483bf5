"""Rows of text kept between runs: a million files are looked up in constant memory, a batch at a
time.

One SQLite file, so that a run that changes little writes little. As everywhere in the cache, an
error here never fails a run: data that is damaged, locked or not ours is treated as missing. SQLite
follows its journal, so no other user may be able to write to the folder; otherwise nothing is kept.
Each row has a checksum, since a page may be torn by a power failure.
"""

from __future__ import annotations

import os
import stat
from binascii import crc32
from collections.abc import Iterable, Iterator, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.cache.store import DAY, KEPT_DAYS, make_folder

connect: Any
Error: Any
DatabaseError: Any
try:
    from sqlite3 import DatabaseError, Error, connect
except ImportError:  # a Python built without it keeps no results
    connect, Error, DatabaseError = None, OSError, OSError

FILE = "results.sqlite"
MOST_BYTES = 2_000_000_000  # maximum size of the file; a larger one is deleted
_AT_ONCE = 256  # rows looked up per statement
_WAIT = 1.0  # seconds to wait for another process that is writing
_VERSION = 1  # of the tables
_TABLES = """
CREATE TABLE IF NOT EXISTS books (id INTEGER PRIMARY KEY, name TEXT UNIQUE, used INTEGER);
CREATE TABLE IF NOT EXISTS rows (
    book INTEGER, path TEXT, stamp TEXT, value TEXT, sum INTEGER, PRIMARY KEY (book, path)
) WITHOUT ROWID;
"""


class Row(NamedTuple):
    """The value and stamp kept under a path."""

    stamp: str
    value: str


class Rows:
    """The rows of one cache folder, in named books; with the folder "", nothing is kept."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._database: Any = None
        self._is_open = False
        self._books: dict[str, int] = {}

    def get(self, book: str, paths: Sequence[str]) -> dict[str, Row]:
        """The rows of `paths` that are in a book."""
        by_path: dict[str, Row] = {}
        database = self._opened()
        if database is None:
            return by_path
        try:
            number = self._number(book)
            for start in range(0, len(paths), _AT_ONCE):
                part = paths[start : start + _AT_ONCE]
                marks = ",".join("?" * len(part))
                rows = database.execute(
                    "SELECT path, stamp, value, sum FROM rows"  # noqa: S608 - only marks
                    f" WHERE book = ? AND path IN ({marks})",
                    (number, *part),
                )
                for path, stamp, value, checksum in rows:
                    if checksum == _sum(path, stamp, value):
                        by_path[path] = Row(stamp, value)
        except (Error, UnicodeError, TypeError) as error:
            self._give_up(error)
        return by_path

    def put(self, book: str, rows: Iterable[tuple[str, Row]]) -> None:
        """Keep rows by their paths, replacing older ones. Either all of them are kept, or none."""
        database = self._opened()
        if database is None:
            return
        try:
            number = self._number(book)
            database.execute("BEGIN IMMEDIATE")
            database.executemany(
                "INSERT OR REPLACE INTO rows VALUES (?, ?, ?, ?, ?)",
                (
                    (number, path, row.stamp, row.value, _sum(path, row.stamp, row.value))
                    for path, row in rows
                ),
            )
            database.execute("COMMIT")
        except (Error, UnicodeError) as error:
            self._give_up(error)

    def close(self) -> None:
        """Close the file."""
        if self._database is not None:
            self._database.close()
        self._database, self._is_open, self._books = None, False, {}

    def _number(self, book: str) -> int:
        """The number of a book, whose date of last use is updated; books not used for KEPT_DAYS are
        deleted."""
        if book not in self._books:
            today = _today()
            database = self._database
            known = database.execute(
                "SELECT id, used FROM books WHERE name = ?", (book,)
            ).fetchone()
            if known is None or known[1] != today:
                database.execute("BEGIN IMMEDIATE")
                database.execute(
                    "INSERT INTO books (name, used) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET"
                    " used = excluded.used",
                    (book, today),
                )
                old = database.execute(
                    "SELECT id FROM books WHERE used < ?", (today - KEPT_DAYS,)
                ).fetchall()
                for row in old:
                    database.execute("DELETE FROM rows WHERE book = ?", row)
                    database.execute("DELETE FROM books WHERE id = ?", row)
                database.execute("COMMIT")
                known = database.execute("SELECT id FROM books WHERE name = ?", (book,)).fetchone()
            self._books[book] = known[0]
        return self._books[book]

    def _opened(self) -> Any:
        if not self._is_open:
            self._is_open = True
            try:
                self._database = self._open()
            except (Error, OSError) as error:
                self._give_up(error)
        return self._database

    def _open(self) -> Any:
        if connect is None or not self._folder:
            return None
        path = os.path.join(self._folder, FILE)
        if not all(_is_fit(place) for place in _to_look_at(self._folder, path)):
            return None
        make_folder(self._folder)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600))
        database = connect(path, timeout=_WAIT, isolation_level=None)
        version = database.execute("PRAGMA user_version").fetchone()[0]
        if version != _VERSION:
            if version:
                database.close()
                os.unlink(path)
                return None
            database.executescript(f"BEGIN;{_TABLES}PRAGMA user_version = {_VERSION};COMMIT;")
        database.execute("PRAGMA synchronous = OFF")  # lost rows can be recomputed
        return database

    def _give_up(self, error: Exception) -> None:
        """Disable the rows for this run. A damaged file is deleted, so that the next run creates a
        new one."""
        from contextlib import suppress

        database, self._database = self._database, None
        if database is not None:
            database.close()
        if type(error) is DatabaseError or "no such" in str(error):
            for path in _files(os.path.join(self._folder, FILE)):
                with suppress(OSError):  # it was not there
                    os.unlink(path)


def _files(path: str) -> Iterator[str]:
    """The file and the files that SQLite may put beside it."""
    return (path + end for end in ("", "-journal", "-wal", "-shm"))


def _to_look_at(folder: str, path: str) -> Iterator[str]:
    yield folder
    yield from _files(path)


def _is_fit(path: str) -> bool:
    """Whether nobody else can have written the file or folder at a path; true if it does not exist.
    A file that is too large is deleted."""
    try:
        status = os.lstat(path)
    except OSError:
        return True
    is_folder = stat.S_ISDIR(status.st_mode)
    if not is_folder and not stat.S_ISREG(status.st_mode):
        return False
    if hasattr(os, "geteuid"):
        others = status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
        if status.st_uid != os.geteuid() or others:
            return False
    if not is_folder and status.st_size > MOST_BYTES:
        os.unlink(path)
    return True


def _sum(path: str, stamp: str, value: str) -> int:
    return crc32(f"{path}\0{stamp}\0{value}".encode())


def _today() -> int:
    import time

    return int(time.time()) // DAY
