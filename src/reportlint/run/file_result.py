"""The result for one file: as a value, and as a line of JSON for the cache and for other
processes."""

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


class FileResult(NamedTuple):
    """The result for one file. As JSON it is an `entry`, plus the text and terms that an entry
    omits."""

    seen: str  # digest of its bytes, "" if they could not be read
    report: FileReport | None  # None for a Git LFS pointer


def make(path: str, setups: Setups, settings: Settings) -> FileResult:
    """Check a file, ignoring baselines and changes."""
    seen = ""

    def note(source: Source, report: FileReport, again: object) -> FileReport:
        nonlocal seen
        seen = digest(source.data)
        return report

    report = check_file(path, setups, settings, note, narrow=False)
    return FileResult(seen, shown_by_name(report) if report is not None else None)


class StoredReport(NamedTuple):
    """The stored parts of a report."""

    seen: str  # digest of the file's bytes
    language: str
    encoding: str
    diagnostics: tuple[Diagnostic, ...]
    ignore_entries: tuple[tuple[str, int, bool], ...]
    untyped: bool
    type: str


def encoded_result(path: str, setups: Setups, settings: Settings) -> str:
    """Check a file as `make` does, and encode the result as one line."""
    seen, report = make(path, setups, settings)
    if report is None:
        return "null"
    return encode([entry(seen, report), report.text, report.terms])


def decoded_result(path: str, line: str) -> FileResult:
    """The result for the file at `path`, decoded from a line of `encoded_result`."""
    data = loads(line)
    if data is None:
        return FileResult("", None)
    known, text, terms = data
    return FileResult(seen_of(known), report(path, known, text, Terms(*terms)))


def entry(seen: str, report: FileReport) -> Any:
    """The stored parts of a report, ready for `json`.

    A file without findings, as most are, is stored as one string that is cheap to restore: the
    digest of its bytes, its language, its encoding, "untyped" if no type was recognised or else
    "-", and its type. Any other file is stored as a StoredReport.
    """
    if report.diagnostics or report.ignore_entries:
        return StoredReport(
            seen,
            report.language,
            report.encoding,
            report.diagnostics,
            report.ignore_entries,
            report.untyped,
            report.type,
        )
    mark = "untyped" if report.untyped else "-"
    return f"{seen} {report.language} {report.encoding} {mark} {report.type}"


def entry_shape() -> str:
    """The format of entries; it must be equal when an entry is written and when it is read."""
    return shape(StoredReport)


def seen_of(known: Any) -> str:
    """The digest in an entry."""
    seen: str = known.partition(" ")[0] if isinstance(known, str) else known[0]
    return seen


def report(path: str, known: Any, text: str, terms: Terms) -> FileReport:
    """The report restored from an entry; `text` is needed only if it has findings. Raises any of
    `cache.codec.DAMAGED` for data that is no entry."""
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
        kept.ignore_entries,
        kept.untyped,
        kept.type,
    )
