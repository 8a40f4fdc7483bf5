"""Work shared among freshly started processes, if forking is unsafe or the caller has chosen so."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from reportlint.core.request import Settings
from reportlint.run.file_result import encoded_result
from reportlint.run.setup import Setups

TRIALS = 2  # attempts in other processes


def spawned(paths: Sequence[str], settings: Settings, jobs: int) -> Iterator[str]:
    """The answers for the files at `paths`, in that order.

    If one process dies, for example killed by the system, the pool stops: the rest is done by new
    processes, and if one of those dies too, by this process.
    """
    size = max(1, min(64, len(paths) // (jobs * 8)))
    chunks = [paths[at : at + size] for at in range(0, len(paths), size)]
    for _ in range(TRIALS):
        for answers in _answers(chunks, settings, jobs) if chunks else ():
            chunks = chunks[1:]
            yield from answers
    if chunks:
        _begin(settings)
    for chunk in chunks:
        yield from _results(chunk)


def _answers(chunks: Sequence[Sequence[str]], settings: Settings, jobs: int) -> Iterator[list[str]]:
    """The answers for each chunk, in order, until a process dies."""
    pool = ProcessPoolExecutor(
        jobs, multiprocessing.get_context("spawn"), initializer=_start, initargs=(settings,)
    )
    try:
        waiting = [pool.submit(_results, chunk) for chunk in chunks]
        for future in waiting:
            yield future.result()
        pool.shutdown()
    except BrokenProcessPool:
        return
    finally:
        for child in multiprocessing.active_children():  # only after Ctrl-C are there any
            child.kill()
        pool.shutdown(wait=False, cancel_futures=True)


_setups: Setups | None = None
_settings = Settings()


def _start(settings: Settings) -> None:
    """Initialise a process; it ignores Ctrl-C, which the parent process handles."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _begin(settings)


def _begin(settings: Settings) -> None:
    global _setups, _settings
    _settings = settings
    _setups = Setups(settings)


def _results(paths: Sequence[str]) -> list[str]:
    """The results of checking the files, each as a text that the parent process decodes."""
    return [encoded_result(path, _setups or Setups(_settings), _settings) for path in paths]
