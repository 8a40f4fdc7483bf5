"""Files or records → reports one by one, in order; finished reports are not kept in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from reportlint._startup.fast_json import loads
from reportlint._startup.typed import Any
from reportlint.cache.codec import encode
from reportlint.core.errors import Problem, UserError
from reportlint.core.report import NO_LINES, FileReport, Terms, shown_by_name, summary_of
from reportlint.core.request import Settings
from reportlint.core.rule import Rule
from reportlint.core.text import Text
from reportlint.files.decode import Decoded
from reportlint.files.sources import Source
from reportlint.run.check import (
    Opened,
    check_current_configuration,
    common_language,
    left_out,
    opened,
    outside_notes,
    pointer_notes,
    unread_notes,
)
from reportlint.run.file import check_file, check_text
from reportlint.run.file_result import entry, report
from reportlint.run.many import FIRST, check_each, forks, output_each, processes
from reportlint.run.setup import Setups
from reportlint.run.shown import FileFormatter, FileOutput
from reportlint.run.unused_entries import unused_entry_reports

BATCH = 512  # files that are looked up in the cache and shared among processes at a time


class Stream:
    """Reports as they are made; can be iterated over once."""

    def __init__(
        self,
        setups: Setups,
        reports: Iterator[FileReport | FileOutput | None],
        paths: Sequence[str] = (),
        problems: tuple[Problem, ...] = (),
    ) -> None:
        """`paths` are the paths to check; () for records."""
        self._setups = setups
        self._reports = reports
        self._paths = paths
        self.problems = problems  # in configurations of skipped folders
        self._rules: Mapping[str, Rule] = {}
        self._known: Mapping[str, Rule] = {}
        self._rules_of = 0  # number of configurations that the rules come from
        self.pointers = 0  # Git LFS pointers, which were not checked
        self._languages: set[str] = set()
        self._any = False

    def __iter__(self) -> Iterator[FileReport]:
        for outcome in self._each():
            if isinstance(outcome, FileReport):
                self._languages.add(outcome.language)
                yield outcome

    def outputs(self, formatter: FileFormatter) -> Iterator[FileOutput]:
        """The output for each file, formatted by `formatter`."""
        for outcome in self._each():
            if not isinstance(outcome, FileOutput):
                part = formatter.of_file(outcome) if outcome.diagnostics else ""
                outcome = FileOutput(outcome.path, part, summary_of(outcome))
            self._languages.add(outcome.summary.language)
            yield outcome

    def _each(self) -> Iterator[FileReport | FileOutput]:
        for outcome in self._reports:
            self._any = True
            self.pointers += outcome is None
            if outcome is not None:
                yield outcome
        if self._paths and not self._any:
            check_current_configuration(self._setups)
        self._setups.memory.save()

    @property
    def rules(self) -> Mapping[str, Rule]:
        """All rules used so far."""
        self._keep_up()
        return self._rules

    @property
    def known(self) -> Mapping[str, Rule]:
        """All rules used so far, without reasons and examples, as in `Report`."""
        self._keep_up()
        return self._known

    def _keep_up(self) -> None:
        number = len(self._setups.all())
        if self._rules_of != number:
            self._rules, self._known = self._setups.rules(), self._setups.known_rules()
            self._rules_of = number

    def notes(self) -> Iterable[Text]:
        """Notes on the whole run, complete after the iteration."""
        yield from unread_notes(() if self._any else self._paths)
        yield from pointer_notes(self.pointers)
        yield from self._setups.baselines.notes()
        yield from outside_notes(self._setups)

    @property
    def language(self) -> str:
        """The language of the text around the findings, judged by the files checked so far."""
        return common_language(self._languages, self._setups.settings)


def stream_files(
    paths: Sequence[str],
    settings: Settings,
    tell: Callable[[int, int], None],
    formatter: FileFormatter | None = None,
) -> Stream:
    """The reports of the files at `paths`, as `run.check.check` makes them, ordered by path. Raises
    UserError.

    With `formatter`, only `outputs` may be used: no reports are made for files that have not
    changed.
    """
    run = opened(paths, settings)
    reports = _file_reports(run, paths, settings, tell, formatter)
    return Stream(run.setups, reports, paths, run.problems)


def _file_reports(
    run: Opened,
    paths: Sequence[str],
    settings: Settings,
    tell: Callable[[int, int], None],
    formatter: FileFormatter | None,
) -> Iterator[FileReport | FileOutput | None]:
    using_ignores: list[FileReport] = []
    files = sorted(run.files)
    reports: Iterable[FileReport | FileOutput | None]
    if not run.is_batch:
        reports = (check_file(path, run.setups, settings) for path in files)
    elif formatter is not None:
        reports = output_each(files, run.setups, settings, tell, BATCH, formatter)
    else:
        reports = check_each(files, run.setups, settings, tell, BATCH)
    for outcome in reports:
        if isinstance(outcome, FileReport) and outcome.ignore_entries:
            using_ignores.append(outcome._replace(text="", lines=NO_LINES, diagnostics=()))
        yield outcome
    if run.files:
        yield from unused_entry_reports(using_ignores, run.setups.all(), paths, settings)


def stream_records(batches: Iterable[Sequence[bytes]], settings: Settings) -> Stream:
    """The reports of records, in their order; each record is a line of JSON with `path`, `text` and
    optionally `type`.

    The path names the text and selects the configuration; the file need not exist. Raises
    UserError.
    """
    setups = Setups(settings)
    reports = _record_reports(batches, setups, settings)
    return Stream(setups, (report for report in reports if report is not None))


def _record_reports(
    batches: Iterable[Sequence[bytes]], setups: Setups, settings: Settings
) -> Iterator[FileReport | None]:
    number = 0
    for batch in batches:
        lines = []
        for line in batch:
            number += 1
            if settings.is_in_shard(number) and line.strip():
                lines.append(f"{number} {line.decode('utf-8', 'surrogateescape')}")
        jobs = processes(map(len, lines), len(lines), settings) if forks() else 1
        alone = len(lines) if jobs == 1 else FIRST
        for item in lines[:alone]:
            yield _checked(item, setups, settings)
        if lines[alone:]:
            yield from _shared(lines[alone:], setups, settings, jobs)


def _shared(
    items: Sequence[str], setups: Setups, settings: Settings, jobs: int
) -> Iterator[FileReport | None]:
    """The reports of records, made by several processes."""
    from reportlint.run.forked import forked

    for line in forked(items, lambda item: _encoded(_checked(item, setups, settings)), jobs):
        data = loads(line)
        if data is None:
            yield None
        else:
            path, known, text, terms = data
            yield report(path, known, text, Terms(*terms))


def _encoded(report: FileReport | None) -> str:
    if report is None:
        return "null"
    return encode([report.path, entry("", shown_by_name(report)), report.text, report.terms])


def _checked(item: str, setups: Setups, settings: Settings) -> FileReport | None:
    """The report of one record, given as "line-number record"; None if it is excluded. Raises
    UserError."""
    number, _, line = item.partition(" ")
    record = _record(line, int(number))
    path, text = record["path"], record["text"].removeprefix("\ufeff")
    if left_out(path, settings):
        return None
    setup, where = setups.at(path)
    if settings.force_exclude and setup.resolver.excluded(where):
        return None
    if record.get("type"):
        settings = settings._replace(type=setup.type_id(record["type"], path))
    source = Source(path, Decoded(text, "utf-8", bom=False))
    try:
        return shown_by_name(check_text(source, where, setup, settings, setups))
    except Exception as error:
        error.add_note(f"while checking record {number}, {path}")
        raise


def _record(line: str, number: int) -> Any:
    """A line parsed as a mapping of strings. Raises UserError."""
    try:
        record = loads(line)
    except (ValueError, RecursionError) as error:
        raise _wrong(number) from error
    texts = isinstance(record, dict) and (
        record.get("path"),
        record.get("text"),
        record.get("type") or "",
    )
    if not texts or not all(isinstance(text, str) for text in texts):
        raise _wrong(number)
    return record


def _wrong(number: int) -> UserError:
    message = Text(
        '每行应是一个 JSON 对象，含文字 "path" 和 "text"，可有 "type"',
        'each line must be a JSON object with the texts "path" and "text", and perhaps "type"',
    )
    return UserError.of(message, "--from-ndjson", number)
