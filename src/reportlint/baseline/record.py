"""The findings in some files → their baselines."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint.baseline.entries import Entry, Key, entries_from
from reportlint.baseline.file import written
from reportlint.baseline.session import Baseline, Baselines, Ran
from reportlint.core.diagnostic import Diagnostic
from reportlint.core.request import Settings
from reportlint.files.origin import Origin


class Rewritten(NamedTuple):
    """The new content of one baseline."""

    path: str
    text: str
    number: int  # number of findings that it knows now
    added: int
    gone: int


class Recorder(Baselines):
    """Records the findings of each file, and lets all of them be reported."""

    def __init__(self, settings: Settings, origin: Origin, new: str = "") -> None:
        """`new` is the path of a baseline that does not exist yet and that gets all entries; "" if
        there is none."""
        super().__init__(settings._replace(no_baseline=False, isolated=False), origin)
        self._exists = origin.exists
        self._new = new
        self._recorded: dict[str, tuple[Sequence[Diagnostic], str, Ran]] = {}

    def concerns(self, path: str) -> bool:
        """True: all files are recorded, even if no baseline has entries for them yet."""
        return True

    def to_report(
        self, findings: Sequence[Diagnostic], text: str, path: str, ran: Ran
    ) -> list[Diagnostic]:
        """Record `findings`, and return all of them."""
        self._recorded[path] = findings, text, ran
        return list(findings)

    def rewritten(self, place: Callable[[], str], *, prune: bool) -> list[Rewritten]:
        """The baselines of all checked files with the findings recorded; with `prune`, obsolete
        entries are removed and none added.

        `place` returns the path of the baseline for files that have none. Entries of files that
        were not checked, and of rules that did not run, are kept. Raises UserError for an invalid
        baseline.
        """
        of_file = {path: None if self._new else self.of(path) for path in self._recorded}
        new = Baseline(self._new or place(), ()) if None in of_file.values() else None
        changes: dict[str, _Change] = {}
        for path, (findings, text, ran) in self._recorded.items():
            baseline = of_file[path] or new
            if baseline is not None:
                change = changes.setdefault(baseline.path, _Change(baseline))
                name = baseline.name_of(path)
                change.ran[name] = ran
                change.entries += entries_from(name, findings, text)
        return [changes[path].made(self._exists, prune=prune) for path in sorted(changes)]


class _Change:
    """A baseline that is being rewritten: the findings recorded so far, and the rules that ran."""

    def __init__(self, baseline: Baseline) -> None:
        self._baseline = baseline
        self.ran: dict[str, Ran] = {}  # for each checked file, by its name in the baseline
        self.entries: list[Entry] = []

    def made(self, exists: Callable[[str], bool], *, prune: bool) -> Rewritten:
        """The baseline with the recorded entries in place of the old ones of the checked files."""
        old = {
            (name, key): number
            for name, keys in self._baseline.entries.items()
            for key, number in keys.items()
        }
        new = {(entry.path, entry.key): entry.number for entry in self.entries}
        if prune:
            new = {place: min(number, old[place]) for place, number in new.items() if place in old}
        new |= {place: number for place, number in old.items() if self._stays(*place, exists)}
        return Rewritten(
            self._baseline.path,
            written(Entry(name, *key, number) for (name, key), number in new.items()),
            sum(new.values()),
            sum(max(0, number - old.get(place, 0)) for place, number in new.items()),
            sum(max(0, number - new.get(place, 0)) for place, number in old.items()),
        )

    def _stays(self, name: str, key: Key, exists: Callable[[str], bool]) -> bool:
        """Whether an entry is kept unchanged: its rule did not run, or its file was not checked and
        still exists."""
        ran = self.ran.get(name)
        return exists(f"{self._baseline.folder}/{name}") if ran is None else not ran(key.rule)
