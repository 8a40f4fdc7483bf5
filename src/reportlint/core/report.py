"""What one run of the tool found: the value that an output format turns into text."""

from __future__ import annotations

from typing import NamedTuple

from reportlint.core.diagnostic import Diagnostic
from reportlint.core.span import LineIndex


class FileReport(NamedTuple):
    """One checked file. The places of its diagnostics are offsets into `text`; an output turns them into lines and columns."""

    path: str  # as people are to see it: as given, or relative to the current folder
    text: str  # "" where the file could not be read or decoded
    lines: LineIndex
    diagnostics: tuple[Diagnostic, ...]
    language: str = ""  # the language its messages are in: "zh" or "en"


class Report(NamedTuple):
    """All files of one run, ordered by path, each with its diagnostics in the order of the text."""

    files: tuple[FileReport, ...]
    language: str = "en"  # of the words around the findings
