"""SQLite without the Python half of `sqlite3`, which brings `datetime`; None where there is no
SQLite.

Undone (`sqlite3` in its place): an unchanged run imports two modules more, which take a millisecond
and a half.
"""

from __future__ import annotations

from reportlint._startup.typed import Any

connect: Any = None
Error: Any = OSError
DatabaseError: Any = OSError
"""What is raised, as itself and as none of the classes derived from it, where a file is damaged or
no database."""

try:
    from _sqlite3 import DatabaseError, Error, connect
except ImportError:  # another Python than CPython, or one that was built without it
    try:  # noqa: SIM105 - `contextlib` would be one module more
        from sqlite3 import DatabaseError, Error, connect  # noqa: F401 - as above
    except ImportError:
        pass
