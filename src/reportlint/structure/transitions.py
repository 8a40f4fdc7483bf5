"""The ways in which a marker can follow in an open list, and what each costs."""

from __future__ import annotations

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.lexicon import Style
from reportlint.structure import costs
from reportlint.structure.candidates import INLINE_RANK, Candidate, Sense
from reportlint.structure.states import GAP, LATE, MIXED, REPEAT, SKIP, WRONG, Open


class Way(NamedTuple):
    """One way to go on."""

    cost: float
    last: int  # the number of the list's last item then
    fault: str  # that the cost pays for, "" is none
    expected: int  # the number that should stand there
    missing: tuple[int, ...]  # numbers that the list lacks then


def steps(held: Open, candidate: Candidate, sense: Sense, soft: bool) -> list[Way]:
    """The ways in which `sense` can follow in a list of its own style, which is `soft` where it is an adverb too."""
    value, due = sense.value, held.last + 1
    if value == due:
        cost = costs.ONES_LEFT if held.ones and held.items > 1 else 0.0
        return [Way(cost, value, "", due, held.missing)]
    if held.ones and value == 1 and candidate.bullet:
        return [Way(costs.ONES, 1, "", 1, ())]
    if soft:
        return [Way(0.0, value, "", due, ())] if value > due else []
    if sense.doubt:
        return []
    if value in held.missing:
        return [Way(costs.LATE, held.last, LATE, due, tuple(n for n in held.missing if n != value))]
    ways = []
    if value > due and held.excerpt:
        return [Way(costs.SKIP, value, SKIP, due, tuple(range(due, min(value, due + 4))))]
    if value > due:
        missing = tuple(range(due, value)) if value - due <= 4 else ()
        ways.append(Way(costs.GAP + costs.GAP_MORE * (value - due - 1), value, GAP, due, missing))
    elif value == held.last:
        return [
            Way(costs.REPEAT, due, REPEAT, due, held.missing),
            Way(costs.REPEAT, value, REPEAT, due, held.missing),
        ]
    ways.append(
        Way(costs.WRONG + costs.GAP_MORE * min(abs(value - due), 20), due, WRONG, due, held.missing)
    )
    return ways


def mix(
    stack: tuple[Open, ...],
    held: Open,
    candidate: Candidate,
    sense: Sense,
    styles: tuple[Style, ...],
) -> list[Way]:
    """The same for a marker of another form than its list, of which `sense` is the very next number."""
    if held.series or sense.series or sense.doubt:
        return []
    here, there = styles[sense.style], styles[held.style]
    if here.soft != there.soft:
        return _stand_in(held, candidate, sense, here, there)
    if (
        here.soft
        or candidate.quotation
        or held.rank != candidate.rank
        or _elsewhere(held, candidate)
    ):
        return []
    if any(o.style == sense.style and o.last + 1 == sense.value for o in stack):
        return []
    if held.mixed == sense.style:
        return [Way(costs.MIXED_AGAIN, sense.value, "", sense.value, held.missing)]
    shared = here.numerals == there.numerals or bool(set(here.suffix) & set(there.suffix) - {""})
    near = shared and bool(set(here.prefix) & set(there.prefix))
    cost = costs.MIXED if near else costs.MIXED_FAR
    return [Way(cost, sense.value, MIXED, sense.value, held.missing)]


def _stand_in(
    held: Open, candidate: Candidate, sense: Sense, here: Style, there: Style
) -> list[Way]:
    """The way in which an adverb stands for a number, or a number goes on where adverbs have begun: 第一, 其次, 第三; 首先, 二是."""
    number = there if here.soft else here
    apart = (
        held.block != candidate.block and held.rank != candidate.rank or _elsewhere(held, candidate)
    )
    last = here.soft and sense.value == len(
        here.words
    )  # 最后 closes what was said, and is often no item of it
    if apart or last or number.place != "clause":
        return []
    return [Way(costs.STAND_IN, sense.value, "", sense.value, held.missing)]


def _elsewhere(held: Open, candidate: Candidate) -> bool:
    """Whether the last item of the list stands inline in another block."""
    return held.rank == INLINE_RANK and held.block != candidate.block
