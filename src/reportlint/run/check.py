"""Paths and settings → a report."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence

from reportlint.core.diagnostic import ERROR, WARNING, Diagnostic
from reportlint.core.document import Document
from reportlint.core.glob import matches
from reportlint.core.report import FileReport, Report
from reportlint.core.report_type import ReportType
from reportlint.core.span import LineIndex, Span
from reportlint.engine.check import check as check_reading
from reportlint.engine.messages import housekeeping
from reportlint.engine.suppress import Ignore
from reportlint.files.sources import Source, SourceError, read, read_stdin
from reportlint.files.walk import find
from reportlint.load.config import FileSettings
from reportlint.parse.document import format_of, parse
from reportlint.parse.reading import DocumentReading
from reportlint.parse.recognise import recognise
from reportlint.run.settings import STDIN, Settings
from reportlint.run.setup import Setup, Setups

UNNAMED = "<stdin>"


Then = Callable[[Source, FileReport, Callable[[str], FileReport]], FileReport]
"""What is to be done with a file once it is checked: it gets the report, and a function that checks another text in its place."""


def check(
    paths: Sequence[str],
    settings: Settings,
    tell: Callable[[int, int], None] = lambda done, total: None,
    then: Then = lambda source, report, again: report,
) -> Report:
    """Check the files at `paths` and under the folders among them; `-` is standard input.

    `tell` is told after each file how many are done, and of how many; `then` makes the report that counts, of the first one.
    Raises UserError for a path that does not exist, a bad configuration or rule. Any other exception is a bug; it carries a
    note that names the file.
    """
    setups = Setups(settings)

    def excluded(path: str) -> bool:
        setup = setups.of(path)
        return setup.resolver.excluded(setup.relative(path))

    files: list[FileReport] = []
    if STDIN in paths:
        name = settings.stdin_path or UNNAMED
        if not (settings.force_exclude and settings.stdin_path and excluded(name)):
            files.append(check_file(name, setups, settings, then, stdin=True))
    named = [path for path in paths if path != STDIN]
    found = find(named, excluded, force_exclude=settings.force_exclude)
    for done, one in enumerate(found, 1):
        files.append(check_file(one.path, setups, settings, then))
        tell(done, len(found))
    if not files:
        setups.of(os.path.join(os.getcwd(), UNNAMED))  # what is wrong with the configuration is said all the same
    return Report(tuple(sorted(files, key=lambda file: file.path)), _language(files, settings), setups.rules())


def check_file(
    path: str,
    setups: Setups,
    settings: Settings,
    then: Then = lambda source, report, again: report,
    *,
    stdin: bool = False,
) -> FileReport:
    """Check one file, or standard input as if it were that file."""
    try:
        setup = setups.of(path)
        where = setup.relative(path)
        file = setup.resolver.file(where)
        fail_on = settings.fail_on or setup.config.fail_on or WARNING
        try:
            source = (read_stdin if stdin else read)(path, file.encoding)
        except SourceError as error:
            language = settings.language or file.language or settings.locale or "en"
            return _unchecked(path, error, setup, language)._replace(fail_on=fail_on)
        first = _checked(source, source.decoded.text, where, setup, file, settings)
        report = then(source, first, lambda text: _checked(source, text, where, setup, file, settings))
        return report._replace(fail_on=fail_on)
    except Exception as error:
        error.add_note(f"while checking {path}")
        raise


def _checked(source: Source, text: str, where: str, setup: Setup, file: FileSettings, settings: Settings) -> FileReport:
    """The report of `text`, as if the source held it."""
    document = parse(text, format_of(source.path))
    type_ = _type(document, where, setup, file, settings)
    reading = DocumentReading(document, setup.library.lexicon, type_)
    language = settings.language or file.language or settings.locale or reading.language or "en"
    found = check_reading(reading, setup.prepared(file), language, path=where, ignores=_ignores(setup, where))
    encoding = source.decoded.encoding + ("-sig" if source.decoded.bom else "")
    return FileReport(source.path, document.text, document.index, tuple(found), language, encoding=encoding)


def _type(document: Document, where: str, setup: Setup, file: FileSettings, settings: Settings) -> ReportType | None:
    """The report's type: told on the command line, else by the configuration, else by itself."""
    told = settings.type or file.type
    if told is not None:
        return setup.library.types[told] if told else None
    guess = recognise(document, setup.library.types, setup.library.lexicon, where)
    return guess.type if guess else None


def _ignores(setup: Setup, where: str) -> tuple[Ignore, ...]:
    """The `ignore` entries of the configuration that are about this file."""
    entries = (one for one in setup.config.ignores if matches(one.files, where))
    return tuple(Ignore(rule, one.text) for one in entries for rule in one.rules)


def _unchecked(path: str, error: SourceError, setup: Setup, language: str) -> FileReport:
    """The report of a file that nobody could read: one finding, an error whatever the configuration says."""
    rule = setup.library.rules.get(error.rule)
    reason = error.reason.to(language)
    if rule is None:  # packs of the user's own without `core`
        one = Diagnostic(error.rule, ERROR, Span(0, 0), reason)
    else:
        one = housekeeping(rule, Span(0, 0), {"rule": rule.id, "place": path, "detail": reason}, language)
    return FileReport(path, "", LineIndex(""), (one._replace(severity=ERROR),), language)


def _language(files: Iterable[FileReport], settings: Settings) -> str:
    """The language of the words around the findings: the one asked for, else the one that all files are in."""
    used = {file.language for file in files}
    return settings.language or (used.pop() if len(used) == 1 else settings.locale or "en")
