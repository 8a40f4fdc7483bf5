"""Feed damaged and hostile input to every reader of reportlint.

    python -m tools.fuzz                        # a minute, all targets
    python -m tools.fuzz --seconds 14400        # four hours
    python -m tools.fuzz --target docx --seed 7 --only 1234    # repeat one input
    python -m tools.fuzz --target package --documents FOLDER   # start from your own Word documents
    python -m tools.fuzz --target patch --atheris   # guided by coverage (pip install atheris)

An input is determined by a seed, a target and a number, so that it can be repeated. Each may take
`--limit` seconds of processor time. An input that causes a crash, a hang or a broken promise is
printed and written to the folder `--keep`. Then the exit status is 1.
"""

from __future__ import annotations

import argparse
import random
import resource
import signal
import sys
import time
import traceback
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from types import FrameType
from typing import NoReturn

from tools.fuzz import packages
from tools.fuzz.mutate import mutated
from tools.fuzz.samples import samples
from tools.fuzz.targets import TARGETS, BrokenPromiseError

_RARE = {"runs": 100}  # a slow target runs once in so many rounds
# the wall time limit as a multiple of `--limit`, for inputs that wait for ever: it is high, as the
# machine may be busy
_WAITS = 60


class HangError(BaseException):
    """An input has exceeded its time limit. `except Exception` does not catch it."""


@dataclass
class Figures:
    """The results of the inputs of one target."""

    inputs: int = 0
    crashes: int = 0
    broken: int = 0  # promises
    hangs: int = 0
    slowest: float = 0.0  # seconds of processor time
    slowest_input: str = ""  # its size
    problems: set[str] = field(default_factory=set)  # printed already

    @property
    def faults(self) -> int:
        """The number of inputs that failed."""
        return self.crashes + self.broken + self.hangs


def input_of(target: str, seed: int, number: int) -> bytes:
    """The input with this number."""
    if target == "package":
        return packages.package(random.Random(f"{seed}:{target}:{number}"))
    return mutated(samples(target), random.Random(f"{seed}:{target}:{number}"))


def feed(target: str, data: bytes, limit: float, figures: Figures) -> str:
    """Run a target on one input and count the result; a description of the failure, "" if there is
    none."""
    signal.setitimer(signal.ITIMER_PROF, limit)
    signal.setitimer(signal.ITIMER_REAL, limit * _WAITS)
    started = _spent()
    problem = ""
    try:
        TARGETS[target](data)
        if _spent() - started > limit:  # the alarm does not count child processes
            raise HangError
    except HangError:
        figures.hangs += 1
        problem = f"more than {limit:g} s\n{traceback.format_exc(limit=-4)}"
    except BrokenPromiseError as error:
        figures.broken += 1
        problem = f"broken promise: {error}"
    except Exception as error:  # noqa: BLE001 - every exception is a crash
        figures.crashes += 1
        last = traceback.extract_tb(error.__traceback__)[-1]
        problem = f"{type(error).__name__} in {last.filename}:{last.lineno}: {str(error)[:200]}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
    took = _spent() - started
    figures.inputs += 1
    if took > figures.slowest:
        figures.slowest, figures.slowest_input = took, f"{len(data)} bytes"
    return problem


def _spent() -> float:
    """Seconds of processor time so far, including child processes that have ended."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def run(
    targets: Sequence[str], seed: int, seconds: float, limit: float, keep: Path
) -> dict[str, Figures]:
    """Run the targets in turn until the time is over. An untimed first call of each target does
    what is done only once."""
    for target in targets:
        with suppress(Exception):  # failures are reported for the inputs
            TARGETS[target](samples(target)[0])
    for alarm in (signal.SIGALRM, signal.SIGPROF):
        signal.signal(alarm, _stop)
    all_figures = {target: Figures() for target in targets}
    end = time.monotonic() + seconds
    for number in count():
        for target in targets:
            if number % _RARE.get(target, 1):
                continue
            if time.monotonic() > end:
                return all_figures
            data = input_of(target, seed, number)
            problem = feed(target, data, limit, all_figures[target])
            if problem and problem not in all_figures[target].problems:
                all_figures[target].problems.add(problem)
                keep.mkdir(parents=True, exist_ok=True)
                (keep / f"{target}-{seed}-{number}").write_bytes(data)
                print(f"{target}, seed {seed}, input {number}: {problem}", flush=True)
    raise AssertionError


def _stop(signum: int, frame: FrameType | None) -> NoReturn:
    """Handle an alarm."""
    raise HangError


def guided(target: str, seconds: float, corpus: Path) -> None:
    """Run a target on inputs that atheris generates, guided by the branches that they reach."""
    import atheris

    corpus.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(samples(target)):
        (corpus / f"sample-{number}").write_bytes(data)
    options = [f"-max_total_time={seconds:g}", "-max_len=8000", "-timeout=20", "-rss_limit_mb=2000"]
    atheris.instrument_all()
    atheris.Setup([sys.argv[0], *options, str(corpus)], TARGETS[target])
    atheris.Fuzz()


def main() -> int:
    """Run the fuzzer and print a table; the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.fuzz",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--target", action="append", choices=TARGETS, help="default: all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=60, help="duration")
    parser.add_argument(
        "--limit", type=float, default=10, help="maximum seconds of processor time for one input"
    )
    parser.add_argument("--only", type=int, help="run only the input with this number")
    parser.add_argument(
        "--keep", type=Path, default=Path("fuzz-failures"), help="folder for failing inputs"
    )
    parser.add_argument("--documents", type=Path, help="a folder of Word documents for `package`")
    parser.add_argument("--memory", type=int, help="maximum memory in MB; more is a crash")
    parser.add_argument(
        "--atheris", action="store_true", help="guided by coverage; only the first target"
    )
    arguments = parser.parse_args()
    targets = arguments.target or list(TARGETS)
    if arguments.documents and not packages.use(arguments.documents):
        parser.error(f"no .docx in {arguments.documents}")
    if arguments.memory:
        resource.setrlimit(resource.RLIMIT_AS, (arguments.memory << 20, arguments.memory << 20))
    if arguments.atheris:
        guided(targets[0], arguments.seconds, arguments.keep / "corpus" / targets[0])
        return 0
    if arguments.only is not None:
        for target in targets:
            TARGETS[target](input_of(target, arguments.seed, arguments.only))
        return 0
    all_figures = run(targets, arguments.seed, arguments.seconds, arguments.limit, arguments.keep)
    print(f"{_spent() / 3600:.2f} hours of processor time")
    print("| target | inputs | crashes | broken promises | hangs | slowest (s of processor) |")
    print("|---|---|---|---|---|---|")
    for target, figures in all_figures.items():
        print(
            f"| {target} | {figures.inputs} | {figures.crashes} | {figures.broken} | "
            f"{figures.hangs} | {figures.slowest:.2f} ({figures.slowest_input}) |"
        )
    return int(any(figures.faults for figures in all_figures.values()))


if __name__ == "__main__":
    raise SystemExit(main())
