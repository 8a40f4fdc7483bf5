"""Walks a folder outside Git by Git's rules: each `.gitignore` applies to its folder and below."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.glob import verdict
from reportlint.core.glob_syntax import Glob, parse_ignore_file
from reportlint.files.sources import SourceError, read_bytes

IGNORE_FILE = ".gitignore"
MOST_BYTES = 1_000_000  # of one `.gitignore`; a larger one is ignored


class _IgnoreRules(NamedTuple):
    """The globs of one `.gitignore`."""

    start: int  # length of the path of its folder, with the slash
    globs: tuple[Glob, ...]


class _Folder(NamedTuple):
    """A folder that is being walked."""

    below: str  # relative to the top, with `/` at its end; "" is the top
    rules: tuple[_IgnoreRules, ...]  # of this folder and those above, nearest first
    entries: Iterator[tuple[str, int]]  # the remaining entries: name and file type, by name


def plain_walk(top: str, skipped: Callable[[str], bool]) -> Iterator[tuple[str, int]]:
    """The files under `top` that no `.gitignore` excludes, as paths relative to it with `/`, with
    their file types.

    Links to folders are not followed, so that the walk ends and no file is found twice. Folders
    that are `skipped` by name are not entered, and hidden files are left out. A folder that cannot
    be read is yielded itself.
    """
    first = _opened(top, "", ())
    # no recursion, since folders may be nested very deeply
    stack = [first] if first else []
    while stack:
        below, rules, entries = stack[-1]
        name, mode = next(entries, ("", 0))
        path = below + name
        if not name:
            stack.pop()
        elif mode == stat.S_IFDIR:
            if not skipped(name) and not _ignored(path, rules, folder=True):
                folder = _opened(top, path + "/", rules)
                if folder is None:
                    yield path, mode  # the caller will report the error
                else:
                    stack.append(folder)
        elif not name.startswith(".") and not _ignored(path, rules, folder=False):
            yield path, mode


def _opened(top: str, below: str, rules: tuple[_IgnoreRules, ...]) -> _Folder | None:
    entries = _listed(top, below)
    if entries is None:
        return None
    own_rules = _own_rules(top, below, entries)
    return _Folder(below, own_rules + rules, iter(sorted(entries.items())))


def modes(folder: str) -> dict[str, int]:
    """The file types (S_IFMT) of all files and folders in `folder`, by name; {} if it cannot be
    read."""
    return _listed(folder, "") or {}


def _listed(top: str, below: str) -> dict[str, int] | None:
    try:
        with os.scandir(os.path.join(top, below) or os.curdir) as entries:
            return {entry.name: _mode(entry) for entry in entries}
    except OSError:
        return None


def _mode(entry: os.DirEntry[str]) -> int:
    """The file type of a directory entry. Most systems return it with the name, so that no `stat`
    call is needed."""
    if entry.is_file(follow_symlinks=False):
        return stat.S_IFREG
    if entry.is_dir(follow_symlinks=False):
        return stat.S_IFDIR
    if entry.is_symlink():
        return stat.S_IFLNK
    return stat.S_IFMT(entry.stat(follow_symlinks=False).st_mode)


def _own_rules(top: str, below: str, entries: dict[str, int]) -> tuple[_IgnoreRules, ...]:
    """The rules of a folder's own `.gitignore`. As in Git, a link or anything but a regular file is
    ignored."""
    if entries.get(IGNORE_FILE) != stat.S_IFREG:
        return ()
    try:
        data = read_bytes(os.path.join(top, below, IGNORE_FILE), most=MOST_BYTES)
    except SourceError:
        return ()
    text = os.fsdecode(data.removeprefix(b"\xef\xbb\xbf"))
    return (_IgnoreRules(len(below), parse_ignore_file(text)),)


def _ignored(path: str, rules: tuple[_IgnoreRules, ...], *, folder: bool) -> bool:
    """Whether the innermost `.gitignore` with a glob that matches `path` excludes it."""
    for start, globs in rules:
        decision = verdict(globs, path[start:], folder=folder)
        if decision is not None:
            return decision
    return False
