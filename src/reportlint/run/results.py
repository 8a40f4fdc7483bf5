"""What was found in a file that has not changed since, by the same rules."""

from __future__ import annotations

from reportlint._startup.digest import digest
from reportlint._startup.fast_json import loads
from reportlint._startup.typed import Any
from reportlint.cache.codec import DAMAGED, encode
from reportlint.cache.store import Cache
from reportlint.core.diagnostic import WARNING
from reportlint.core.report import FileReport
from reportlint.core.request import Settings
from reportlint.files.sources import SourceError, read_bytes, source_of
from reportlint.run.answers import Made, entry, entry_shape, report, seen_of
from reportlint.run.setup import Setup, Setups

_MOST = 100_000  # entries


class Results:
    """Looks results up, and keeps new ones: one entry of the cache for each configuration and way to check."""

    def __init__(self, setups: Setups, settings: Settings) -> None:
        self._setups = setups
        self._settings = settings
        self._cache = Cache("" if settings.no_cache else setups.memory.cache.folder)
        self._books: dict[Setup, _Book] = {}

    def get(self, path: str) -> FileReport | None:
        """The report of a file, without regard to a baseline; None where it must be made."""
        setup, own = self._setups.at(path)
        book = self._books.get(setup) or self._open(setup)
        known = book.entries.get(own)
        if not known:
            return None
        try:
            data = read_bytes(path)
            if isinstance(known, str):
                return (
                    report(path, known, "", book.fail_on)
                    if known.startswith(digest(data))
                    else None
                )
            if seen_of(known) != digest(data):
                return None
            text = ""
            if known[3]:  # findings, which are shown with their lines
                text = source_of(path, data, setup.resolver.file(own).encoding).decoded.text
            return report(path, known, text, book.fail_on)
        except (*DAMAGED, SourceError):
            return None

    def put(self, path: str, made: Made) -> None:
        """Keep what was found."""
        if (
            not made.seen
            or made.report is None
            or any(one.transient for one in made.report.diagnostics)
        ):
            return
        setup, own = self._setups.at(path)
        book = self._books.get(setup) or self._open(setup)
        if book.name:
            book.new[own] = entry(made.seen, made.report)

    def save(self) -> None:
        """Write what is new."""
        for book in self._books.values():
            if book.name and book.new:
                entries = {**book.entries, **book.new}
                if len(entries) > _MOST:  # of files that are long gone, perhaps
                    entries = book.new
                self._cache.put(book.name, encode(entries))

    def _open(self, setup: Setup) -> _Book:
        """The book of `setup`; an empty one without name where nothing can be kept."""
        told = self._settings
        book = self._books[setup] = _Book(told.fail_on or setup.config.fail_on or WARNING)
        rules = self._setups.memory.identity(setup.config.path)
        if not rules or not self._cache.folder:
            return book
        way = (
            rules,
            setup.ignores.entries,
            told.select,
            told.ignore,
            told.type,
            told.language,
            told.locale,
            entry_shape(),
        )
        book.name = f"results-{digest(repr(way).encode('utf-8', 'surrogatepass'))}.json"
        try:
            entries = loads(self._cache.get(book.name) or "{}")
        except DAMAGED:
            return book
        if isinstance(entries, dict):
            book.entries = entries
        return book


class _Book:
    """One entry of the cache: what is kept of each file, by its path relative to the folder of the configuration."""

    def __init__(self, fail_on: str) -> None:
        self.name = ""
        self.fail_on = fail_on
        self.entries: dict[str, Any] = {}
        self.new: dict[str, Any] = {}
