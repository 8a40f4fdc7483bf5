"""What one run of the tool found: the value that an output format turns into text."""

from __future__ import annotations

from collections.abc import Mapping

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.diagnostic import SEVERITIES, WARNING, Diagnostic, at_least
from reportlint.core.errors import Problem
from reportlint.core.rule import Rule
from reportlint.core.span import LineIndex
from reportlint.core.text import Text
from reportlint.core.word import is_word

UNCHECKED = ("unreadable", "undecodable")  # rules that say that a file could not be checked at all


class Terms(NamedTuple):
    """What the options and the configuration of a file say of how its findings are taken."""

    # how grave a finding has to be for the file to fail the run, or "never"
    fail_on: str = WARNING
    # the language that somebody has asked for; "" is none: messages are in that of the text, and
    # severities as programs read them
    language: str = ""


class FileReport(NamedTuple):
    """One checked file. The places of its diagnostics are offsets into `text`; an output turns them
    into lines and columns."""

    path: str  # as people are to see it: as given, or relative to the current folder
    # "" where the file could not be read or decoded, and in a run over many files where nothing was
    # found
    text: str
    lines: LineIndex
    diagnostics: tuple[Diagnostic, ...]
    language: str = ""  # the language its messages are in: "zh" or "en"
    terms: Terms = Terms()
    # a name Python knows, "utf-8-sig" where there is a mark; "" of a Word document, and where the
    # file could not be decoded
    encoding: str = ""
    heeded: tuple[
        tuple[str, int, bool], ...
    ] = ()  # entries of `ignore` about this file: path, line, whether one silenced anything
    untyped: bool = False  # whether a type of report was sought for it, and none recognised
    type: str = ""  # the name of its report type, in the language of the messages; "" is none

    @property
    def is_word(self) -> bool:
        """Whether it is a Word document, whose lines only we can count."""
        return is_word(self.path)


class Report(NamedTuple):
    """All files of one run, ordered by path, each with its diagnostics in the order of the text."""

    files: tuple[FileReport, ...]
    language: str = "en"  # of the words around the findings
    rules: Mapping[
        str, Rule
    ] = {}  # by id; whatever a diagnostic names, but for a rule that no pack in use has
    hidden: Mapping[
        str, int
    ] = {}  # findings by severity that were left out of `files`, to keep the output short
    notes: tuple[Text, ...] = ()  # what people should know of the run, and is no finding
    problems: tuple[Problem, ...] = ()  # in configurations of folders that were passed over for it
    times: tuple[
        tuple[str, str, float], ...
    ] = ()  # where it was asked for: "phase" or "rule", its name, seconds
    known: Mapping[str, Rule] = {}  # `rules` without reasons and examples, which take time to load

    @property
    def named(self) -> Mapping[str, Rule]:
        """The rules, for who asks for their names and addresses only."""
        return self.known or self.rules


class Totals(NamedTuple):
    """What an output says of all files together."""

    files: int
    untyped: int  # files of which a type was sought, and none recognised
    severities: Mapping[str, int]  # findings by severity, those left out among them
    mendable: Mapping[str, int]  # findings by the safety of their fix
    hidden: int  # findings that `--max-findings` left out
    language: str  # of the words
    # the short names of the rules that found most, by their ids, the most frequent first
    called: Mapping[str, str] = {}
    rules: int = 0  # that found anything


NO_LINES = LineIndex("")


def shown_by_name(file: FileReport) -> FileReport:
    """The report without the text, which nobody looks at, where nothing was found: of ten thousand
    files not all fit in memory."""
    return file if file.diagnostics else file._replace(text="", lines=NO_LINES)


def fails(file: FileReport) -> bool:
    """Whether the file fails the run. One that could not be checked always does: else nobody would
    learn of it."""
    return bool(file.diagnostics) and any(
        finding.rule in UNCHECKED or at_least(finding.severity, file.terms.fail_on)
        for finding in file.diagnostics
    )


class Summary(NamedTuple):
    """What the totals of a run need to know of one file."""

    language: str
    fails: bool
    untyped: bool
    severities: Mapping[str, int]  # findings by severity
    mendable: Mapping[str, int]  # findings by the safety of their fix
    rules: Mapping[str, int]  # findings by rule


def summary_of(file: FileReport) -> Summary:
    """The summary of a file."""
    severities: dict[str, int] = {}
    mendable: dict[str, int] = {}
    rules: dict[str, int] = {}
    for finding in file.diagnostics:
        severities[finding.severity] = severities.get(finding.severity, 0) + 1
        rules[finding.rule] = rules.get(finding.rule, 0) + 1
        if finding.fix and finding.fix.edits:
            mendable[finding.fix.safety] = mendable.get(finding.fix.safety, 0) + 1
    return Summary(file.language, fails(file), file.untyped, severities, mendable, rules)


def count(report: Report) -> dict[str, int]:
    """How many findings there are of each severity, those left out among them."""
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
