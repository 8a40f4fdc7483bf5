"""`python -m reportlint`, and the console script."""

from __future__ import annotations

import atexit
import gc
import os
import sys


def main() -> None:
    """Run the tool and leave with its status."""
    gc.set_threshold(
        300_000, 20, 20
    )  # a run makes many values that live to its end, and few circles
    from reportlint.cli.main import main as run

    status = run()
    if _nothing_is_left():
        os._exit(
            status
        )  # taking the modules apart, as Python does at its end, takes as long as checking a report
    sys.exit(status)


def _nothing_is_left() -> bool:
    """Whether all is written, and nobody waits for the end: processes, a measurement of coverage. Else Python leaves as ever."""
    waiting = getattr(atexit, "_ncallbacks", lambda: 1)()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):
        return False
    return not waiting


if __name__ == "__main__":
    main()
