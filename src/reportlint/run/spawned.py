"""Work shared among processes that are started anew: where forking is not sound, or the caller wants it so."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from reportlint._startup.typed import Any
from reportlint.core.request import Settings
from reportlint.run.answers import answer
from reportlint.run.setup import Setups


def spawned(paths: Sequence[str], settings: Settings, jobs: int) -> Iterator[str]:
    """The answers about the files at `paths`, in that order. A process that dies is a bug, and the error names the file."""
    size = max(1, min(64, len(paths) // (jobs * 8)))
    chunks = [paths[at : at + size] for at in range(0, len(paths), size)]
    pool = _pool(jobs, settings)
    try:
        waiting = [pool.submit(_work, chunk) for chunk in chunks]
        for future in waiting:
            yield from future.result()
        pool.shutdown()
    except BrokenProcessPool as error:
        left = [
            path
            for future, chunk in zip(waiting, chunks, strict=True)
            if not _sound(future)
            for path in chunk
        ]
        raise RuntimeError(f"a process died while it checked {_culprit(left, settings)}") from error
    finally:
        for child in multiprocessing.active_children():  # after Ctrl-C; else there is none
            child.kill()
        pool.shutdown(wait=False, cancel_futures=True)


def _pool(jobs: int, settings: Settings) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(
        jobs, multiprocessing.get_context("spawn"), initializer=_start, initargs=(settings,)
    )


def _sound(future: Any) -> bool:
    return future.done() and not future.cancelled() and future.exception() is None


def _culprit(paths: Sequence[str], settings: Settings) -> str:
    """The one of `paths` that a process dies of, each tried in a process of its own."""
    for path in paths:
        with _pool(1, settings) as pool:
            try:
                pool.submit(_work, [path]).result()
            except BrokenProcessPool:
                return path
    return f"one of: {', '.join(paths[:20])}"


_setups: Setups | None = None
_settings = Settings()


def _start(settings: Settings) -> None:
    """Begin a process: Ctrl-C is the business of the one that started it."""
    global _setups, _settings
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _settings = settings
    _setups = Setups(settings)


def _work(paths: Sequence[str]) -> list[str]:
    return [answer(path, _setups or Setups(_settings), _settings) for path in paths]
