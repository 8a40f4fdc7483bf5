"""One file → its report."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportlint._startup.typed import TYPE_CHECKING
from reportlint.config.config import FileConfig
from reportlint.core.diagnostic import ERROR, WARNING, Diagnostic
from reportlint.core.report import FileReport, Terms
from reportlint.core.report_type import ReportType
from reportlint.core.request import Settings
from reportlint.core.span import LineIndex, Span
from reportlint.core.text import pick
from reportlint.files.sources import PointerError, Source, SourceError, read_stdin
from reportlint.run.setup import Setup, Setups
from reportlint.suppression.entries import uses

if TYPE_CHECKING:
    from typing import TypeVar

    from reportlint.lint.check import Checked, Prepared, Suppressions
    from reportlint.structure.reading import DocumentReading
    from reportlint.structure.recognise import Guess

    T = TypeVar("T")
Then = Callable[[Source, FileReport, Callable[[str], FileReport]], FileReport]
"""A callback for each checked file. Given the source, its report, and a function that checks
another text in place of the file's, it returns the report to use."""


def as_it_is(source: Source, report: FileReport, again: Callable[[str], FileReport]) -> FileReport:
    """The `Then` that returns the report unchanged."""
    return report


def check_file(
    path: str,
    setups: Setups,
    settings: Settings,
    then: Then = as_it_is,
    *,
    stdin: bool = False,
    narrow: bool = True,
) -> FileReport | None:
    """Check one file, or standard input as if it were that file; None for a Git LFS pointer.

    Without `narrow`, findings known to a baseline or outside the changes are reported too.
    """
    try:
        setup = setups.of(path)
        where = setup.relative(path)
        file = setup.resolver.file(where)
        terms = terms_of(setup, file, settings)
        try:
            source = (read_stdin if stdin else setups.origin.read)(path, file.encoding)
        except PointerError:
            return None
        except SourceError as error:
            return _unchecked(path, error, setup, terms.language or "en")._replace(terms=terms)
        if then is as_it_is:
            # nothing needs the bytes any more, and they take more memory than the text
            source = source._replace(data=b"")
        checker = _Checker(source, where, setup, file, settings)
        first = checker.report(source.decoded.text, setups if narrow else None)
        report = then(source, first, lambda text: checker.report(text, setups))
        return report._replace(terms=terms)
    except Exception as error:
        error.add_note(f"while checking {path}")
        raise


def check_text(
    source: Source,
    where: str,
    setup: Setup,
    settings: Settings,
    setups: Setups | None = None,
) -> FileReport:
    """Check a text in memory; `where` is its path relative to the configuration. The only files
    read are the baselines of `setups`."""
    file = setup.resolver.file(where)
    checker = _Checker(source, where, setup, file, settings)
    report = checker.report(source.decoded.text, setups)
    return report._replace(terms=terms_of(setup, file, settings))


def terms_of(setup: Setup, file: FileConfig, settings: Settings) -> Terms:
    """The failing severity and the message language of a file: from the options, else its
    configuration."""
    return Terms(
        settings.fail_on or setup.config.fail_on or WARNING,
        settings.language or file.language or settings.locale,
    )


class _Checker:
    """Checks texts in place of one file's content: the content itself, its fixed text, an earlier
    version."""

    def __init__(
        self, source: Source, where: str, setup: Setup, file: FileConfig, settings: Settings
    ) -> None:
        """`where` is the file's path relative to the configuration, `file` its settings there."""
        self._source = source
        self._where = where
        self._setup = setup
        self._file = file
        self._settings = settings
        self._prepared = setup.prepared(file)

    def report(self, text: str, setups: Setups | None) -> FileReport:
        """The report of `text` in place of the file's content; with `setups`, without findings that
        baselines know or changes do not touch."""
        # imported here: not needed in a run in which no file has changed
        from reportlint.lint.check import Suppressions

        source, setup = self._source, self._setup
        reading = self._read(source._replace(decoded=source.decoded._replace(text=text)))
        language = self._language(reading)
        entries = setup.ignores.about(source.path, self._where)
        suppressions = Suppressions(entries, setup.config.require_reason)

        def before(source: Source) -> tuple[DocumentReading, Sequence[Diagnostic]]:
            reading = self._read(source)
            return reading, self._check(source, reading, language, suppressions).findings

        findings, used = self._check(source, reading, language, suppressions)
        if setups is not None:
            findings = _narrowed(findings, reading, source, setups, self._prepared, before)
        ran = (rule.id for rule in self._prepared.rules)
        return FileReport(
            source.path,
            reading.document.text,
            reading.document.index,
            tuple(findings),
            language,
            encoding=source.encoding,
            ignore_entries=uses(entries, used, ran) if entries else (),
            untyped=_is_untyped(reading, setup, self._file, self._settings),
            type=_name(reading.type, language),
        )

    def _read(self, source: Source) -> DocumentReading:
        return read_source(source, self._where, self._setup, self._file, self._settings)

    def _language(self, reading: DocumentReading) -> str:
        """The language of the messages: as configured, else that of the text, else English."""
        terms = terms_of(self._setup, self._file, self._settings)
        return terms.language or reading.language or "en"

    def _check(
        self,
        source: Source,
        reading: DocumentReading,
        language: str,
        suppressions: Suppressions,
    ) -> Checked:
        from reportlint.lint.check import check

        checked = check(
            reading,
            self._prepared,
            language,
            path=self._where,
            suppressions=suppressions,
            timer=self._setup.timer,
        )
        return _placed(checked, source, reading)


