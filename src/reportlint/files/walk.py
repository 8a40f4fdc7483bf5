"""Which files a run checks: the paths given, and what is under the folders among them.

Three things decide about a file under a folder: its name (EXTENSIONS, and not one of the files that only look like a report),
Git's ignore rules, and `excluded`, by which the caller asks the configuration. A file named on the command line is checked
whatever they say: it was asked for. With `force_exclude` it is not: a hook names every file of a commit, and means none.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence

from reportlint.core.errors import Problem, UserError
from reportlint.core.text import Text
from reportlint.core.value import NamedTuple
from reportlint.files.git import listed
from reportlint.files.ignored import plain_walk

EXTENSIONS = (".txt", ".md", ".markdown", ".rst")
# What .pre-commit-hooks.yaml excludes too. In capitals these are files about the repository; `news.md` may be a report.
ABOUT = frozenset({"AUTHORS", "CHANGELOG", "CODE_OF_CONDUCT", "CONTRIBUTING", "COPYING", "LICENCE", "LICENSE", "MAINTAINERS"})
ABOUT |= {"NEWS", "NOTICE", "PATENTS", "SECURITY"}
NOT_REPORT_TEXTS = frozenset(
    {"cmakelists", "robots", "humans", "ads", "security", "llms", "llms-full", "sources", "top_level", "entry_points"}
)
LISTS_OF_PACKAGES = ("requirements", "constraints")
SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__", "site-packages", "venv", "__pypackages__"})


class Target(NamedTuple):
    """One file to check."""

    path: str  # as given, or the folder given and the way from it
    named: bool  # given itself, not found under a folder


def find(
    paths: Sequence[str], excluded: Callable[[str], bool] = lambda path: False, *, force_exclude: bool = False
) -> list[Target]:
    """The files to check, each once, ordered by path. Raises UserError that names every path that does not exist."""
    missing = [path for path in paths if not os.path.lexists(path)]
    if missing:
        raise UserError(Problem(Text("没有这个文件或文件夹", "no such file or folder"), visible(path)) for path in missing)
    found: dict[str, Target] = {}
    folders = [path for path in paths if os.path.isdir(path)]
    for path in paths:
        if not os.path.isdir(path) and not (force_exclude and (is_no_report(path) or excluded(path))):
            found.setdefault(_identity(path), Target(path, True))
    for folder in folders:
        for path in _under(folder):
            key = _identity(path)
            if key not in found and not excluded(path):
                found[key] = Target(path, False)
    return sorted(found.values())


def is_no_report(path: str) -> bool:
    """Whether the name says that a text file is no report: a licence, a list of requirements."""
    name = os.path.basename(path)
    stem, suffix = os.path.splitext(name)
    first = name.partition(".")[0]
    if name == "README" or first in ABOUT or first.upper().startswith(("LICENSE", "LICENCE")):
        return True
    stem = stem.lower()
    return suffix.lower() == ".txt" and (stem in NOT_REPORT_TEXTS or any(word in stem for word in LISTS_OF_PACKAGES))


def visible(path: str) -> str:
    """`path` with its control characters and undecodable bytes written as escapes."""
    return "".join(char if char.isprintable() or char == " " else char.encode("unicode_escape").decode() for char in path)


def _under(folder: str) -> Iterator[str]:
    """The candidate files under `folder`, in no order; a folder that cannot be read, so that reading it says so."""
    if not os.access(folder, os.R_OK | os.X_OK):
        yield folder
        return
    for path in _candidates(folder, listed(folder)):
        try:
            mode = os.lstat(path).st_mode
        except FileNotFoundError:  # deleted, but still in the index
            continue
        except OSError:  # in a folder that cannot be entered: reading it says so
            mode = stat.S_IFREG
        if stat.S_ISDIR(mode):  # a submodule or a repository within this one: Git lists its folder only
            yield from _under(path)
        elif path.lower().endswith(EXTENSIONS) and not is_no_report(path) and _is_file(path, mode):
            yield path


def _candidates(folder: str, names: Iterable[str] | None) -> Iterator[str]:
    base = "" if folder in (".", "") else os.path.join(folder, "")
    for name in plain_walk(folder, skipped_folder) if names is None else names:
        if not any(skipped_folder(part) for part in name.split("/")[:-1]) and not name.rpartition("/")[2].startswith("."):
            yield base + name.rstrip("/")


def skipped_folder(name: str) -> bool:
    """Whether a folder of this name is never walked: hidden, or full of other people's files."""
    return name.startswith(".") or name in SKIPPED_FOLDERS


def _is_file(path: str, mode: int) -> bool:
    return stat.S_ISREG(mode) or (stat.S_ISLNK(mode) and os.path.isfile(path))


def _identity(path: str) -> str:
    """What two ways to the same file share."""
    return os.path.normcase(os.path.realpath(path))


def nearby(path: str) -> str:
    """`path` relative to the current folder where it lies below it, else as it is."""
    here = os.path.join(os.getcwd(), "")
    whole = os.path.abspath(path)
    return whole[len(here) :] if whole.startswith(here) else path
