"""How long regexes may take, and which may take long at all.

A regex of a user's rule may need exponential time for a text of fifty characters. Each search has a
limit, and all searches of one report share a budget, so that many such rules do not add up.
"""

from __future__ import annotations

import time
from contextvars import ContextVar, Token

from reportlint._startup import late_re as re
from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple

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
    """Within a `with`, the searches of this thread share the budget of one report of `size` code
    points."""

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


class SearchLimit:
    """The limit of one search that is made in steps."""

    def __init__(self) -> None:
        self._wall = time.perf_counter() + LIMIT
        self._cpu = 0.0  # when the processor time is over; 0: the wall clock says that it is not

    def left(self) -> float:
        """CPU seconds that the next step may take. Raises TimeoutError where none are left."""
        if self._wall - time.perf_counter() >= 0:
            return time_limit()
        if not self._cpu:
            self._cpu = time.process_time() + time_limit()
        left = self._cpu - time.process_time()
        if left <= 0:
            raise TimeoutError
        return left


def may_run_away(source: str) -> bool:
    """Whether a regex may need long for a short text: it repeats a group, or has many quantifiers
    without end."""
    operators = [match[1] for match in _OPERATOR.finditer(source) if match[1]]
    return len(operators) > _MOST_UNBOUNDED or any(operator[0] in ")(" for operator in operators)


_BOUNDED = lazy(r"\{(\d*),(\d*)\}")
# steps, which take less than a second; to set a clock takes as long as 500
_WITHOUT_CLOCK = 100_000_000


class Effort(NamedTuple):
    """The most steps that a regex takes at one place of a text of n code points: `times` * n **
    `degree`."""

    times: float
    degree: int

    def needs_clock(self, places: int, size: int) -> bool:
        """Whether a search at so many places of a text of `size` code points may take long."""
        return bool(places * self.times * size**self.degree > _WITHOUT_CLOCK)


def effort_of(source: str) -> Effort:
    """The effort of a regex; of one that repeats a group nothing is promised."""
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
    """How many characters, or more, a regex has with each count written out: `(?:ab){3}` has six.

    The compiler of regexes writes counts out, so that ((a{1000}){1000}){1000} takes all memory.
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
    """Whether a regex calls itself or one of its groups: that may take memory without end."""
    return any(match[1] and match[1][0] == "(" for match in _OPERATOR.finditer(source))
