"""The states of the search over the markers: open lists, decisions, and how states are merged and given up."""

from __future__ import annotations

from operator import itemgetter

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core.lexicon import Style
from reportlint.structure import costs
from reportlint.structure.candidates import BODY_RANK, INLINE_RANK, Candidate, Sense

# What a step does with its candidate.
NOISE, OPEN, NEXT = "noise", "open", "next"
# The fault that a step pays for; "" is none.
START, GAP, WRONG, REPEAT, LATE, MIXED = "start", "gap", "wrong", "repeat", "late", "mixed"
_COST = itemgetter(0)
_FORMS = 5000
SKIP = "skip"  # a quotation may leave items out: paid for, not reported


class Open(NamedTuple):
    """An open list. Two lists of one `form` differ in `id` at most, and go on alike; `Forms` makes them."""

    style: int
    series: str
    last: int
    items: int  # how many it has, counted up to 3
    rank: int  # of its last item
    home: int  # the rank of its first item
    indent: int
    block: int
    ones: bool  # all items were 1., as Markdown allows
    barrier: int  # unnumbered headings of a plain text since its last item
    resumed: bool
    missing: tuple[int, ...]  # numbers that a gap left out
    quotation: int  # that its last item stands in, 0 is none
    excerpt: bool  # a quotation that may leave items out
    mixed: int  # the style of a marker of another form, -1 if there was none
    id: int  # the candidate that opened it
    form: int


class Forms:
    """Makes open lists, and gives a number to each form, so that states are compared by a few numbers."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], int] = {}
        self._last = 0

    def open(self, id: int, *fields: Any) -> Open:
        """An open list; `fields` are all but `id` and `form`."""
        form = self._known.get(fields)
        if form is None:
            form = self._known[fields] = self._last = self._last + 1
        return tuple.__new__(Open, (*fields, id, form))

    def forget(self, state: State) -> None:
        """Where `state` is the only one, no form but those of its lists is of use any more."""
        if len(self._known) > _FORMS:
            self._known = {held[:-2]: held.form for held in (*state.stack, *state.closed)}


class Step(NamedTuple):
    """One decision, and those before it."""

    before: Step | None
    candidate: int
    sense: int
    act: str
    fault: str
    list_id: int
    parent_id: int
    expected: int


class State(NamedTuple):
    """An explanation of all candidates up to here."""

    cost: float
    stack: tuple[Open, ...]
    closed: tuple[Open, ...]
    step: Step | None
    doubted: frozenset[
        int
    ]  # candidates whose fault another explanation, about as cheap, does without


def same_place(held: Open, candidate: Candidate) -> bool:
    """Whether a list that begins with the candidate would stand where `held` does. One that began a line each and went on
    inline gives way to the next that begins a line."""
    if candidate.rank == INLINE_RANK:
        return held.rank == INLINE_RANK
    if held.rank == candidate.rank:
        return held.rank < BODY_RANK or abs(held.indent - candidate.indent) <= 1
    return held.rank == INLINE_RANK and held.home == candidate.rank


def holds(held: Open, sense: Sense) -> bool:
    """Whether the last item of a list of dotted numbers holds the number: 1.1 does 1.1.2."""
    path = f"{held.series}.{held.last}"
    return bool(held.series) and (sense.series == path or sense.series.startswith(f"{path}."))


def sort_of(rank: int) -> int:
    """Heading, line or inline: the sorts of places between which no ended list goes on."""
    return 0 if rank < BODY_RANK else rank


def close(closed: tuple[Open, ...], ended: tuple[Open, ...]) -> tuple[Open, ...]:
    """Remember lists that ended: the last one of each style and sort of place, six at most."""
    if not ended:
        return closed
    kept = list(closed)
    for held in ended:
        kept = [
            o
            for o in kept
            if (o.style, o.series, sort_of(o.rank)) != (held.style, held.series, sort_of(held.rank))
        ]
        kept.append(held)
    return tuple(kept[-6:])


def bar(state: State, level: int, forms: Forms) -> State:
    """A heading of `level` ends the lists that stand deeper; a soft one (level 0) only makes it dearer to go on."""
    if level == 0:
        return state._replace(stack=tuple([_barred(o, forms) for o in state.stack]))
    keep = len(state.stack)
    for depth, held in enumerate(state.stack):
        if held.rank > level:
            keep = depth
            break
    return state._replace(stack=state.stack[:keep], closed=close(state.closed, state.stack[keep:]))


def _barred(held: Open, forms: Forms) -> Open:
    if held.rank < BODY_RANK or held.barrier >= 2:
        return held
    raised = held._replace(barrier=held.barrier + 1)
    return forms.open(held.id, *raised[:-2])


def places(
    stack: tuple[Open, ...], candidate: Candidate, sense: Sense, styles: tuple[Style, ...]
) -> list[tuple[int, float]]:
    """How much of the stack may stay around a new list, and what each way costs."""
    ways = []
    style = styles[sense.style]
    same = above = -1
    for depth, held in enumerate(stack):
        if held.style == sense.style and same_place(held, candidate) and not holds(held, sense):
            same = depth
        if (
            style.level
            and above < 0
            and styles[held.style].level > style.level
            and held.rank == candidate.rank
        ):
            above = depth
    if same >= 0:
        deeper = candidate.indent > stack[same].indent + 1 and candidate.rank == BODY_RANK
        ways.append((same, costs.REPLACE))
        ways.append((len(stack), _nesting(stack[same], candidate, deeper)))
    elif above >= 0:
        ways.append((above, 0.0))
        ways.append((len(stack), costs.LEVEL_UP))
    else:
        ways.append((len(stack), 0.0))
    return ways


def _nesting(held: Open, candidate: Candidate, deeper: bool) -> float:
    """What it costs a list to stand inside `held`, which has its form and place."""
    near = candidate.block - held.block <= 1
    if deeper or (candidate.lead and near):
        return costs.NEST_LED
    # in Markdown a paragraph that is not indented ends the list before it
    return costs.NEST_AFAR if candidate.lead and not candidate.bullet else costs.NEST_SAME


def prune(fresh: list[State], window: float) -> list[State]:
    """Merge states that go on alike and give up those that are dearer than the cheapest by more than `window`."""
    if len(fresh) == 1:
        return fresh
    fresh.sort(key=_COST)
    limit = fresh[0].cost + window
    if fresh[1].cost > limit:
        return fresh[:1]
    kept: dict[tuple[tuple[int, ...], tuple[int, ...]], State] = {}
    for state in fresh:
        if state.cost > limit:
            break
        key = (
            tuple([held[-1] for held in state.stack]),
            tuple([held[-1] for held in state.closed]),
        )
        better = kept.get(key)
        if better is None:
            if len(kept) < costs.BEAM:
                kept[key] = state
        elif state.cost - better.cost <= costs.MARGIN:
            doubted = _doubts(better, state)
            if doubted:
                kept[key] = better._replace(doubted=better.doubted | doubted)
    return list(kept.values())


def _doubts(better: State, other: State) -> frozenset[int]:
    """The faults of `better` since the two explanations parted, if `other` has none there. Both have a step a candidate."""
    one, two = better.step, other.step
    faults: list[int] = []
    while one is not two and one is not None and two is not None:
        if two.fault and two.fault != SKIP:
            return frozenset()
        if one.fault and one.fault != SKIP:
            faults.append(one.candidate)
        one, two = one.before, two.before
    return frozenset(faults)
