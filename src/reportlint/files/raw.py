"""Files that are no text."""

from __future__ import annotations

from reportlint.files.sources import UNREADABLE, SourceError, why

MOST_BYTES = 100_000_000


def read_bytes(path: str) -> bytes:
    """The bytes at `path`, as many as anybody's report has. Raises SourceError."""
    try:
        with open(path, "rb") as stream:
            return stream.read(MOST_BYTES)
    except OSError as error:
        raise SourceError(UNREADABLE, why(error)) from error
