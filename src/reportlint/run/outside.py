"""Notes on what a run reads from outside the repository: packs that its configuration names, and
symbolic links in it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from reportlint.config.config import Config
from reportlint.core.text import Text
from reportlint.files.git import root_of
from reportlint.files.links import leads_out
from reportlint.files.paths import relative, slashed, visible
from reportlint.run.setup import Setups

_MOST_NAMED = 5
_FOLDERS = ("", "types", "types/parts")  # of a pack, with its rules, report types and their parts
_INSTALLED = frozenset({"site-packages", "dist-packages"})


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


def outside_notes(setups: Setups) -> Iterator[Text]:
    """A note for each configuration in a repository that uses packs outside it, or packs that
    require such or have links to files outside it.

    A configuration outside any repository, and packs of installed packages, are the user's own
    choice and get none.
    """
    for setup in setups.all():
        config = setup.config
        root = setup.origin.root_of(config.folder) if config.folder and config.extends else ""
        if not root:
            continue
        extended = [name for name in config.extends or () if _leads_out(config.folder, name, root)]
        required = _required_outside(config, root, setups.memory.files_of(config.path))
        outside = [*extended, *required]
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
    if not _is_inside(pack, root):
        return True
    return any(not _is_inside(link, root) for link in _links(pack))


def _required_outside(config: Config, root: str, files: Sequence[str]) -> list[str]:
    """The packs that the packs of a configuration require and that are outside `root`, or have a
    file that is a link to a place outside it. `files` are those that were read."""
    outside = {
        _pack_of(path) for path in files if path != config.path and not _is_inside(path, root)
    }
    outside = {folder for folder in outside if not _INSTALLED.intersection(folder.split("/"))}
    if not outside:  # almost always; to look for installed packs takes a while
        return []
    required = outside.difference(_folders(config))
    return sorted(relative(folder, config.folder) for folder in required)


def _folders(config: Config) -> Iterator[str]:
    """The folder of each pack that a configuration extends; that of an installed pack, too."""
    from reportlint.config.loader import installed_folder

    for name in config.extends or ():
        folder = slashed(os.path.normpath(os.path.join(config.folder, name)))
        if os.path.isdir(folder):
            yield folder
        elif name.replace("-", "").replace("_", "").replace(".", "").isalnum():
            yield installed_folder(name) or folder


def _pack_of(path: str) -> str:
    """The folder of the pack that a file of rules or types belongs to."""
    folder = os.path.dirname(path)
    return folder.removesuffix(f"/{_FOLDERS[2]}").removesuffix(f"/{_FOLDERS[1]}")


def _is_inside(path: str, root: str) -> bool:
    inside = os.path.join(os.path.realpath(root), "")
    return os.path.join(os.path.realpath(path), "").startswith(inside)


def _links(pack: str) -> Iterator[str]:
    for place in (os.path.join(pack, folder) for folder in _FOLDERS):
        if os.path.isdir(place):
            with os.scandir(place) as entries:
                yield from (entry.path for entry in entries if entry.is_symlink())
