"""A fault that is planted in a report, as edits of the unchanged text."""

from __future__ import annotations

from typing import NamedTuple


class Report(NamedTuple):
    """A report to plant faults in. `name` is its path within its folder, with its extension."""

    name: str
    text: str


class Edit(NamedTuple):
    """A replacement: offsets in the unchanged text (code points) and the new text."""

    start: int
    end: int
    text: str


class Span(NamedTuple):
    """A half-open range in code points."""

    start: int
    end: int


class Fault(NamedTuple):
    """One fault and the findings that detect it.

    sort: the type of fault, a row of the table ("ordinal-gap").
    group: the group of the type ("ordinal").
    where: the kind of place, or the form of the blank ("prose", "nested").
    style: the changed marker or count ("一、"), or "".
    edits: ordered, without overlap.
    places: where a finding is right, in offsets of the unchanged text; empty for anywhere.
    rules: globs of the rules that may report it.
    consequences: globs of rules that may report something else that the fault causes.
    """

    sort: str
    group: str
    where: str
    style: str
    edits: tuple[Edit, ...]
    places: tuple[Span, ...]
    rules: tuple[str, ...]
    consequences: tuple[str, ...] = ()


def applied(text: str, edits: tuple[Edit, ...]) -> str:
    """The text after the edits."""
    pieces: list[str] = []
    copied = 0
    for edit in edits:
        pieces += text[copied : edit.start], edit.text
        copied = edit.end
    return "".join(pieces) + text[copied:]


def moved(offset: int, edits: tuple[Edit, ...], *, end: bool = False) -> int | None:
    """The offset in the faulty text of an offset in the unchanged text; None if it was cut out.

    The start of an edit stays where it is. Its end moves behind the new text, and so does an offset
    at an insertion if `end` is set, that is, if the offset is the end of a span.
    """
    shift = 0
    for edit in edits:
        if offset < edit.start or (offset == edit.start and not (end and edit.end == edit.start)):
            break
        if offset < edit.end:
            return None
        shift += len(edit.text) - (edit.end - edit.start)
    return offset + shift


def places_in(fault: Fault) -> list[Span]:
    """The places of a fault in offsets of the faulty text."""
    spans: list[Span] = []
    for place in fault.places:
        start = moved(place.start, fault.edits)
        end = moved(place.end, fault.edits, end=True)
        if start is not None and end is not None:
            spans.append(Span(start, end))
    return spans
