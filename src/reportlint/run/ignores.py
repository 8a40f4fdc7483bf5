"""Entries that let single findings pass: those of the configuration, and those of a file of their own beside it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from reportlint.core.glob import matches
from reportlint.core.pack import Library
from reportlint.core.report import FileReport
from reportlint.core.span import LineIndex, Span
from reportlint.engine.messages import housekeeping
from reportlint.engine.suppress import UNUSED, Ignore
from reportlint.files.walk import nearby
from reportlint.kinds import KINDS
from reportlint.load.config import SIDE_FILE, read_ignores
from reportlint.load.config_fields import Ignore as Entry
from reportlint.load.config_fields import Settings as Config
from reportlint.run.origin import Origin
from reportlint.run.settings import Settings

if TYPE_CHECKING:
    from reportlint.run.setup import Setup

WILD = frozenset("*?[!")


class Ignores:
    """The entries that go with one configuration."""

    def __init__(self, config: Config | None = None, path: str = "", text: str = "", entries: Sequence[Entry] = ()) -> None:
        self.path = path  # of the side file, "" where there is none
        self.text = text
        self.folder = os.path.dirname(path) or (config.folder if config else "")
        own = [(config.path, one) for one in config.ignores] if config else []
        self.entries = (*own, *((path, one) for one in entries))

    def about(self, path: str, setup: Setup) -> tuple[Ignore, ...]:
        """Those that are about the file at `path`."""
        found: list[Ignore] = []
        for own, one in self.entries:
            where = self._relative(path) if own == self.path else setup.relative(path)
            if matches(one.files, where):
                found += (Ignore(rule, one.text, own, one.line) for rule in one.rules)
        return tuple(found)

    def _relative(self, path: str) -> str:
        return os.path.relpath(os.path.abspath(path), self.folder).replace(os.sep, "/")


def side_file(config: Config, library: Library, origin: Origin, settings: Settings) -> Ignores:
    """The entries beside the configuration; without one, at the root of the repository, or in the current folder.

    Raises UserError for a side file that is wrong.
    """
    if settings.isolated:
        return Ignores(config)
    current = os.getcwd().replace(os.sep, "/")
    path = f"{config.folder or origin.root_of(current) or current}/{SIDE_FILE}"
    text = origin.reader.read(path)
    if text is None:
        return Ignores(config)
    return Ignores(config, path, text, read_ignores(path, text, library, KINDS, reasons=config.require_reason))


def rows(entries: Iterable[Ignore], used: set[Ignore], ran: Iterable[str]) -> tuple[tuple[str, int, bool], ...]:
    """Where each entry stands of which a rule did run, and whether it silenced anything."""
    ran = tuple(ran)
    found: dict[tuple[str, int], bool] = {}
    for one in entries:
        if any(fnmatchcase(rule, one.rule) for rule in ran):
            found[one.path, one.line] = found.get((one.path, one.line), False) or one in used
    return tuple((*place, heeded) for place, heeded in found.items())


def idle(files: Sequence[FileReport], setups: Iterable[Setup], paths: Sequence[str], settings: Settings) -> list[FileReport]:
    """A report of each file with entries that silence nothing, where all files that they are about have been checked."""
    if settings.staged or settings.since or settings.patch or settings.select or settings.ignore:
        return []
    seen: dict[tuple[str, int], bool] = {}
    for file in files:
        for path, line, heeded in file.heeded:
            seen[path, line] = seen.get((path, line), False) or heeded
    roots = [os.path.join(os.path.abspath(path), "") for path in paths if os.path.isdir(path)]
    spoken = {file.language for file in files}
    language = settings.language or settings.locale or (spoken.pop() if len(spoken) == 1 else "en")
    made: list[FileReport | None] = []
    for setup in setups:
        lines: dict[str, list[Entry]] = {}
        for path, one in setup.ignores.entries:
            whole = any(os.path.join(os.path.dirname(path), "").startswith(root) for root in roots)
            lone = not any(WILD & set(glob) or glob.endswith("/") for glob in one.files) and (path, one.line) in seen
            if (whole or lone) and not seen.get((path, one.line), False):
                lines.setdefault(path, []).append(one)
        own = settings._replace(language=settings.language or setup.config.language or language)
        made += (_report(path, entries, setup, own) for path, entries in lines.items())
    return [one for one in made if one is not None]


def _report(path: str, entries: Sequence[Entry], setup: Setup, settings: Settings) -> FileReport | None:
    prepared = setup.prepared(setup.resolver.file("."))
    rule = prepared.rule(UNUSED)
    text = setup.origin.reader.read(path) if rule else None
    if rule is None or text is None:
        return None
    index = LineIndex(text)
    found = []
    for one in sorted(entries, key=lambda one: one.line):
        start, end = index.line(min(one.line, len(index)))
        start += len(text[start:end]) - len(text[start:end].lstrip())
        values = {"rule": one.rules, "detail": "ignore", "place": path}
        found.append(housekeeping(rule, Span(start, end), values, settings.language))
    fail_on = settings.fail_on or setup.config.fail_on or "warning"
    return FileReport(nearby(path), text, index, tuple(found), settings.language, fail_on)
