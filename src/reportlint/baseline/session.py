"""The baseline: recorded, found for each file, and freed of what is no longer there."""

from __future__ import annotations

import os
import posixpath
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from reportlint.baseline.value import NAME, Entry, Key
from reportlint.core.diagnostic import Diagnostic
from reportlint.core.errors import Problem, UserError
from reportlint.core.request import Settings
from reportlint.core.text import Text
from reportlint.files.origin import Origin

Ran = Callable[[str], bool]
"""Whether a file was checked with a rule; or there is no such rule any more."""


class Baseline:
    """One file of it."""

    def __init__(self, path: str, entries: Iterable[Entry]) -> None:
        from reportlint.baseline.known import merged

        self.path = path
        self.folder = posixpath.dirname(path)
        self.entries: dict[str, dict[Key, int]] = {}
        for one in merged(entries):
            self.entries.setdefault(one.path, {})[one.key] = one.number

    def own(self, path: str) -> str:
        """How the file names a report."""
        return os.path.relpath(os.path.abspath(path), self.folder).replace(os.sep, "/")

    def all(self) -> list[Entry]:
        """Its entries."""
        return [
            Entry(path, *key, number)
            for path, keys in self.entries.items()
            for key, number in keys.items()
        ]


class Baselines:
    """Finds the baseline of each file: the nearest, from its folder up to the root of the repository."""

    def __init__(self, settings: Settings, origin: Origin) -> None:
        self._settings = settings
        self._origin = origin
        self._of_folder: dict[str, Baseline | None] = {}
        self._read: dict[str, Baseline | None] = {}
        self._seen: dict[
            tuple[str, str], Counter[Key]
        ] = {}  # what there is in each file checked, by baseline and name in it
        self._ran: dict[tuple[str, str], Ran] = {}

    def of(self, path: str) -> Baseline | None:
        """The baseline of the file at `path`. Raises UserError for one that is wrong."""
        settings = self._settings
        if settings.no_baseline or (settings.isolated and not settings.baseline):
            return None
        if settings.baseline:
            told = os.path.abspath(settings.baseline).replace(os.sep, "/")
            found = self._load(told)
            if found is None:
                raise UserError(
                    [Problem(Text("没有这个基线文件", "no such baseline"), settings.baseline)]
                )
            return found
        folder = os.path.dirname(os.path.abspath(path)).replace(os.sep, "/")
        if folder not in self._of_folder:
            self._of_folder[folder] = self._nearest(folder)
        return self._of_folder[folder]

    def fresh(
        self, found: Sequence[Diagnostic], text: str, path: str, ran: Ran
    ) -> list[Diagnostic]:
        """`found`, of the file at `path` or of that as it was mended, without what its baseline knows."""
        known = self.of(path)
        own = known.own(path) if known else ""
        if known is None or own not in known.entries:
            return list(found)
        from reportlint.baseline import known as pure

        self._seen.setdefault((known.path, own), Counter(pure.key(one, text) for one in found))
        self._ran[known.path, own] = ran
        return pure.fresh(found, text, known.entries[own])

    def stale(self) -> dict[str, list[Entry]]:
        """What is no longer there, by the path of the baseline: in the files checked, and of files that are gone."""
        gone: dict[str, list[Entry]] = {}
        known = [one for one in self._read.values() if one is not None]
        if not known:
            return gone
        from reportlint.baseline import known as pure

        for one in known:
            for own, keys in one.entries.items():
                entries = [Entry(own, *key, number) for key, number in keys.items()]
                if (one.path, own) in self._seen:
                    ran = self._ran[one.path, own]
                    old = pure.stale(
                        (entry for entry in entries if ran(entry.rule)), self._seen[one.path, own]
                    )
                else:
                    old = (
                        []
                        if self._origin.exists(posixpath.normpath(posixpath.join(one.folder, own)))
                        else entries
                    )
                if old:
                    gone.setdefault(one.path, []).extend(old)
        return gone

    def notes(self) -> Iterable[Text]:
        """That there are such entries."""
        number = sum(len(entries) for entries in self.stale().values())
        if number:
            yield Text(
                f"基线里有 {number} 条已不存在；可用 reportlint baseline --prune 删去",
                f"entries of the baseline that are no longer there: {number}; reportlint baseline --prune takes them out",
            )

    def _nearest(self, folder: str) -> Baseline | None:
        stop = self._origin.root_of(folder)
        while True:
            found = self._load(posixpath.join(folder, NAME))
            above = posixpath.dirname(folder)
            if found is not None or folder == stop or above == folder:
                return found
            folder = above

    def _load(self, path: str) -> Baseline | None:
        if path not in self._read:
            text = self._origin.reader.read(path)
            self._read[path] = None if text is None else _baseline(text, path)
        return self._read[path]


def _baseline(text: str, path: str) -> Baseline:
    from reportlint.baseline.file import read_baseline

    return Baseline(path, read_baseline(text, path))
