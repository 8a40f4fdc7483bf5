"""Plant faults in numbered lists."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import NamedTuple

from tools.accuracy.faults import Edit, Fault, Report, Span
from tools.accuracy.lists import Marker, Series, name_of, series_of

RULES = ("ordinal-*",)
CUT_OUT = ("announced-count", "section-*", "closing-*", "opening-*", "bracket-pair", "ordinal-lone")


class Change(NamedTuple):
    """Markers that get another number or form. A finding is right on the marker at index `at` or on
    the next one.

    An edit is None if the numerals of the list do not go that far.
    """

    sort: str
    at: int
    edits: tuple[Edit | None, ...]


def _span(marker: Marker) -> Span:
    return Span(marker.start, marker.end)


def _numeral(series: Series, index: int, n: int) -> Edit | None:
    """The edit that gives the marker at `index` the number n; None if its style has no such
    numeral."""
    numeral = series.style.written(n)
    marker = series.markers[index]
    return None if numeral is None else Edit(marker.numeral, marker.numeral_end, numeral)


def _whole(start: int, end: int, series: Series, all_markers: list[Marker]) -> bool:
    """Whether a range can be cut out without separating the markers of another list."""
    rank = series.markers[0].rank
    return all(
        marker in series.markers or (marker.rank >= rank and not marker.document)
        for marker in all_markers
        if start <= marker.start < end
    )


def _cuts(
    series: Series, all_markers: list[Marker], rng: random.Random
) -> Iterator[tuple[str, Edit, int]]:
    """An inner item and the first one, each cut out, with the index of the marker that is wrong
    then."""
    markers = series.markers
    for sort, index in (("ordinal-gap", rng.randrange(1, len(markers) - 1)), ("ordinal-start", 0)):
        start, end = markers[index].item, markers[index + 1].item
        if start < end and _whole(start, end, series, all_markers):
            yield sort, Edit(start, end, ""), index + 1


def _renumberings(series: Series, rng: random.Random) -> Iterator[Change]:
    """Wrong numbers, each at a random place."""
    last = len(series.markers) - 1
    at = rng.randrange(1, last + 1)
    yield Change("ordinal-duplicate", at, (_numeral(series, at, at),))
    at = rng.randrange(1, last)
    yield Change("ordinal-jump", at, (_numeral(series, at, at + 1 + rng.randrange(2, 4)),))
    at = rng.randrange(1, last)
    swapped = (_numeral(series, at, at + 2), _numeral(series, at + 1, at + 1))
    yield Change("ordinal-swap", at, swapped)


def _other_form(series: Series, rng: random.Random) -> Change:
    """A marker in another form, if the style has one."""
    at = rng.randrange(1, len(series.markers))
    marker = series.markers[at]
    mark = series.style.otherwise(at + 1)
    edit = None if mark is None else Edit(marker.start, marker.end, mark)
    return Change("ordinal-form", at, (edit,))


def plant(report: Report, rng: random.Random) -> Iterator[Fault]:
    """Every type of fault in every list whose numbering is certain."""
    lists, all_markers = series_of(report.text)
    for series in lists:
        markers, style = series.markers, name_of(series)
        for sort, edit, index in _cuts(series, all_markers, rng):
            place = _span(markers[index])
            yield Fault(sort, "ordinal", series.where, style, (edit,), (place,), RULES, CUT_OUT)
        for change in (*_renumberings(series, rng), _other_form(series, rng)):
            edits = tuple(edit for edit in change.edits if edit is not None)
            if len(edits) == len(change.edits):
                places = tuple(_span(marker) for marker in markers[change.at : change.at + 2])
                yield Fault(change.sort, "ordinal", series.where, style, edits, places, RULES)
