"""The files of a Git tree or of the index, found and read like those on disk."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from reportlint.core.errors import UserError
from reportlint.core.text import Text
from reportlint.files import repository
from reportlint.files.git import Blobs
from reportlint.files.paths import below, slashed
from reportlint.files.reader import Disk, unread
from reportlint.files.repository import LINK, REGULAR, TreeEntry
from reportlint.files.sources import UNREADABLE, Source, SourceError, source_of
from reportlint.files.walk import (
    EXTENSIONS,
    each_once,
    is_foreign,
    is_no_report,
    refuse_missing,
    skipped_folder,
)

EMPTY = frozenset(
    {
        "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
        "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813",
    }
)  # names of the empty blob, by SHA-1 and SHA-256
MOST_LINKS = 8  # links followed in a row


class Tree:
    """All files of one tree. Paths passed in and returned are relative to the current folder, as if
    the tree were checked out.

    `changed` are the paths that `find` considers under a folder; None for all.
    """

    def __init__(
        self,
        root: str,
        entries: Mapping[str, TreeEntry],
        changed: frozenset[str] | None,
        name: Text,
    ) -> None:
        self.root = slashed(root)
        self.entries = entries
        self.changed = changed
        self.name = name  # name in the message "no such file in …"
        self.blobs = Blobs()

    def find(
        self,
        paths: Sequence[str],
        excluded: Callable[[str], bool] = lambda path: False,
        *,
        force_exclude: bool = False,
    ) -> list[str]:
        """As `files.walk.find`. Links, submodules and files added with `--intent-to-add` have no
        text and are skipped."""
        names = {path: self._tree_path(path) for path in paths}
        missing = [path for path, tree_path in names.items() if not self._is_there(path, tree_path)]
        missing_text = Text(
            f"{self.name.zh}里没有这个文件或文件夹", f"no such file or folder in {self.name.en}"
        )
        refuse_missing(missing, missing_text)
        named = (
            (tree_path, path)
            for path, tree_path in names.items()
            if tree_path in self.entries
            and self._is_text(tree_path)
            and not (force_exclude and is_foreign(path, partial(self.data, tree_path)))
        )
        below = (pair for path in paths for pair in self._under(path))
        return each_once(named, below, excluded, force_exclude=force_exclude)

    def _is_there(self, path: str, tree_path: str) -> bool:
        """Whether the tree has a file or folder `tree_path`, or there is a folder on disk at
        `path`, which may have nothing in the tree."""
        return (
            tree_path in self.entries
            or not tree_path
            or self._is_folder(tree_path)
            or os.path.isdir(path)
        )

    def read(self, path: str, encoding: str = "") -> Source:
        """As `files.sources.read`, from the tree. Raises SourceError."""
        entry = self.entries[self._tree_path(path)]
        if not entry.object:
            reason = Text(
                "暂存区里有未解决的合并冲突", "a merge conflict in the index that is not settled"
            )
            raise SourceError(UNREADABLE, reason)
        data = self._data(entry)
        return source_of(path, data, "" if encoding and _is_utf8(data) else encoding)

    def text(self, path: str) -> str | None:
        """The text of the file at an absolute path below the root, following links within the tree;
        None if there is none. Raises SourceError."""
        tree_path = self._tree_path(path)
        for _ in range(MOST_LINKS):
            entry = self.entries.get(tree_path)
            if entry is None or not entry.object or entry.mode not in (*REGULAR, LINK):
                return None
            data = self._data(entry)
            if entry.mode != LINK:
                return source_of(path, data).decoded.text
            tree_path = posixpath.normpath(
                posixpath.join(posixpath.dirname(tree_path), os.fsdecode(data))
            )
        return None

    def data(self, tree_path: str) -> bytes | None:
        """The bytes of the file at a path relative to the root; None if there is none."""
        entry = self.entries.get(tree_path)
        return self.blobs.read(entry.object) if entry is not None and entry.object else None

    def names(self, folder: str) -> list[str]:
        """The names of the files and folders in the folder at an absolute path, sorted."""
        tree_path = self._tree_path(folder)
        start = f"{tree_path}/" if tree_path else ""
        return sorted(
            {
                name[len(start) :].partition("/")[0]
                for name in self.entries
                if name.startswith(start)
            }
        )

    def covers(self, path: str) -> bool:
        """Whether the absolute path is the root or below it."""
        return path == self.root or path.startswith(self.root.rstrip("/") + "/")

    def holds(self, path: str) -> bool:
        """Whether there is a file or folder at a path as given, including a folder on disk with
        nothing in the tree."""
        return self._is_there(path, self._tree_path(path))

    def exists(self, path: str) -> bool:
        """Whether there is a file at the absolute path."""
        return self._tree_path(path) in self.entries

    def _tree_path(self, path: str) -> str:
        """A path as given → relative to the root, as Git has it; "" for the root."""
        tree_path = repository.path_from(path, self.root)
        return "" if tree_path == "." else tree_path

    def _is_folder(self, tree_path: str) -> bool:
        return any(name.startswith(tree_path + "/") for name in self.entries)

    def _is_text(self, tree_path: str) -> bool:
        entry = self.entries[tree_path]
        if entry.object in EMPTY and tree_path in self._intended:
            return False
        return entry.mode in REGULAR

    @property
    def _intended(self) -> frozenset[str]:
        return frozenset()

    def _under(self, folder: str) -> Iterator[tuple[str, str]]:
        """The candidate files below a folder, as pairs of path in the tree and path to show."""
        tree_path = self._tree_path(folder)
        start = f"{tree_path}/" if tree_path else ""
        base = below(folder)
        for name in self.entries if self.changed is None else self.changed:
            if name.startswith(start) and name in self.entries and self._is_text(name):
                *folders, file = name[len(start) :].split("/")
                if _is_report(file) and not any(skipped_folder(part) for part in folders):
                    yield name, base + name[len(start) :]

    def _data(self, entry: TreeEntry) -> bytes:
        data = self.blobs.read(entry.object)
        if data is None:
            raise SourceError(
                UNREADABLE, Text("仓库里没有这个对象", "the repository lacks this object")
            )
        return data


class Index(Tree):
    """The index. A folder stands for the staged files under it; a file given by name is read
    whether it has changed or not."""

    def __init__(self) -> None:
        name = Text("暂存区", "the index")
        super().__init__(
            repository.top(), repository.in_index(), frozenset(repository.staged()), name
        )
        hollow = {path for path, entry in self.entries.items() if entry.object in EMPTY} - (
            self.changed or frozenset()
        )
        committed = repository.in_tree("HEAD") if hollow else {}
        # An empty file that is neither staged nor committed: `git add --intent-to-add`.
        self._hollow = frozenset(
            path for path in hollow if path not in committed or committed[path].object not in EMPTY
        )

    @property
    def _intended(self) -> frozenset[str]:
        return self._hollow


def at(revision: str) -> Tree:
    """The files of a commit, a tag or a tree. Raises UserError if there is none of that name."""
    name = Text(f"版本 {revision}", f"revision {revision}")
    return Tree(
        repository.top(), repository.in_tree(repository.resolved(revision, "tree")), None, name
    )


class TreeReader:
    """Reads configurations and packs: files in the repository from the tree, all others and the
    built-in packs from disk."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.disk = Disk()
        # absolute paths of files and folders in the repository that are read from disk all the same
        self.outside: set[str] = set()

    def read(self, path: str) -> str | None:
        """As `Disk.read`."""
        if self._on_disk(path):
            return self.disk.read(path)
        try:
            return self.tree.text(path)
        except SourceError as error:
            raise UserError.of(unread(error.reason), path) from error

    def list(self, folder: str) -> Sequence[str]:
        """As `Disk.list`."""
        return self.disk.list(folder) if self._on_disk(folder) else self.tree.names(folder)

    def _on_disk(self, path: str) -> bool:
        return not self.tree.covers(path) or any(
            path == other or path.startswith(other + "/") for other in self.outside
        )


def _is_report(name: str) -> bool:
    """Whether a file of this name is checked when it is found under a folder."""
    return name.lower().endswith(EXTENSIONS) and not name.startswith(".") and not is_no_report(name)


def _is_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8 and not only ASCII: a file with a `working-tree-encoding` is
    UTF-8 in Git."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not data.isascii()
