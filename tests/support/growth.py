"""How the time of some work grows with its size, told so that a busy machine changes nothing."""

import gc
import time
from collections.abc import Callable

Prepare = Callable[[int], Callable[[], object]]

TIMES = 8
"""How much larger the larger size is: the time of linear work grows eightfold, of quadratic work
64-fold."""

MOST = 24
"""The growth that is still taken for linear: three times of eight, so that caches of the processor
and tables that grow are allowed."""

ATTEMPTS = 6

# The time of other processes does not count, unless the system measures it too coarsely.
_IS_FINE = time.get_clock_info("process_time").resolution < 1e-5
_CLOCK = time.process_time if _IS_FINE else time.perf_counter


def growth(prepare: Prepare, size: int, times: int = TIMES) -> float:
    """The time for a size of `times * size`, divided by the time for `size`.

    `prepare` makes the work for a size; making it is not measured. Each time is the least of some
    attempts, because other programs can only add to it. The objects of other tests are kept from
    the garbage collector, whose work would be counted otherwise. It ends as soon as the ratio is
    small enough: more attempts make a true ratio no larger."""
    small, large = prepare(size), prepare(times * size)
    small()
    gc.collect()
    gc.freeze()
    collects = gc.isenabled()
    gc.disable()
    try:
        ratio = least_small = least_large = float("inf")
        for _ in range(ATTEMPTS):
            least_small = min(least_small, *(_seconds(small) for _ in range(3)))
            least_large = min(least_large, _seconds(large))
            ratio = least_large / max(least_small, 1e-6)
            if ratio < MOST:
                break
        return ratio
    finally:
        gc.unfreeze()
        if collects:
            gc.enable()


def assert_linear(prepare: Prepare, size: int) -> None:
    """Fail if the time of the work grows much faster than its size."""
    ratio = growth(prepare, size)
    assert ratio < MOST, f"{TIMES} times the size takes {ratio:.0f} times the time"


def _seconds(work: Callable[[], object]) -> float:
    start = _CLOCK()
    work()
    return _CLOCK() - start
