"""The one place that runs Git. Only the git command knows all of it (worktrees, excludes,
attributes, what a push has brought).

A checkout is not trusted: its `.git/config` and `.gitattributes` can name programs. None of them is
run:

- file system monitors and hooks are switched off on the command line, which goes before every
  configuration;
- no signature is verified, for which a program is named too;
- nothing is fetched: `GIT_ALLOW_PROTOCOL` allows no protocol, whatever `protocol.*.allow` says, so
  that a promisor remote cannot start its transport, its ssh command or its proxy; newer versions
  are also told not to try (`GIT_NO_LAZY_FETCH`);
- filters run where Git compares a file on disk, so it is not asked to: `files/worktree.py` does
  that; external diffs and text conversions are switched off where two trees are compared
  (`files/repository.py`);
- what would change the form of an answer (its encoding) or read files without end (an order of
  files that is a device) is set to what is expected;
- nobody is asked for a password, the index is not rewritten, and a command that does not answer is
  ended.

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

LIMIT = 120.0  # seconds; the index of a million files is listed in some ten
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
)
_ADDED = {
    "GIT_ALLOW_PROTOCOL": "none",  # which is the name of no protocol
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}
# What would change what git prints, or run programs.
_REMOVED = frozenset(
    """GIT_EXTERNAL_DIFF GIT_DIFF_OPTS GIT_LITERAL_PATHSPECS GIT_GLOB_PATHSPECS GIT_NOGLOB_PATHSPECS
    GIT_ICASE_PATHSPECS GIT_ASKPASS SSH_ASKPASS""".split()
)
# Set within a hook, for the repository that the hook runs for; a folder that is asked about may lie
# in another.
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
    """What a git command has said."""

    status: int  # 0 is well
    out: bytes
    error: str


def run_git(*arguments: str, folder: str = "", data: bytes = b"") -> GitAnswer:
    """Run a git command, with `data` as its input. Raises UserError where there is no git, or where
    it does not answer.

    With `folder` it is about the repository of that folder; without, about the one that the current
    folder and the variables of a hook name, its index and quarantine among them.
    """
    import subprocess

    with _start(*arguments, folder=folder) as process:
        try:
            out, error = process.communicate(data, LIMIT)
        except subprocess.TimeoutExpired:
            _kill(process)
            raise _no_answer(arguments[0]) from None
        except BaseException:  # Ctrl-C
            _kill(process)
            raise
    return GitAnswer(process.returncode, out, " ".join(error.decode("utf-8", "replace").split()))


def _start(*arguments: str, folder: str = "", quiet: bool = False) -> Popen[bytes]:
    import subprocess

    try:
        return subprocess.Popen(
            ["git", *SETTINGS, *arguments],
            cwd=folder or None,
            env=_environment(os.environ, of_folder=bool(folder)),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL if quiet else subprocess.PIPE,
            process_group=0 if _POSIX else None,  # so that all that it starts can be ended with it
        )
    except OSError as problem:
        raise NoGitError from problem


def _environment(variables: Mapping[str, str], *, of_folder: bool) -> dict[str, str]:
    removed = _REMOVED | LOCAL_VARIABLES if of_folder else _REMOVED
    return {**{key: value for key, value in variables.items() if key not in removed}, **_ADDED}


def _kill(process: Popen[bytes]) -> None:
    """End a process with all that it has started: they would keep its streams open."""
    import signal
    from contextlib import suppress

    with suppress(OSError):
        if _POSIX:
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()


def _no_answer(command: str) -> UserError:
    return UserError(
        [
            Problem(
                Text(
                    f"git {command} 在 {LIMIT:g} 秒内没有回答",
                    f"git {command} did not answer within {LIMIT:g} seconds",
                )
            )
        ]
    )


def root_of(folder: str) -> str | None:
    """The root of the work tree that `folder` lies in, an absolute path; None outside of any. Runs
    nothing."""
    here = os.path.abspath(folder)
    while True:
        if os.path.exists(os.path.join(here, ".git")):
            return here
        parent = os.path.dirname(here)
        if parent == here:
            return None
        here = parent


def listed(folder: str) -> list[str] | None:
    """The files under `folder` that Git tracks or would track, relative to it; None where Git
    cannot say.

    A repository within the repository is listed as one folder. None also for a folder that is
    ignored as a whole: it was asked for by name, so its files are wanted. Raises UserError where
    git does not answer.
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
    """Reads objects by their names, all with one `git cat-file`. Another process starts its own."""

    def __init__(self) -> None:
        self._process: Popen[bytes] | None = None
        self._rest = b""  # said, and not used so far

    def read(self, name: str) -> bytes | None:
        """The content of a blob; None where the repository lacks it. Raises UserError where git
        does not answer, SourceError where it is larger than any file may be: a clone of a few
        megabytes can hold one of many gigabytes."""
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
        parts, left = [self._rest], size + 1 - len(self._rest)  # with the line feed behind it
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
        """End the process before it has said all."""
        if self._process is not None:
            _kill(self._process)
            self._rest = b""
        self.close()

    def __getstate__(self) -> dict[str, Any]:
        return {"_process": None, "_rest": b""}

    def __del__(self) -> None:
        self.close()


def _some(process: Popen[bytes]) -> bytes:
    """What a process says next, one byte at least."""
    if process.stdout is None:
        raise _no_answer("cat-file")
    if _POSIX:
        import select

        poll = select.poll()
        poll.register(process.stdout, select.POLLIN | select.POLLHUP)
        if not poll.poll(LIMIT * 1000):
            _kill(process)
            raise _no_answer("cat-file")
    part = os.read(process.stdout.fileno(), 1 << 16)
    if not part:
        raise UserError([Problem(Text("git cat-file 中断了", "git cat-file has ended"))])
    return part
