"""Lists whose numbering is certain: 1, 2, … n, so that any change to a number is a fault.

A list has a rank: headings by their level, then bold lines, then lines by their indent. A marker of
a lower rank than the preceding list is nested in it. The numbering of a list is certain if it has
three items or more, starts at one, rises by one, and no marker of its rank follows that might
continue it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tools.accuracy import numerals
from tools.accuracy.prose import Prose, line_start, prose_of
from tools.accuracy.styles import Style, styles

_BOLD_RANK = 7
_LINE_RANK = 10
_NEAR = 12  # at most so many lines between two lists that a reader may take for one
_FEWEST = 3  # items of a list


class Marker(NamedTuple):
    """A marker in a text; all offsets in code points.

    item: the start of its item: its line, unless there is text before the marker.
    document: whether it is counted over the whole report, as 图1 is.
    """

    value: int
    start: int
    end: int
    numeral: int
    numeral_end: int
    item: int
    rank: int
    decorated: bool
    heading: bool
    document: bool


class Series(NamedTuple):
    """A list whose numbering is certain, and the kind of place it is at."""

    style: Style
    markers: tuple[Marker, ...]
    where: str


class _Open(NamedTuple):
    """A list that is still being read; `clean` until its numbering becomes uncertain."""

    markers: list[Marker]
    clean: bool
    nested: bool


def markers_of(text: str, style: Style, prose: Prose) -> list[Marker]:
    """Every marker of one style, in the order of the text."""
    markers: list[Marker] = []
    for match in style.regex.finditer(text):
        start, end = match.span("mark")
        if not prose.holds(start):
            continue
        lead = match["indent"]
        heading = len((match["heading"] or "").strip())
        decorated = bool(match["decoration"])
        width = sum(4 if sign == "\t" else 2 if sign == "\u3000" else 1 for sign in lead or "")
        bold_line = decorated and not match["bullet"] and not width
        rank = heading or (_BOLD_RANK if bold_line else _LINE_RANK + width)
        markers.append(
            Marker(
                numerals.read(style.system, match["numeral"]),
                start,
                end,
                *match.span("numeral"),
                start if lead is None else line_start(text, start),
                rank,
                decorated,
                bool(heading),
                style.document,
            )
        )
    return markers


def _read(markers: list[Marker], style: Style, prose: Prose) -> Iterator[_Open]:
    """The lists formed by the markers of one style; each is yielded when it ends."""
    waiting: list[_Open] = []
    for marker in markers:
        while waiting and waiting[-1].markers[-1].rank > marker.rank:
            yield waiting.pop()
        same = bool(waiting) and waiting[-1].markers[-1].rank == marker.rank
        last = waiting[-1].markers[-1] if same else None
        cut = (
            last is not None
            and not (marker.heading or style.document)
            and prose.heading_between(last.start, marker.start)
        )
        goes_on = last is not None and marker.value == last.value + 1
        if goes_on and not cut:
            waiting[-1].markers.append(marker)
        elif marker.value == 1:
            if same:
                yield waiting.pop()
            waiting.append(_Open([marker], True, _inside_item(waiting)))
        else:  # it may continue the previous list: the numbering of neither is certain
            nested = waiting.pop().nested if same else _inside_item(waiting)
            waiting.append(_Open([marker], False, nested))
    yield from reversed(waiting)


def _inside_item(waiting: list[_Open]) -> bool:
    """Whether a list that starts now is inside an item of another list of the same style."""
    return any(series.markers[-1].rank >= _LINE_RANK for series in waiting)


def _follows(text: str, before: Marker | None, first: Marker) -> bool:
    """Whether another list of the same style and rank ended a few lines before, under the same
    heading."""
    return (
        before is not None
        and text.count("\n", before.start, first.start) <= _NEAR
        and not prose_of(text).heading_between(before.start, first.start)
    )


def _where(series: _Open, style: Style, text: str, before: Marker | None) -> str:
    """The kind of place of a list; of those that apply, the rarest."""
    markers = series.markers
    inline = sum(
        marker.item == marker.start != line_start(text, marker.start) for marker in markers
    )
    second = _follows(text, before, markers[0])
    if inline * 2 > len(markers):
        return "prose, second list" if second else "prose"
    if series.nested:
        return "nested"
    if second:
        return "second list"
    if any(marker.decorated for marker in markers):
        return "decorated"
    if style.label:
        return "label"
    return "heading" if markers[0].heading else "line"


def _beyond_doubt(series: _Open, style: Style, text: str, starts: set[int]) -> bool:
    """Whether the numbering is certain: the list is long enough, and nothing else in it resembles a
    marker of its style."""
    markers = series.markers
    if not series.clean or len(markers) < _FEWEST or markers[0].value != 1:
        return False
    if style.label:  # 图2 within a sentence is a reference
        return True
    matches = style.loose.finditer(text, markers[0].start, markers[-1].end)
    return all(match.start() in starts for match in matches)


def series_of(text: str) -> tuple[list[Series], list[Marker]]:
    """The lists whose numbering is certain, and all markers of any style, which a cut must not
    separate."""
    prose = prose_of(text)
    certain: list[Series] = []
    all_markers: list[Marker] = []
    for style in styles():
        markers = markers_of(text, style, prose)
        all_markers += markers
        starts = {marker.start for marker in markers}
        ended: dict[int, Marker] = {}
        for series in sorted(
            _read(markers, style, prose), key=lambda series: series.markers[0].start
        ):
            first, last = series.markers[0], series.markers[-1]
            if _beyond_doubt(series, style, text, starts):
                where = _where(series, style, text, ended.get(first.rank))
                certain.append(Series(style, tuple(series.markers), where))
            ended[first.rank] = last
    return certain, all_markers


def name_of(series: Series) -> str:
    """The style of a list as a reader sees it: its first marker."""
    before, _, after = series.style.mark.rpartition("#")
    return f"{before}{series.style.system[0]}{after}".strip()
