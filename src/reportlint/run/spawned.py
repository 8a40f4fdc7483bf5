"""Work shared among processes that are started anew: where forking is not sound, or the caller
wants it so."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from reportlint.core.request import Settings
from reportlint.run.answers import answer
from reportlint.run.setup import Setups

TRIALS = 2  # of a chunk in another process


def spawned(paths: Sequence[str], settings: Settings, jobs: int) -> Iterator[str]:
    """The answers about the files at `paths`, in that order.

    A process that dies, as the system may kill one, takes the others with it: what is left is done
    by new ones, and where one of those dies too, by this one.
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
        yield from _work(chunk)


def _answers(chunks: Sequence[Sequence[str]], settings: Settings, jobs: int) -> Iterator[list[str]]:
    """The answers about each chunk, in order, as far as no process dies."""
    pool = ProcessPoolExecutor(
        jobs, multiprocessing.get_context("spawn"), initializer=_start, initargs=(settings,)
    )
    try:
        waiting = [pool.submit(_work, chunk) for chunk in chunks]
        for future in waiting:
            yield future.result()
        pool.shutdown()
    except BrokenProcessPool:
        return
    finally:
        for child in multiprocessing.active_children():  # after Ctrl-C; else there is none
            child.kill()
        pool.shutdown(wait=False, cancel_futures=True)


_setups: Setups | None = None
_settings = Settings()


def _start(settings: Settings) -> None:
    """Begin a process: Ctrl-C is the business of the one that started it."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _begin(settings)


def _begin(settings: Settings) -> None:
    global _setups, _settings
    _settings = settings
    _setups = Setups(settings)


def _work(paths: Sequence[str]) -> list[str]:
    return [answer(path, _setups or Setups(_settings), _settings) for path in paths]
