"""Faults in numbered lists."""

from __future__ import annotations

import random
from collections.abc import Iterator

from tools.accuracy.faults import Edit, Fault, Report, Span
from tools.accuracy.lists import Marker, Series, name_of, series_of

RULES = ("ordinal-*",)
CUT_OUT = ("announced-count", "section-*", "closing-*", "opening-*", "bracket-pair", "ordinal-lone")


def _span(marker: Marker) -> Span:
    return Span(marker.start, marker.end)


def _numeral(series: Series, index: int, n: int) -> Edit | None:
    """The edit that gives one marker the number n."""
    numeral = series.style.written(n)
    marker = series.markers[index]
    return None if numeral is None else Edit(marker.numeral, marker.numeral_end, numeral)


def _whole(start: int, end: int, series: Series, all_markers: list[Marker]) -> bool:
    """Whether a piece may be cut out: it tears no list apart but its own."""
    rank = series.markers[0].rank
    return all(
        marker in series.markers or (marker.rank >= rank and not marker.document)
        for marker in all_markers
        if start <= marker.start < end
    )


def _cuts(
    series: Series, all_markers: list[Marker], rng: random.Random
) -> Iterator[tuple[str, Edit, int]]:
    """An inner item and the first one, cut out; with the index of the marker that is then wrong."""
    markers = series.markers
    for sort, index in (("ordinal-gap", rng.randrange(1, len(markers) - 1)), ("ordinal-start", 0)):
        start, end = markers[index].item, markers[index + 1].item
        if start < end and _whole(start, end, series, all_markers):
            yield sort, Edit(start, end, ""), index + 1


def _renumberings(
    series: Series, rng: random.Random
) -> Iterator[tuple[str, list[Edit | None], list[int]]]:
    """Wrong numbers: the edits, and the indexes of the markers where naming them is right."""
    last = len(series.markers) - 1
    index = rng.randrange(1, last + 1)
    yield "ordinal-duplicate", [_numeral(series, index, index)], [index, index + 1]
    index = rng.randrange(1, last)
    yield (
        "ordinal-jump",
        [_numeral(series, index, index + 1 + rng.randrange(2, 4))],
        [index, index + 1],
    )
    index = rng.randrange(1, last)
    swapped = [_numeral(series, index, index + 2), _numeral(series, index + 1, index + 1)]
    yield "ordinal-swap", swapped, [index, index + 1]


def _other_form(
    series: Series, rng: random.Random
) -> Iterator[tuple[str, list[Edit | None], list[int]]]:
    index = rng.randrange(1, len(series.markers))
    marker = series.markers[index]
    mark = series.style.otherwise(index + 1)
    if mark is not None:
        yield "ordinal-form", [Edit(marker.start, marker.end, mark)], [index, index + 1]


def plant(report: Report, rng: random.Random) -> Iterator[Fault]:
    """Every sort of ordinal fault in every list beyond doubt."""
    lists, all_markers = series_of(report.text)
    for series in lists:
        markers, style = series.markers, name_of(series)
        for sort, edit, index in _cuts(series, all_markers, rng):
            place = _span(markers[index])
            yield Fault(sort, "ordinal", series.where, style, (edit,), (place,), RULES, CUT_OUT)
        changes = [*_renumberings(series, rng), *_other_form(series, rng)]
        for sort, edits, indexes in changes:
            possible = tuple(edit for edit in edits if edit is not None)
            places = tuple(_span(markers[index]) for index in indexes if index < len(markers))
            if len(possible) == len(edits):
                yield Fault(sort, "ordinal", series.where, style, possible, places, RULES)
