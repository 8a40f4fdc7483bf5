"""How long regexes may take, and which may take long at all.

A regex of a user's rule may need exponential time for a text of fifty characters. Each search has a limit, and all searches
of one report share a budget, so that many such rules do not add up.
"""

from __future__ import annotations

import time
from contextvars import ContextVar, Token

from reportlint._startup import late_re as re
from reportlint._startup.lazy_pattern import lazy

LIMIT = 5.0  # CPU seconds for one regex over one text; a sound one needs milliseconds a megabyte
BUDGET = 10.0  # CPU seconds for all regexes over one report …
BUDGET_PER_MILLION = 2.0  # … and so many more for each million code points
LEAST = 0.1  # what a search gets in any case, so that sound rules are heard after a bad one

_deadlines: ContextVar[tuple[float, float]] = ContextVar("when the time of a report is over")

_NEVER = float("inf"), float("inf")

# What is no operator: an escaped character, a class.
_OPERATOR = lazy(
    r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|(\)?(?:[*+]|\{\d*,\d*\})|\(\?(?:[R0-9&]|P>))", re.DOTALL
)
_MOST_UNBOUNDED = 2  # quantifiers without end in a regex that needs no clock for a short text


class TimeBudget:
    """Within a `with`, the searches of this thread share the budget of one report of `size` code points."""

    def __init__(self, size: int) -> None:
        self._seconds = BUDGET + BUDGET_PER_MILLION * size / 1_000_000

    def __enter__(self) -> None:
        deadlines = time.process_time() + self._seconds, time.perf_counter() + self._seconds
        self._token: Token[tuple[float, float]] = _deadlines.set(deadlines)

    def __exit__(self, *error: object) -> None:
        _deadlines.reset(self._token)


def time_limit() -> float:
    """CPU seconds that the next search may take."""
    cpu, wall = _deadlines.get(_NEVER)
    if wall - time.perf_counter() >= LIMIT:  # tells as much, and takes a tenth of the time
        return LIMIT
    return max(LEAST, min(LIMIT, cpu - time.process_time()))


def may_run_away(source: str) -> bool:
    """Whether a regex may need long for a short text: it repeats a group, or has many quantifiers without end."""
    operators = [match[1] for match in _OPERATOR.finditer(source) if match[1]]
    return len(operators) > _MOST_UNBOUNDED or any(operator[0] in ")(" for operator in operators)


def recurses(source: str) -> bool:
    """Whether a regex calls itself or one of its groups: that may take memory without end."""
    return any(match[1] and match[1][0] == "(" for match in _OPERATOR.finditer(source))
