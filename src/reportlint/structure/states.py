"""The states of the search over the markers: open lists, decisions, and how states are merged and
given up."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.ordinals.style import MarkerReading
from reportlint.structure import costs
from reportlint.structure.candidates import BODY_RANK, BOLD_RANK, INLINE_RANK, Candidate, Site

# What a step does with its candidate.
NOISE, OPEN, NEXT = "noise", "open", "next"
# The fault that a step pays for; "" is none.
START, GAP, WRONG, REPEAT, LATE, MIXED = "start", "gap", "wrong", "repeat", "late", "mixed"
SKIP = "skip"  # a quotation may leave items out: paid for, not reported
# How much of a list the text holds: all of it; a quotation that may leave items out; one that
# begins in the midst, of which nothing is demanded.
WHOLE, QUOTED, FRAGMENT = range(3)
_COST = itemgetter(0)
_MOST_ITEMS = 3  # more items than this make no difference
_MOST_CLOSED = 6
_MOST_FORMS = 5000


class OpenList(NamedTuple):
    """A list that may go on. Two lists of one `form` differ in `id` at most, and go on alike."""

    style: int
    series: str
    last: int  # the number of its last item
    items: int  # how many it has, counted up to 3
    home: int  # the rank of its first item
    site: Site  # of its last item
    ones: bool  # all items were 1., as Markdown allows
    barriers: int  # unnumbered headings of a plain text since its last item
    resumed: bool  # it has gone on before, after what it stood in had ended
    missing: tuple[int, ...]  # numbers that a gap left out
    excerpt: int  # WHOLE, QUOTED or FRAGMENT
    lasting: bool  # counts through the document: it is not forgotten when others end
    mixed: int  # the style of a marker of another form, -1 if there was none
    id: int  # the candidate that opened it
    form: int  # see `OpenListInterner`


class OpenListInterner:
    """Makes open lists, and numbers their forms, so that states are compared by a few numbers."""

    def __init__(self) -> None:
        self._forms: dict[tuple[object, ...], int] = {}
        self._last = 0

    def _make(self, id: int, fields: tuple[Any, ...]) -> OpenList:
        """An open list; `fields` are all of its fields but `id` and `form`."""
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
        return self._make(held.id, held._replace(barriers=held.barriers + 1)[:-2])

    def forget(self, state: State) -> None:
        """Where `state` is the only one left, keep no forms but those of its lists."""
        if len(self._forms) > _MOST_FORMS:
            lists = (*state.stack, *state.closed)
            self._forms = {held[:-2]: held.form for held in lists}


class Step(NamedTuple):
    """One decision, and those before it."""

    before: Step | None
    candidate: int
    reading: int  # index into the candidate's readings
    act: str
    fault: str
    list_id: int
    parent_id: int
    expected: int  # the number that should stand there


class State(NamedTuple):
    """An explanation of all candidates up to here."""

    cost: float
    stack: tuple[OpenList, ...]  # each open list stands in an item of the one before it
    closed: tuple[OpenList, ...]  # lists that had ended and may go on
    step: Step | None
    doubted: frozenset[
        int
    ]  # candidates whose fault another explanation, about as cheap, does without


def same_place(held: OpenList, site: Site) -> bool:
    """Whether a list that begins at `site` would stand where `held` does. One that began a line
    each and went on inline gives way to the next that begins a line."""
    rank = held.site.rank
    if site.rank == INLINE_RANK:
        return rank == INLINE_RANK
    if rank == site.rank:
        return rank < BODY_RANK or abs(held.site.indent - site.indent) <= 1
    return rank == INLINE_RANK and held.home == site.rank


def stands_at(held: OpenList, site: Site) -> bool:
    """Whether `site` is where the items of `held` stand: in its paragraph, at its level of
    headings, at its indent."""
    if site.rank == INLINE_RANK:
        return held.site.block == site.block
    return same_place(held, site)


def holds(held: OpenList, reading: MarkerReading) -> bool:
    """Whether the last item of a list of dotted numbers holds the number: 1.1 does 1.1.2."""
    path = f"{held.series}.{held.last}"
    return bool(held.series) and (reading.series == path or reading.series.startswith(f"{path}."))


def sort_of(rank: int) -> int:
    """Heading, line or inline: the sorts of places between which no ended list goes on."""
    return 0 if rank < BOLD_RANK else max(rank, BODY_RANK)


def _place(held: OpenList) -> tuple[object, ...]:
    """The key of an ended list: of two lists with the same key the later replaces the earlier.
    Another indent, or bold, is another key, as a list and one inside it may both go on."""
    rank = held.site.rank
    indent = held.site.indent if rank == BODY_RANK else -(rank == BOLD_RANK)
    return held.style, held.series, sort_of(rank), indent


def close(closed: tuple[OpenList, ...], ended: tuple[OpenList, ...]) -> tuple[OpenList, ...]:
    """Remember lists that ended: the last one of each style and place, six at most beside those
    that last."""
    if not ended:
        return closed
    kept = list(closed)
    for held in ended:
        place = _place(held)
        kept = [other for other in kept if _place(other) != place]
        kept.append(held)
    if len(kept) > _MOST_CLOSED:
        lasting = [held for held in kept[:-_MOST_CLOSED] if held.lasting]
        kept = [*lasting[-_MOST_CLOSED:], *kept[-_MOST_CLOSED:]]
    return tuple(kept)


def apply_heading(state: State, level: int, interner: OpenListInterner) -> State:
    """`state` behind a heading. One of a `level` ends the lists that stand deeper; one of level 0,
    which no markup makes, only makes it dearer to go on."""
    if level == 0:
        return state._replace(stack=tuple([interner.behind_heading(o) for o in state.stack]))
    keep = next(
        (depth for depth, held in enumerate(state.stack) if held.site.rank > level),
        len(state.stack),
    )
    return state._replace(stack=state.stack[:keep], closed=close(state.closed, state.stack[keep:]))


def prune(states: list[State], window: float) -> list[State]:
    """Merge states that go on alike and give up those that are dearer than the cheapest by more
    than `window`."""
    if len(states) == 1:
        return states
    states.sort(key=_COST)
    limit = states[0].cost + window
    if states[1].cost > limit:
        return states[:1]
    kept: dict[tuple[tuple[int, ...], tuple[int, ...]], State] = {}
    for state in states:
        if state.cost > limit:
            break
        key = _forms(state.stack), _forms(state.closed)
        better = kept.get(key)
        if better is None:
            if len(kept) < costs.BEAM:
                kept[key] = state
        elif state.cost - better.cost <= costs.MARGIN:
            doubted = _doubted_faults(better, state)
            if doubted:
                kept[key] = better._replace(doubted=better.doubted | doubted)
    return list(kept.values())


def _forms(lists: Sequence[OpenList]) -> tuple[int, ...]:
    return tuple([held.form for held in lists])


def _doubted_faults(better: State, other: State) -> frozenset[int]:
    """The faults of `better` since the two explanations parted, if `other` has none there. Both
    have a step a candidate."""
    step, other_step = better.step, other.step
    faults: list[int] = []
    while step is not other_step and step is not None and other_step is not None:
        if other_step.fault and other_step.fault != SKIP:
            return frozenset()
        if step.fault and step.fault != SKIP:
            faults.append(step.candidate)
        step, other_step = step.before, other_step.before
    return frozenset(faults)
