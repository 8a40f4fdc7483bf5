"""What one run of the tool found: the value that an output format turns into text."""

from __future__ import annotations

from typing import NamedTuple

from reportlint.core.diagnostic import WARNING, Diagnostic, at_least
from reportlint.core.span import LineIndex

UNCHECKED = ("unreadable", "undecodable")  # rules that say that a file could not be checked at all


class FileReport(NamedTuple):
    """One checked file. The places of its diagnostics are offsets into `text`; an output turns them into lines and columns."""

    path: str  # as people are to see it: as given, or relative to the current folder
    text: str  # "" where the file could not be read or decoded
    lines: LineIndex
    diagnostics: tuple[Diagnostic, ...]
    language: str = ""  # the language its messages are in: "zh" or "en"
    fail_on: str = WARNING  # how grave a finding has to be for this file to fail the run, or "never"


class Report(NamedTuple):
    """All files of one run, ordered by path, each with its diagnostics in the order of the text."""

    files: tuple[FileReport, ...]
    language: str = "en"  # of the words around the findings


def fails(file: FileReport) -> bool:
    """Whether the file fails the run. One that could not be checked always does: else nobody would learn of it."""
    return any(one.rule in UNCHECKED or at_least(one.severity, file.fail_on) for one in file.diagnostics)
