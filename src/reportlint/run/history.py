"""The reports at the end of each month in the history of the current branch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.request import Settings
from reportlint.core.text import Text
from reportlint.files import repository
from reportlint.files.git import Blobs
from reportlint.files.sources import Source
from reportlint.files.tree import Tree
from reportlint.files.walk import refuse_missing
from reportlint.run.check import left_out
from reportlint.run.setup import Setups


class Snapshot(NamedTuple):
    """The reports of one commit, as pairs of path and blob."""

    month: str  # 2025-01
    commit: str
    reports: tuple[tuple[str, str], ...]


class History:
    """Finds and reads the reports of commits."""

    def __init__(self, setups: Setups, settings: Settings) -> None:
        self._setups = setups
        self._settings = settings
        self._root = repository.top()
        self._blobs = Blobs()
        self._tree: Tree | None = None  # of the commit asked for last
        self._tree_commit = ""

    def snapshots(self, paths: Sequence[str], since: str) -> Iterator[Snapshot]:
        """The reports at the end of each month from `since` ("" for all), and of the last month
        before it, oldest first. Raises UserError for a path that is in none of the commits."""
        there: set[str] = set()
        commits = _last_commits(since)
        for month, commit in commits:
            reports: dict[tuple[str, str], None] = {}
            for path in paths:
                at_path = self._reports(commit, path)
                if at_path is not None:
                    there.add(path)
                    reports.update(dict.fromkeys(at_path))
            yield Snapshot(month, commit, tuple(reports))
        missing = [path for path in paths if path not in there] if commits else []
        refuse_missing(
            missing, Text("历史里没有这个文件或文件夹", "no such file or folder in history")
        )

    def _reports(self, commit: str, path: str) -> list[tuple[str, str]] | None:
        """The reports at a path in a commit, each with its blob; None if the commit has no such
        path."""
        tree = self._tree_of(commit)
        if not tree.holds(path):
            return None
        paths = tree.find([path], self._excluded)
        entries = ((report, repository.path_from(report, tree.root)) for report in paths)
        return [
            (report, tree.entries[name].object)
            for report, name in entries
            if not left_out(report, self._settings)
        ]

    def _tree_of(self, commit: str) -> Tree:
        if self._tree is None or self._tree_commit != commit:
            entries = repository.in_tree(commit)
            self._tree = Tree(self._root, entries, None, Text(commit, commit))
            self._tree_commit = commit
        return self._tree

    def _excluded(self, path: str) -> bool:
        setup, name = self._setups.at(path)
        return setup.resolver.excluded(name)

    def read(self, path: str, blob: str) -> Source:
        """The source in a blob, decoded as the report at `path` would be. Raises SourceError, and
        its subclass PointerError for a Git LFS pointer."""
        setup, name = self._setups.at(path)
        entry = repository.TreeEntry(repository.REGULAR[0], blob)
        tree = Tree(self._root, {repository.path_from(path, self._root): entry}, None, Text("", ""))
        tree.blobs = self._blobs
        return tree.read(path, setup.resolver.file(name).encoding)


def _last_commits(since: str) -> list[tuple[str, str]]:
    """The last commit of each month from `since` on, and of the last month before it, oldest
    first."""
    last: dict[str, str] = {}
    for month, commit in repository.months():  # newest first
        last.setdefault(month, commit)
    before = max((month for month in last if month < since), default="")
    return sorted((month, commit) for month, commit in last.items() if month >= (before or since))
