"""A fault that is planted in a report, as edits of the untouched text."""

from __future__ import annotations

from typing import NamedTuple


class Report(NamedTuple):
    """A report to plant faults in. `name` is its path inside its folder, with its suffix."""

    name: str
    text: str


class Edit(NamedTuple):
    """Offsets (code points) of the untouched text, and what stands there afterwards."""

    start: int
    end: int
    text: str


class Span(NamedTuple):
    """Half-open, in code points."""

    start: int
    end: int


class Fault(NamedTuple):
    """One fault with its right answer.

    sort: what was done, the row of the table ("ordinal-gap").
    group: what it is counted under ("ordinal").
    where: the place it was done in, or the form it has ("prose", "nested").
    style: what was hit ("一、"), or "".
    edits: in the order of the text, without overlap.
    places: where naming it is right, in offsets of the untouched text; none means anywhere.
    rules: globs of the rule ids that may name it.
    consequences: globs of rules that the fault may truly bring along besides.
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
    """The text with the edits made."""
    pieces: list[str] = []
    done = 0
    for edit in edits:
        pieces += text[done : edit.start], edit.text
        done = edit.end
    return "".join(pieces) + text[done:]


def moved(offset: int, edits: tuple[Edit, ...], *, end: bool = False) -> int | None:
    """Where an offset of the untouched text lies in the faulty one; None if it was cut out.

    The start of an edit stays where it is. Its end comes after the new text, and so does an offset
    at an insertion if `end` says that it closes a span.
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
    """The right places in offsets of the faulty text."""
    spans: list[Span] = []
    for place in fault.places:
        start = moved(place.start, fault.edits)
        end = moved(place.end, fault.edits, end=True)
        if start is not None and end is not None:
            spans.append(Span(start, end))
    return spans
