"""Doing a thing again whenever files have changed."""

from __future__ import annotations

import time
from collections.abc import Callable

from reportlint.cli import options
from reportlint.core.errors import UserError
from reportlint.core.text import Text

PAUSE = 0.4  # seconds between two looks at the files


def watch(
    once: Callable[[], int],
    stamps: Callable[[], object],
    language: str,
    wait: Callable[[float], None] = time.sleep,
) -> int:
    """Call `once` now and each time that `stamps` are others than before, until it is interrupted, which is its usual end.

    What is wrong with a file is told, and waited for until it is mended.
    """
    try:
        while True:
            seen = stamps()
            try:
                once()
            except UserError as error:
                options.complain_of(error.problems, language)
            said = Text("等文件改动；Ctrl+C 结束", "waiting for a change; Ctrl+C ends it")
            options.complain(f"—— {said.to(language)}\n")
            while stamps() == seen:
                wait(PAUSE)
    except KeyboardInterrupt:
        return 0
