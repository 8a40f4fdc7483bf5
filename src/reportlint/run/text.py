"""A file → the lines that a check sees."""

from __future__ import annotations

from reportlint.core.request import STDIN
from reportlint.core.word import SUFFIXES, ZIP
from reportlint.files.paths import ErrorOf
from reportlint.files.sources import read, read_bytes, source_of


def text_of(path: str) -> str:
    """The lines of the file at `path`, or of standard input. Standard input is read as a Word
    document if it begins like a ZIP file. Raises UserError."""
    with ErrorOf(path):
        if path != STDIN:
            return read(path).decoded.text
        data = read_bytes(path, stdin=True)
        return source_of(path + SUFFIXES[0] * data.startswith(ZIP), data).decoded.text
