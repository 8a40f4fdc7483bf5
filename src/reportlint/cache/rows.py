"""Rows of text that are kept between runs, many of them: a million files are looked up in flat
memory, a batch at a time.

One SQLite file, so that a run that changes little writes little. As of all in the cache: nothing
here ever fails a run, and what is damaged, locked or not ours counts as not there. SQLite follows
its journal, so that the folder must be ours alone too: in one that others can write to, nothing is
kept. Each row has a checksum, since a page may be torn where the power fails.
"""

from __future__ import annotations

import os
import stat
from binascii import crc32
from collections.abc import Iterable, Iterator, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.cache.store import DAY, KEPT_DAYS

connect: Any
Error: Any
DatabaseError: Any
try:
    from sqlite3 import DatabaseError, Error, connect
except ImportError:  # a Python that was built without it keeps no results
    connect, Error, DatabaseError = None, OSError, OSError

FILE = "results.sqlite"
MOST_BYTES = 2_000_000_000  # of the file; a larger one is begun anew
_AT_ONCE = 256  # rows looked up by one statement
_WAIT = 1.0  # seconds for another process that is writing
_VERSION = 1  # of the tables
_TABLES = """
CREATE TABLE IF NOT EXISTS books (id INTEGER PRIMARY KEY, name TEXT UNIQUE, used INTEGER);
CREATE TABLE IF NOT EXISTS rows (
    book INTEGER, path TEXT, stamp TEXT, value TEXT, sum INTEGER, PRIMARY KEY (book, path)
) WITHOUT ROWID;
"""


class Row(NamedTuple):
    """What is kept under a path."""

    stamp: str
    value: str


class Rows:
    """The rows of one cache folder, in books that have names; "" keeps nothing."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._database: Any = None
        self._is_open = False
        self._books: dict[str, int] = {}

    def get(self, book: str, paths: Sequence[str]) -> dict[str, Row]:
        """What is kept of `paths` in a book, as far as there is anything."""
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
        """Keep rows by their paths, in place of what was there. All of them are kept, or none."""
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
        """Let go of the file."""
        if self._database is not None:
            self._database.close()
        self._database, self._is_open, self._books = None, False, {}

    def _number(self, book: str) -> int:
        """The number of a book, which is noted to be in use."""
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
        try:
            os.close(os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600))
        except FileNotFoundError:  # the folder is made by what is kept first, which is the rules
            return None
        database = connect(path, timeout=_WAIT, isolation_level=None)
        version = database.execute("PRAGMA user_version").fetchone()[0]
        if version != _VERSION:
            if version:
                database.close()
                os.unlink(path)
                return None
            database.executescript(f"BEGIN;{_TABLES}PRAGMA user_version = {_VERSION};COMMIT;")
        database.execute("PRAGMA synchronous = OFF")  # what is lost can be made again
        return database

    def _give_up(self, error: Exception) -> None:
        """Do without for this run. A file that is damaged goes, so that the next run makes
        another."""
        from contextlib import suppress

        database, self._database = self._database, None
        if database is not None:
            database.close()
        if type(error) is DatabaseError or "no such" in str(error):
            for path in _files(os.path.join(self._folder, FILE)):
                with suppress(OSError):  # it was not there
                    os.unlink(path)


def _files(path: str) -> Iterator[str]:
    """The file and what SQLite may put beside it."""
    return (path + end for end in ("", "-journal", "-wal", "-shm"))


def _to_look_at(folder: str, path: str) -> Iterator[str]:
    yield folder
    yield from _files(path)


def _is_fit(path: str) -> bool:
    """Whether nobody else can have written what lies there; what is not there is fit. A file that
    has grown too large is removed."""
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
