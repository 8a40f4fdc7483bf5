"""Parses the numbering: explains all markers of a report together, as a tree of lists of least
cost.

`candidates` finds every place that may be a marker, and `search` finds the cheapest explanation.
This module turns that into runs, and its remaining costs into faults: one fault per cause.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from reportlint.core import numbering as kinds
from reportlint.core.document import HEADING, Document
from reportlint.core.lexicon import PER_DOCUMENT, Style
from reportlint.core.numbering import Fault, Marker, Run
from reportlint.core.span import Span
from reportlint.ordinals.matcher import Matcher
from reportlint.ordinals.style import marker_like
from reportlint.structure import states
from reportlint.structure.candidates import (
    BOLD_RANK,
    CLAUSE,
    INLINE_RANK,
    LINE,
    Candidate,
    candidates,
)
from reportlint.structure.decimals import with_decimal_faults
from reportlint.structure.initials import without_doubt
from reportlint.structure.items import Item
from reportlint.structure.labels import with_label_faults
from reportlint.structure.levels import with_level_faults
from reportlint.structure.ones import join_ones
from reportlint.structure.outside import without_outside_numbers
from reportlint.structure.search import Search
from reportlint.structure.spoken import with_spoken_starts
from reportlint.structure.states import Doubt, Step

# Steps that judge the lists once they are found, in this order; each gets the result of the one
# before.
_JUDGES = (
    with_label_faults,
    with_level_faults,
    with_decimal_faults,
    with_spoken_starts,
    without_outside_numbers,
)


def runs_of(document: Document, matcher: Matcher) -> tuple[Run, ...]:
    """The lists of a document, each with its faults, in the order of their first markers."""
    possible = without_doubt(candidates(document, matcher), document, matcher)
    if not possible:
        return ()
    by_id = {style.id: style for style in matcher.lexicon.styles}
    starts = [candidate.start for candidate in possible]
    runs = _searched(possible, document, matcher.lexicon.styles, by_id)
    del possible  # a long text has many
    for judge in _JUDGES:
        runs = judge(runs, document, by_id)
    if all(fault.kind == kinds.LONE for run in runs for fault in run.faults):
        return runs
    # imported here: most reports have no other faults
    from reportlint.structure.shown import without_shown
    from reportlint.structure.thin import with_thin_faults

    runs = without_shown(runs, document, by_id, starts)
    return with_thin_faults(runs, document, by_id)


def _searched(
    possible: Sequence[Candidate],
    document: Document,
    styles: tuple[Style, ...],
    by_id: Mapping[str, Style],
) -> tuple[Run, ...]:
    """The lists of the cheapest explanation of the candidates, before they are judged. Its steps
    are forgotten early, since they take as much memory as the lists."""
    steps, doubts = Search(possible, styles).run(_barriers(document, possible))
    lists, parents = _lists_of(steps, possible, styles)
    del steps
    join_ones(lists, parents, document, possible, by_id)
    return _runs(lists, parents, _doubted(doubts, possible), document, by_id)


def _lists_of(
    steps: Iterable[Step], possible: Sequence[Candidate], styles: Sequence[Style]
) -> tuple[dict[int, list[Item]], dict[int, int]]:
    """The items of each list, and the parent of each list, by the number of the list."""
    lists: dict[int, list[Item]] = {}
    parents: dict[int, int] = {}
    for step in steps:
        if step.act != states.NOISE:
            lists.setdefault(step.list_id, []).append(_item(step, possible, styles))
            parents.setdefault(step.list_id, step.parent_id)
    return lists, parents


def _runs(
    lists: Mapping[int, list[Item]],
    parents: Mapping[int, int],
    doubted: Mapping[int, bool],
    document: Document,
    styles: Mapping[str, Style],
) -> tuple[Run, ...]:
    """The lists as runs, each with the faults that the search has paid for."""
    order = {list_id: index for index, list_id in enumerate(lists)}
    runs = []
    for index, (list_id, items) in enumerate(lists.items()):
        markers = tuple([item.marker for item in items])
        around = lists.get(parents[list_id], ())
        faults = _faults(items, index, doubted, document.text, styles)
        if len(items) == 1 < len(around) and all(item.marker.value == 1 for item in around):
            faults = ()  # if Markdown numbers all items, 1. is only a bullet
        runs.append(Run(markers[0].style, markers, order.get(parents[list_id], -1), faults))
    return tuple(runs)


def _barriers(document: Document, possible: Sequence[Candidate]) -> dict[int, list[int]]:
    """The levels of the headings before each candidate, by the index of the candidate. Level 0 is a
    heading without markup; of these only unnumbered ones count, since the others are list items
    themselves."""
    headings = [
        (index, block.marked_level)
        for index, block in enumerate(document.blocks)
        if block.kind == HEADING
    ]
    places: list[int] = []  # for each heading, the first candidate in it or after it
    numbered: set[int] = set()
    for index, candidate in enumerate(possible):
        block = candidate.site.block
        while len(places) < len(headings) and headings[len(places)][0] <= block:
            places.append(index)
        if candidate.place == LINE:
            numbered.add(block)
    places += [len(possible)] * (len(headings) - len(places))
    barriers: dict[int, list[int]] = {}
    for place, (block, level) in zip(places, headings, strict=True):
        if level or block not in numbered:
            barriers.setdefault(place, []).append(level)
    for index, candidate in enumerate(possible):
        if candidate.site.rank == BOLD_RANK:  # like a heading, it ends the lists of the text above
            barriers.setdefault(index, []).append(BOLD_RANK)
    return barriers


def _doubted(doubts: Iterable[Doubt], possible: Sequence[Candidate]) -> dict[int, bool]:
    """The candidates whose fault is doubted, each with whether it is not reported at all. A fault
    that only the rejection of a marker at the start of a line avoids is reported, as thin."""
    doubted: dict[int, bool] = {}
    for candidate, is_rejected in doubts:
        is_seen = is_rejected and possible[candidate].place == LINE
        doubted[candidate] = doubted.get(candidate, False) or not is_seen
    return doubted


def _item(step: Step, possible: Sequence[Candidate], styles: Sequence[Style]) -> Item:
    """The item that a step makes of its candidate."""
    candidate = possible[step.candidate]
    reading = candidate.readings[step.reading]
    style, rank = styles[reading.style], candidate.site.rank
    place = "inline" if rank == INLINE_RANK else "line" if rank >= BOLD_RANK else "heading"
    span = Span(candidate.start, reading.end)
    marker = Marker(style.id, reading.value, span, place, candidate.site.block, reading.numeral)
    is_sure = not candidate.site.quotation and candidate.place in (LINE, CLAUSE)
    is_of_text = style.label and style.counts == PER_DOCUMENT  # a text may be a single article
    alone = (
        is_sure
        and reading.value == 1
        and style.place == "line"
        and not (style.anywhere or is_of_text)
    )
    return Item(step.candidate, step.fault, step.expected, marker, alone)


def _faults(
    items: Sequence[Item],
    run: int,
    doubted: Mapping[int, bool],
    text: str,
    styles: Mapping[str, Style],
) -> tuple[Fault, ...]:
    """The faults of a list; `run` is its index, `styles` are by id, `doubted` is as `_doubted`
    returns it."""
    if len(items) == 1 and items[0].alone:
        return (Fault(kinds.LONE, items[0].marker, run),)
    if not any([item.fault for item in items]):
        return ()
    from reportlint.structure.otherwise import is_explained  # few lists have a fault

    faults: list[Fault] = []
    late = _late_faults(items)
    if styles[items[0].marker.style].repeats:
        late = dict.fromkeys(late, "")  # the numbers that it skipped are not missing
    for index, item in enumerate(items):
        kind = late.get(index, _fault_kind(item))
        if kind and not doubted.get(item.candidate):
            previous = items[index - 1].marker if index else None
            style = styles[item.marker.style]
            if is_explained(kind, text, item.marker, item.expected, previous, style):
                continue
            model = items[0].marker if kind == kinds.MIXED else item.marker
            expected = marker_like(styles[model.style], item.expected, model, text)
            is_doubted = item.candidate in doubted
            faults.append(Fault(kind, item.marker, run, expected, previous, is_doubted))
    return tuple(faults)


def _fault_kind(item: Item) -> str:
    """The kind of fault that an item's step pays for, "" if none."""
    if item.fault == states.START:
        return kinds.START
    if item.fault == states.MIXED:
        return kinds.MIXED
    if item.fault == states.REPEAT:
        return kinds.DUPLICATE
    if item.fault in (states.GAP, states.WRONG):
        if item.marker.value > item.expected:
            return kinds.GAP
        return kinds.DUPLICATE if item.marker.value == item.expected - 1 else kinds.ORDER
    return ""


def _late_faults(items: Sequence[Item]) -> dict[int, str]:
    """The faults of numbers that come too late, by the index of the item; "" takes back the fault
    of an item.

    A late number and the gap where it is missing have one cause, so one of them is reported: in
    1 3 4 2 5 the late 2 (2 was moved), in 1 4 2 3 5 the gap before 4 (4 was moved).
    """
    kinds_at: dict[int, str] = {}
    for index, item in enumerate(items):
        if item.fault != states.LATE:
            continue
        kinds_at[index] = kinds.ORDER
        for before in range(index - 1, -1, -1):
            early = items[before]
            if (
                early.fault in (states.GAP, states.SKIP)
                and early.expected <= item.marker.value < early.marker.value
            ):
                between = items[before + 1 : index]
                is_moved = all(other.fault == states.LATE for other in between)
                kinds_at[index] = "" if is_moved else kinds.ORDER
                kinds_at[before] = kinds.GAP if is_moved else kinds_at.get(before, "")
                break
    return kinds_at
