"""Entries of `ignore` that silence nothing, once all files that they are about have been checked."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

from reportlint.config.config import IgnoreEntry as Entry
from reportlint.core.report import FileReport
from reportlint.core.request import Settings
from reportlint.core.span import LineIndex, Span
from reportlint.files.walk import nearby
from reportlint.run.setup import Setup

WILD = frozenset("*?[!")


def idle(
    files: Sequence[FileReport], setups: Iterable[Setup], paths: Sequence[str], settings: Settings
) -> list[FileReport]:
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
            lone = (
                not any(WILD & set(glob) or glob.endswith("/") for glob in one.files)
                and (path, one.line) in seen
            )
            if (whole or lone) and not seen.get((path, one.line), False):
                lines.setdefault(path, []).append(one)
        own = settings._replace(language=settings.language or setup.config.language or language)
        made += (_report(path, entries, setup, own) for path, entries in lines.items())
    return [one for one in made if one is not None]


def _report(
    path: str, entries: Sequence[Entry], setup: Setup, settings: Settings
) -> FileReport | None:
    from reportlint.lint.messages import housekeeping
    from reportlint.suppression.apply import UNUSED

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
