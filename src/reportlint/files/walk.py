"""The files that a run checks: the paths given, and the files under the folders among them.

Under a folder, a file is left out because of its name (not in EXTENSIONS, or one that only looks
like a report), by Git's ignore rules, or by `excluded`, with which the caller applies the
configuration. A file given on the command line is checked in any case, unless `force_exclude` is
set: a hook passes every file of a commit without choosing.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain

from reportlint.core.errors import Problem, UserError
from reportlint.core.text import Text
from reportlint.core.word import is_word
from reportlint.files.git import listed
from reportlint.files.ignored import modes, plain_walk
from reportlint.files.paths import below, split, visible
from reportlint.files.sources import OFFICE

EXTENSIONS = (".txt", ".md", ".markdown", ".rst", ".docx")
UNREAD = (".doc", ".wps", ".odt", ".pdf", ".rtf")  # document formats that cannot be read
_HEAD = 8000  # bytes; Git too looks for a NUL among so many
_LOCK = "~$"  # prefix of the file that Word and WPS put beside an open document
# Also excluded in .pre-commit-hooks.yaml. In capitals these are files about the repository;
# `news.md` may be a report.
ABOUT = frozenset(
    {
        "AUTHORS",
        "CHANGELOG",
        "CODE_OF_CONDUCT",
        "CONTRIBUTING",
        "COPYING",
        "LICENCE",
        "LICENSE",
        "MAINTAINERS",
    }
)
ABOUT |= {"NEWS", "NOTICE", "PATENTS", "SECURITY"}
NOT_REPORT_TEXTS = frozenset(
    {
        "cmakelists",
        "robots",
        "humans",
        "ads",
        "security",
        "llms",
        "llms-full",
        "sources",
        "top_level",
        "entry_points",
    }
)
SKIPPED_FOLDERS = frozenset(
    {"node_modules", "__pycache__", "site-packages", "venv", "__pypackages__"}
)


NOT_ON_DISK = Text("没有这个文件或文件夹", "no such file or folder")


def find(
    paths: Sequence[str],
    excluded: Callable[[str], bool] = lambda path: False,
    *,
    force_exclude: bool = False,
    links: list[str] | None = None,
) -> list[str]:
    """The paths of the files to check, each file once, in order; paths stay as given, or below a
    folder as given. Of those found below folders, the symbolic links are added to `links`.

    Raises UserError that names every path that does not exist.
    """
    modes_of = _modes_of(paths)
    folders = [path for path, mode in modes_of.items() if _is_folder(path, mode)]
    files = [path for path in modes_of if path not in folders]
    if force_exclude:
        files = [path for path in files if not is_foreign(path, partial(_head, path))]
    identity = _Identity()
    named = ((identity(path, modes_of[path]), path) for path in files)
    below = [*chain.from_iterable(map(_under, folders))]
    keyed = ((identity(path, mode), path) for path, mode in below)
    chosen = each_once(named, keyed, excluded, force_exclude=force_exclude)
    if links is not None:
        links += _links(below, chosen)
    return chosen


def _links(below: Sequence[tuple[str, int]], chosen: Iterable[str]) -> list[str]:
    """The symbolic links among the files below folders that are checked."""
    linked = {path for path, mode in below if mode == stat.S_IFLNK}
    return sorted(linked.intersection(chosen)) if linked else []


def _modes_of(paths: Sequence[str]) -> dict[str, int]:
    """The file type (S_IFMT) of each path. Raises UserError that names every path that does not
    exist."""
    modes_of = {path: _mode(path) for path in paths}
    gone = [path for path, mode in modes_of.items() if not mode]
    if gone:
        from reportlint.files.near import missing

        raise UserError(Problem(missing(path, NOT_ON_DISK), visible(path)) for path in gone)
    return modes_of


def unread(paths: Sequence[str]) -> list[str]:
    """The documents under the folders among `paths` that could be checked if they were saved in
    another format."""
    folders = [path for path in paths if os.path.isdir(path)]
    return sorted({path for folder in folders for path, _ in _under(folder, UNREAD)})


def each_once(
    named: Iterable[tuple[str, str]],
    below: Iterable[tuple[str, str]],
    excluded: Callable[[str], bool],
    *,
    force_exclude: bool,
) -> list[str]:
    """The paths of the files to check, in order: those in `named`, and those in `below`, found
    under a folder.

    Each path comes with a key that is the same for all paths to one file; the first path of a key
    is used.
    """
    paths_by_file: dict[str, str] = {}
    for key, path in named:
        if not (force_exclude and (is_no_report(path) or excluded(path))):
            paths_by_file.setdefault(key, path)
    for key, path in below:
        if key not in paths_by_file and not excluded(path):
            paths_by_file[key] = path
    return sorted(paths_by_file.values())


def refuse_missing(paths: Sequence[str], message: Text) -> None:
    """Raise UserError that names all `paths`, if there are any."""
    if paths:
        raise UserError(Problem(message, visible(path)) for path in paths)


def _is_folder(path: str, mode: int) -> bool:
    return mode != stat.S_IFREG and os.path.isdir(path)


def is_no_report(path: str) -> bool:
    """Whether a file is no report, judged by its name: a licence, a list of requirements, Word's
    lock file."""
    name = split(path)[1]
    first, lower = name.partition(".")[0], name.lower()
    if (
        name == "README"
        or name.startswith(_LOCK)
        or first in ABOUT
        or first.upper().startswith(("LICENSE", "LICENCE"))
    ):
        return True
    if not lower.endswith(".txt"):
        return False
    stem = lower[: -len(".txt")]
    return (
        stem in NOT_REPORT_TEXTS or "requirements" in stem or "constraints" in stem
    )  # lists of packages


def is_foreign(path: str, head: Callable[[], bytes | None]) -> bool:
    """Whether a file passed by a hook is neither a text nor a Word document, for example a picture;
    `head` returns its first bytes."""
    if path.lower().endswith(EXTENSIONS) or is_word(path):
        return False
    data = (head() or b"")[:_HEAD]
    return b"\0" in data or data.startswith(OFFICE)


def _head(path: str) -> bytes:
    """The first bytes of a file; b"" if it cannot be read, which is reported when it is checked."""
    try:
        if not os.path.isfile(path):
            return b""
        with open(path, "rb") as stream:
            return stream.read(_HEAD)
    except (OSError, ValueError):
        return b""


def _under(folder: str, endings: tuple[str, ...] = EXTENSIONS) -> Iterator[tuple[str, int]]:
    """The candidate files under `folder` with their file types, unordered. A folder that cannot be
    read is yielded itself, so that reading it reports the error."""
    if not os.access(folder, os.R_OK | os.X_OK):
        yield folder, stat.S_IFDIR
        return
    base = below(folder)
    names = listed(folder)
    for name, mode in plain_walk(folder, skipped_folder) if names is None else _seen(folder, names):
        if (
            mode == stat.S_IFDIR
        ):  # a submodule or nested repository, of which Git lists only the folder
            yield from _under(base + name, endings)
        elif name.lower().endswith(endings) and not is_no_report(name):
            path = base + name
            if mode == stat.S_IFREG or (mode == stat.S_IFLNK and os.path.isfile(path)):
                yield path, mode


def _seen(folder: str, names: Iterable[str]) -> Iterator[tuple[str, int]]:
    """The files that Git lists under `folder`, with their file types, without deleted files, hidden
    files and skipped folders."""
    below: dict[str, dict[str, int] | None] = {}
    for whole in names:
        above, slash, name = whole.rstrip("/").rpartition("/")
        if above not in below:
            skipped = any(skipped_folder(part) for part in above.split("/"))
            below[above] = None if skipped else modes(os.path.join(folder, above))
        known = below[above]
        if known is None or name.startswith("."):
            continue
        # A name that is not in its folder was deleted, or the folder cannot be read, or the system
        # spells it differently.
        mode = known.get(name) or _mode(os.path.join(folder, above, name), unseen=stat.S_IFREG)
        if mode:
            yield above + slash + name, mode


def _mode(path: str, unseen: int = 0) -> int:
    """The file type (S_IFMT) of `path`; 0 if it does not exist, `unseen` if permissions hide it."""
    try:
        return stat.S_IFMT(os.lstat(path).st_mode)
    except FileNotFoundError:
        return 0
    except (OSError, ValueError):
        return unseen


def skipped_folder(name: str) -> bool:
    """Whether a folder of this name is never walked: it is hidden, or holds third-party files."""
    return name.startswith(".") or name in SKIPPED_FOLDERS


class _Identity:
    """Returns a key that is the same for all paths to one file."""

    def __init__(self) -> None:
        self._folders: dict[str, str] = {}  # folder as given → its real path

    def __call__(self, path: str, mode: int) -> str:
        if mode != stat.S_IFREG or os.name == "nt":  # on Windows a file can have a short name too
            return os.path.normcase(os.path.realpath(path))
        folder, name = split(path)
        whole = self._folders.get(folder)
        if whole is None:
            whole = self._folders[folder] = os.path.join(os.path.realpath(folder), "")
        return whole + name
