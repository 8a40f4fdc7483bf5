"""Walking a folder outside of Git by Git's rules: every `.gitignore` counts for its folder and below."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator

from reportlint._startup.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


def plain_walk(folder: str, skipped: Callable[[str], bool]) -> Iterator[tuple[str, int]]:
    """The files under `folder`, relative to it with `/` between, with their modes, but for what a `.gitignore` names.

    Links to folders are not followed, so that no walk is endless and no file is found twice; folders that are `skipped` by
    name are not entered, and hidden files are passed over. A folder that cannot be read is given itself.
    """
    yield from _walk(folder, "", (), skipped)


def modes(folder: str) -> dict[str, int]:
    """The sorts of all files and folders in `folder`, as in `stat`, by name; nothing where it cannot be read."""
    try:
        with os.scandir(folder or os.curdir) as found:
            return {entry.name: _mode(entry) for entry in found}
    except OSError:
        return {}


def _mode(entry: os.DirEntry[str]) -> int:
    """The sort of file. Most systems tell it with the name, so that nothing more needs asking for."""
    if entry.is_file(follow_symlinks=False):
        return stat.S_IFREG
    if entry.is_dir(follow_symlinks=False):
        return stat.S_IFDIR
    return (
        stat.S_IFLNK
        if entry.is_symlink()
        else stat.S_IFMT(entry.stat(follow_symlinks=False).st_mode)
    )


def _walk(
    folder: str,
    below: str,
    specs: tuple[tuple[int, GitIgnoreSpec], ...],
    skipped: Callable[[str], bool],
) -> Iterator[tuple[str, int]]:
    here = os.path.join(folder, below) if below else folder
    try:
        with os.scandir(here) as found:
            entries = {entry.name: _mode(entry) for entry in found}
    except OSError:
        if below:
            yield (
                below.rstrip("/"),
                stat.S_IFDIR,
            )  # for the caller to find out what is wrong with it
        return
    if ".gitignore" in entries:
        spec = _load(os.path.join(here, ".gitignore"))
        specs = ((len(below), spec), *specs) if spec is not None else specs
    for name, mode in sorted(entries.items()):
        own = below + name
        if mode == stat.S_IFDIR:
            if not skipped(name) and not (specs and _ignored(own + "/", specs)):
                yield from _walk(folder, own + "/", specs, skipped)
        elif not name.startswith(".") and not (specs and _ignored(own, specs)):
            yield own, mode


def _ignored(name: str, specs: tuple[tuple[int, GitIgnoreSpec], ...]) -> bool:
    """Whether the innermost `.gitignore` that says anything about `name` says to ignore it."""
    for start, spec in specs:
        verdict = spec.check_file(name[start:]).include
        if verdict is not None:
            return verdict
    return False


def _load(path: str) -> GitIgnoreSpec | None:
    from pathspec import GitIgnoreSpec

    try:
        with open(path, encoding="utf-8-sig", errors="surrogateescape") as stream:
            return GitIgnoreSpec.from_lines(stream)
    except OSError:
        return None
