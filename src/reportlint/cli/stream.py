"""`reportlint check` on a stream: records or names that come in, findings that go out as they are made."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

from reportlint._startup.typed import TYPE_CHECKING, Any
from reportlint.cli import options, outputs
from reportlint.cli.option_table import name_of
from reportlint.core.errors import Problem, UserError
from reportlint.core.report import Report, fails
from reportlint.core.text import Text
from reportlint.output.formats import JSON_LINES, Format

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlint.core.request import Settings
    from reportlint.run.stream import Stream

_NOT_WITH_RECORDS = (  # what is said of files
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


def paths_of(paths: Sequence[str], given: Mapping[str, Any]) -> tuple[str, ...]:
    """The paths to check, those read from a file among them; the current folder where none is asked for."""
    if not given["files_from0"]:
        return tuple(paths) or (".",)
    from reportlint.files.incoming import names

    return (*paths, *names(given["files_from0"]))


def wanted(given: Mapping[str, Any], places: Sequence[outputs.Target]) -> bool:
    """Whether findings go out as they are made, or records come in."""
    return bool(given["from_ndjson"]) or _goes_out(given, places) is not None


def _goes_out(given: Mapping[str, Any], places: Sequence[outputs.Target]) -> Format | None:
    """The format in which each finding can be written by itself; None where all must be known first."""
    if len(places) != 1 or places[0].path != outputs.STDOUT or given["max_findings"] is not None:
        return None
    form = places[0].form
    writes_each = form.stream and form.syntax == JSON_LINES
    return form if writes_each and not any(given[name] for name in _WANT_ALL) else None


def run(
    paths: Sequence[str],
    places: Sequence[outputs.Target],
    settings: Settings,
    given: Mapping[str, Any],
    tell: Callable[[int, int], None],
) -> int:
    """Check, print, and return the exit status. Raises UserError."""
    reports = (
        _records(paths, settings, given)
        if given["from_ndjson"]
        else _files(paths, settings, given, tell)
    )
    form = _goes_out(given, places)
    if form is None:
        from reportlint.run.check import language_of

        files = sorted(reports, key=lambda file: file.path)
        language = language_of(files, settings)
        report = Report(tuple(files), language, reports.rules, notes=tuple(reports.notes()))
        outputs.write(report, places, given, os.environ)
        options.tell(report.notes, language)
        return int(any(map(fails, files)) and not given["exit_zero"])
    look = outputs.look(places, given, os.environ)
    failed = False
    for file in reports:
        failed = failed or fails(file)
        if file.diagnostics:
            sys.stdout.write(form.render(Report((file,), file.language, reports.rules), look))
            sys.stdout.flush()
    options.tell(reports.notes(), settings.language or settings.locale or "en")
    return int(failed and not given["exit_zero"])


def _files(
    paths: Sequence[str],
    settings: Settings,
    given: Mapping[str, Any],
    tell: Callable[[int, int], None],
) -> Stream:
    from reportlint.run.stream import stream_files

    return stream_files(paths_of(paths, given), settings, tell)


def _records(paths: Sequence[str], settings: Settings, given: Mapping[str, Any]) -> Stream:
    from reportlint.files.incoming import batches, open_stream
    from reportlint.run.stream import stream_records

    other = [name_of(key) for key in _NOT_WITH_RECORDS if given[key]]
    if paths or other:
        with_what = Text(other[0], other[0]) if other else Text("路径", "paths")
        said = Text(
            f"--from-ndjson 不能和{with_what.zh}一起用",
            f"--from-ndjson does not go with {with_what.en}",
        )
        raise UserError([Problem(said)])
    return stream_records(batches(open_stream(given["from_ndjson"])), settings)
