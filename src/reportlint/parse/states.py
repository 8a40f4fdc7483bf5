"""The states of the search over the markers: open lists, decisions, and how states are merged and given up."""

from __future__ import annotations

from reportlint.core.value import NamedTuple
from reportlint.parse import costs
from reportlint.parse.markers import BODY_RANK, INLINE_RANK, Candidate, Sense

# What a step does with its candidate.
NOISE, OPEN, NEXT = "noise", "open", "next"
# The fault that a step pays for; "" is none.
START, GAP, WRONG, REPEAT, LATE, MIXED = "start", "gap", "wrong", "repeat", "late", "mixed"
SKIP = "skip"  # a quotation may leave items out: paid for, not reported


class Open(NamedTuple):
    """An open list. Two lists that differ only in `id` go on alike."""

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
    doubted: frozenset[int]  # candidates whose fault another explanation, about as cheap, does without


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
        kept = [o for o in kept if (o.style, o.series, sort_of(o.rank)) != (held.style, held.series, sort_of(held.rank))]
        kept.append(held)
    return tuple(kept[-6:])


def bar(state: State, level: int) -> State:
    """A heading of `level` ends the lists that stand deeper; a soft one (level 0) only makes it dearer to go on."""
    if level == 0:
        stack = tuple(o._replace(barrier=o.barrier + 1) if o.rank >= BODY_RANK and o.barrier < 2 else o for o in state.stack)
        return state._replace(stack=stack)
    keep = len(state.stack)
    for depth, held in enumerate(state.stack):
        if held.rank > level:
            keep = depth
            break
    return state._replace(stack=state.stack[:keep], closed=close(state.closed, state.stack[keep:]))


def prune(fresh: list[State], window: float) -> list[State]:
    """Merge states that go on alike and give up those that are dearer than the cheapest by more than `window`."""
    fresh.sort(key=lambda state: state.cost)
    limit = fresh[0].cost + window
    kept: dict[tuple[object, ...], State] = {}
    for state in fresh:
        if state.cost > limit:
            break
        key = (tuple([o[:-1] for o in state.stack]), tuple([o[:-1] for o in state.closed]))
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
