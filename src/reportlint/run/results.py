"""What was found in a file that has not changed since, by the same rules."""

from __future__ import annotations

from reportlint.core.diagnostic import WARNING, Diagnostic, Edit, Fix, Related
from reportlint.core.report import UNCHECKED, FileReport
from reportlint.core.span import LineIndex, Span
from reportlint.core.typed import Any
from reportlint.files.cache import Cache, digest
from reportlint.files.sources import SourceError, read_bytes
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
        self._books: dict[int, _Book | None] = {}
        self._prints: dict[str, str] = {}  # digests of the files read

    def get(self, path: str) -> tuple[FileReport] | None:
        """The report of a file, without regard to a baseline; None where it must be made."""
        setup = self._setups.of(path)
        book = self._book(setup)
        if book is None:
            return None
        try:
            data = read_bytes(path)
        except SourceError:
            return None
        self._prints[path] = digest(data)
        entry = book.entries.get(setup.relative(path))
        try:
            if entry is None or entry[0] != self._prints[path]:
                return None
            return (self._report(path, setup, entry),)
        except (*_DAMAGED, SourceError):
            return None

    def put(self, path: str, report: FileReport) -> None:
        """Keep a report."""
        setup = self._setups.of(path)
        book = self._book(setup)
        if book is None or path not in self._prints or any(one.rule in _TRANSIENT for one in report.diagnostics):
            return
        found = [list(one) for one in report.diagnostics]
        book.entries[setup.relative(path)] = [self._prints[path], report.language, report.encoding, found, report.heeded]
        book.changed = True

    def save(self) -> None:
        """Write what is new."""
        import json

        for book in self._books.values():
            if book is not None and book.changed and len(book.entries) <= _MOST:
                self._cache.put(book.name, json.dumps(book.entries, ensure_ascii=False, separators=(",", ":")))

    def _report(self, path: str, setup: Setup, entry: Any) -> FileReport:
        _, language, encoding, found, heeded = entry
        fail_on = self._settings.fail_on or setup.config.fail_on or WARNING
        text = ""
        if found:  # a file without findings is shown by its name alone
            file = setup.resolver.file(setup.relative(path))
            text = self._setups.origin.read(path, file.encoding).decoded.text
        report = FileReport(path, text, LineIndex(text), tuple(map(_diagnostic, found)), language, fail_on, encoding)
        return report._replace(heeded=tuple((own, line, used) for own, line, used in heeded))

    def _book(self, setup: Setup) -> _Book | None:
        if id(setup) not in self._books:
            self._books[id(setup)] = self._open(setup)
        return self._books[id(setup)]

    def _open(self, setup: Setup) -> _Book | None:
        import json

        rules = self._setups.memory.identity(setup.config.path)
        if not rules or not self._cache.folder:
            return None
        told = self._settings
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
        )
        name = f"results-{digest(repr(way).encode('utf-8', 'surrogatepass'))}.json"
        try:
            entries = json.loads(self._cache.get(name) or "{}")
        except _DAMAGED:
            entries = {}
        return _Book(name, entries if isinstance(entries, dict) else {})


class _Book:
    """One entry of the cache: results by the path relative to the folder of the configuration."""

    def __init__(self, name: str, entries: dict[str, Any]) -> None:
        self.name = name
        self.entries = entries
        self.changed = False


def _diagnostic(data: Any) -> Diagnostic:
    made = Diagnostic(*data)
    return made._replace(
        span=Span(*made.span),
        section=tuple(made.section),
        related=tuple(Related(Span(*span), *rest) for span, *rest in made.related),
        fix=Fix(made.fix[0], tuple(Edit(Span(*span), text) for span, text in made.fix[1])) if made.fix else None,
    )
