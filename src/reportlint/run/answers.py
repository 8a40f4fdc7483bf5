"""What is said of one file: as a value, and as a line of JSON, in which it is kept and comes from
another process."""

from __future__ import annotations

from reportlint._startup.digest import digest
from reportlint._startup.fast_json import loads
from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.cache.codec import encode, restore, shape
from reportlint.core.diagnostic import Diagnostic
from reportlint.core.report import NO_LINES, FileReport, Terms, shown_by_name
from reportlint.core.request import Settings
from reportlint.core.span import LineIndex
from reportlint.files.sources import Source
from reportlint.run.file import check_file
from reportlint.run.setup import Setups


class Made(NamedTuple):
    """What was found in one file; as JSON it is an `entry`, and the text where an entry does
    without."""

    seen: str  # the digest of its bytes, "" where they could not be read
    report: FileReport | None  # None for a pointer of Git LFS


def make(path: str, setups: Setups, settings: Settings) -> Made:
    """Check a file, without regard to a baseline."""
    seen = ""

    def note(source: Source, report: FileReport, again: object) -> FileReport:
        nonlocal seen
        seen = digest(source.data)
        return report

    report = check_file(path, setups, settings, note, narrow=False)
    return Made(seen, shown_by_name(report) if report is not None else None)


class StoredReport(NamedTuple):
    """What is kept of a report."""

    seen: str  # the digest of the file's bytes
    language: str
    encoding: str
    diagnostics: tuple[Diagnostic, ...]
    heeded: tuple[tuple[str, int, bool], ...]
    untyped: bool
    type: str


def answer(path: str, setups: Setups, settings: Settings) -> str:
    """Check a file as `make` does, and put the result on one line."""
    seen, report = make(path, setups, settings)
    if report is None:
        return "null"
    return encode([entry(seen, report), report.text, report.terms])


def understood(path: str, line: str) -> Made:
    """The result for the file at `path`, from the line that `answer` gave."""
    data = loads(line)
    if data is None:
        return Made("", None)
    known, text, terms = data
    return Made(seen_of(known), report(path, known, text, Terms(*terms)))


def entry(seen: str, report: FileReport) -> Any:
    """What is kept of a report, for `json`.

    A file without findings is one string, as most are, so that a run in which nothing has changed
    makes nothing of it: the digest of its bytes, its language, its encoding, "untyped" where a type
    was sought and none found, and its type. Any other is a StoredReport.
    """
    if report.diagnostics or report.heeded:
        return StoredReport(
            seen,
            report.language,
            report.encoding,
            report.diagnostics,
            report.heeded,
            report.untyped,
            report.type,
        )
    mark = "untyped" if report.untyped else "-"
    return f"{seen} {report.language} {report.encoding} {mark} {report.type}"


def entry_shape() -> str:
    """What must be the same where an entry is written and where it is read."""
    return shape(StoredReport)


def seen_of(known: Any) -> str:
    """The digest in an entry."""
    seen: str = known.partition(" ")[0] if isinstance(known, str) else known[0]
    return seen


def report(path: str, known: Any, text: str, terms: Terms) -> FileReport:
    """The report that an entry was made of; `text` is needed only if it has findings. What is no
    entry is no report: it raises any of `cache.codec.DAMAGED`."""
    if isinstance(known, str):
        _, language, encoding, mark, type_ = known.split(" ", 4)
        untyped = mark == "untyped"
        return FileReport(
            path, "", NO_LINES, (), language, terms, encoding, untyped=untyped, type=type_
        )
    kept = restore(StoredReport, known)
    lines = LineIndex(text) if text else NO_LINES
    return FileReport(
        path,
        text,
        lines,
        kept.diagnostics,
        kept.language,
        terms,
        kept.encoding,
        kept.heeded,
        kept.untyped,
        kept.type,
    )
