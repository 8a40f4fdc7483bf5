"""The only module that runs Git. Only the git command handles everything (worktrees, excludes,
attributes, objects of a push).

A checkout is not trusted: its `.git/config` and `.gitattributes` can name programs. None of them is
run:

- file system monitors and hooks are switched off on the command line, which overrides every
  configuration;
- signatures are not verified, since a program for that can be configured too;
- nothing is fetched: `GIT_ALLOW_PROTOCOL` allows no protocol, whatever `protocol.*.allow` says, so
  that a promisor remote cannot start its transport, its ssh command or its proxy; newer versions
  are also told not to try (`GIT_NO_LAZY_FETCH`);
- filters run when Git compares a file on disk, so it is not asked to: `files/worktree.py` does
  that; external diffs and text conversions are switched off when two trees are compared
  (`files/repository.py`);
- settings that change the format of the output (its encoding) or read endless files (an order file
  that is a device) are overridden;
- attributes outside the repository, which its configuration can replace by a device, are not read;
- Git never asks for a password, the index is not rewritten, and a command that does not finish,
  waits for a pipe, or takes too much memory is killed (`files/git_watch.py`).

`tests/git/test_hostile.py` has a checkout for each.
"""

from __future__ import annotations

import os
from collections.abc import Mapping

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import TYPE_CHECKING, Any
from reportlint.core.errors import Problem, UserError
from reportlint.core.text import Text
from reportlint.files.sources import MOST_BYTES, too_large

if TYPE_CHECKING:
    from subprocess import Popen

    from reportlint.files.git_watch import Watch

LIMIT = 120.0  # seconds; listing an index of a million files takes about ten
SETTINGS = (
    "-c",
    "core.fsmonitor=false",
    "-c",
    f"core.hooksPath={os.devnull}",
    "-c",
    "protocol.allow=never",
    "-c",
    "log.showSignature=false",
    "-c",
    "i18n.logOutputEncoding=UTF-8",
    "-c",
    f"diff.orderFile={os.devnull}",
    "-c",
    "core.quotePath=off",
    "-c",
    f"core.attributesFile={os.devnull}",
)
_ADDED = {
    "GIT_ALLOW_PROTOCOL": "none",  # not the name of any protocol
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}
# Variables that change git's output or make it run programs.
_REMOVED = frozenset(
    """GIT_EXTERNAL_DIFF GIT_DIFF_OPTS GIT_LITERAL_PATHSPECS GIT_GLOB_PATHSPECS GIT_NOGLOB_PATHSPECS
    GIT_ICASE_PATHSPECS GIT_ASKPASS SSH_ASKPASS""".split()
)
# Set in a hook, for the repository that the hook runs in; a given folder may be in another one.
LOCAL_VARIABLES = frozenset(
    """GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_PREFIX GIT_OBJECT_DIRECTORY
    GIT_COMMON_DIR""".split()
)
_POSIX = os.name == "posix"


class NoGitError(UserError):
    """There is no git command."""

    def __init__(self) -> None:
        super().__init__([Problem(Text("没有找到 git 命令", "there is no git command"))])


class GitAnswer(NamedTuple):
    """The result of a git command."""

    status: int  # 0 for success
    out: bytes
    error: str


def run_git(*arguments: str, folder: str = "", data: bytes = b"") -> GitAnswer:
    """Run a git command, with `data` as its input. Raises UserError if there is no git, or if it
    does not finish within LIMIT or waits for something that does not come.

    With `folder`, it uses the repository of that folder; without, the one given by the current
    folder and the variables of a hook, including its index and quarantine.
    """
    import subprocess
    import time

    from reportlint.files import git_watch

    with _start(*arguments, folder=folder) as process:
        try:
            watch, end = git_watch.Watch(process.pid), time.monotonic() + LIMIT
            while True:
                try:
                    out, error = process.communicate(data, min(git_watch.STEP, LIMIT))
                    break
                except subprocess.TimeoutExpired:
                    _refuse_waiting(arguments[0], watch, end)
        except BaseException:  # no answer, or Ctrl-C
            _kill(process)
            raise
    return GitAnswer(process.returncode, out, " ".join(error.decode("utf-8", "replace").split()))


def _start(*arguments: str, folder: str = "", quiet: bool = False) -> Popen[bytes]:
    import subprocess

    from reportlint.files.git_watch import limit_memory

    try:
        process = subprocess.Popen(
            ["git", *SETTINGS, *arguments],
            cwd=folder or None,
            env=_environment(os.environ, of_folder=bool(folder)),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL if quiet else subprocess.PIPE,
            process_group=0 if _POSIX else None,  # to kill its child processes with it
        )
    except OSError as problem:
        raise NoGitError from problem
    limit_memory(process.pid)
    return process


