"""Symbolic links in a checked tree. A cloned repository may contain a link to a file elsewhere on
the user's disk, which must not be written."""

from __future__ import annotations

import os
from collections.abc import Sequence

from reportlint.core.text import Text

GIT_FOLDER = ".git"
LEADS_OUT = Text("符号链接指向所在文件夹之外", "a link that leads out of the folder it lies in")


def leads_out(path: str, folders: Sequence[str] = ()) -> bool:
    """Whether `path` leads, through a symbolic link, out of the tree that contains it or into its
    `.git` folder.

    The tree is the nearest repository; outside any repository, the innermost of `folders`, which
    the run was asked to check; else the current folder. A path in none of them was given by the
    user, and its links are followed.
    """
    try:
        whole = os.path.abspath(path)
        tree = _tree_of(whole, folders)
        if tree is None:
            return False
        real_tree, target = os.path.realpath(tree), os.path.realpath(whole)
    except ValueError:  # a NUL in the path; no such file can exist
        return False
    if target == os.path.normpath(os.path.join(real_tree, os.path.relpath(whole, tree))):
        return False  # there is no link
    if not _lies_in(target, real_tree):
        return True
    return GIT_FOLDER in os.path.relpath(target, real_tree).split(os.sep)


def _tree_of(whole: str, folders: Sequence[str]) -> str | None:
    repository = _repository_of(whole)
    if repository is not None:
        return repository
    named = [os.path.abspath(folder) for folder in folders if os.path.isdir(folder)]
    around = [folder for folder in (*named, os.getcwd()) if _lies_in(whole, folder)]
    return max(around, key=len, default=None)


def _repository_of(whole: str) -> str | None:
    """The root of the repository around a file. A repository reached through a link does not count,
    since the link may be the attack."""
    root = None
    here = os.path.dirname(whole)
    while True:
        if root is None and os.path.lexists(os.path.join(here, GIT_FOLDER)):
            root = here
        if os.path.islink(here):
            root = None
        above = os.path.dirname(here)
        if above == here:
            return root
        here = above


def _lies_in(path: str, folder: str) -> bool:
    return path.startswith(os.path.join(folder, ""))
