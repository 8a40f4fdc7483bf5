"""Output kept for files that have not changed since, written again without reading, restoring or
formatting anything."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportlint._startup.digest import digest
from reportlint._startup.fast_json import loads
from reportlint._startup.namedtuple import NamedTuple
from reportlint.cache.codec import DAMAGED, encode, restore
from reportlint.cache.rows import Row
from reportlint.core.report import FileReport, Summary, summary_of
from reportlint.files.paths import split
from reportlint.files.sources import SourceError, read_bytes
from reportlint.files.stamp import stamp
from reportlint.run.results import Results
from reportlint.run.setup import Setups


class FileFormatter(NamedTuple):
    """The function that formats the output for one file, and a name for the cache."""

    name: str  # identifies everything the output depends on except the report
    of_file: Callable[[FileReport], str]


class FileOutput(NamedTuple):
    """The output for one file, ready to be written."""

    path: str
    part: str  # "" if nothing was found
    summary: Summary
    is_kept: bool = False  # it comes from the cache


class OutputCache:
    """Looks up kept output and keeps new output: one row per file, by its path as shown.

    Files with a baseline or with `ignore` entries in their configuration are left out: their output
    depends on more than the file.
    """

    def __init__(self, setups: Setups, results: Results, formatter: FileFormatter) -> None:
        self._setups = setups
        self._results = results
        self._formatter = formatter
        self._books: dict[str, str] = {}  # by folder, as given
        self._new: dict[str, list[tuple[str, Row]]] = {}  # by book; not written yet
        self._summaries: dict[str, Summary] = {}  # by their JSON; few are different

    def get(self, paths: Sequence[str]) -> list[FileOutput | None]:
        """The kept output for each file of a batch; None for a file whose output must be made."""
        books = [self._book(path) for path in paths]
        names: dict[str, list[str]] = {}
        for path, book in zip(paths, books, strict=True):
            if book:
                names.setdefault(book, []).append(path)
        rows = {book: self._results.rows.get(book, held) for book, held in names.items()}
        return [
            self._restored(path, rows[book][path], book) if book and path in rows[book] else None
            for path, book in zip(paths, books, strict=True)
        ]

    def made(self, file: FileReport) -> FileOutput:
        """Make the output for a file that has none kept, and keep it."""
        part = self._formatter.of_file(file) if file.diagnostics else ""
        summary = summary_of(file)
        book, known = self._book(file.path), self._results.known(file.path)
        if book and known is not None:
            value = f"{known.value}\t{encode(summary)}\t{part}"
            self._new.setdefault(book, []).append((file.path, Row(known.stamp, value)))
        return FileOutput(file.path, part, summary)

    def save(self) -> None:
        """Write the new rows."""
        for book, rows in self._new.items():
            self._results.rows.put(book, rows)
        self._new.clear()

    def _restored(self, path: str, row: Row, book: str) -> FileOutput | None:
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
        return FileOutput(path, part, self._summaries[summary], is_kept=True)

    def _book(self, path: str) -> str:
        """The book of the file at `path`; "" if its output is not kept."""
        folder = split(path)[0]
        if folder not in self._books:
            self._books[folder] = self._book_of(path)
        return self._books[folder]

    def _book_of(self, path: str) -> str:
        setup, _ = self._setups.at(path)
        book = self._results.book(setup)
        if not book or setup.ignores.entries or self._setups.baselines.concerns(path):
            return ""
        return digest(f"{book} {self._formatter.name}".encode("utf-8", "surrogatepass"))
