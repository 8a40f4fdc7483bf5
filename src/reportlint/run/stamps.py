"""Stamps of everything that a check depends on, to see whether checking again can change the
result."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.baseline.session import NAME as BASELINE
from reportlint.config.config import SIDE_FILE
from reportlint.core.errors import Problem, UserError
from reportlint.core.request import Settings
from reportlint.files import repository
from reportlint.files.origin import origin
from reportlint.files.paths import slashed
from reportlint.files.walk import NOT_ON_DISK, refuse_missing
from reportlint.run.check import opened
from reportlint.run.rule_files import modification_times
from reportlint.run.setup import Setups


class Stamps(NamedTuple):
    """The stamps at one moment. If two are equal, a second check would give the same result as the
    first."""

    files: Mapping[str, Any]  # files to check, baselines, side files, the patch
    sources: Mapping[str, str]  # checksums of configurations and packs, by path
    rules: Mapping[str, int]  # modification times of the files of --rule-file
    commits: tuple[str, ...]  # commits that are compared
    problems: tuple[Problem, ...]  # errors that prevented the check


class Watching:
    """Takes the stamps for `paths` and `settings`. Files that the run itself writes are left out,
    as they are no reason to run again."""

    def __init__(
        self, paths: Sequence[str], settings: Settings, written: Iterable[str] = ()
    ) -> None:
        """Raises UserError for a path that does not exist, and for contradictory settings."""
        origin(settings, paths)
        if not settings.staged:
            missing = [path for path in paths if not os.path.lexists(path)]
            refuse_missing(missing, NOT_ON_DISK)
        self._paths = paths
        self._settings = settings
        self._written = frozenset(map(os.path.realpath, written))

    def __call__(self) -> Stamps:
        """The stamps now."""
        settings = self._settings
        setups = Setups(settings, origin(settings, self._paths))
        checked: list[str] = []
        problems: tuple[Problem, ...] = ()
        commits: tuple[str, ...] = ()
        try:
            checked = opened(self._paths, settings, setups=setups).files
            commits = tuple(_commits(settings))
        except UserError as error:
            problems = tuple(error.problems)
        tree = setups.origin.tree
        files: dict[str, Any] = {}
        if tree is not None:
            files.update({**tree.entries, "": tree.changed})
        else:
            others = [path for path in checked if os.path.realpath(path) not in self._written]
            beside = self._beside(setups, checked or self._paths)
            files.update((path, _file_state(path)) for path in (*others, *beside))
        return Stamps(
            files,
            dict(setups.memory.sources),
            modification_times(settings.rule_files),
            commits,
            problems,
        )

    def _beside(self, setups: Setups, paths: Iterable[str]) -> Iterator[str]:
        """The paths of the patch and of all possible baselines and side files."""
        settings = self._settings
        yield from (path for path in (settings.baseline, settings.patch) if path)
        folders: set[str] = set()
        for folder in {os.path.dirname(os.path.abspath(path)) for path in paths} | {os.getcwd()}:
            root, above = setups.origin.root_of(slashed(folder)), folder
            while above not in folders:
                folders.add(above)
                if slashed(above) == root:
                    break
                above = os.path.dirname(above)
        for folder in sorted(folders):
            yield os.path.join(folder, BASELINE)
            yield os.path.join(folder, SIDE_FILE)


def _commits(settings: Settings) -> Iterator[str]:
    """The commits that the changes are computed from. Raises UserError."""
    if settings.since:
        yield repository.resolved(settings.since, "commit")
        yield repository.resolved("HEAD", "commit")


def _file_state(path: str) -> tuple[int, int, int] | None:
    """The modification time, size and inode of a file; None if there is none."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
