"""Feed damaged and hostile input to every reader of reportlint.

    python -m tools.fuzz                        # a minute, all targets
    python -m tools.fuzz --seconds 14400        # four hours
    python -m tools.fuzz --target docx --seed 7 --only 1234    # one input again
    python -m tools.fuzz --target package --documents FOLDER   # with Word documents of one's own as
    seeds
    python -m tools.fuzz --target patch --atheris   # guided by coverage (pip install atheris)

An input is made of a seed, a target and a number, so that it can be made again. Each may take
`--limit` seconds of processor time. What crashes, hangs or breaks a promise is written to the
folder `--keep` and named; the status is 1 then.
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

_RARE = {"runs": 100}  # a target that takes long has its turn in one of so many rounds
# times the limit by the clock on the wall, for what waits for ever: a machine may be busy with
# other things
_WAITS = 60


class HangError(BaseException):
    """An input has taken more than its time. Nothing that catches `Exception` catches it."""


@dataclass
class Figures:
    """What has come of the inputs of one target."""

    inputs: int = 0
    crashes: int = 0
    broken: int = 0
    hangs: int = 0
    slowest: float = 0.0
    which: str = ""
    seen: set[str] = field(default_factory=set)

    @property
    def faults(self) -> int:
        """Inputs that something is wrong with."""
        return self.crashes + self.broken + self.hangs


def input_of(target: str, seed: int, number: int) -> bytes:
    """The input of that number."""
    if target == "package":
        return packages.package(random.Random(f"{seed}:{target}:{number}"))
    return mutated(samples(target), random.Random(f"{seed}:{target}:{number}"))


def feed(target: str, data: bytes, limit: float, figures: Figures) -> str:
    """Count one input; what went wrong with it, with the place, "" where nothing did."""
    signal.setitimer(signal.ITIMER_PROF, limit)
    signal.setitimer(signal.ITIMER_REAL, limit * _WAITS)
    started = _spent()
    said = ""
    try:
        TARGETS[target](data)
        if _spent() - started > limit:  # the alarm does not count what other processes take
            raise HangError
    except HangError:
        figures.hangs += 1
        said = f"more than {limit:g} s\n{traceback.format_exc(limit=-4)}"
    except BrokenPromiseError as error:
        figures.broken += 1
        said = f"broken promise: {error}"
    except Exception as error:  # noqa: BLE001 - whatever it is, it is a crash
        figures.crashes += 1
        last = traceback.extract_tb(error.__traceback__)[-1]
        said = f"{type(error).__name__} in {last.filename}:{last.lineno}: {str(error)[:200]}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
    took = _spent() - started
    figures.inputs += 1
    if took > figures.slowest:
        figures.slowest, figures.which = took, f"{len(data)} bytes"
    return said


def _spent() -> float:
    """Seconds of processor time until now, those of processes that have ended among them."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def run(
    targets: Sequence[str], seed: int, seconds: float, limit: float, keep: Path
) -> dict[str, Figures]:
    """Feed the targets in turn until the time is over. What they load once is no part of an input's
    time.
    """
    for target in targets:
        with suppress(Exception):  # what goes wrong is told of the inputs
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
            said = feed(target, data, limit, all_figures[target])
            if said and said not in all_figures[target].seen:
                all_figures[target].seen.add(said)
                keep.mkdir(parents=True, exist_ok=True)
                (keep / f"{target}-{seed}-{number}").write_bytes(data)
                print(f"{target}, seed {seed}, input {number}: {said}", flush=True)
    raise AssertionError


def _stop(signum: int, frame: FrameType | None) -> NoReturn:
    raise HangError


def guided(target: str, seconds: float, corpus: Path) -> None:
    """The same target with inputs that atheris makes, guided by the branches that they reach."""
    import atheris

    corpus.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(samples(target)):
        (corpus / f"sample-{number}").write_bytes(data)
    options = [f"-max_total_time={seconds:g}", "-max_len=8000", "-timeout=20", "-rss_limit_mb=2000"]
    atheris.instrument_all()
    atheris.Setup([sys.argv[0], *options, str(corpus)], TARGETS[target])
    atheris.Fuzz()


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tools.fuzz",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--target", action="append", choices=TARGETS, help="all without")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument(
        "--limit", type=float, default=10, help="seconds of processor time for one input"
    )
    parser.add_argument("--only", type=int, help="feed the input of this number")
    parser.add_argument("--keep", type=Path, default=Path("fuzz-failures"))
    parser.add_argument("--documents", type=Path, help="a folder of Word documents for `package`")
    parser.add_argument("--memory", type=int, help="most MB of memory; more is a crash")
    parser.add_argument("--atheris", action="store_true", help="guided by coverage; one target")
    given = parser.parse_args()
    targets = given.target or list(TARGETS)
    if given.documents and not packages.use(given.documents):
        parser.error(f"no .docx in {given.documents}")
    if given.memory:
        resource.setrlimit(resource.RLIMIT_AS, (given.memory << 20, given.memory << 20))
    if given.atheris:
        guided(targets[0], given.seconds, given.keep / "corpus" / targets[0])
        return 0
    if given.only is not None:
        for target in targets:
            TARGETS[target](input_of(target, given.seed, given.only))
        return 0
    all_figures = run(targets, given.seed, given.seconds, given.limit, given.keep)
    print(f"{_spent() / 3600:.2f} hours of processor time")
    print("| target | inputs | crashes | broken promises | hangs | slowest (s of processor) |")
    print("|---|---|---|---|---|---|")
    for target, one in all_figures.items():
        print(
            f"| {target} | {one.inputs} | {one.crashes} | {one.broken} | {one.hangs} | "
            f"{one.slowest:.2f} ({one.which}) |"
        )
    return int(any(one.faults for one in all_figures.values()))


if __name__ == "__main__":
    raise SystemExit(main())
