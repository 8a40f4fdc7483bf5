"""The repository of the current folder or of a hook's variables: its trees, its index, and their
differences.

Only the git command is used: no library sees the objects of a push that are still in quarantine.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.errors import Problem, UserError
from reportlint.core.text import Text
from reportlint.files.git import run_git
from reportlint.files.paths import relative

PATCH: tuple[str, ...] = (
    "--patch",
    "--unified=0",
    "--inter-hunk-context=0",
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
    "--no-relative",
)
PATCH += (
    "--src-prefix=a/",
    "--dst-prefix=b/",
    "--find-renames",
    "--submodule=short",
    "--ignore-submodules=all",
)
REGULAR = ("100644", "100755")
LINK = "120000"


class TreeEntry(NamedTuple):
    """One path of a tree or of the index."""

    mode: str  # as Git writes it: REGULAR, LINK, or a submodule's
    object: str  # name of its blob; "" for an unresolved merge conflict


class GitFailedError(UserError):
    """Git has answered that it cannot do what it was asked."""


def command(*arguments: str) -> bytes:
    """The output of a git command in the current folder, for the repository that a hook's variables
    name.

    Raises GitFailedError with git's message if it fails, UserError if there is no git or if it does
    not answer.
    """
    answer = run_git(*arguments)
    if answer.status:
        message = answer.error
        if "not a git repository" in message:
            complaint = Text("这里不在 Git 仓库里", "this is not in a Git repository")
            raise GitFailedError([Problem(complaint)])
        raise GitFailedError(
            [
                Problem(
                    Text(
                        f"git {arguments[0]} 失败：{message}",
                        f"git {arguments[0]} failed: {message}",
                    )
                )
            ]
        )
    return answer.out


def top() -> str:
    """The root of the work tree that contains the current folder; the current folder itself if it
    is in none, as in a bare repository.

    Raises UserError outside any repository.
    """
    current = os.path.realpath(os.getcwd())
    try:
        root = os.path.realpath(
            os.fsdecode(command("rev-parse", "--show-toplevel").removesuffix(b"\n"))
        )
    except GitFailedError:
        command("rev-parse", "--git-dir")
        return current
    return root if os.path.join(current, "").startswith(os.path.join(root, "")) else current


def resolved(revision: str, kind: str) -> str:
    """The name of the object of this kind ("commit" or "tree") that `revision` refers to. Raises
    UserError if there is none."""
    try:
        name = command(
            "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{{kind}}}"
        )
    except GitFailedError as error:
        command("rev-parse", "--git-dir")  # perhaps there is no repository at all
        message = Text(f"没有名为“{revision}”的 Git 版本", f"Git knows no revision “{revision}”")
        raise UserError.of(message) from error
    return name.decode().split()[-1]


def merge_base(commit: str, other: str) -> str:
    """The merge base of two commits; `commit` if there is none, or if a shallow clone ends before
    it."""
    first = resolved(commit, "commit")
    try:
        return command("merge-base", first, resolved(other, "commit")).decode().split()[0]
    except GitFailedError:
        return first


def months() -> list[tuple[str, str]]:
    """The commits of the current branch, newest first, as pairs of month (2025-01) in the
    committer's time zone and commit.

    Only the first parent of a merge is followed: the states of a merged branch were never on this
    one. Raises UserError.
    """
    command("rev-parse", "--git-dir")
    if run_git("rev-parse", "--verify", "--quiet", "HEAD").status:  # no commits yet
        return []
    log = command("log", "--first-parent", "--date=format:%Y-%m", "--format=%cd %H", "HEAD")
    return [(line[:7], line[8:]) for line in log.decode().splitlines()]


def in_tree(tree: str) -> dict[str, TreeEntry]:
    """All files of a commit or tree, by path relative to its root. Raises UserError."""
    entries = {}
    for line in _fields(command("ls-tree", "-r", "-z", "--full-tree", tree)):
        attributes, _, name = line.partition(b"\t")
        mode, _, blob = attributes.decode().split(" ")[:3]
        entries[os.fsdecode(name)] = TreeEntry(mode, blob)
    return entries


def in_index() -> dict[str, TreeEntry]:
    """All files of the index, by path relative to the root. Files added with `--intent-to-add` are
    included, with the empty blob. Raises UserError."""
    entries: dict[str, TreeEntry] = {}
    for line in _fields(command("ls-files", "--stage", "-z", "--full-name", ":/")):
        attributes, _, name = line.partition(b"\t")
        mode, blob, stage = attributes.decode().split(" ")
        entries[os.fsdecode(name)] = TreeEntry(mode, blob if stage == "0" else "")
    return entries


def staged() -> set[str]:
    """The paths whose staged content differs from the last commit, without deleted files. Raises
    UserError."""
    arguments = (
        "--cached",
        "--name-only",
        "-z",
        "--no-ext-diff",
        "--no-relative",
        "--no-renames",
        "--diff-filter=ACMRTU",
    )
    return {os.fsdecode(name) for name in _fields(command("diff", *arguments))}


def patch(base: str, *, revision: str = "") -> bytes:
    """The patch from the tree `base` to that of `revision`, or to the index; `files/worktree.py`
    compares files on disk. Raises UserError."""
    return command("diff", *PATCH, *([base, revision] if revision else ["--cached", base]), "--")


def renamed(base: str) -> dict[str, str]:
    """The old paths of files that the index has renamed since the tree `base`, by their new paths.
    Raises UserError."""
    options = ("--cached", "--name-status", "-z", "--find-renames", "--diff-filter=R")
    fields = _fields(command("diff", *options, "--no-ext-diff", "--no-relative", base, "--"))
    names = [os.fsdecode(name) for name in fields]
    return dict(zip(names[2::3], names[1::3], strict=True))


def _fields(out: bytes) -> Sequence[bytes]:
    return [field for field in out.split(b"\0") if field]


def path_from(path: str, root: str) -> str:
    """A path as given → relative to `root`, with `/`, as Git has it; "." for the root itself."""
    whole = os.path.abspath(path)
    if not os.path.join(whole, "").startswith(
        os.path.join(root, "")
    ):  # perhaps given through a symbolic link
        whole = os.path.join(os.path.realpath(os.path.dirname(whole)), os.path.basename(whole))
    return relative(whole, root)
