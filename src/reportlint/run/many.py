"""Many files: those that have not changed are looked up, and the rest is shared among processes where that pays.

Whatever is done, the reports come in the order of the paths and are those that one process would make.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from reportlint.core.report import NO_LINES, FileReport, shown_by_name
from reportlint.core.span import LineIndex
from reportlint.core.value import NamedTuple
from reportlint.files.cache import digest
from reportlint.files.sources import Source
from reportlint.files.walk import split
from reportlint.run.file import check_file
from reportlint.run.results import Results
from reportlint.run.settings import Settings
from reportlint.run.setup import Setups

MANY = 12  # files; for fewer, reading the cache and starting processes cost more than they save
BYTES_FORK = 150_000  # to be checked, from which on a second process should pay: about ten times what it costs to fork one
BYTES_SPAWN = 1_200_000  # where a process is started anew, not forked


class Made(NamedTuple):
    """What was found in one file."""

    seen: str  # the digest of its bytes, "" where they could not be read
    report: FileReport | None


Tell = Callable[[int, int], None]
_inherited: Setups | None = None  # what a forked process need not load again


def check_all(paths: Sequence[str], setups: Setups, settings: Settings, tell: Tell) -> list[FileReport | None]:
    """The reports of the files at `paths`, in that order; None for a pointer of Git LFS."""
    if len(paths) < MANY or settings.profile:
        return [_told(check_file(path, setups, settings), done, len(paths), tell) for done, path in enumerate(paths, 1)]
    results = Results(setups, settings)
    reports = [results.get(path) for path in paths]
    changed = [at for at, report in enumerate(reports) if report is None]
    done = len(paths) - len(changed)
    fresh = _checked([paths[at] for at in changed], setups, settings, lambda more: tell(done + more, len(paths)))
    for (seen, report), at in zip(fresh, changed, strict=True):
        reports[at] = report
        if report is not None:
            results.put(paths[at], seen, report)
    results.save()
    return _narrowed(reports, setups)


def _told(report: FileReport | None, done: int, total: int, tell: Tell) -> FileReport | None:
    tell(done, total)
    return report


def _narrowed(reports: list[FileReport | None], setups: Setups) -> list[FileReport | None]:
    """The reports without what the baselines know."""
    baselines = setups.scope.baselines
    folders = {split(report.path)[0]: report.path for report in reports if report is not None}
    recorded = {folder for folder, path in folders.items() if baselines.of(path) is not None}
    if not recorded:
        return reports
    return [_fresh(one, setups) if one is not None and split(one.path)[0] in recorded else one for one in reports]


def _fresh(report: FileReport, setups: Setups) -> FileReport:
    setup, own = setups.at(report.path)
    prepared = setup.prepared(setup.resolver.file(own))
    on = {rule.id for rule, _ in prepared.rules}
    baselines = setups.scope.baselines
    left = baselines.fresh(report.diagnostics, report.text, report.path, lambda rule: rule in on or rule not in prepared.known)
    return report._replace(diagnostics=tuple(left))


def _checked(paths: Sequence[str], setups: Setups, settings: Settings, tell: Callable[[int], None]) -> Iterator[Made]:
    jobs = _jobs(paths, settings)
    if jobs > 1:
        yield from _shared(paths, setups, settings, jobs, tell)
        return
    for done, path in enumerate(paths, 1):
        yield _made(path, setups, settings)
        tell(done)


def _made(path: str, setups: Setups, settings: Settings) -> Made:
    seen = ""

    def note(source: Source, report: FileReport, again: object) -> FileReport:
        nonlocal seen
        seen = digest(source.data)
        return report

    report = check_file(path, setups, settings, note, narrow=False)
    return Made(seen, shown_by_name(report) if report is not None else None)


def _jobs(paths: Sequence[str], settings: Settings) -> int:
    """How many processes: as told, else as many as there are processors where there is enough to do."""
    if not paths:
        return 1
    if settings.jobs:
        return min(settings.jobs, len(paths))
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if processors == 1:
        return 1
    enough, size = BYTES_FORK if _method() == "fork" else BYTES_SPAWN, 0
    for path in paths:
        size += _size(path)
        if size >= enough:
            return min(processors, len(paths))
    return 1


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0


def _method() -> str:
    """How processes are started; the caller's choice, else fork where it is sound."""
    import multiprocessing
    import sys

    told = multiprocessing.get_start_method(allow_none=True)
    return told or ("fork" if sys.platform == "linux" else "spawn")


def _shared(paths: Sequence[str], setups: Setups, settings: Settings, jobs: int, tell: Callable[[int], None]) -> Iterator[Made]:
    """The reports, made by `jobs` processes. A process that dies is a bug, and the error names the file."""
    global _inherited
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    size = max(1, min(64, len(paths) // (jobs * 8)))
    chunks = [paths[at : at + size] for at in range(0, len(paths), size)]
    _inherited = setups
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context(_method()), initializer=_start, initargs=(settings,))
    done = 0
    try:
        waiting = [pool.submit(_work, chunk) for chunk in chunks]
        for future in waiting:
            found = future.result()
            done += len(found)
            tell(done)
            yield from (_unpacked(*one) for one in found)
        pool.shutdown()
    except BrokenProcessPool as error:
        left = [path for future, chunk in zip(waiting, chunks, strict=True) if not _sound(future) for path in chunk]
        raise RuntimeError(f"a process died while it checked {_culprit(left, settings)}") from error
    finally:
        _inherited = None
        for child in multiprocessing.active_children():  # after Ctrl-C; else there is none
            child.kill()
        pool.shutdown(wait=False, cancel_futures=True)


def _sound(future: Any) -> bool:
    return future.done() and not future.cancelled() and future.exception() is None


def _culprit(paths: Sequence[str], settings: Settings) -> str:
    """The one of `paths` that a process dies of, each tried in a process of its own."""
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    for path in paths:
        with ProcessPoolExecutor(1, multiprocessing.get_context(_method()), initializer=_start, initargs=(settings,)) as pool:
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
    _setups = _inherited or Setups(settings)


def _work(paths: Sequence[str]) -> list[Made]:
    setups = _setups or Setups(_settings)
    return [_packed(*_made(path, setups, _settings)) for path in paths]


def _packed(seen: str, report: FileReport | None) -> Made:
    """Without the lines, which are as quickly found again as sent to another process."""
    return Made(seen, report._replace(lines=NO_LINES) if report is not None else None)


def _unpacked(seen: str, report: FileReport | None) -> Made:
    return Made(seen, report._replace(lines=LineIndex(report.text) if report.text else NO_LINES) if report is not None else None)
