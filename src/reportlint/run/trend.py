"""The history of a repository → how many findings there were at the end of each month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.request import Settings
from reportlint.core.text import Text
from reportlint.core.trend import Month, Trend
from reportlint.files import repository
from reportlint.files.git import Blobs
from reportlint.files.sources import PointerError, SourceError
from reportlint.files.tree import Tree
from reportlint.files.walk import refuse_missing
from reportlint.run.check import left_out
from reportlint.run.file import check_text
from reportlint.run.setup import Setups

Tell = Callable[[int, int], None]
Found = Mapping[str, int]  # findings by rule


class _Snapshot(NamedTuple):
    """The reports of one commit, each with the name of its blob."""

    month: str
    commit: str
    reports: tuple[tuple[str, str], ...]


def trend(paths: Sequence[str], since: str, settings: Settings, tell: Tell) -> Trend:
    """The months from `since` (2025-01; "" is the first) to the last commit of the current branch.

    All are checked by the rules and the configuration of today: a rule that has been switched on
    since is no rise. Baselines, which are of today too, do not count. Raises UserError.
    """
    setups = Setups(settings)
    checker = _Checker(setups, settings)
    snapshots = list(_snapshots(paths, since, checker))
    wanted = dict.fromkeys(month for snapshot in snapshots for month in snapshot.reports)
    known: dict[tuple[str, str], Found | None] = {}
    for done, (path, blob) in enumerate(wanted, 1):
        known[path, blob] = checker.found(path, blob)
        tell(done, len(wanted))
    setups.memory.save()
    by_month = {month.month: _month(month, known) for month in snapshots}
    return Trend(tuple(_filled(by_month, since)), len(wanted), settings.language or "en")


class _Checker:
    """Finds and checks the reports of commits."""

    def __init__(self, setups: Setups, settings: Settings) -> None:
        self._setups = setups
        self._settings = settings
        self._root = repository.top()
        self._blobs = Blobs()
        self._tree: Tree | None = None

    def reports(self, commit: str, path: str) -> list[tuple[str, str]] | None:
        """The reports at a path as a commit has them, each with its blob; None where it has no such
        path."""
        tree = self._tree_of(commit)
        if not tree.holds(path):
            return None
        found = tree.find([path], self._excluded)
        entries = (
            (report_path, repository.path_from(report_path, tree.root)) for report_path in found
        )
        return [
            (report_path, tree.entries[name].object)
            for report_path, name in entries
            if not left_out(report_path, self._settings)
        ]

    def _tree_of(self, commit: str) -> Tree:
        if self._tree is None or self._tree.name.en != commit:
            entries = repository.in_tree(commit)
            self._tree = Tree(self._root, entries, None, Text(commit, commit))
        return self._tree

    def _excluded(self, path: str) -> bool:
        setup, name = self._setups.at(path)
        return setup.resolver.excluded(name)

    def found(self, path: str, blob: str) -> Found | None:
        """The findings of a text by rule; None where there is no text, but a pointer of Git LFS."""
        setup, name = self._setups.at(path)
        entry = repository.TreeEntry(repository.REGULAR[0], blob)
        tree = Tree(self._root, {repository.path_from(path, self._root): entry}, None, Text("", ""))
        tree.blobs = self._blobs
        try:
            source = tree.read(path, setup.resolver.file(name).encoding)
        except PointerError:
            return None
        except SourceError as error:
            return {error.rule: 1}
        report = check_text(source._replace(data=b""), name, setup, self._settings)
        return Counter(finding.rule for finding in report.diagnostics)


def _snapshots(paths: Sequence[str], since: str, checker: _Checker) -> Iterator[_Snapshot]:
    """The last commit of each month, and of the time before `since`, in order. Raises UserError for
    a path that none of them has."""
    there: set[str] = set()
    commits = _last_commits(since)
    for month, commit in commits:
        reports: dict[tuple[str, str], None] = {}
        for path in paths:
            at_path = checker.reports(commit, path)
            if at_path is not None:
                there.add(path)
                reports.update(dict.fromkeys(at_path))
        yield _Snapshot(month, commit, tuple(reports))
    missing = [path for path in paths if path not in there] if commits else []
    refuse_missing(missing, Text("历史里没有这个文件或文件夹", "no such file or folder in history"))


def _last_commits(since: str) -> list[tuple[str, str]]:
    """By month, the last commit of the current branch; of the months before `since` the last one
    only."""
    last: dict[str, str] = {}
    for month, commit in repository.months():  # the newest first
        last.setdefault(month, commit)
    before = max((month for month in last if month < since), default="")
    return sorted((month, commit) for month, commit in last.items() if month >= (before or since))


def _month(snapshot: _Snapshot, known: Mapping[tuple[str, str], Found | None]) -> Month:
    reports, findings = Counter[str](), Counter[str]()
    texts = [found for blob in snapshot.reports if (found := known[blob]) is not None]
    for found in texts:
        findings.update(found)
        reports.update(dict.fromkeys(found, 1))
    rules = {rule: (reports[rule], findings[rule]) for rule in sorted(findings)}
    return Month(snapshot.month, snapshot.commit, len(texts), rules)


def _filled(months: Mapping[str, Month], since: str) -> Iterator[Month]:
    """All months from `since` on: one without a commit is as the one before it."""
    if not months:
        return
    first, last = min(months), max(months)
    current = months[first] if first < since else Month(since or first, "", 0, {})
    name = since or first
    while name <= last:
        current = months.get(name) or current
        yield current._replace(name=name)
        name = _next(name)


def _next(name: str) -> str:
    """The month after one: 2025-12 → 2026-01."""
    year, month = int(name[:4]), int(name[5:])
    return f"{year + month // 12}-{month % 12 + 1:02}"
