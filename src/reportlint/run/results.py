"""What was found in a file that has not changed since, by the same rules."""

from __future__ import annotations

from typing import Any

from reportlint.core.diagnostic import WARNING, Diagnostic, Edit, Fix, Related
from reportlint.core.report import NO_LINES, UNCHECKED, FileReport
from reportlint.core.span import LineIndex, Span
from reportlint.files.cache import Cache, digest
from reportlint.files.sources import SourceError, read_bytes, source_of
from reportlint.run.settings import Settings
from reportlint.run.setup import Setup, Setups

_TRANSIENT = (*UNCHECKED, "rule-timeout")  # rules whose findings another run may not have
_MOST = 100_000  # entries
_DAMAGED = (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError)


class Results:
    """Looks results up, and keeps new ones: one entry of the cache for each configuration and way to check."""

    def __init__(self, setups: Setups, settings: Settings) -> None:
        self._setups = setups
        self._settings = settings
        self._cache = Cache("" if settings.no_cache else setups.memory.cache.folder)
        self._books: dict[int, _Book] = {}

    def get(self, path: str) -> FileReport | None:
        """The report of a file, without regard to a baseline; None where it must be made."""
        setup, own = self._setups.at(path)
        book = self._books.get(id(setup)) or self._open(setup)
        entry = book.entries.get(own)
        if not entry:
            return None
        try:
            data = read_bytes(path)
            if isinstance(entry, str):  # nothing was found: the file is shown by its name alone
                seen, language, encoding = entry.split(" ")
                return FileReport(path, "", NO_LINES, (), language, book.fail_on, encoding) if seen == digest(data) else None
            seen, language, encoding, found, heeded = entry
            if seen != digest(data):
                return None
            text = source_of(path, data, setup.resolver.file(own).encoding).decoded.text if found else ""
            diagnostics = tuple([_diagnostic(*one) for one in found])
            rows = tuple([(side, line, used) for side, line, used in heeded])
            lines = LineIndex(text) if found else NO_LINES
            return FileReport(path, text, lines, diagnostics, language, book.fail_on, encoding, rows)
        except (*_DAMAGED, SourceError):
            return None

    def put(self, path: str, seen: str, report: FileReport) -> None:
        """Keep the report of a file whose bytes have the digest `seen`."""
        setup, own = self._setups.at(path)
        book = self._books.get(id(setup)) or self._open(setup)
        if not book.name or not seen or any(one.rule in _TRANSIENT for one in report.diagnostics):
            return
        if report.diagnostics or report.heeded:
            book.new[own] = [seen, report.language, report.encoding, report.diagnostics, report.heeded]
        else:
            book.new[own] = f"{seen} {report.language} {report.encoding}"

    def save(self) -> None:
        """Write what is new."""
        import json

        for book in self._books.values():
            if book.new:
                entries = {**book.entries, **book.new}
                if len(entries) > _MOST:  # of files that are long gone, perhaps
                    entries = book.new
                self._cache.put(book.name, json.dumps(entries, ensure_ascii=False, separators=(",", ":")))

    def _open(self, setup: Setup) -> _Book:
        """The book of `setup`; an empty one without name where nothing can be kept."""
        told = self._settings
        book = self._books[id(setup)] = _Book(told.fail_on or setup.config.fail_on or WARNING)
        rules = self._setups.memory.identity(setup.config.path)
        if not rules or not self._cache.folder:
            return book
        import json

        way = (
            rules,
            setup.ignores.text,
            told.select,
            told.ignore,
            told.type,
            told.language,
            told.locale,
            FileReport._fields,
            Diagnostic._fields,
            _Book.SHAPE,
        )
        book.name = f"results-{digest(repr(way).encode('utf-8', 'surrogatepass'))}.json"
        try:
            entries = json.loads(self._cache.get(book.name) or "{}")
        except _DAMAGED:
            return book
        if isinstance(entries, dict):
            book.entries = entries
        return book


class _Book:
    """One entry of the cache: results by the path relative to the folder of the configuration.

    A file without findings is one string, as most are, so that a run in which nothing has changed makes nothing of it: the
    digest of its bytes, its language and its encoding. Any other is a list of these, the findings, and the entries heeded.
    """

    SHAPE = 2  # to be changed with what is said above

    def __init__(self, fail_on: str) -> None:
        self.name = ""
        self.fail_on = fail_on
        self.entries: dict[str, Any] = {}
        self.new: dict[str, Any] = {}


def _diagnostic(
    rule: str, severity: str, span: Any, message: str, section: Any, related: Any, fix: Any, about: str, lasting: bool
) -> Diagnostic:
    others = tuple([Related(Span(*place), said) for place, said in related])
    edits = Fix(fix[0], tuple([Edit(Span(*place), text) for place, text in fix[1]])) if fix else None
    return Diagnostic(rule, severity, Span(*span), message, tuple(section), others, edits, about, lasting)
