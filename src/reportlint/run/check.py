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
from reportlint.core.text import Text
from reportlint.engine.check import check as check_reading
from reportlint.engine.messages import housekeeping
from reportlint.engine.suppress import Ignore
from reportlint.files.sources import PointerError, Source, SourceError, read_stdin
from reportlint.load.config import FileSettings
from reportlint.parse.document import format_of, parse
from reportlint.parse.reading import DocumentReading
from reportlint.parse.recognise import recognise
from reportlint.run.baseline import Baselines
from reportlint.run.origin import origin
from reportlint.run.scope import scope
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
    baselines: Baselines | None = None,
) -> Report:
    """Check the files at `paths` and under the folders among them; `-` is standard input.

    `tell` is told after each file how many are done, and of how many; `then` makes the report that counts, of the first one.
    Raises UserError for a path that does not exist, a bad configuration or rule. Any other exception is a bug; it carries a
    note that names the file.
    """
    where = origin(settings, paths)
    setups = Setups(settings, where)
    setups.scope = scope(settings, where, baselines or Baselines(settings, where))

    def excluded(path: str) -> bool:
        setup = setups.of(path)
        return setup.resolver.excluded(setup.relative(path))

    files: list[FileReport | None] = []
    if STDIN in paths:
        name = settings.stdin_path or UNNAMED
        if not (settings.force_exclude and settings.stdin_path and excluded(name)):
            files.append(check_file(name, setups, settings, then, stdin=True))
    named = [path for path in paths if path != STDIN]
    found = where.find(named, excluded, force_exclude=settings.force_exclude)
    found = [one for one in found if setups.scope.covers(one.path)]
    for done, one in enumerate(found, 1):
        files.append(check_file(one.path, setups, settings, then))
        tell(done, len(found))
    if not files:
        setups.of(os.path.join(os.getcwd(), UNNAMED))  # what is wrong with the configuration is said all the same
    reports = sorted((one for one in files if one), key=lambda file: file.path)
    return Report(tuple(reports), _language(reports, settings), setups.rules(), notes=(*_notes(files), *setups.scope.baselines.notes()))


def check_file(
    path: str,
    setups: Setups,
    settings: Settings,
    then: Then = lambda source, report, again: report,
    *,
    stdin: bool = False,
) -> FileReport | None:
    """Check one file, or standard input as if it were that file; None where there is no text, but a pointer of Git LFS."""
    try:
        setup = setups.of(path)
        where = setup.relative(path)
        file = setup.resolver.file(where)
        fail_on = settings.fail_on or setup.config.fail_on or WARNING
        try:
            source = (read_stdin if stdin else setups.origin.read)(path, file.encoding)
        except PointerError:
            return None
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

    def read(text: str) -> DocumentReading:
        document = parse(text, format_of(source.path))
        return DocumentReading(document, setup.library.lexicon, _type(document, where, setup, file, settings))

    reading = read(text)
    document, prepared = reading.document, setup.prepared(file)
    language = settings.language or file.language or settings.locale or reading.language or "en"
    found = check_reading(reading, prepared, language, path=where, ignores=_ignores(setup, where))
    found = setup.scope.narrow(found, reading, source, prepared, read)
    encoding = source.decoded.encoding + ("-sig" if source.decoded.bom else "")
    return FileReport(source.path, document.text, document.index, tuple(found), language, encoding=encoding)


def _notes(files: Sequence[FileReport | None]) -> Iterable[Text]:
    pointers = sum(one is None for one in files)
    if pointers:
        yield Text(f"{pointers} 个文件是 Git LFS 指针，没有检查", f"pointers of Git LFS, not checked: {pointers}")


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
