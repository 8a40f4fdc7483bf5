"""Where the time goes: by phase and by rule."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from reportlint.core.reading import Reading

T = TypeVar("T")


class Timer:
    """Seconds, by what they were spent on. Not asked for, nothing is measured."""

    def __init__(self) -> None:
        self.phases: dict[str, float] = {}
        self.rules: dict[str, float] = {}
        self.size = 0  # code points

    def phase(self, name: str, make: Callable[[], T]) -> T:
        """Call `make`, note the time under a phase, and return its value."""
        return self._spend(self.phases, name, make)

    def rule(self, name: str, make: Callable[[], T]) -> T:
        """Call `make`, note the time under a rule, and return its value."""
        return self._spend(self.rules, name, make)

    def read(self, reading: Reading) -> None:
        """Make what rules share, so that it is not counted for the rule that happens to need it
        first."""
        self.size += len(reading.document.text)
        self.phase("sections", lambda: (reading.sections, reading.body))
        self.phase("numbering", lambda: reading.runs)

    def _spend(self, on: dict[str, float], name: str, make: Callable[[], T]) -> T:
        start = time.perf_counter()
        try:
            return make()
        finally:
            on[name] = on.get(name, 0.0) + time.perf_counter() - start
