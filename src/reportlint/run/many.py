"""Many files: results of unchanged files come from the cache, and the rest is shared among
processes if that is faster.

In any case the reports come in the order of the paths, and are those that one process would make.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence

from reportlint._startup.typed import TYPE_CHECKING
from reportlint.core.report import FileReport
from reportlint.core.request import Settings, Tell
from reportlint.files.paths import split
from reportlint.run.file import check_file
from reportlint.run.setup import Setups

if TYPE_CHECKING:
    from reportlint.run.file_result import FileResult
    from reportlint.run.results import Results
    from reportlint.run.shown import FileFormatter, FileOutput, OutputCache

MANY = 12  # files; for fewer, reading the cache and starting processes cost more than they save
# to check, from which on a second process is faster: measured by bench/processes.py
BYTES_FORK = 240_000
BYTES_SPAWN = 1_800_000  # the same if processes are spawned, not forked
# files checked before forking, so that each process need not prepare the same rules and regexes
# again
FIRST = 3


def check_all(
    paths: Sequence[str], setups: Setups, settings: Settings, tell: Tell
) -> list[FileReport | None]:
    """The reports of the files at `paths`, in that order; None for a Git LFS pointer."""
    return list(check_each(paths, setups, settings, tell, len(paths)))


def check_each(
    paths: Sequence[str], setups: Setups, settings: Settings, tell: Tell, batch: int
) -> Iterator[FileReport | None]:
    """As `check_all`, one by one; `batch` is the number of files looked up and shared among
    processes at a time."""
    if len(paths) < MANY or settings.profile:
        for done, path in enumerate(paths, 1):
            yield _with_progress(check_file(path, setups, settings), done, len(paths), tell)
        return
    from reportlint.run.results import Results  # SQLite, which a few files do not need

    results = Results(setups, settings)
    for start, part in _batches(paths, batch):
        yield from _batch(part, results, setups, settings, _from(start, len(paths), tell))
        results.save()
    results.rows.close()


def output_each(
    paths: Sequence[str],
    setups: Setups,
    settings: Settings,
    tell: Tell,
    batch: int,
    formatter: FileFormatter,
) -> Iterator[FileOutput | FileReport | None]:
    """As `check_each`, but gives the output for each file; a report is made only if the output
    needs one."""
    if len(paths) < MANY or settings.profile:
        yield from check_each(paths, setups, settings, tell, batch)
        return
    from reportlint.run.results import Results
    from reportlint.run.shown import OutputCache

    results = Results(setups, settings)
    output_cache = OutputCache(setups, results, formatter)
    for start, part in _batches(paths, batch):
        items: list[FileOutput | FileReport | None] = list(output_cache.get(part))
        missing = [at for at, kept in enumerate(items) if kept is None]
        tell(start + len(part) - len(missing), len(paths))
        if missing:
            left = [part[at] for at in missing]
            done = start + len(part) - len(left)
            fresh = _batch(left, results, setups, settings, _from(done, len(paths), tell))
            for at, report in zip(missing, fresh, strict=True):
                items[at] = _output_of(report, output_cache)
        results.save()
        output_cache.save()
        yield from items
    results.rows.close()


def _output_of(
    report: FileReport | None, output_cache: OutputCache
) -> FileOutput | FileReport | None:
    """The output for a file; its report if that is needed for unused `ignore` entries."""
    return report if report is None or report.ignore_entries else output_cache.made(report)


def _batches(paths: Sequence[str], batch: int) -> Iterator[tuple[int, Sequence[str]]]:
    """The paths in batches, each with the index of its first path."""
    for start in range(0, len(paths), batch):
        yield start, paths[start : start + batch]


def _from(start: int, total: int, tell: Tell) -> Tell:
    return lambda done, _: tell(start + done, total)


def _batch(
    paths: Sequence[str], results: Results, setups: Setups, settings: Settings, tell: Tell
) -> list[FileReport | None]:
    reports = results.get(paths)
    changed = [at for at, report in enumerate(reports) if report is None]
    done = len(paths) - len(changed)
    fresh = _checked(
        [paths[at] for at in changed], setups, settings, lambda more: tell(done + more, len(paths))
    )
    for checked, at in zip(fresh, changed, strict=True):
        reports[at] = checked.report
        results.put(paths[at], checked)
    return _narrowed(reports, setups)


def _with_progress(
    report: FileReport | None, done: int, total: int, tell: Tell
) -> FileReport | None:
    tell(done, total)
    return report


def _narrowed(reports: list[FileReport | None], setups: Setups) -> list[FileReport | None]:
    """The reports without findings known to a baseline."""
    baselines = setups.baselines
    folders = {split(report.path)[0]: report.path for report in reports if report is not None}
    recorded = {folder for folder, path in folders.items() if baselines.concerns(path)}
    if not recorded:
        return reports
    return [
        _without_known(checked, setups)
        if checked is not None and split(checked.path)[0] in recorded
        else checked
        for checked in reports
    ]


def _without_known(report: FileReport, setups: Setups) -> FileReport:
    setup, name = setups.at(report.path)
    prepared = setup.prepared(setup.resolver.file(name))
    on = {rule.id for rule in prepared.rules}
    baselines = setups.baselines
    left = baselines.to_report(
        report.diagnostics,
        report.text,
        report.path,
        lambda rule: rule in on or rule not in prepared.known,
    )
    return report._replace(diagnostics=tuple(left))


def _checked(
    paths: Sequence[str], setups: Setups, settings: Settings, tell: Callable[[int], None]
) -> Iterator[FileResult]:
    from reportlint.run.file_result import decoded_result, make

    jobs = processes(map(_size, paths), len(paths), settings)
    alone = len(paths) if jobs == 1 else FIRST
    done = 0
    for path in paths[:alone]:
        yield make(path, setups, settings)
        tell(done := done + 1)
    if paths[alone:]:
        for path, line in zip(
            paths[alone:], _answers(paths[alone:], setups, settings, jobs), strict=True
        ):
            yield decoded_result(path, line)
            tell(done := done + 1)


def _answers(paths: Sequence[str], setups: Setups, settings: Settings, jobs: int) -> Iterator[str]:
    if forks():
        from reportlint.run.file_result import encoded_result
        from reportlint.run.forked import forked

        return forked(paths, lambda path: encoded_result(path, setups, settings), jobs)
    from reportlint.run.spawned import spawned

    return spawned(paths, settings, jobs)


def processes(sizes: Iterable[int], number: int, settings: Settings) -> int:
    """The number of processes for `number` texts of these sizes in bytes: as set, else one per
    processor if there is enough work."""
    if not number:
        return 1
    if settings.jobs:
        return min(settings.jobs, number)
    processors = (
        len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    )
    if processors == 1:
        return 1
    enough, all_bytes = BYTES_FORK if forks() else BYTES_SPAWN, 0
    for size in sizes:
        all_bytes += size
        if all_bytes >= enough:
            return min(processors, number)
    return 1


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0


def forks() -> bool:
    """Whether to fork processes: on Linux, unless the caller has set another start method in
    `multiprocessing`."""
    chosen = sys.modules.get("multiprocessing")
    method = chosen.get_start_method(allow_none=True) if chosen else None
    return sys.platform == "linux" and method in (None, "fork")
