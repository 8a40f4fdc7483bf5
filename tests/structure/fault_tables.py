"""The faults of a text, for the tables of the tests of numbering."""

from __future__ import annotations

from shipped import MATCHER, parse

from reportlint.core.numbering import LONE
from reportlint.structure.numbering import runs_of


def faults(text: str, format: str = "markdown") -> list[tuple[str, int, str, str]]:
    """The faults of a text but for lone markers: kind, line, marker, marker expected."""
    document = parse(text, format)
    rows = []
    for run in runs_of(document, MATCHER):
        for fault in run.faults:
            if fault.kind != LONE:
                line = document.index.line_of(fault.marker.span.start)
                rows.append(
                    (fault.kind, line, fault.marker.span.cut(text).strip(), fault.expected.strip())
                )
    return sorted(rows, key=lambda row: row[1])


def thin_faults(text: str, format: str = "markdown") -> list[tuple[str, int, bool]]:
    """The faults of a text but for lone markers: kind, line, whether the evidence is thin."""
    document = parse(text, format)
    return sorted(
        (fault.kind, document.index.line_of(fault.marker.span.start), fault.thin)
        for run in runs_of(document, MATCHER)
        for fault in run.faults
        if fault.kind != LONE
    )
