"""The source of a run's texts and configurations: the disk, the index, or a revision."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from reportlint._startup.typed import TYPE_CHECKING
from reportlint.core.errors import UserError
from reportlint.core.pack import Reader
from reportlint.core.request import STDIN, Settings
from reportlint.core.text import Text
from reportlint.files.git import root_of
from reportlint.files.paths import absolute, slashed
from reportlint.files.reader import Disk
from reportlint.files.sources import Source, read
from reportlint.files.walk import find

if TYPE_CHECKING:
    from reportlint.files.tree import Tree


class Origin:
    """The disk."""

    reader: Reader = Disk()
    tree: Tree | None = None

    def __init__(self) -> None:
        self.links: list[str] = []  # the symbolic links that were found in folders

    def find(
        self, paths: Sequence[str], excluded: Callable[[str], bool], *, force_exclude: bool
    ) -> list[str]:
        """The paths of the files to check; see `files.walk.find`."""
        return find(paths, excluded, force_exclude=force_exclude, links=self.links)

    def read(self, path: str, encoding: str) -> Source:
        """The source at a path; see `files.sources.read`."""
        return read(path, encoding)

    def reader_with(self, folder: str) -> Reader:
        """The reader of configurations and packs, which reads files in `folder` from disk in any
        case."""
        return self.reader

    def root_of(self, folder: str) -> str:
        """The root of the repository that contains an absolute folder, "" outside any repository;
        configurations above it are not used."""
        return slashed(root_of(folder) or "")

    def exists(self, path: str) -> bool:
        """Whether there is a file at an absolute path."""
        return os.path.lexists(path)


class GitOrigin(Origin):
    """The index, or the tree of a revision."""

    def __init__(self, settings: Settings) -> None:
        from reportlint.files import tree

        super().__init__()
        self.tree: Tree = tree.Index() if settings.staged else tree.at(settings.rev)
        reader = tree.TreeReader(self.tree)
        config = absolute(settings.config) if settings.config else ""
        if config and not (self.tree.covers(config) and self.tree.exists(config)):
            reader.outside.add(config)
        self._reader = self.reader = reader

    def find(
        self, paths: Sequence[str], excluded: Callable[[str], bool], *, force_exclude: bool
    ) -> list[str]:
        """The paths of the files to check; see `files.tree.Tree.find`."""
        return self.tree.find(paths, excluded, force_exclude=force_exclude)

    def read(self, path: str, encoding: str) -> Source:
        """The source at a path in the tree."""
        return self.tree.read(path, encoding)

    def reader_with(self, folder: str) -> Reader:
        """The reader of configurations and packs, which reads the built-in packs in `folder` from
        disk."""
        self._reader.outside.add(folder)
        return self._reader

    def root_of(self, folder: str) -> str:
        """The root of the repository."""
        return self.tree.root

    def exists(self, path: str) -> bool:
        """Whether the tree has a file at an absolute path."""
        return self.tree.exists(path)


def origin(settings: Settings, paths: Sequence[str] = ()) -> Origin:
    """The origin of the texts according to the settings. Raises UserError for conflicting
    settings."""
    stdin = STDIN in paths
    exclusive = (
        ("--staged", settings.staged, "--rev", bool(settings.rev)),
        ("--since", bool(settings.since), "--patch", bool(settings.patch)),
        ("-", stdin, "--staged", settings.staged),
        ("-", stdin, "--rev", bool(settings.rev)),
        ("-", stdin, "--patch -", settings.patch == STDIN),
    )
    for option, given, other, other_given in exclusive:
        if given and other_given:
            raise _misuse(option, other)
    return GitOrigin(settings) if settings.staged or settings.rev else Origin()


def _misuse(option: str, other: str) -> UserError:
    return UserError.of(
        Text(f"{option} 不能和 {other} 一起用", f"{option} and {other} do not go together")
    )
