"""Limits of a Git process: memory, and waiting for something that never comes.

A repository can contain a pipe, or a link to an endless device, where Git expects one of its own
files. Git then waits forever, or reads until no memory is left.
"""

from __future__ import annotations

import sys

STEP = 5.0  # seconds between two looks at a process; a slow disk answers many times within them
MOST_MEMORY = 4_000_000_000  # bytes; an object of one gigabyte, and as much for what it is made of
_SLEEPING = "S"  # in an interruptible wait; a wait for a disk is "D"


def limit_memory(process: int) -> None:
    """Let the process fail beyond MOST_MEMORY, where the system can limit another process."""
    if sys.platform != "linux":
        return
    import resource
    from contextlib import suppress

    with suppress(OSError, ValueError):
        most = resource.prlimit(process, resource.RLIMIT_DATA)[1]
        wanted = MOST_MEMORY if most == resource.RLIM_INFINITY else min(MOST_MEMORY, most)
        resource.prlimit(process, resource.RLIMIT_DATA, (wanted, most))


class Watch:
    """Tells whether a process is waiting for something that does not come."""

    def __init__(self, process: int) -> None:
        self._process = process
        self._before = ""

    def is_stuck(self) -> bool:
        """Whether the process has slept since the last call without being woken once. Only known on
        Linux; elsewhere False."""
        now = _sleep_of(self._process)
        stuck = bool(now) and now == self._before
        self._before = now
        return stuck


def _sleep_of(process: int) -> str:
    """How often a sleeping process has been woken so far; "" if it is not asleep, or if that is
    not known."""
    try:
        with open(f"/proc/{process}/status", encoding="utf-8", errors="replace") as stream:
            fields = dict(line.rstrip("\n").split(":\t", 1) for line in stream if ":\t" in line)
    except OSError:
        return ""
    if fields.get("State", "")[:1] != _SLEEPING:
        return ""
    return f"{fields.get('voluntary_ctxt_switches')} {fields.get('nonvoluntary_ctxt_switches')}"
