"""Kind `ordinal`: faults of the numbering, found when all markers were parsed.

A fix renumbers the list from its fault on, or writes a marker in the form of the list. All fixes
are unsafe: the number may be right and an item missing, and the text may refer to items by number.
A fix changes only markers of one list. There is no fix if a new marker cannot be written, or if
dotted numbers (3.1 under 3.) depend on a number that would change.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from reportlint._startup.typed import Any
from reportlint.core.diagnostic import INFO, UNSAFE, Diagnostic, Edit, Fix
from reportlint.core.lexicon import Lexicon
from reportlint.core.numbering import (
    DUPLICATE,
    FAULTS,
    GAP,
    MIXED,
    ORDER,
    START,
    Fault,
    Marker,
    Run,
)
from reportlint.core.reading import Hit, Reading
from reportlint.core.schema import Field
from reportlint.core.span import Span
from reportlint.kinds.options import choice
from reportlint.kinds.protocol import ChangedReport
from reportlint.ordinals.decoration import undecorated
from reportlint.ordinals.style import numeral_like

RELATED = 12  # markers of the list shown with a fault, the nearest ones
# Faults of one list that offer a fix. Each fix also repairs all later faults, and a long list has
# many.
OFFERED = 8
_SPACES = 2  # code points between the start of a marker and of its finding, at most
_ZEROS = "0０"
_RENUMBERED = (START, GAP, DUPLICATE, ORDER)

OPTIONS: Mapping[str, Field] = {
    "fault": choice(
        "查哪一种序号问题", "which fault of the numbering to report", FAULTS, GAP
    )._replace(required=True),
}
FIELDS: Mapping[str, str] = {
    "found": "四是",
    "expected": "三是",
    "previous": "二是",
    "previous_line": "4",
}

_SAME_LIST = {"zh": "同一序列中的序号", "en": "a marker of the same list"}


def prepare(options: Mapping[str, Any], lexicon: Lexicon) -> str:
    """The fault that the rule reports."""
    return str(options["fault"])


def find(reading: Reading, prepared: str) -> Iterator[Hit]:
    """A hit on the marker of each fault of that kind, with other markers of its list as related
    places."""
    for run in reading.runs:
        for fault in run.faults:
            if fault.kind == prepared:
                yield _hit(reading, run, fault)


def touched_by(change: ChangedReport, finding: Diagnostic, options: Mapping[str, Any]) -> bool:
    """Whether the marker, its list, or a line next to them changed."""
    spans = _lists_of(finding, change.reading)
    return any(change.touches(span, beside=True) for span in spans)


def _lists_of(finding: Diagnostic, reading: Reading) -> list[Span]:
    """The spans that determine a finding: its places, the text between them, and each list with a
    marker there. A list extends to the end of its last item."""
    places = [finding.span, *(related.span for related in finding.related)]
    starts, numbers = _markers(reading)
    runs = set()
    for start, end in places:
        first = bisect_left(starts, start - _SPACES)
        runs.update(numbers[first : max(bisect_left(starts, end), bisect_right(starts, start))])
    lists = []
    for run in (reading.runs[number] for number in runs):
        last = run.markers[-1]
        end = max(last.span.end, reading.document.blocks[last.block].span.end)
        lists.append(Span(run.markers[0].span.start, end))
    between = [Span(before.start, after.end) for before, after in pairwise(sorted(places))]
    return [*lists, *between, *places]


@lru_cache(maxsize=1)
def _markers(reading: Reading) -> tuple[list[int], list[int]]:
    """The start offsets of all markers, in order, and the index of the run of each."""
    markers = sorted(
        (marker.span.start, number)
        for number, run in enumerate(reading.runs)
        for marker in run.markers
    )
    return [start for start, _ in markers], [number for _, number in markers]


def _hit(reading: Reading, run: Run, fault: Fault) -> Hit:
    document = reading.document
    previous = fault.previous
    if previous is None and run.parent >= 0:
        parent = reading.runs[run.parent]
        at = _markers_before(parent, fault.marker)
        previous = parent.markers[at - 1] if at else None
    values = {
        "found": _as_seen(fault.marker.span.cut(document.text)),
        "expected": _as_seen(fault.expected),
        "previous": _as_seen(previous.span.cut(document.text)) if previous else "",
        "previous_line": str(document.index.line_of(previous.span.start)) if previous else "",
    }
    related = tuple(_related(run, fault, document.text))
    span = fault.marker.span.trimmed(document.text)
    severity = INFO if fault.thin else ""
    return Hit(span, values, related, fix=fix_of(reading, run, fault), severity=severity)


def _as_seen(marker: str) -> str:
    """The marker without emphasis marks: 2. for 2**.**"""
    return undecorated(marker).text.strip()


def _markers_before(run: Run, marker: Marker) -> int:
    """The number of markers of `run` before `marker`."""
    return bisect_left(run.markers, marker.span.start, key=lambda other: other.span.start)


def _related(run: Run, fault: Fault, text: str) -> Iterator[tuple[Span, Mapping[str, str]]]:
    at = _markers_before(run, fault.marker)
    first = max(0, min(at - RELATED // 2, len(run.markers) - RELATED - 1))
    for marker in run.markers[first : first + RELATED + 1]:
        if marker != fault.marker:
            yield marker.span.trimmed(text), _SAME_LIST


def fix_of(reading: Reading, run: Run, fault: Fault) -> Fix | None:
    """The fix of a fault, None if there is none."""
    if fault.kind == MIXED:
        return _one_form(reading.document.text, fault)
    if fault.kind not in _RENUMBERED or fault not in run.faults[:OFFERED]:
        return None
    edits = _renumbered(reading, run, _first_wrong(run, fault))
    return Fix(UNSAFE, edits) if edits else None


def _one_form(text: str, fault: Fault) -> Fix | None:
    """The fix that writes the marker in the form of the list, keeping the space after it; None if
    the marker contains emphasis marks."""
    span = fault.marker.span
    marker_text = span.cut(text)
    if not fault.expected or undecorated(marker_text).cuts:
        return None  # the emphasis marks within it would be lost
    end = span.start + len(marker_text.rstrip())
    bare = fault.expected.rstrip()
    new = bare if text[end : end + 1].isspace() else fault.expected
    return Fix(UNSAFE, (Edit(Span(span.start, end), new),))


def _first_wrong(run: Run, fault: Fault) -> int:
    """The index of the marker from which the list must be renumbered.

    It is the marker of the fault, except for a number that comes too late: then it is the marker
    before which that number is missing. In 1 3 4 2 the fault is at the 2; the list is right again
    if renumbered 1 2 3 4 from the 3 on.
    """
    at = run.markers.index(fault.marker)
    if fault.kind != ORDER:
        return at
    for number in range(1, at):
        if run.markers[number - 1].value < fault.marker.value < run.markers[number].value:
            return number
    return at


def _renumbered(reading: Reading, run: Run, first: int) -> tuple[Edit, ...] | None:
    """The edits that number the list consecutively from marker `first`; None if that is
    impossible."""
    styles = {style.id: style for style in reading.lexicon.styles}
    text = reading.document.text
    prefixes = _dotted_prefixes(reading)
    digits = _padded_digits(run, text)
    edits = []
    value = run.markers[first - 1].value if first else 0
    for marker in run.markers[first:]:
        value += 1
        if marker.value == value:
            continue
        old = marker.numeral.cut(text)
        new = numeral_like(styles[marker.style], value, old)
        if not new or old in prefixes or str(marker.value) in prefixes:
            return None
        if digits and new.isdigit():
            new = new.rjust(digits, "0" if new.isascii() else "０")
        edits.append(Edit(marker.numeral, new))
    return tuple(edits)


def _padded_digits(run: Run, text: str) -> int:
    """The number of digits in a zero-padded list (01, 02, …); 0 if it is not padded."""
    numerals = (marker.numeral.cut(text) for marker in run.markers)
    padded = (len(numeral) for numeral in numerals if len(numeral) > 1 and numeral[0] in _ZEROS)
    return max(padded, default=0)


@lru_cache(maxsize=1)  # a long list has many faults
def _dotted_prefixes(reading: Reading) -> frozenset[str]:
    """The dotted numbers of the report without their last part: 3.1 for 3.1.2."""
    dotted = {style.id for style in reading.lexicon.styles if style.numerals == "dotted"}
    return frozenset(
        marker.numeral.cut(reading.document.text).rpartition(".")[0]
        for run in reading.runs
        if run.style in dotted
        for marker in run.markers
    )
