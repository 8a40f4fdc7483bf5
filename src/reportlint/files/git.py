"""What Git says of a folder. Only the git command knows all of it (worktrees, excludes, attributes), so it is asked."""

from __future__ import annotations

import os

# Set within a hook, for the repository that the hook runs for; the folder asked about may lie in another.
LOCAL_VARIABLES = (
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_PREFIX",
    "GIT_OBJECT_DIRECTORY",
    "GIT_COMMON_DIR",
)


def root_of(folder: str) -> str | None:
    """The root of the work tree that `folder` lies in, an absolute path; None outside of any. Runs nothing."""
    here = os.path.abspath(folder)
    while True:
        if os.path.exists(os.path.join(here, ".git")):
            return here
        parent = os.path.dirname(here)
        if parent == here:
            return None
        here = parent


def listed(folder: str) -> list[str] | None:
    """The files under `folder` that Git tracks or would track, relative to it; None where Git cannot say.

    A repository within the repository is listed as one folder. None also for a folder that is ignored as a whole: it was
    asked for by name, so its files are wanted.
    """
    if root_of(folder) is None:
        return None
    out = _git(folder, "ls-files", "--cached", "--others", "--exclude-standard", "-z")
    if out is None or (not out and _git(folder, "check-ignore", "--quiet", ".") is not None):
        return None
    return [os.fsdecode(name) for name in out.split(b"\0") if name]


def _git(folder: str, *arguments: str) -> bytes | None:
    """The output of a git command, None where it failed or there is no git."""
    import subprocess

    environment = {key: value for key, value in os.environ.items() if key not in LOCAL_VARIABLES}
    command = ["git", "-c", "core.fsmonitor=false", *arguments]
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env=environment,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            check=False,
        )
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