def _refuse_waiting(command: str, watch: Watch, end: float) -> None:
    """Raise UserError if a process that has not answered so far is not going to."""
    import time

    if watch.is_stuck():
        raise UserError.of(
            Text(
                f"git {command} 一直在等待，已停止；仓库里可能有管道或设备",
                f"git {command} waits for something that does not come, and was stopped;"
                " the repository may contain a pipe or a device",
            )
        )
    if time.monotonic() >= end:
        raise _no_answer(command)


def _environment(variables: Mapping[str, str], *, of_folder: bool) -> dict[str, str]:
    removed = _REMOVED | LOCAL_VARIABLES if of_folder else _REMOVED
    return {**{key: value for key, value in variables.items() if key not in removed}, **_ADDED}


def _kill(process: Popen[bytes]) -> None:
    """Kill a process and all processes it has started, which would keep its streams open."""
    import signal
    from contextlib import suppress

    with suppress(OSError):
        if _POSIX:
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()


def _no_answer(command: str) -> UserError:
    return UserError.of(
        Text(
            f"git {command} 在 {LIMIT:g} 秒内没有回答",
            f"git {command} did not answer within {LIMIT:g} seconds",
        )
    )


def root_of(folder: str) -> str | None:
    """The root of the work tree that contains `folder`, an absolute path; None outside any work
    tree. Does not run Git."""
    here = os.path.abspath(folder)
    while True:
        if os.path.exists(os.path.join(here, ".git")):
            return here
        parent = os.path.dirname(here)
        if parent == here:
            return None
        here = parent


def listed(folder: str) -> list[str] | None:
    """The files under `folder` that are tracked or untracked but not ignored, relative to it; None
    if Git cannot list them.

    A repository within the repository is listed as one folder. None also if the folder itself is
    ignored: the user has named it, so its files are wanted. Raises UserError if git does not
    finish.
    """
    if root_of(folder) is None:
        return None
    try:
        listing = run_git(
            "ls-files", "--cached", "--others", "--exclude-standard", "-z", folder=folder
        )
        ignored = (
            not listing.out and not run_git("check-ignore", "--quiet", ".", folder=folder).status
        )
    except NoGitError:
        return None
    if listing.status or ignored:
        return None
    return [os.fsdecode(name) for name in listing.out.split(b"\0") if name]


class Blobs:
    """Reads blobs by name, all with one `git cat-file`. After pickling, another process starts its
    own."""

    def __init__(self) -> None:
        self._process: Popen[bytes] | None = None
        self._rest = b""  # output not used yet

    def read(self, name: str) -> bytes | None:
        """The content of a blob; None if the repository lacks it. Raises UserError if git does not
        answer, SourceError if the blob is larger than MOST_BYTES: a clone of a few megabytes can
        hold one of many gigabytes."""
        process = self._process = self._process or _start("cat-file", "--batch", quiet=True)
        if process.stdin is None:
            return None
        process.stdin.write(name.encode() + b"\n")
        process.stdin.flush()
        while b"\n" not in self._rest:
            self._rest += _some(process)
        head, _, self._rest = self._rest.partition(b"\n")
        fields = head.split()
        if len(fields) != 3:  # "… missing"
            return None
        size = int(fields[2])
        if size > MOST_BYTES:
            self._end()
            raise too_large(MOST_BYTES)
        parts, left = [self._rest], size + 1 - len(self._rest)  # with the final line feed
        while left > 0:
            parts.append(_some(process))
            left -= len(parts[-1])
        data = b"".join(parts)
        self._rest = data[size + 1 :]
        return data[:size]

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.communicate()
            self._process = None

    def _end(self) -> None:
        """Kill the process while it still has output."""
        if self._process is not None:
            _kill(self._process)
            self._rest = b""
        self.close()

    def __getstate__(self) -> dict[str, Any]:
        return {"_process": None, "_rest": b""}

    def __del__(self) -> None:
        self.close()


def _some(process: Popen[bytes]) -> bytes:
    """The next chunk of a process's output, at least one byte. Raises UserError if there is
    none."""
    if process.stdout is None:
        raise _no_answer("cat-file")
    if _POSIX:
        import select
        import time

        from reportlint.files import git_watch

        poll = select.poll()
        poll.register(process.stdout, select.POLLIN | select.POLLHUP)
        watch, end = git_watch.Watch(process.pid), time.monotonic() + LIMIT
        while not poll.poll(min(git_watch.STEP, LIMIT) * 1000):
            try:
                _refuse_waiting("cat-file", watch, end)
            except UserError:
                _kill(process)
                raise
    part = os.read(process.stdout.fileno(), 1 << 16)
    if not part:
        raise UserError.of(Text("git cat-file 中断了", "git cat-file has ended"))
    return part
