"""The search for the cheapest explanation of a report's markers as a tree of lists.

A state is a stack of open lists with what the explanation up to here has cost. Each candidate is put into every state in
every way that makes sense: as no marker, as the next item of an open list (all lists inside it end), as the first item of a
new one, or as the next item of a list that had ended. States that can go on alike are merged, the cheapest kept; dear ones
are given up. So the time is linear in the number of candidates. What the cheapest explanation still pays for is a fault,
unless another explanation without it is about as cheap.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportlint.core.lexicon import Style
from reportlint.structure import costs
from reportlint.structure.candidates import CLAUSE, INLINE_RANK, MID, Candidate, Sense
from reportlint.structure.states import (
    MIXED,
    NEXT,
    NOISE,
    OPEN,
    START,
    Forms,
    Open,
    State,
    Step,
    bar,
    close,
    places,
    prune,
    same_place,
    sort_of,
)
from reportlint.structure.transitions import mix, steps

_FAR = float("inf")
_STRETCH = 1000  # candidates; what is decided of them is given away, so that the memory of a long text is free for the rest


class Search:
    """The search over one document. `run` finds the cheapest explanation."""

    def __init__(self, found: Sequence[Candidate], styles: tuple[Style, ...]) -> None:
        self.found = found
        self.styles = styles
        self.fresh: list[State] = []
        self.window = costs.WINDOW
        self.limit = _FAR  # what costs more would be given up beside the cheapest of `fresh`, so nothing is made of it
        self.forms = Forms()

    def run(
        self, barriers: dict[int, list[int]], settle: Callable[[Step | None], None]
    ) -> frozenset[int]:
        """Give the steps of the cheapest explanation to `settle`, those of a long text stretch by stretch as they are decided,
        each with those before it. Returns the candidates whose fault is doubted.

        `barriers` are the levels of the headings before a candidate, 0 for a soft one.
        """
        states = [State(0.0, (), (), None, frozenset())]
        calm = 0  # candidates since the cheapest explanation last paid for something
        settled = 0
        for number, candidate in enumerate(self.found):
            for level in barriers.get(number, ()):
                states = [bar(state, level, self.forms) for state in states]
            self.fresh, self.limit = [], _FAR
            self.window = costs.WINDOW if calm < costs.CALM else costs.WINDOW_CALM
            for state in states:  # the cheapest first
                self._explain(state, number, candidate)
            paid = states[0].cost
            states = prune(self.fresh, self.window)
            calm = calm + 1 if states[0].cost - paid <= costs.INNOCENT else 0
            if len(states) == 1:
                self.forms.forget(states[0])
                if number - settled >= _STRETCH:
                    settle(states[0].step)
                    states, settled = [states[0]._replace(step=None)], number
        best = prune([State(s.cost, (), (), s.step, s.doubted) for s in states], costs.WINDOW)[0]
        settle(best.step)
        return best.doubted

    def _explain(self, state: State, number: int, candidate: Candidate) -> None:
        """Put the candidate into the state in every way that makes sense."""
        if self._just_goes_on(state, number, candidate):
            return
        free = False
        for index, sense in enumerate(candidate.senses):
            free = self._go_on(state, number, candidate, index, sense) or free
        if free:
            return  # the very item that an open list waits for: no other way to explain it is worth a thought
        self._noise(state, number, candidate)
        for index, sense in enumerate(candidate.senses):
            self._begin(state, number, candidate, index, sense)
            if state.closed:
                self._resume(state, number, candidate, index, sense)

    def _just_goes_on(self, state: State, number: int, candidate: Candidate) -> bool:
        """Take the commonest of all steps: the candidate is the next item of the innermost list and could be of no other.

        What `_go_on` would do is done with less to ask; False where there is more to think of, and nothing is done.
        """
        if not state.stack or len(candidate.senses) > 1 or candidate.place > CLAUSE:
            return False
        sense, held = candidate.senses[0], state.stack[-1]
        value = sense.value
        if (
            held.style != sense.style
            or held.last + 1 != value
            or held.series != sense.series
            or held.rank != candidate.rank
        ):
            return False
        if held.ones or held.barrier or held.rank == INLINE_RANK and held.block != candidate.block:
            return False
        outer = state.stack[:-1]
        for other in outer:
            if other.style == sense.style or other.last + 1 == value:
                return False
        after = self.forms.open(held.id, held.style, held.series, value, min(held.items + 1, 3), held.rank, held.home, candidate.indent,
                                candidate.block, False, 0, held.resumed, held.missing, candidate.quotation, held.excerpt, held.mixed)  # fmt: skip
        step = Step(state.step, number, 0, NEXT, "", held.id, -1, value)
        self._add(state, state.cost, (*outer, after), state.closed, step)
        return True

    def _add(
        self,
        state: State,
        cost: float,
        stack: tuple[Open, ...],
        closed: tuple[Open, ...],
        step: Step,
    ) -> None:
        """Take a way to go on, of which `cost` is the whole price."""
        self.fresh.append(State(cost, stack, closed, step, state.doubted))
        if cost + self.window < self.limit:
            self.limit = cost + self.window

    def _noise(self, state: State, number: int, candidate: Candidate) -> None:
        """The candidate is no marker."""
        cost = state.cost + max(
            [self._noise_cost(state, candidate, sense) for sense in candidate.senses]
        )
        if cost <= self.limit:
            self._add(
                state,
                cost,
                state.stack,
                state.closed,
                Step(state.step, number, 0, NOISE, "", -1, -1, 0),
            )

    def _noise_cost(self, state: State, candidate: Candidate, sense: Sense) -> float:
        style = self.styles[sense.style]
        if style.soft:
            return costs.NOISE_SOFT
        if sense.doubt:
            return costs.NOISE_DOUBT
        cost = costs.NOISE[style.place][candidate.place]
        if candidate.place != MID and cost < costs.NOISE_ESTABLISHED:
            for held in state.stack:
                if (
                    held.style == sense.style
                    and held.rank == candidate.rank
                    and held.block == candidate.block
                    and held.items >= 2
                ):
                    return costs.NOISE_ESTABLISHED
        return cost

    def _go_on(
        self, state: State, number: int, candidate: Candidate, index: int, sense: Sense
    ) -> bool:
        """The candidate is the next item of an open list, which ends the lists inside it. Whether that cost nothing."""
        stack, free = state.stack, False
        for depth in range(len(stack) - 1, max(-1, len(stack) - costs.DEPTH - 1), -1):
            held = stack[depth]
            gap = sense.value - held.last
            base = costs.WEAK[candidate.place] + costs.BARRIER * min(
                held.barrier, costs.BARRIERS_MOST
            )
            if held.style == sense.style:
                if held.series != sense.series:
                    continue
                ways = steps(held, candidate, sense, self.styles[sense.style].soft)
                if held.rank != candidate.rank or held.rank == INLINE_RANK:
                    base += costs.place_cost(held.rank, held.block, candidate.rank, candidate.block)
            elif gap == 1 or gap == 2 and self.styles[held.style].soft:  # 首先, 然后, 第三
                ways = mix(state.stack, held, candidate, sense, self.styles)
            else:
                continue
            closed: tuple[Open, ...] | None = None
            style = (
                sense.style if self.styles[held.style].soft else held.style
            )  # adverbs give way to numbers: 首先, 第二, 第三
            for cost, last, fault, expected, missing in ways:
                whole = state.cost + (base + cost)
                free = free or base + cost == 0.0
                if whole > self.limit:
                    continue
                if closed is None:
                    closed = close(state.closed, stack[depth + 1 :])
                mixed = sense.style if fault == MIXED else held.mixed
                ones = held.ones and sense.value == 1 and candidate.bullet
                after = self.forms.open(held.id, style, held.series, last, min(held.items + 1, 3), candidate.rank, held.home,
                                        candidate.indent, candidate.block, ones, 0, held.resumed, missing, candidate.quotation,
                                        held.excerpt, mixed)  # fmt: skip
                step = Step(state.step, number, index, NEXT, fault, held.id, -1, expected)
                self._add(state, whole, (*stack[:depth], after), closed, step)
        return free

    def _begin(
        self, state: State, number: int, candidate: Candidate, index: int, sense: Sense
    ) -> None:
        """The candidate is the first item of a new list."""
        style = self.styles[sense.style]
        cost, fault = self._start_cost(state, candidate, sense, style)
        if cost < 0:
            return
        cost = state.cost + (cost + costs.OPEN_WEAK[candidate.place])
        if cost > self.limit:
            return
        ones = sense.value == 1 and candidate.bullet
        excerpt = bool(candidate.quotation) and not (candidate.lead and sense.value == 1)
        new = self.forms.open(number, sense.style, sense.series, sense.value, 1, candidate.rank, candidate.rank, candidate.indent,
                              candidate.block, ones, 0, False, (), candidate.quotation, excerpt, -1)  # fmt: skip
        for keep, extra in places(state.stack, candidate, sense, self.styles):
            parent = state.stack[keep - 1].id if keep else -1
            step = Step(state.step, number, index, OPEN, fault, number, parent, 1)
            kept = state.stack[max(0, keep - costs.DEPTH) : keep]
            self._add(
                state, cost + extra, (*kept, new), close(state.closed, state.stack[keep:]), step
            )

    def _start_cost(
        self, state: State, candidate: Candidate, sense: Sense, style: Style
    ) -> tuple[float, str]:
        """What it costs to begin a list with `sense`, and the fault that this pays for; below 0 where it cannot be."""
        if sense.value == 1:
            return costs.OPEN + (costs.OPEN_DOUBT if sense.doubt else 0.0), ""
        if sense.value == 0:
            return costs.OPEN + costs.FROM_ZERO, ""
        held_here = any(
            o.style == sense.style and o.quotation == candidate.quotation for o in state.stack
        )
        if candidate.quotation and not candidate.lead and not held_here:
            return costs.OPEN + costs.START_EXCERPT, ""
        if style.soft or sense.doubt or candidate.place > CLAUSE:
            return -1.0, ""
        parts = str(sense.value - 1) if "." in style.suffix else ""
        if parts and any(o.series == parts and o.rank == candidate.rank for o in state.stack):
            return costs.OPEN, ""  # 1.1 and 1.2 were there, so 2. is no beginning
        fault = START if sense.value <= costs.START_FAR and not style.anywhere else ""
        return min(costs.START + costs.START_MORE * (sense.value - 2), costs.START_MOST), fault

    def _resume(
        self, state: State, number: int, candidate: Candidate, index: int, sense: Sense
    ) -> None:
        """The candidate goes on with a list that had ended with what it stood in."""
        style = self.styles[sense.style]
        if sense.doubt or style.soft:
            return
        for held in state.closed:
            if held.style != sense.style or held.series != sense.series:
                continue
            if sort_of(held.rank) != sort_of(candidate.rank):
                continue
            again = held.resumed or style.across
            due = held.last + 1
            late = sense.value in held.missing
            if sense.value < 2 or not (again or late or due <= sense.value <= due + 3):
                continue
            base = costs.WEAK[candidate.place]
            base += (
                costs.RESUME_ACROSS
                if style.across
                else costs.RESUME_AGAIN
                if held.resumed
                else costs.RESUME
            )
            if not again and any(
                o.style == sense.style and same_place(o, candidate) for o in state.stack
            ):
                base = costs.RESUME_RIVAL
            keep = places(state.stack, candidate, sense, self.styles)[0][0]
            closed = close(tuple(o for o in state.closed if o is not held), state.stack[keep:])
            parent = state.stack[keep - 1].id if keep else -1
            for cost, last, fault, expected, missing in steps(held, candidate, sense, style.soft):
                if state.cost + (base + cost) > self.limit:
                    continue
                after = self.forms.open(held.id, held.style, held.series, last, 3, candidate.rank, held.home, candidate.indent,
                                        candidate.block, False, 0, True, missing, candidate.quotation, held.excerpt, held.mixed)  # fmt: skip
                step = Step(state.step, number, index, NEXT, fault, held.id, parent, expected)
                self._add(
                    state, state.cost + (base + cost), (*state.stack[:keep], after), closed, step
                )
