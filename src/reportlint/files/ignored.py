"""Walking a folder outside of Git by Git's rules: every `.gitignore` counts for its folder and below."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

from reportlint.core.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


def plain_walk(folder: str, skipped: Callable[[str], bool]) -> Iterator[str]:
    """The files under `folder`, relative to it with `/` between, but for what a `.gitignore` names.

    Links to folders are not followed, so that no walk is endless and no file is found twice; folders that are `skipped` by
    name are not entered. One that cannot be read is given itself, with a `/` behind it.
    """
    yield from _walk(folder, "", (), skipped)


def _walk(folder: str, below: str, specs: tuple[tuple[int, GitIgnoreSpec], ...], skipped: Callable[[str], bool]) -> Iterator[str]:
    try:
        with os.scandir(os.path.join(folder, below) if below else folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        if below:
            yield below  # for the caller to find out what is wrong with it
        return
    if any(entry.name == ".gitignore" for entry in entries):
        spec = _load(os.path.join(folder, below, ".gitignore"))
        specs = ((len(below), spec), *specs) if spec is not None else specs
    for entry in entries:
        name = below + entry.name
        if entry.is_dir(follow_symlinks=False):
            if not skipped(entry.name) and not _ignored(name + "/", specs):
                yield from _walk(folder, name + "/", specs, skipped)
        elif not _ignored(name, specs):
            yield name


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
