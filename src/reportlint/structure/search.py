"""Searches for the cheapest explanation of a report's markers as a tree of lists.

A state is a stack of open lists with the cost of the explanation so far. Each candidate is added to
every state in every sensible way: as no marker, as the next item of an open list (all lists nested
in that item end), as the first item of a new list, or as the next item of a list that had ended.
States that can continue alike are merged, keeping the cheapest; expensive states are dropped. So
the time is linear in the number of candidates. What the cheapest explanation still pays for is a
fault, unless another explanation of about the same cost avoids it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.lexicon import PER_DOCUMENT, PER_SECTION, Style
from reportlint.ordinals.style import MarkerReading
from reportlint.structure import costs
from reportlint.structure.candidates import CLAUSE, MID, Candidate
from reportlint.structure.states import (
    MIXED,
    NEXT,
    NOISE,
    OPEN,
    START,
    Doubt,
    OpenList,
    OpenListInterner,
    State,
    Step,
    apply_heading,
    prune,
    same_place,
    sort_of,
    stands_at,
)
from reportlint.structure.transitions import (
    Transition,
    continuations,
    continuing_cost,
    lists_around,
    nesting_options,
    transitions,
)

_UNBOUNDED = float("inf")
_new = tuple.__new__  # makes a state in half the time
_MOST_RESUMED = 3  # numbers that a resumed list may skip, at most


_FAR = 2  # of two lists, one whose last number is lower by more than this is not the marker's


class Start(NamedTuple):
    """The cost of beginning a list."""

    cost: float
    fault: str = ""  # the fault that the cost pays for
    fragment: bool = False  # a part from the middle, of which nothing is demanded


_AT_ONE = Start(costs.OPEN)
_AT_DOUBTFUL_ONE = Start(costs.OPEN + costs.OPEN_DOUBT)


class Explanation(NamedTuple):
    """The cheapest explanation of all candidates."""

    steps: list[Step]  # one per candidate
    doubts: frozenset[Doubt]


class Search:
    """The search over one document. `run` finds the cheapest explanation.

    The methods here and the functions of `transitions` list, case by case, what a marker may be;
    splitting them further would hide the cases.
    """

    def __init__(self, candidates: Sequence[Candidate], styles: tuple[Style, ...]) -> None:
        self.candidates = candidates
        self.styles = styles
        self.interner = OpenListInterner()
        self.states: list[State] = []  # explanations of the candidates up to the present one
        self.window = costs.WINDOW
        # States that cost more would be pruned, so they are not created.
        self.cost_bound = _UNBOUNDED

    def run(self, barriers: Mapping[int, Sequence[int]]) -> Explanation:
        """The cheapest explanation. `barriers` are the levels of the headings before each
        candidate, by its index; 0 is a heading without markup."""
        states = [State(0.0, (), (), None, frozenset())]
        innocent_steps = 0  # candidates since the cheapest explanation last paid
        for index, candidate in enumerate(self.candidates):
            for level in barriers.get(index, ()):
                states = [apply_heading(state, level, self.interner) for state in states]
            self.states, self.cost_bound = [], _UNBOUNDED
            self.window = costs.WINDOW if innocent_steps < costs.CALM else costs.WINDOW_CALM
            for state in states:  # the cheapest first
                self._explain(state, index, candidate)
            paid = states[0].cost
            states = prune(self.states, self.window)
            is_innocent = states[0].cost - paid <= costs.INNOCENT
            innocent_steps = innocent_steps + 1 if is_innocent else 0
            if len(states) == 1:
                self.interner.forget(states[0])
        ends = [state._replace(stack=(), closed=()) for state in states]
        best = prune(ends, costs.WINDOW)[0]
        return Explanation(_steps(best.step), best.doubts)

    def _explain(self, state: State, index: int, candidate: Candidate) -> None:
        """Add the candidate, which has that `index`, to the state in every sensible way."""
        is_free = False
        for number in range(len(candidate.readings)):
            is_free = self._add_next_item(state, index, candidate, number) or is_free
        if is_free and not candidate.struck:
            # the very item that an open list waits for: no other explanation is needed
            return
        self._add_noise(state, index, candidate)
        for number in range(len(candidate.readings)):
            self._add_new_list(state, index, candidate, number)
            if state.closed:
                self._add_resumed(state, index, candidate, number)

    def _add(
        self,
        state: State,
        cost: float,
        stack: tuple[OpenList, ...],
        closed: tuple[OpenList, ...],
        step: Step,
    ) -> None:
        """Add a state that follows from `state`; `cost` is its total cost."""
        self.states.append(_new(State, (cost, stack, closed, step, state.doubts)))
        if cost + self.window < self.cost_bound:
            self.cost_bound = cost + self.window

    def _add_noise(self, state: State, index: int, candidate: Candidate) -> None:
        """Add the state in which the candidate is no marker."""
        prices = [self._noise_cost(state, candidate, reading) for reading in candidate.readings]
        cost = state.cost + (0.0 if candidate.struck else max(prices))
        if cost <= self.cost_bound:
            step = Step(state.step, index, 0, NOISE, "", -1, -1, 0)
            self._add(state, cost, state.stack, state.closed, step)

    def _noise_cost(self, state: State, candidate: Candidate, reading: MarkerReading) -> float:
        """The cost of explaining a candidate away as no marker."""
        style = self.styles[reading.style]
        if style.soft:
            return costs.NOISE_SOFT
        if reading.doubt and not _is_led_one(candidate, reading):
            return costs.NOISE_DOUBT
        cost = costs.NOISE[style.place][candidate.place]
        alike = _established(state, reading)
        if cost >= costs.NOISE_ESTABLISHED:
            is_led = bool(alike) or candidate.after_colon
            return costs.NOISE_BEGINS if is_led and _may_begin(candidate, reading) else cost
        if style.place == "clause" and _is_due(state, candidate, reading):
            return max(cost, costs.NOISE_DUE)
        is_established = candidate.place != MID and _is_beside(candidate, alike)
        return costs.NOISE_ESTABLISHED if is_established else cost

    def _add_next_item(self, state: State, index: int, candidate: Candidate, number: int) -> bool:
        """Add the states in which the candidate is the next item of an open list, which ends the
        lists nested in it. Return whether one of them cost nothing."""
        reading = candidate.readings[number]
        stack, is_free = state.stack, False
        for depth in range(len(stack) - 1, max(-1, len(stack) - costs.DEPTH - 1), -1):
            held = stack[depth]
            if held.style != reading.style and not 0 < reading.value - held.last <= 2:
                continue  # most lists: neither of its form, nor may it be mixed in
            ways = continuations(stack, depth, candidate, reading, self.styles)
            if not ways:
                continue
            base = continuing_cost(stack, depth, candidate, reading)
            closed: tuple[OpenList, ...] | None = None
            for way in ways:
                step_cost = base + way.cost
                is_free = is_free or step_cost == 0.0
                cost = state.cost + step_cost
                if cost > self.cost_bound:
                    continue
                if closed is None:
                    around, ended = lists_around(stack, depth, candidate.site)
                    closed = self.interner.close(state.closed, ended)
                after = self._continued(held, candidate, reading, way)
                step = Step(state.step, index, number, NEXT, way.fault, held.id, -1, way.expected)
                self._add(state, cost, (*around, after), closed, step)
        return is_free

    def _continued(
        self, held: OpenList, candidate: Candidate, reading: MarkerReading, way: Transition
    ) -> OpenList:
        """`held` with the candidate as its next item."""
        # adverbs give way to numbers: 首先, 第二, 第三
        style = reading.style if self.styles[held.style].soft else held.style
        mixed = reading.style if way.fault == MIXED else held.mixed
        ones = held.ones and reading.value == 1 and candidate.bullet
        return self.interner.continued(
            held, style, way.last, candidate.site, ones, way.missing, mixed
        )

    def _add_new_list(self, state: State, index: int, candidate: Candidate, number: int) -> None:
        """Add the states in which the candidate is the first item of a new list."""
        reading = candidate.readings[number]
        start = self._start(state, candidate, reading)
        if start is None:
            return
        cost = state.cost + (start.cost + costs.OPEN_WEAK[candidate.place])
        if cost > self.cost_bound:
            return
        lasting = self.styles[reading.style].counts == PER_DOCUMENT
        opened = self.interner.opened(
            index, reading, candidate, fragment=start.fragment, lasting=lasting
        )
        for depth, nesting_cost in nesting_options(state.stack, candidate, reading, self.styles):
            around, ended = state.stack[:depth], state.stack[depth:]
            parent = around[-1].id if around else -1
            step = Step(state.step, index, number, OPEN, start.fault, index, parent, 1)
            # what stands around too many is not open any more, and may go on as if it had ended
            closed = self.interner.close(state.closed, (*around[: -costs.DEPTH], *ended))
            stack = (*around[-costs.DEPTH :], opened)
            self._add(state, cost + nesting_cost, stack, closed, step)

    def _start(self, state: State, candidate: Candidate, reading: MarkerReading) -> Start | None:
        """The cost of beginning a list with `reading`; None if it cannot begin one."""
        style, value = self.styles[reading.style], reading.value
        if value <= 1:
            return _start_at(candidate, reading)
        if self._may_begin_excerpt(state, candidate, reading):
            return Start(costs.OPEN + costs.START_EXCERPT)
        if style.soft or reading.doubt or candidate.place > CLAUSE:
            return None
        if "." in style.suffix and _is_behind_parts(state, candidate, reading):
            return Start(costs.OPEN)
        cost = _start_cost(candidate, value)
        is_fault = value <= costs.START_FAR and not style.anywhere
        if is_fault:
            return Start(cost, START)
        # if a list of its form is open, a new list from the middle must not make that list's faults
        # free
        has_rival = any(
            held.style == reading.style and stands_at(held, candidate.site) for held in state.stack
        )
        return Start(cost, fragment=not has_rival)

    def _may_begin_excerpt(
        self, state: State, candidate: Candidate, reading: MarkerReading
    ) -> bool:
        """Whether the candidate is the first of its form in a quotation, where numbers may begin
        anywhere."""
        quotation = candidate.site.quotation
        if quotation == 0 or (candidate.after_colon and quotation > 0):
            return False
        return not any(
            held.style == reading.style and held.site.quotation == quotation for held in state.stack
        )

    def _add_resumed(self, state: State, index: int, candidate: Candidate, number: int) -> None:
        """Add the states in which the candidate continues a list that had ended."""
        reading = candidate.readings[number]
        if reading.doubt or reading.value < 2 or self.styles[reading.style].soft:
            return
        for held in state.closed:
            if not self._may_resume(held, candidate, reading):
                continue
            base = self._resume_cost(state, held, candidate, reading)
            depth = nesting_options(state.stack, candidate, reading, self.styles)[0].depth
            around = state.stack[:depth]
            parent = around[-1].id if around else -1
            others = tuple(other for other in state.closed if other is not held)
            closed = self.interner.close(others, state.stack[depth:])
            repeats = self.styles[held.style].repeats
            ways = transitions(held, candidate, reading, repeats=repeats)
            for extra, last, fault, expected, missing in ways:
                cost = state.cost + (base + extra)
                if cost <= self.cost_bound:
                    after = self.interner.resumed(held, last, candidate.site, missing)
                    step = Step(state.step, index, number, NEXT, fault, held.id, parent, expected)
                    self._add(state, cost, (*around, after), closed, step)

    def _may_resume(self, held: OpenList, candidate: Candidate, reading: MarkerReading) -> bool:
        """Whether a list that had ended may continue with the candidate."""
        if held.style != reading.style or held.series != reading.series:
            return False
        counts = self.styles[held.style].counts
        if counts == PER_DOCUMENT:
            return True
        sort = sort_of(candidate.site.rank)
        if counts == PER_SECTION or sort not in (sort_of(held.site.rank), sort_of(held.home)):
            return False
        if held.resumed or reading.value in held.missing:
            return True
        return 1 <= reading.value - held.last <= 1 + _MOST_RESUMED

    def _resume_cost(
        self, state: State, held: OpenList, candidate: Candidate, reading: MarkerReading
    ) -> float:
        """The cost for a list that had ended to continue. If the candidate is its very next number,
        it is cheaper than a rival list that would skip several numbers."""
        rival = self._rival(state, held, candidate)
        if rival is not None:
            is_next = reading.value == held.last + 1 and reading.value - rival.last > _FAR
            return costs.RESUME_NEXT if is_next else costs.RESUME_RIVAL
        cost = costs.WEAK[candidate.place]
        if self.styles[held.style].counts == PER_DOCUMENT:
            return cost + costs.RESUME_ACROSS
        if held.items == 1 and held.site.block < candidate.begins:
            return cost + costs.RESUME_LONE
        return cost + (costs.RESUME_AGAIN if held.resumed else costs.RESUME)

    def _rival(self, state: State, held: OpenList, candidate: Candidate) -> OpenList | None:
        """The open list of the form of `held` at the candidate's place; None if there is none."""
        site, is_label = candidate.site, self.styles[held.style].label
        for other in state.stack:
            is_like = other.style == held.style and (not is_label or other.series == held.series)
            if is_like and (same_place(other, site) or stands_at(other, site)):
                return other
        return None


