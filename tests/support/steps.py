"""Measure the work of a function without a clock."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def steps(function: Callable[[], object]) -> int:
    """The number of Python lines that a call executes, including comprehensions and generators."""
    count = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        function()
    finally:
        sys.settrace(before)
    return count


def grows_linearly(make: Callable[[int], Callable[[], object]], size: int) -> bool:
    """Whether four times the size takes less than six times the steps. Twice the size is run first,
    to fill all caches."""
    make(2 * size)()
    small, large = steps(make(size)), steps(make(4 * size))
    return large < 6 * small