def read_source(
    source: Source, where: str, setup: Setup, file: FileConfig, settings: Settings
) -> DocumentReading:
    """The reading of a file with its report type, as configured or else recognised; `where` is the
    file's path relative to the configuration."""
    from reportlint.run.document import document_of
    from reportlint.structure.reading import DocumentReading

    timed = setup.timer.phase if setup.timer else _untimed
    document = timed("parsing", lambda: document_of(source, setup.matcher))
    reading = DocumentReading(document, setup.matcher, path=where)
    type_, is_guess = timed("recognising", lambda: _type(reading, where, setup, file, settings))
    return reading.with_type(type_, is_recognised=is_guess) if type_ else reading


def _narrowed(
    findings: list[Diagnostic],
    reading: DocumentReading,
    source: Source,
    setups: Setups,
    prepared: Prepared,
    before: Callable[[Source], tuple[DocumentReading, Sequence[Diagnostic]]],
) -> list[Diagnostic]:
    """`findings` without those that the baselines of `setups` know or its changes do not touch."""
    rules = {rule.id: rule for rule in prepared.rules}

    def ran(rule_id: str) -> bool:
        return rule_id in rules or rule_id not in prepared.known

    findings = setups.baselines.to_report(findings, reading.document.text, source.path, ran)
    if setups.changes is None:
        return findings
    return setups.changes.narrow(findings, reading, source, rules, before)


def _is_untyped(
    reading: DocumentReading, setup: Setup, file: FileConfig, settings: Settings
) -> bool:
    """Whether a report type was looked for in a text that is not blank, and none was recognised."""
    is_sought = (settings.type or file.type) is None and bool(setup.library.types)
    return reading.type is None and is_sought and bool(reading.document.text.strip())


def _name(type_: ReportType | None, language: str) -> str:
    return pick(type_.name, language) if type_ else ""


def _placed(checked: Checked, source: Source, reading: DocumentReading) -> Checked:
    """The findings, if the file is a Word document, without fixes and with the part they are in
    (footnote, header …); else unchanged."""
    if source.word is None:
        return checked
    from reportlint.run.word import placed

    findings = placed(checked.findings, source.word, reading.document, reading.language or "en")
    return checked._replace(findings=list(findings))


def _untimed(name: str, make: Callable[[], T]) -> T:
    return make()


def _type(
    reading: DocumentReading, where: str, setup: Setup, file: FileConfig, settings: Settings
) -> tuple[ReportType | None, bool]:
    """The report's type, from the command line, else the configuration, else recognised; and
    whether its missing parts are weighed (see `is_recognised_builtin`)."""
    type_id = setup.type_id(settings.type) if settings.type else file.type
    if type_id is not None:
        return (setup.library.types[type_id] if type_id else None), False
    guess = setup.recogniser.recognise(reading.document, where, lambda: reading.headings)
    if guess is None or guess.is_named_only:
        return None, False
    return guess.type, is_recognised_builtin(guess)


def is_recognised_builtin(guess: Guess) -> bool:
    """Whether missing parts may be reported as information only (see `kinds.form`): the type is
    recognised, not stated in the report, and built in."""
    from reportlint.config.shipped import is_shipped

    return not guess.is_told and is_shipped(guess.type.path)


def _unchecked(path: str, error: SourceError, setup: Setup, language: str) -> FileReport:
    """The report of an unreadable file: one finding, an error whatever severity is configured."""
    rule = setup.library.rules.get(error.rule)
    reason = error.reason.to(language)
    if rule is None:  # only user-defined packs, without `core`
        finding = Diagnostic(error.rule, ERROR, Span(0, 0), reason, transient=True)
    else:
        from reportlint.lint.messages import housekeeping

        finding = housekeeping(rule, {"rule": rule.id, "place": path, "detail": reason}, language)
    return FileReport(path, "", LineIndex(""), (finding._replace(severity=ERROR),), language)
