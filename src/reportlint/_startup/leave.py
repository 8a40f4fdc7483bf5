"""Exit as soon as all output is written, and collect garbage seldom until then.

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
    """Call `run` and exit the process with the status that it returns."""
    collect_seldom()
    status = run()
    if all_is_written():
        os._exit(status)
    sys.exit(status)


def collect_seldom() -> None:
    """Raise the thresholds of the garbage collector: most values of a run live to its end, and few
    form cycles."""
    gc.set_threshold(300_000, 20, 20)


def all_is_written() -> bool:
    """Whether the process may exit at once: all streams are flushed, and no exit handler is
    registered, for example by a process pool or by coverage. Python's own shutdown, which takes all
    modules apart, takes as long as checking a report."""
    waiting = getattr(atexit, "_ncallbacks", lambda: 1)()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):
        return False
    return not waiting
