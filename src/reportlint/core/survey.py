"""The statistics of an archive as plain values, which an output turns into a page or JSON."""

from __future__ import annotations

from collections.abc import Mapping

from reportlint._startup.namedtuple import NamedTuple

FRONT_MATTER, NAME, GIT = "front matter", "name", "git"
"""The sources of the month of a report: its front matter, the name of its file or folder, the
commit that added it."""
NO_MONTH = ""


class Count(NamedTuple):
    """The reports and findings of one rule, type, folder or month."""

    name: str  # "" for reports of no known type or month
    reports: int
    findings: int


class Place(NamedTuple):
    """A line of a report, counted from 1."""

    path: str
    line: int
    commit: str = ""  # the commit that had the report in this form; "" for a present report


class Alike(NamedTuple):
    """A report that shares much of its text, apart from numbers, with an earlier report of the
    archive."""

    report: Place  # where the longest shared passage begins
    earlier: Place
    similarity: float  # estimated share of the common text in all text of both, from 0 to 1
    sentences: int  # of the longest shared passage, at least


class Survey(NamedTuple):
    """The numbers of an archive."""

    reports: int
    findings: int
    with_findings: int  # reports with findings
    severities: Mapping[str, int]  # findings by severity
    rules: tuple[Count, ...]  # the most frequent first, as in all but `months`, which is in order
    types: tuple[Count, ...]
    folders: tuple[Count, ...]
    months: tuple[Count, ...]  # 2024-05
    months_from: Mapping[
        str, int
    ]  # by FRONT_MATTER, NAME, GIT or "": the number of reports whose month is from there
    leftovers: tuple[tuple[str, int], ...]  # texts of unfilled blanks, and how often they occur
    alike: tuple[Alike, ...] | None = None  # the most similar first; None if not asked for
    least_alike: float = 0.0  # the similarity from which reports are listed in `alike`
    language: str = "en"
