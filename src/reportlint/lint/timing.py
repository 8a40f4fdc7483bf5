"""Measure the time of each phase and rule."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from reportlint.core.reading import Reading

T = TypeVar("T")


class Timer:
    """The seconds spent in each phase and rule. Without a Timer nothing is measured."""

    def __init__(self) -> None:
        self.phases: dict[str, float] = {}
        self.rules: dict[str, float] = {}
        self.size = 0  # code points that were read

    def phase(self, name: str, make: Callable[[], T]) -> T:
        """Call `make`, add its time to the phase `name`, and return its value."""
        return self._spend(self.phases, name, make)

    def rule(self, name: str, make: Callable[[], T]) -> T:
        """Call `make`, add its time to the rule `name`, and return its value."""
        return self._spend(self.rules, name, make)

    def read(self, reading: Reading) -> None:
        """Compute what rules share, so that its time is not counted for the first rule that needs
        it."""
        self.size += len(reading.document.text)
        self.phase("sections", lambda: (reading.sections, reading.body))
        self.phase("numbering", lambda: reading.runs)

    def _spend(self, on: dict[str, float], name: str, make: Callable[[], T]) -> T:
        start = time.perf_counter()
        try:
            return make()
        finally:
            on[name] = on.get(name, 0.0) + time.perf_counter() - start
