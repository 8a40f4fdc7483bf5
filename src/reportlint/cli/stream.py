"""`reportlint check` on a stream: reads records or paths, and prints findings as they are made."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

from reportlint import __version__
from reportlint._startup.typed import TYPE_CHECKING, Any
from reportlint.cli import options, outputs
from reportlint.cli.option_table import name_of
from reportlint.core.errors import UserError
from reportlint.core.report import FileReport, Report, fails
from reportlint.core.text import Text
from reportlint.output.formats import Parts, RenderOptions
from reportlint.output.totals import Tally
from reportlint.run.shown import FileFormatter, FileOutput

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlint.cli.progress import Progress
    from reportlint.core.request import Settings
    from reportlint.run.stream import Stream

_NOT_WITH_RECORDS = (  # options that concern files
    "files_from0",
    "stdin_filename",
    "fix",
    "diff",
    "unsafe_fixes",
    "staged",
    "rev",
    "since",
    "patch",
    "profile",
)
_WANT_ALL = ("statistics", "fix", "diff", "unsafe_fixes", "profile")


def paths_of(paths: Sequence[str], values: Mapping[str, Any]) -> tuple[str, ...]:
    """The paths to check, with those read from a file; the current folder if none are given."""
    if not values["files_from0"]:
        return tuple(paths) or (".",)
    from reportlint.files.incoming import names

    return (*paths, *names(values["files_from0"]))


def goes_out(
    values: Mapping[str, Any], places: Sequence[outputs.Target], environment: Mapping[str, str]
) -> Parts | None:
    """The functions that print the output in parts, so that no text is kept; None if all findings
    must be known first."""
    if len(places) != 1 or places[0].path != outputs.STDOUT or values["max_findings"] is not None:
        return None
    is_hook = places[0].form.for_terminal and environment.get("PRE_COMMIT")
    if is_hook or any(values[name] for name in _WANT_ALL):
        return None
    return places[0].form.parts


def run(
    paths: Sequence[str],
    places: Sequence[outputs.Target],
    settings: Settings,
    values: Mapping[str, Any],
    progress: Progress,
) -> int:
    """Check, print the results and return the exit status. Raises UserError."""
    parts = goes_out(values, places, os.environ)
    render_options = outputs.terminal_render_options(places[0].form, values)
    known: list[Stream] = []  # the stream, created below, whose rules the formatter needs
    formatter = FileFormatter(
        _name_of(places[0].form.name, render_options),
        lambda file: _part(file, parts, render_options, known[0]),
    )
    reports = (
        _records(paths, settings, values)
        if values["from_ndjson"]
        else _files(paths, settings, values, progress, parts and formatter)
    )
    known.append(reports)
    if parts is None:
        failed = _print_whole(reports, places, values, progress)
    else:
        failed = _print_parts(reports, parts, formatter, render_options, progress)
    options.tell(reports.notes(), reports.language)
    if reports.problems:
        options.complain_of(reports.problems, reports.language)
        return 2
    return int(failed and not values["exit_zero"])


def _print_whole(
    reports: Stream,
    places: Sequence[outputs.Target],
    values: Mapping[str, Any],
    progress: Progress,
) -> bool:
    """Write all reports together, and return whether one fails the run."""
    files = sorted(reports, key=lambda file: file.path)
    progress.clear()
    report = Report(
        tuple(files),
        reports.language,
        reports.rules,
        notes=tuple(reports.notes()),
        known=reports.known,
    )
    outputs.write(report, places, values, os.environ)
    return any(map(fails, files))


def _name_of(form: str, render_options: RenderOptions) -> str:
    """The cache key of rendered parts. It contains all that a part depends on besides its
    report."""
    return repr((__version__, form, render_options))


def _part(
    file: FileReport, parts: Parts | None, render_options: RenderOptions, reports: Stream
) -> str:
    report = Report((file,), file.language, reports.rules, known=reports.known)
    return parts.of_file(report, render_options) if parts else ""


def _print_parts(
    reports: Stream,
    parts: Parts,
    formatter: FileFormatter,
    render_options: RenderOptions,
    progress: Progress,
) -> bool:
    """Print the part of each file, then the end of the output; return whether a file fails the
    run."""
    printer = _PartPrinter(progress, joins=parts.join is not None)
    try:
        for file in reports.outputs(formatter):
            printer.take(file)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader has closed the pipe: the findings until then count
        options.drop(sys.stdout)
        return printer.failed
    progress.clear()  # the following messages begin on a line of their own
    if parts.join:
        options.emit(parts.join(printer.by_path()))
    if parts.last:
        options.emit(
            parts.last(printer.tally.totals(reports.language, reports.known), render_options)
        )
    return printer.failed


class _PartPrinter:
    """Prints the parts of files as they come, or keeps them if the format joins them at the end."""

    def __init__(self, progress: Progress, *, joins: bool) -> None:
        self._progress = progress
        self._joins = joins
        self._kept: list[tuple[str, str]] = []  # path, part
        self.failed = False  # whether a file fails the run
        self.tally = Tally()

    def take(self, file: FileOutput) -> None:
        """Count a file, and print or keep its part. Raises BrokenPipeError."""
        self.failed = self.failed or file.summary.fails
        self.tally.add(file.summary)
        if file.part and self._joins:
            self._kept.append((file.path, file.part))
        elif file.part:
            self._print(file.part, flush=not file.is_kept)  # flush only if it was just made

    def by_path(self) -> Iterator[str]:
        """The parts that were kept, in the order of their paths."""
        return (part for _, part in sorted(self._kept, key=itemgetter(0)))

    def _print(self, part: str, *, flush: bool) -> None:
        self._progress.clear()
        sys.stdout.write(part)
        if flush:
            sys.stdout.flush()


def _files(
    paths: Sequence[str],
    settings: Settings,
    values: Mapping[str, Any],
    tell: Callable[[int, int], None],
    formatter: FileFormatter | None,
) -> Stream:
    from reportlint.run.stream import stream_files

    return stream_files(paths_of(paths, values), settings, tell, formatter)


def _records(paths: Sequence[str], settings: Settings, values: Mapping[str, Any]) -> Stream:
    from reportlint.files.incoming import batches, open_stream
    from reportlint.run.stream import stream_records

    other = [name_of(key) for key in _NOT_WITH_RECORDS if values[key]]
    if paths or other:
        with_what = Text(other[0], other[0]) if other else Text("路径", "paths")
        message = Text(
            f"--from-ndjson 不能和{with_what.zh}一起用",
            f"--from-ndjson does not go with {with_what.en}",
        )
        raise UserError.of(message)
    return stream_records(batches(open_stream(values["from_ndjson"])), settings)