def _is_due(state: State, candidate: Candidate, reading: MarkerReading) -> bool:
    """Whether an open list in the paragraph of the candidate waits for this number. Not if the
    candidate is in the middle of a clause."""
    return candidate.place != MID and any(
        held.style == reading.style
        and held.series == reading.series
        and held.last + 1 == reading.value
        and stands_at(held, candidate.site)
        for held in state.stack
    )


def _start_cost(candidate: Candidate, value: int) -> float:
    """The cost of beginning a list at a number above one."""
    begin = costs.START_LED if candidate.after_colon else costs.START
    return min(begin + costs.START_MORE * (value - 2), costs.START_MOST)


def _start_at(candidate: Candidate, reading: MarkerReading) -> Start:
    """The cost of beginning a list at one or at zero."""
    if reading.value == 0:
        return Start(costs.OPEN + costs.FROM_ZERO)
    is_doubtful = reading.doubt and not _is_led_one(candidate, reading)
    return _AT_DOUBTFUL_ONE if is_doubtful else _AT_ONE


def _may_begin(candidate: Candidate, reading: MarkerReading) -> bool:
    """Whether a candidate is a number one at a place where a list may begin."""
    return reading.value == 1 and candidate.place <= CLAUSE


def _established(state: State, reading: MarkerReading) -> list[OpenList]:
    """The open lists of a marker's form that have more than one item."""
    return [held for held in state.stack if held.style == reading.style and held.items > 1]


def _is_beside(candidate: Candidate, lists: Sequence[OpenList]) -> bool:
    """Whether one of `lists` has its last item in the block of a candidate, at the same rank."""
    place = candidate.site.rank, candidate.site.block
    return any((held.site.rank, held.site.block) == place for held in lists)


def _is_behind_parts(state: State, candidate: Candidate, reading: MarkerReading) -> bool:
    """Whether an open list counts the parts of the number before, so that no list begins here: 2.
    after 1.1 and 1.2, or 1.2 after 1.1.1 and 1.1.2, but not 2.3 after 2.1."""
    before = f"{reading.series}.{reading.value - 1}".lstrip(".")
    return any(
        held.series == before and held.site.rank == candidate.site.rank for held in state.stack
    )


def _is_led_one(candidate: Candidate, reading: MarkerReading) -> bool:
    """Whether a number one begins a Markdown list after a colon; doubt about the text after it
    (1. have a look) does not count there."""
    return reading.value == 1 and candidate.bullet and candidate.after_colon


def _steps(last: Step | None) -> list[Step]:
    """All steps up to `last`, in order."""
    steps = []
    while last is not None:
        steps.append(last)
        last = last.before
    steps.reverse()
    return steps
