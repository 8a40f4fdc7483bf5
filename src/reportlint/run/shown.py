"""What was written of files that have not changed since, so that it is written again as it is:
nothing is read, restored or laid out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportlint._startup.digest import digest
from reportlint._startup.fast_json import loads
from reportlint._startup.namedtuple import NamedTuple
from reportlint.cache.codec import DAMAGED, encode, restore
from reportlint.cache.rows import Row
from reportlint.core.report import FileReport, Summary, summary_of
from reportlint.files.sources import SourceError, read_bytes
from reportlint.files.stamp import stamp
from reportlint.files.walk import split
from reportlint.run.results import Results
from reportlint.run.setup import Setups


class Look(NamedTuple):
    """How the part of an output is made that is about one file."""

    name: str  # of all that the part depends on but the report
    of_file: Callable[[FileReport], str]


class Said(NamedTuple):
    """What there is to say of one file, ready to be written."""

    path: str
    part: str  # "" where nothing was found
    summary: Summary
    is_kept: bool = False  # it was there already


class Shown:
    """Looks up what was written, and keeps what is: a row for each file, by its path as it is
    shown.

    Files are passed over that a baseline or an entry of `ignore` is about: what there is to say of
    them depends on more.
    """

    def __init__(self, setups: Setups, results: Results, look: Look) -> None:
        self._setups = setups
        self._results = results
        self._look = look
        self._books: dict[str, str] = {}  # by folder as given
        self._new: dict[str, list[tuple[str, Row]]] = {}  # by book, not written so far
        self._summaries: dict[str, Summary] = {}  # by their JSON: there are few

    def get(self, paths: Sequence[str]) -> list[Said | None]:
        """What was written of each file of a batch; None for a file that must be made anew."""
        books = [self._book(path) for path in paths]
        names: dict[str, list[str]] = {}
        for path, book in zip(paths, books, strict=True):
            if book:
                names.setdefault(book, []).append(path)
        rows = {book: self._results.rows.get(book, held) for book, held in names.items()}
        return [
            self._said(path, rows[book][path], book) if book and path in rows[book] else None
            for path, book in zip(paths, books, strict=True)
        ]

    def made(self, file: FileReport) -> Said:
        """What there is to say of a file for which nothing was kept."""
        part = self._look.of_file(file) if file.diagnostics else ""
        summary = summary_of(file)
        book, known = self._book(file.path), self._results.known(file.path)
        if book and known is not None:
            value = f"{known.value}\t{encode(summary)}\t{part}"
            self._new.setdefault(book, []).append((file.path, Row(known.stamp, value)))
        return Said(file.path, part, summary)

    def save(self) -> None:
        """Write what is new."""
        for book, rows in self._new.items():
            self._results.rows.put(book, rows)
        self._new.clear()

    def _said(self, path: str, row: Row, book: str) -> Said | None:
        now = stamp(path)
        try:
            seen, summary, part = row.value.split("\t", 2)
            if not now or now != row.stamp:
                if digest(read_bytes(path)) != seen:
                    return None
                if now:
                    self._new.setdefault(book, []).append((path, Row(now, row.value)))
            if summary not in self._summaries:
                self._summaries[summary] = restore(Summary, loads(summary))
        except (*DAMAGED, SourceError):
            return None
        return Said(path, part, self._summaries[summary], is_kept=True)

    def _book(self, path: str) -> str:
        """The book of the file at `path`; "" where what is said of it is not kept."""
        folder = split(path)[0]
        if folder not in self._books:
            self._books[folder] = self._book_of(path)
        return self._books[folder]

    def _book_of(self, path: str) -> str:
        setup, _ = self._setups.at(path)
        book = self._results.book(setup)
        if not book or setup.ignores.entries or self._setups.baselines.concerns(path):
            return ""
        return digest(f"{book} {self._look.name}".encode("utf-8", "surrogatepass"))
