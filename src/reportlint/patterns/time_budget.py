"""Time limits of regexes, and tests for regexes that may take long.

A regex of a user's rule may need exponential time for a text of fifty characters. Each search has a
limit, and all searches of one report share a budget, so many such rules do not add up. Nor do many
reports: a rule that was stopped often has the least time in each further report
(`lint/check.py`).
"""

from __future__ import annotations

import time
from contextvars import ContextVar, Token

from reportlint._startup import late_re as re
from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple

LIMIT = 5.0  # CPU seconds for one regex over one text; a sound one needs milliseconds per megabyte
BUDGET = 10.0  # CPU seconds for all regexes over one report …
BUDGET_PER_MILLION = 2.0  # … and so many more for each million code points
LEAST = 0.1  # minimum for each search, so that sound rules still work after a bad one

_deadlines: ContextVar[tuple[float, float]] = ContextVar("when the time of a report is over")

_NEVER = float("inf"), float("inf")

# Matches operators (group 1), and escaped characters and classes, in which there are none.
_OPERATOR = lazy(
    r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|(\)?(?:[*+]|\{\d*,\d*\})|\(\?(?:[R0-9&]|P>))", re.DOTALL
)
_MOST_UNBOUNDED = 2  # unbounded quantifiers of a regex that is fast in a short text


def budget_of(size: int) -> TimeBudget:
    """The budget of one report of `size` code points."""
    return TimeBudget(BUDGET + BUDGET_PER_MILLION * size / 1_000_000)


class TimeBudget:
    """A context manager: the searches of this thread share a number of CPU seconds, and what is
    left of the budget around it."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds

    def __enter__(self) -> None:
        cpu, wall = _deadlines.get(_NEVER)
        cpu = min(cpu, time.process_time() + self._seconds)
        wall = min(wall, time.perf_counter() + self._seconds)
        self._token: Token[tuple[float, float]] = _deadlines.set((cpu, wall))

    def __exit__(self, *error: object) -> None:
        _deadlines.reset(self._token)


def time_limit() -> float:
    """The CPU seconds that the next search may take."""
    cpu, wall = _deadlines.get(_NEVER)
    if wall - time.perf_counter() >= LIMIT:  # so the CPU time is not over either; ten times as fast
        return LIMIT
    return max(LEAST, min(LIMIT, cpu - time.process_time()))


class SearchLimit:
    """The time limit of one search that is made in steps."""

    def __init__(self) -> None:
        self._wall = time.perf_counter() + LIMIT
        self._cpu = 0.0  # when the CPU time is over; 0 while the wall clock shows that it is not

    def left(self) -> float:
        """The CPU seconds that the next step may take. Raises TimeoutError if none are left."""
        if self._wall - time.perf_counter() >= 0:
            return time_limit()
        if not self._cpu:
            self._cpu = time.process_time() + time_limit()
        left = self._cpu - time.process_time()
        if left <= 0:
            raise TimeoutError
        return left


def may_run_away(source: str) -> bool:
    """Whether a regex may take long for a short text: it repeats a group, or has many unbounded
    quantifiers."""
    operators = [match[1] for match in _OPERATOR.finditer(source) if match[1]]
    return len(operators) > _MOST_UNBOUNDED or any(operator[0] in ")(" for operator in operators)


_COUNT = r"(?:[*+]|\{\d*,?\d*\})(?!\+)"
_REPEATED = lazy(rf"(\\L<[^>]*>{_COUNT})|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|(\){_COUNT})", re.DOTALL)


def repeats_group(source: str) -> bool:
    """Whether a regex repeats a group or a list of words and may go back into it, as `(a|aa)+b`
    does, which takes time exponential in the text. The possessive `(a|aa)++b` does not go back."""
    return any(match[1] or match[2] for match in _REPEATED.finditer(source))


_BOUNDED = lazy(r"\{(\d*),(\d*)\}")
# steps, which take less than a second; setting a clock takes as long as 500
_WITHOUT_CLOCK = 100_000_000


class Effort(NamedTuple):
    """The most steps that a regex takes at one offset of a text of n code points: `times` * n **
    `degree`."""

    times: float
    degree: int

    def needs_clock(self, places: int, size: int) -> bool:
        """Whether a search at `places` offsets of a text of `size` code points may take long."""
        return bool(places * self.times * size**self.degree > _WITHOUT_CLOCK)


def effort_of(source: str) -> Effort:
    """The effort of a regex; infinite if it repeats a group."""
    times, degree = 1.0, 0
    for operator in (match[1] for match in _OPERATOR.finditer(source)):
        if operator and operator[0] in ")(":
            return Effort(float("inf"), 0)
        bounds = _BOUNDED.match(operator) if operator else None
        if bounds and bounds[2]:
            times *= 1 + int(bounds[2]) - int(bounds[1] or 0)
        elif operator:
            degree += 1
    return Effort(times, degree)


_PIECE = lazy(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()]|.", re.DOTALL)
_COUNTED = lazy(r"\{(\d+)(?:,\d*)?\}")


def unrolled(source: str) -> int:
    """At least the number of characters of a regex with each count written out: `(?:ab){3}` has
    six.

    The regex compiler writes counts out, so ((a{1000}){1000}){1000} takes all memory.
    """
    sizes, at = [0], 0
    while at < len(source):
        piece = _PIECE.match(source, at)
        at = piece.end() if piece else at + 1
        text = piece[0] if piece else ""
        if text == "(":
            sizes.append(0)
            continue
        size = sizes.pop() if text == ")" and len(sizes) > 1 else 1
        while count := _COUNTED.match(source, at):
            size, at = size * max(1, int(count[1][:18])), count.end()
        sizes[-1] += size
    return sum(sizes)


def recurses(source: str) -> bool:
    """Whether a regex calls itself or one of its groups, which may take unlimited memory."""
    return any(match[1] and match[1][0] == "(" for match in _OPERATOR.finditer(source))
