"""Reports on `ignore` entries that silence nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportlint.config.config import IgnoreEntry as Entry
from reportlint.core.report import FileReport
from reportlint.core.request import Settings
from reportlint.core.span import LineIndex
from reportlint.files.paths import nearby
from reportlint.run.file import terms_of
from reportlint.run.setup import Setup
from reportlint.suppression.entries import hits, unused_entries

_IN_PART = (
    "staged",
    "since",
    "patch",
    "select",
    "ignore",
    "exclude",
)  # settings that limit what is checked


def unused_entry_reports(
    files: Sequence[FileReport], setups: Iterable[Setup], paths: Sequence[str], settings: Settings
) -> Iterator[FileReport]:
    """A report on each configuration or side file with `ignore` entries that silence nothing.
    Entries are reported only if all files they apply to have been checked."""
    in_part = any(getattr(settings, name) for name in _IN_PART)
    if in_part or settings.shard[1] > 1:
        return
    languages = {file.language for file in files}
    common = languages.pop() if len(languages) == 1 else ""
    for setup in setups:
        configured = settings.language or setup.config.language
        language = configured or settings.locale or common or "en"
        for path, entries in unused_entries(setup.ignores, files, paths).items():
            yield from _report(path, entries, setup, language, settings)


def _report(
    path: str, entries: Sequence[Entry], setup: Setup, language: str, settings: Settings
) -> Iterator[FileReport]:
    from reportlint.lint.messages import diagnostic
    from reportlint.suppression.unused import UNUSED

    rule = setup.prepared(setup.resolver.file(".")).rule(UNUSED)
    text = setup.origin.reader.read(path) if rule else None
    if rule is None or text is None:
        return
    index = LineIndex(text)
    diagnostics = tuple(diagnostic(rule, hit, language) for hit in hits(path, index, text, entries))
    terms = terms_of(setup, setup.resolver.file("."), settings)
    yield FileReport(nearby(path), text, index, diagnostics, language, terms)
