"""The states of the search over the markers: open lists and decisions, and how states are merged
and pruned."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.ordinals.style import MarkerReading
from reportlint.structure import costs
from reportlint.structure.candidates import BODY_RANK, BOLD_RANK, INLINE_RANK, Candidate, Site

# The act of a step on its candidate.
NOISE, OPEN, NEXT = "noise", "open", "next"
# The fault that a step pays for; "" is none.
START, GAP, WRONG, REPEAT, LATE, MIXED = "start", "gap", "wrong", "repeat", "late", "mixed"
SKIP = "skip"  # a quotation may leave items out: paid for, but not reported
# How much of a list the text contains: all of it; a quotation, which may leave items out; a part
# from the middle, of which nothing is demanded.
WHOLE, QUOTED, FRAGMENT = range(3)
_COST = itemgetter(0)
_MOST_ITEMS = 3  # greater numbers of items make no difference
_MOST_CLOSED = 6
_MOST_FORMS = 1000


class OpenList(NamedTuple):
    """A list that may continue. Two lists of one `form` differ at most in `id`, and continue
    alike."""

    style: int
    series: str
    last: int  # the number of its last item
    items: int  # number of items, counted up to 3
    home: int  # the rank of its first item
    site: Site  # of its last item
    ones: bool  # all items so far were 1., as Markdown allows
    barriers: int  # unnumbered headings of plain text since its last item
    resumed: bool  # it has already continued after the list or heading around it had ended
    missing: tuple[int, ...]  # numbers that a gap left out
    excerpt: int  # WHOLE, QUOTED or FRAGMENT
    lasting: bool  # counts through the document: kept when other ended lists are forgotten
    mixed: int  # the style of a marker of another form, -1 if there is none
    id: int  # the index of the candidate that opened it
    form: int  # see `OpenListInterner`


class OpenListInterner:
    """Creates open lists and numbers their forms, so that states are compared by a few integers."""

    def __init__(self) -> None:
        self._forms: dict[tuple[object, ...], int] = {}
        self._ended: dict[tuple[int, int], OpenList] = {}  # by the id and form of the open list
        self._places: dict[int, tuple[object, ...]] = {}  # of ended lists, by their forms
        self._last = 0

    def _make(self, id: int, fields: tuple[Any, ...]) -> OpenList:
        """The open list with `fields`, which are all its fields except `id` and `form`."""
        form = self._forms.get(fields)
        if form is None:
            form = self._forms[fields] = self._last = self._last + 1
        return tuple.__new__(OpenList, (*fields, id, form))

    def opened(
        self,
        id: int,
        reading: MarkerReading,
        candidate: Candidate,
        *,
        fragment: bool = False,
        lasting: bool = False,
    ) -> OpenList:
        """A new list whose first item is `reading`."""
        site, value = candidate.site, reading.value
        ones = value == 1 and candidate.bullet
        is_quoted = site.quotation != 0 and not (candidate.after_colon and value == 1)
        excerpt = FRAGMENT if fragment else QUOTED if is_quoted else WHOLE
        new = (
            reading.style,
            reading.series,
            value,
            1,
            site.rank,
            site,
            ones,
            0,
            False,
            (),
            excerpt,
            lasting,
            -1,
        )
        return self._make(id, new)

    def continued(
        self,
        held: OpenList,
        style: int,
        last: int,
        site: Site,
        ones: bool,
        missing: tuple[int, ...],
        mixed: int,
    ) -> OpenList:
        """`held` with one more item."""
        items = min(held.items + 1, _MOST_ITEMS)
        _, series, _, _, home, _, _, _, resumed, _, excerpt, lasting, _, id, _ = held
        how = ones, 0, resumed, missing, excerpt, lasting, mixed
        return self._make(id, (style, series, last, items, home, site, *how))

    def resumed(self, held: OpenList, last: int, site: Site, missing: tuple[int, ...]) -> OpenList:
        """`held`, which had ended, with one more item."""
        style, series, _, _, home, _, _, _, _, _, excerpt, lasting, mixed, id, _ = held
        how = False, 0, True, missing, excerpt, lasting, mixed
        return self._make(id, (style, series, last, _MOST_ITEMS, home, site, *how))

    def behind_heading(self, held: OpenList) -> OpenList:
        """`held` with one more unnumbered heading since its last item."""
        if held.site.rank < BODY_RANK or held.barriers >= costs.BARRIERS_MOST:
            return held
        style, series, last, items, home, site, ones, barriers, *how, id, _ = held
        return self._make(id, (style, series, last, items, home, site, ones, barriers + 1, *how))

    def close(
        self, closed: tuple[OpenList, ...], ended: Sequence[OpenList]
    ) -> tuple[OpenList, ...]:
        """`closed` with the lists that end now: the last one of each style and place, at most six
        besides the lasting ones."""
        if not ended:
            return closed
        kept, places = list(closed), self._places
        for held in ended:
            if held.items == 1 and held.site.rank == INLINE_RANK and not held.lasting:
                continue  # one marker within a paragraph: nothing says that a list was meant
            last = self._closed(held)
            place = places[last.form]
            kept = [other for other in kept if places[other.form] != place]
            kept.append(last)
        if len(kept) > _MOST_CLOSED:
            lasting = [held for held in kept[:-_MOST_CLOSED] if held.lasting]
            kept = [*lasting[-_MOST_CLOSED:], *kept[-_MOST_CLOSED:]]
        return tuple(kept)

    def _closed(self, held: OpenList) -> OpenList:
        """`held` as an ended list, of which only what its continuation asks for is kept. So lists
        that ended in different paragraphs have one form, and states that differ in these alone are
        merged. Only of a lone item it is asked where it is."""
        ended = self._ended.get((held.id, held.form))
        if ended is None:
            style, series, last, items, home, (rank, indent, block, _), ones, _, *how, id, _ = held
            items, block = (1, block) if items == 1 else (_MOST_ITEMS, -1)
            site = Site(rank, indent, block, 0)
            fields = style, series, last, items, home, site, ones, 0, *how
            ended = self._ended[id, held.form] = self._make(id, fields)
            self._places.setdefault(ended.form, _place(ended))
        return ended

    def forget(self, state: State) -> None:
        """Forget all forms except those of the lists of `state`, if there are many. `state` must be
        the only state left."""
        if len(self._forms) > _MOST_FORMS:
            lists = (*state.stack, *state.closed)
            self._forms = {held[:-2]: held.form for held in lists}
            self._places = {held.form: _place(held) for held in state.closed}
            self._ended.clear()


class Step(NamedTuple):
    """One decision, linked to those before it."""

    before: Step | None
    candidate: int
    reading: int  # index into the candidate's readings
    act: str
    fault: str
    list_id: int
    parent_id: int
    expected: int  # the number due at this place


class Doubt(NamedTuple):
    """A fault that another explanation of about the same cost avoids."""

    candidate: int
    rejects: bool  # the other explanation says that the candidate is no marker


class State(NamedTuple):
    """An explanation of all candidates so far."""

    cost: float
    stack: tuple[OpenList, ...]  # each open list is nested in an item of the one before it
    closed: tuple[OpenList, ...]  # ended lists that may continue
    step: Step | None
    doubts: frozenset[Doubt]


def same_place(held: OpenList, site: Site) -> bool:
    """Whether a list that begins at `site` would take the place of `held`. A list whose items first
    began lines and then came inline gives way to the next list whose items begin lines."""
    rank = held.site.rank
    if site.rank == INLINE_RANK:
        return rank == INLINE_RANK
    if rank == site.rank:
        return rank < BODY_RANK or abs(held.site.indent - site.indent) <= 1
    return rank == INLINE_RANK and held.home == site.rank


def stands_at(held: OpenList, site: Site) -> bool:
    """Whether `site` is a place for items of `held`: in its paragraph, at its level of headings, at
    its indent."""
    if site.rank == INLINE_RANK:
        return held.site.block == site.block
    return same_place(held, site)


def holds(held: OpenList, reading: MarkerReading) -> bool:
    """Whether a dotted number is nested in the last item of `held`: 1.1.2 in 1.1."""
    path = f"{held.series}.{held.last}"
    return bool(held.series) and (reading.series == path or reading.series.startswith(f"{path}."))


def sort_of(rank: int) -> int:
    """The group of places of a rank: heading, line or inline. An ended list does not continue in
    another group."""
    return 0 if rank < BOLD_RANK else max(rank, BODY_RANK)


def _place(held: OpenList) -> tuple[object, ...]:
    """The key of an ended list: of two lists with the same key the later replaces the earlier. The
    indent and bold are parts of the key, since a list and one nested in it may both continue."""
    rank = held.site.rank
    indent = held.site.indent if rank == BODY_RANK else -(rank == BOLD_RANK)
    return held.style, held.series, sort_of(rank), indent


def apply_heading(state: State, level: int, interner: OpenListInterner) -> State:
    """The state after a heading. A heading of a `level` ends the lists below that level; level 0, a
    heading without markup, only makes it more costly to continue."""
    cost, stack, closed, step, doubts = state
    if level == 0:
        behind = tuple([interner.behind_heading(held) for held in stack])
        return State(cost, behind, closed, step, doubts)
    for depth, held in enumerate(stack):
        if held.site.rank > level:
            closed = interner.close(closed, stack[depth:])
            return State(cost, stack[:depth], closed, step, doubts)
    return state


def prune(states: list[State], window: float) -> list[State]:
    """Merge states that continue alike, and drop those that cost more than the cheapest by more
    than `window`."""
    if len(states) == 1:
        return states
    states.sort(key=_COST)
    limit = states[0].cost + window
    if states[1].cost > limit:
        return states[:1]
    kept: dict[tuple[tuple[int, ...], frozenset[int]], State] = {}
    for state in states:
        if state.cost > limit:
            break
        key = _forms(state.stack), frozenset(_forms(state.closed))
        better = kept.get(key)
        if better is None:
            if len(kept) < costs.BEAM:
                kept[key] = state
        elif state.cost - better.cost <= costs.MARGIN:
            doubts = _doubts(better, state)
            if doubts:
                kept[key] = better._replace(doubts=better.doubts | doubts)
    return list(kept.values())


def _forms(lists: Sequence[OpenList]) -> tuple[int, ...]:
    return tuple([held.form for held in lists])


def _doubts(better: State, other: State) -> frozenset[Doubt]:
    """Doubts about the faults of `better` since both states diverged, if `other` has no fault
    there. Both have one step per candidate."""
    step, other_step = better.step, other.step
    doubts: list[Doubt] = []
    while step is not other_step and step is not None and other_step is not None:
        if other_step.fault and other_step.fault != SKIP:
            return frozenset()
        if step.fault and step.fault != SKIP:
            doubts.append(Doubt(step.candidate, other_step.act == NOISE))
        step, other_step = step.before, other_step.before
    return frozenset(doubts)
