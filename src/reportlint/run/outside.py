"""Notes on packs that a repository's configuration uses from outside the repository."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from reportlint.core.text import Text
from reportlint.files.walk import visible
from reportlint.run.setup import Setup


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
