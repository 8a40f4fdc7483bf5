"""Cached reports of files that have not changed since, made with the same rules."""

from __future__ import annotations

from collections.abc import Sequence

from reportlint._startup.digest import digest
from reportlint._startup.fast_json import loads
from reportlint._startup.typed import Any
from reportlint.cache.codec import DAMAGED, encode
from reportlint.cache.rows import Row, Rows
from reportlint.core.report import FileReport, Terms
from reportlint.core.request import Settings
from reportlint.files.sources import SourceError, read_bytes, source_of
from reportlint.files.stamp import stamp
from reportlint.run.file import terms_of
from reportlint.run.file_result import FileResult, entry, entry_shape, report, seen_of
from reportlint.run.setup import Setup, Setups


class Results:
    """Looks up cached reports and keeps new ones, in a book of rows for each configuration and set
    of options.

    A row is the entry of a file, by its path relative to the folder of the configuration. It is
    valid if the file still has the same stamp, or else the same content; then its stamp is updated.
    """

    def __init__(self, setups: Setups, settings: Settings) -> None:
        self._setups = setups
        self._settings = settings
        self.rows = Rows("" if settings.no_cache else setups.memory.cache.folder)
        self._books: dict[Setup, str] = {}
        self._new: dict[str, list[tuple[str, Row]]] = {}  # by book; not written yet
        self._known: dict[str, Row] = {}  # stamp and digest of the files of this batch, by path

    def get(self, paths: Sequence[str]) -> list[FileReport | None]:
        """The cached reports of a batch of files, ignoring baselines; None for a file without
        one."""
        self._known.clear()
        places = [self._setups.at(path) for path in paths]
        names: dict[Setup, list[str]] = {}
        for setup, name in places:
            names.setdefault(setup, []).append(name)
        rows = {setup: self.rows.get(self.book(setup), owns) for setup, owns in names.items()}
        return [
            self._report(path, setup, name, rows[setup].get(name))
            for path, (setup, name) in zip(paths, places, strict=True)
        ]

    def put(self, path: str, checked: FileResult) -> None:
        """Keep the result for a file of the batch."""
        known = self._known.get(path)
        if not checked.seen or checked.report is None or known is None:
            return
        if any(finding.transient for finding in checked.report.diagnostics):
            return
        self._known[path] = Row(known.stamp, checked.seen)
        self._keep(path, encode(entry(checked.seen, checked.report)))

    def known(self, path: str) -> Row | None:
        """The stamp and digest of a file of the batch whose report is cached; None for any
        other."""
        known = self._known.get(path)
        return known if known is not None and known.value else None

    def save(self) -> None:
        """Write the new rows."""
        for book, rows in self._new.items():
            self.rows.put(book, rows)
        self._new.clear()

    def book(self, setup: Setup) -> str:
        """The name of a setup's book: a digest of everything that its reports depend on except the
        files; "" if nothing can be cached."""
        if setup not in self._books:
            self._books[setup] = self._book(setup)
        return self._books[setup]

    def _report(self, path: str, setup: Setup, name: str, row: Row | None) -> FileReport | None:
        now = stamp(path)
        self._known[path] = Row(now, "")
        if row is None:
            return None
        try:
            known: Any = loads(row.value)
            seen, data = seen_of(known), None
            if not now or now != row.stamp:
                data = read_bytes(path)
                if digest(data) != seen:
                    return None
            text = ""
            if (
                not isinstance(known, str) and known[3]
            ):  # findings are shown with their lines, so the text is needed
                data = read_bytes(path) if data is None else data
                text = source_of(path, data, setup.resolver.file(name).encoding).decoded.text
            read_report = report(path, known, text, self._terms(setup, name))
        except (*DAMAGED, SourceError):
            return None
        self._known[path] = Row(now, seen)
        if now and now != row.stamp:
            self._keep(path, row.value)
        return read_report

    def _keep(self, path: str, value: str) -> None:
        setup, name = self._setups.at(path)
        book = self.book(setup)
        if book:
            self._new.setdefault(book, []).append((name, Row(self._known[path].stamp, value)))

    def _terms(self, setup: Setup, name: str) -> Terms:
        return terms_of(setup, setup.resolver.file(name), self._settings)

    def _book(self, setup: Setup) -> str:
        settings = self._settings
        rules = self._setups.memory.identity(setup.config.path)
        if not rules:
            return ""
        way = (
            rules,
            setup.ignores.entries,
            settings.select,
            settings.ignore,
            settings.type,
            settings.language,
            settings.locale,
            self._terms(setup, ".").fail_on,
            entry_shape(),
        )
        return digest(repr(way).encode("utf-8", "surrogatepass"))
