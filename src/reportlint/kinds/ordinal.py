"""Kind `ordinal`: what is wrong with the numbering, as the parse of all markers found it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping

from reportlint._startup.typed import Any
from reportlint.core.lexicon import Lexicon
from reportlint.core.numbering import FAULTS, GAP, Fault, Marker, Run
from reportlint.core.reading import Hit, Reading
from reportlint.core.schema import CHOICE, Field
from reportlint.core.span import Span
from reportlint.core.text import Text
from reportlint.kinds.renumber import mend
from reportlint.ordinals.decoration import undecorated

RELATED = 12  # markers of the list that are shown with a fault, the nearest ones

OPTIONS: Mapping[str, Field] = {
    "fault": Field(
        CHOICE,
        Text("查哪一种序号问题", "which fault of the numbering to report"),
        GAP,
        required=True,
        choices=FAULTS,
    ),
}
FIELDS: Mapping[str, str] = {
    "found": "四是",
    "expected": "三是",
    "previous": "二是",
    "previous_line": "4",
}


def prepare(options: Mapping[str, Any], lexicon: Lexicon) -> str:
    """The fault that the rule reports."""
    return str(options["fault"])


def find(reading: Reading, prepared: str) -> Iterable[Hit]:
    """A hit on the marker of each fault of that kind, the other markers of its list as related places."""
    for run in reading.runs:
        for fault in run.faults:
            if fault.kind == prepared:
                yield _hit(reading, run, fault)


def _hit(reading: Reading, run: Run, fault: Fault) -> Hit:
    document = reading.document
    previous = fault.previous
    if previous is None and run.parent >= 0:
        around = reading.runs[run.parent]
        at = _place(around, fault.marker)
        previous = around.markers[at - 1] if at else None
    values = {
        "found": _as_seen(fault.marker.span.cut(document.text)),
        "expected": _as_seen(fault.expected),
        "previous": _as_seen(previous.span.cut(document.text)) if previous else "",
        "previous_line": str(document.index.line_of(previous.span.start)) if previous else "",
    }
    related = tuple(_related(run, fault, document.text))
    return Hit(
        _trim(fault.marker.span, document.text), values, related, fix=mend(reading, run, fault)
    )


def _as_seen(marker: str) -> str:
    """A marker as a reader sees it: 2. for 2**.**"""
    return undecorated(marker).text.strip()


def _place(run: Run, marker: Marker) -> int:
    """How many markers of `run` stand before `marker`."""
    return bisect_left(run.markers, marker.span.start, key=lambda one: one.span.start)


def _related(run: Run, fault: Fault, text: str) -> Iterator[tuple[Span, Mapping[str, str]]]:
    at = _place(run, fault.marker)
    first = max(0, min(at - RELATED // 2, len(run.markers) - RELATED - 1))
    for marker in run.markers[first : first + RELATED + 1]:
        if marker != fault.marker:
            yield (
                _trim(marker.span, text),
                {"zh": "同一序列中的序号", "en": "a marker of the same list"},
            )


def _trim(span: Span, text: str) -> Span:
    """The marker without the spaces that a style may end with."""
    cut = span.cut(text)
    return Span(span.start + len(cut) - len(cut.lstrip()), span.end - len(cut) + len(cut.rstrip()))
