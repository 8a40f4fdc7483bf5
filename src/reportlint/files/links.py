"""Symbolic links in a checked tree: a clone may hold one that leads to a file of its reader's, and
nothing is written there."""

from __future__ import annotations

import os
from collections.abc import Sequence

GIT_FOLDER = ".git"


def leads_out(path: str, folders: Sequence[str] = ()) -> bool:
    """Whether a link in the tree that `path` lies in leads out of that tree, or into the folder of
    Git.

    The tree is the nearest repository; outside of any, the innermost of `folders`, those that a run
    was asked to check; else the current folder. What lies in none of them was named by the user
    alone, and its links are followed.
    """
    try:
        whole = os.path.abspath(path)
        tree = _tree_of(whole, folders)
        if tree is None:
            return False
        real_tree, target = os.path.realpath(tree), os.path.realpath(whole)
    except ValueError:  # a NUL in the path: there is no such file
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
    """The root of the repository around a file; one that is reached by a link does not count: the
    link may be what misleads."""
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
