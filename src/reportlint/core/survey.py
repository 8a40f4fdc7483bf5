"""What an archive holds, as plain values: an output turns them into a page or JSON."""

from __future__ import annotations

from collections.abc import Mapping

from reportlint._startup.namedtuple import NamedTuple

FRONT_MATTER, NAME, GIT = "front matter", "name", "git"
"""What tells the month of a report: its front matter, its file's name or folder, the commit that
brought it."""
NO_MONTH = ""


class Count(NamedTuple):
    """How often something is met."""

    name: str  # "" of a type or month: none is known
    reports: int
    findings: int


class Place(NamedTuple):
    """A line of a report, counted from 1."""

    path: str
    line: int
    commit: str = ""  # that had the report so; "" of one that is there now


class Alike(NamedTuple):
    """A report that says much of what an earlier one of the archive says, its numbers left
    aside."""

    report: Place  # where the longest passage that both have begins
    earlier: Place
    similarity: float  # estimated share of what both have in all that they have, from 0 to 1
    sentences: int  # of that passage, at least


class Survey(NamedTuple):
    """An archive in numbers."""

    reports: int
    findings: int
    with_findings: int  # reports
    severities: Mapping[str, int]  # findings by severity
    rules: tuple[Count, ...]  # the commonest first, as all but months, which are in order
    types: tuple[Count, ...]
    folders: tuple[Count, ...]
    months: tuple[Count, ...]  # 2024-05
    months_from: Mapping[
        str, int
    ]  # by FRONT_MATTER, NAME, GIT or "": of so many reports it told the month
    leftovers: tuple[tuple[str, int], ...]  # what stands in blanks that nobody filled in
    alike: tuple[Alike, ...] | None = None  # the most alike first; None where it was not asked for
    least_alike: float = 0.0  # the similarity from which reports are listed as alike
    language: str = "en"
