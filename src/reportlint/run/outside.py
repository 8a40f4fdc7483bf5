"""Notes on what a run reads from outside the repository: packs that its configuration names, and
symbolic links in it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence

from reportlint.core.text import Text
from reportlint.files.git import root_of
from reportlint.files.links import leads_out
from reportlint.files.walk import visible
from reportlint.run.setup import Setup

_MOST_NAMED = 5


def link_notes(paths: Sequence[str]) -> Iterator[Text]:
    """A note if some of the symbolic links at `paths`, which were read, lead out of their
    repository."""
    outside = [path for path in paths if root_of(os.path.dirname(path)) and leads_out(path)]
    if not outside:
        return
    names = [visible(path) for path in outside[:_MOST_NAMED]]
    more = len(outside) - len(names)
    zh, en = (f" 等 {len(outside)} 个文件", f" and {more} more") if more else ("", "")
    yield Text(
        f"有符号链接指向仓库以外，照样读了：{'、'.join(names)}{zh}",
        f"links that lead out of the repository were followed: {', '.join(names)}{en}",
    )


def outside_notes(setups: Iterable[Setup]) -> Iterator[Text]:
    """A note for each configuration in a repository that extends folders outside it, or with links
    to files outside it.

    A configuration outside any repository, and packs of installed packages, are the user's own
    choice and get none.
    """
    for setup in setups:
        config = setup.config
        root = setup.origin.root_of(config.folder) if config.folder and config.extends else ""
        outside = [
            name for name in config.extends or () if root and _leads_out(config.folder, name, root)
        ]
        if outside:
            listed = ", ".join(visible(name) for name in outside)
            yield Text(
                f"{visible(config.path)} 用了仓库以外的规则：{listed}",
                f"{visible(config.path)} uses rules from outside of the repository: {listed}",
            )


def _leads_out(folder: str, name: str, root: str) -> bool:
    """Whether the pack `name` is outside `root`, or one of its files is a link to a place outside
    it."""
    pack = os.path.normpath(os.path.join(folder, name))
    if not os.path.isdir(pack):
        return False
    inside = os.path.join(os.path.realpath(root), "")
    if not os.path.join(os.path.realpath(pack), "").startswith(inside):
        return True
    return any(not os.path.realpath(link).startswith(inside) for link in _links(pack))


def _links(pack: str) -> Iterator[str]:
    for place in (pack, os.path.join(pack, "types")):
        if os.path.isdir(place):
            with os.scandir(place) as entries:
                yield from (entry.path for entry in entries if entry.is_symlink())
