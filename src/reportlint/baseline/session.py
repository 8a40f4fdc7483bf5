"""The baselines of a run: found for each file, applied to its findings, and compared for obsolete
entries."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import TYPE_CHECKING
from reportlint.core.diagnostic import Diagnostic
from reportlint.core.errors import UserError
from reportlint.core.request import Settings
from reportlint.core.text import Text
from reportlint.files.origin import Origin
from reportlint.files.paths import absolute, folder_of, relative

if TYPE_CHECKING:
    from reportlint.baseline.entries import Entry, Key

NAME = ".reportlint-baseline.yaml"
Ran = Callable[[str], bool]
"""Whether a file was checked with the rule of this id; also True if there is no such rule any
more."""


class Baseline:
    """One baseline file."""

    def __init__(self, path: str, entries: Iterable[Entry]) -> None:
        from reportlint.baseline.entries import merged

        self.path = path
        self.folder = posixpath.dirname(path)
        self.entries: dict[str, dict[Key, int]] = {}  # by name of the report
        for entry in merged(entries):
            self.entries.setdefault(entry.path, {})[entry.key] = entry.number

    def name_of(self, path: str) -> str:
        """The path by which the baseline refers to the report at `path`."""
        return relative(path, self.folder)

    def entries_of(self, name: str) -> list[Entry]:
        """The entries of the report of that name."""
        from reportlint.baseline.entries import Entry

        return [Entry(name, *key, number) for key, number in self.entries[name].items()]


class Checked(NamedTuple):
    """The findings in a file that has baseline entries, counted by key, and the rules that ran."""

    counts: Mapping[Key, int]
    ran: Ran


class Baselines:
    """Finds the baseline of each file: the nearest, from the file's folder up to the root of the
    repository."""

    def __init__(self, settings: Settings, origin: Origin) -> None:
        self._settings = settings
        self._origin = origin
        self._of_folder: dict[str, Baseline | None] = {}
        self._loaded: dict[str, Baseline | None] = {}  # by path
        self._checked: dict[tuple[str, str], Checked] = {}  # by path of the baseline and name in it

    def of(self, path: str) -> Baseline | None:
        """The baseline of the file at `path`; None if there is none. Raises UserError for an
        invalid one."""
        settings = self._settings
        if settings.no_baseline or (settings.isolated and not settings.baseline):
            return None
        if settings.baseline:
            baseline = self._load(absolute(settings.baseline))
            if baseline is None:
                message = Text("没有这个基线文件", "no such baseline")
                raise UserError.of(message, settings.baseline)
            return baseline
        folder = folder_of(path)
        if folder not in self._of_folder:
            self._of_folder[folder] = self._nearest(folder)
        return self._of_folder[folder]

    def concerns(self, path: str) -> bool:
        """Whether the findings in the file at `path` must be passed to `to_report`. Raises
        UserError for an invalid baseline."""
        return self.of(path) is not None

    def to_report(
        self, findings: Sequence[Diagnostic], text: str, path: str, ran: Ran
    ) -> list[Diagnostic]:
        """`findings` without those that the baseline of the file at `path` knows; `text` is the
        file's text or its fixed text."""
        baseline = self.of(path)
        name = baseline.name_of(path) if baseline else ""
        if baseline is None or name not in baseline.entries:
            return list(findings)
        from reportlint.baseline.entries import fresh, key_of

        place = baseline.path, name
        if place not in self._checked:
            self._checked[place] = Checked(
                Counter(key_of(finding, text) for finding in findings), ran
            )
        return fresh(findings, text, baseline.entries[name])

    def paths(self) -> list[str]:
        """The baselines that were read."""
        return [baseline.path for baseline in self._loaded.values() if baseline]

    def stale(self) -> dict[str, list[Entry]]:
        """The obsolete entries, by the path of their baseline: of findings gone from checked files,
        and of files that no longer exist."""
        gone: dict[str, list[Entry]] = {}
        for baseline in filter(None, self._loaded.values()):
            for name in baseline.entries:
                gone.setdefault(baseline.path, []).extend(self._stale(baseline, name))
        return {path: entries for path, entries in gone.items() if entries}

    def _stale(self, baseline: Baseline, name: str) -> list[Entry]:
        """The obsolete entries for the report of that name."""
        from reportlint.baseline.entries import stale

        entries = baseline.entries_of(name)
        checked = self._checked.get((baseline.path, name))
        if checked is None:
            path = posixpath.normpath(posixpath.join(baseline.folder, name))
            return [] if self._origin.exists(path) else entries
        return stale((entry for entry in entries if checked.ran(entry.rule)), checked.counts)

    def notes(self) -> Iterator[Text]:
        """A note if baselines have obsolete entries."""
        number = sum(len(entries) for entries in self.stale().values())
        if number:
            yield Text(
                f"基线里有 {number} 条已不存在；可用 reportlint baseline --prune 删去",
                f"entries of the baseline that are no longer there: {number}; reportlint baseline"
                f" --prune takes them out",
            )

    def _nearest(self, folder: str) -> Baseline | None:
        stop = self._origin.root_of(folder)
        while True:
            baseline = self._load(posixpath.join(folder, NAME))
            above = posixpath.dirname(folder)
            if baseline is not None or folder == stop or above == folder:
                return baseline
            folder = above

    def _load(self, path: str) -> Baseline | None:
        if path not in self._loaded:
            text = self._origin.reader.read(path)
            self._loaded[path] = None if text is None else _baseline(text, path)
        return self._loaded[path]


def _baseline(text: str, path: str) -> Baseline:
    from reportlint.baseline.file import read_baseline

    return Baseline(path, read_baseline(text, path))
