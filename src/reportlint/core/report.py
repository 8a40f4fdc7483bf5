"""The result of one run of the tool, which an output format turns into text."""

from __future__ import annotations

from collections.abc import Mapping

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.diagnostic import SEVERITIES, WARNING, Diagnostic, at_least
from reportlint.core.errors import Problem
from reportlint.core.rule import Rule
from reportlint.core.span import LineIndex
from reportlint.core.text import Text
from reportlint.core.word import is_word

UNCHECKED = ("unreadable", "undecodable")  # rules for files that could not be checked at all


class Terms(NamedTuple):
    """The settings for the findings of one file, from the options and the configuration."""

    # the severity from which a finding makes the run fail, or "never"
    fail_on: str = WARNING
    # the language that was asked for; "": none, messages are in that of the text and severities in
    # the form for programs
    language: str = ""


class FileReport(NamedTuple):
    """One checked file. The spans of its diagnostics are offsets into `text`; an output turns them
    into lines and columns."""

    path: str  # as shown to people: as given, or relative to the current folder
    # "" if the file could not be read or decoded, or if nothing was found in it in a run over many
    # files
    text: str
    lines: LineIndex
    diagnostics: tuple[Diagnostic, ...]
    language: str = ""  # the language of its messages: "zh" or "en"
    terms: Terms = Terms()
    # a name that Python knows, "utf-8-sig" with a byte-order mark; "" for a Word document, and if
    # the file could not be decoded
    encoding: str = ""
    ignore_entries: tuple[
        tuple[str, int, bool], ...
    ] = ()  # entries of `ignore` about this file: path, line, whether one suppressed anything
    untyped: bool = False  # whether a report type was searched for and none was recognised
    type: str = ""  # the name of its report type in the language of the messages; "": none

    @property
    def is_word(self) -> bool:
        """Whether it is a Word document, whose line numbers mean nothing to its readers."""
        return is_word(self.path)


class Report(NamedTuple):
    """All files of one run, ordered by path, each with its diagnostics in text order."""

    files: tuple[FileReport, ...]
    language: str = "en"  # of the words around the findings
    rules: Mapping[
        str, Rule
    ] = {}  # by id: all that diagnostics name, except rules that are in no pack in use
    hidden: Mapping[
        str, int
    ] = {}  # findings by severity that are left out of `files`, to keep the output short
    notes: tuple[Text, ...] = ()  # remarks about the run that are no findings
    problems: tuple[Problem, ...] = ()  # in configurations whose folders were therefore skipped
    times: tuple[
        tuple[str, str, float], ...
    ] = ()  # if asked for: "phase" or "rule", its name, seconds
    known: Mapping[str, Rule] = {}  # `rules` without reasons and examples, which take time to load

    @property
    def findings(self) -> list[tuple[FileReport, Diagnostic]]:
        """All diagnostics, each with its file, in their order."""
        return [(file, diagnostic) for file in self.files for diagnostic in file.diagnostics]

    @property
    def named(self) -> Mapping[str, Rule]:
        """The rules without examples, for callers that need only their names and URLs."""
        return self.known or self.rules


class Totals(NamedTuple):
    """The numbers for all files together that an output shows."""

    files: int
    untyped: int  # files for which a type was searched for and none was recognised
    severities: Mapping[str, int]  # findings by severity, including those left out
    fixable: Mapping[str, int]  # findings by the safety of their fix
    hidden: int  # findings left out by `--max-findings`
    language: str  # of the words
    # the short names of the rules with the most findings, by id, the most frequent first
    called: Mapping[str, str] = {}
    rules: int = 0  # number of rules with findings
    encodings: Mapping[str, int] = {}  # files in each encoding other than UTF-8


NO_LINES = LineIndex("")


def shown_by_name(file: FileReport) -> FileReport:
    """The report without its text if nothing was found: the text is not needed then, and ten
    thousand texts may not fit in memory."""
    return file if file.diagnostics else file._replace(text="", lines=NO_LINES)


def fails(file: FileReport) -> bool:
    """Whether the file makes the run fail. A file that could not be checked always does, otherwise
    this would go unnoticed."""
    return bool(file.diagnostics) and any(
        finding.rule in UNCHECKED or at_least(finding.severity, file.terms.fail_on)
        for finding in file.diagnostics
    )


class Summary(NamedTuple):
    """The data about one file that the totals of a run need."""

    language: str
    fails: bool
    untyped: bool
    severities: Mapping[str, int]  # findings by severity
    fixable: Mapping[str, int]  # findings by the safety of their fix
    rules: Mapping[str, int]  # findings by rule
    encoding: str = ""  # as in FileReport


def summary_of(file: FileReport) -> Summary:
    """The summary of a file."""
    severities: dict[str, int] = {}
    fixable: dict[str, int] = {}
    rules: dict[str, int] = {}
    for finding in file.diagnostics:
        severities[finding.severity] = severities.get(finding.severity, 0) + 1
        rules[finding.rule] = rules.get(finding.rule, 0) + 1
        if finding.fix and finding.fix.edits:
            fixable[finding.fix.safety] = fixable.get(finding.fix.safety, 0) + 1
    return Summary(
        file.language, fails(file), file.untyped, severities, fixable, rules, file.encoding
    )


def count(report: Report) -> dict[str, int]:
    """The number of findings of each severity, including those left out."""
    counts = {severity: report.hidden.get(severity, 0) for severity in SEVERITIES}
    for file in report.files:
        for finding in file.diagnostics:
            counts[finding.severity] += 1
    return counts


def cap(report: Report, most: int) -> Report:
    """The report with its first `most` findings; the others are only counted. Every file stays."""
    room = most
    files = []
    hidden = dict(report.hidden)
    for file in report.files:
        shown = file.diagnostics[: max(room, 0)]
        for finding in file.diagnostics[len(shown) :]:
            hidden[finding.severity] = hidden.get(finding.severity, 0) + 1
        room -= len(shown)
        files.append(file._replace(diagnostics=shown))
    return report._replace(files=tuple(files), hidden=hidden)
