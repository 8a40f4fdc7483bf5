"""Leaving as soon as all is written, and few collections of garbage on the way.

Undone: without `os._exit` both one report and an unchanged run take 18 % more; with Python's own
threshold for collections, one report takes 7 % more and an unchanged run 4 %.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Callable


def run_and_leave(run: Callable[[], int]) -> None:
    """Call `run` and end the process with the status that it gives."""
    collect_seldom()
    status = run()
    if all_is_written():
        os._exit(status)
    sys.exit(status)


def collect_seldom() -> None:
    """A run makes many values that live to its end, and few circles."""
    gc.set_threshold(300_000, 20, 20)


def all_is_written() -> bool:
    """Whether the process may end at once: all streams are written out, and no other process and no
    measurement of coverage waits for Python's own end. That end, which takes all modules apart,
    takes as long as checking a report."""
    waiting = getattr(atexit, "_ncallbacks", lambda: 1)()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):
        return False
    return not waiting
