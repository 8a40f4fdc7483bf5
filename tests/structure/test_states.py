from __future__ import annotations

import pytest

from reportlint.core.span import Span
from reportlint.ordinals.style import MarkerReading
from reportlint.structure import costs
from reportlint.structure.candidates import BODY_RANK, INLINE_RANK, LINE, Candidate, Site
from reportlint.structure.states import (
    GAP,
    NEXT,
    NOISE,
    SKIP,
    Doubt,
    OpenList,
    OpenListInterner,
    State,
    Step,
    apply_heading,
    holds,
    prune,
    same_place,
)

INTERNER = OpenListInterner()


def reading(value: int = 1, style: int = 0, series: str = "") -> MarkerReading:
    return MarkerReading(style, series, value, Span(0, 1), 2, False)


def opened(
    id: int,
    style: int = 0,
    rank: int = BODY_RANK,
    indent: int = 0,
    series: str = "",
    block: int = 1,
) -> OpenList:
    site = Site(rank, indent, block, 0)
    return INTERNER.opened(
        id, reading(1, style, series), Candidate(0, (), LINE, site, 0, False, False)
    )


def state(cost: float, *stack: OpenList, step: Step | None = None) -> State:
    return State(cost, stack, (), step, frozenset())


def test_lists_that_go_on_alike_are_of_one_form() -> None:
    assert opened(1).form == opened(2).form != opened(3, style=1).form
    again = INTERNER.continued(opened(1), 0, 2, opened(1).site, False, (), -1)
    assert again.form != opened(1).form
    assert (again.id, again.last, again.items) == (1, 2, 2)


@pytest.mark.parametrize(
    ("held", "site", "answer"),
    [
        (opened(0), Site(BODY_RANK, 4, 1, 0), False),
        (opened(0), Site(INLINE_RANK, 0, 1, 0), False),
        (opened(0), Site(2, 0, 1, 0), False),
        (opened(0), Site(BODY_RANK, 1, 9, 0), True),
        (opened(0, rank=2), Site(2, 8, 9, 0), True),
        (opened(0)._replace(site=Site(INLINE_RANK, 0, 1, 0)), Site(BODY_RANK, 0, 2, 0), True),
    ],
)
def test_same_place(held: OpenList, site: Site, answer: bool) -> None:
    assert same_place(held, site) is answer


@pytest.mark.parametrize(
    ("series", "answer"), [("1", False), ("1.10", False), ("1.1", True), ("1.1.3", True)]
)
def test_a_dotted_number_holds_those_below_it(series: str, answer: bool) -> None:
    assert holds(opened(0, series="1"), reading(2, 0, series)) is answer


def test_only_the_last_ended_list_of_a_form_and_sort_of_place_is_remembered() -> None:
    lists = tuple(opened(id, style=id % 2) for id in range(4))
    assert [held.id for held in INTERNER.close((), lists)] == [2, 3]
    assert len(INTERNER.close((), tuple(opened(id, style=id) for id in range(9)))) == 6
    assert INTERNER.close(lists, ()) is lists


@pytest.mark.parametrize(("items", "block", "alike"), [(1, 5, False), (1, 1, True), (2, 5, True)])
def test_where_an_ended_list_was_matters_only_for_a_lone_item(
    items: int, block: int, alike: bool
) -> None:
    lists = [opened(0), opened(1, block=block)]
    if items > 1:
        lists = [INTERNER.continued(o, 0, 2, o.site, False, (), -1) for o in lists]
    forms = {INTERNER.close((), (held,))[0].form for held in lists}
    assert (len(forms) == 1) is alike


def test_a_heading_ends_the_lists_that_stand_deeper() -> None:
    after = apply_heading(state(0.0, opened(0, rank=2), opened(1, style=1)), 3, INTERNER)
    assert [held.id for held in after.stack] == [0]
    assert [held.id for held in after.closed] == [1]


def test_a_heading_without_markup_is_a_barrier_for_lists_in_the_body() -> None:
    after = state(0.0, opened(0, rank=2), opened(1, style=1))
    for _ in range(3):
        after = apply_heading(after, 0, INTERNER)
    assert [held.barriers for held in after.stack] == [0, costs.BARRIERS_MOST]


def test_states_that_go_on_alike_are_merged_and_dear_ones_given_up() -> None:
    a, b = opened(0), opened(1, style=1)
    states = [state(3.0, a), state(1.0, a), state(2.0, b), state(9.0, a, b)]
    assert [kept.cost for kept in prune(states, 5.0)] == [1.0, 2.0]
    assert [kept.cost for kept in prune([state(1.0, a), state(9.0, b)], 5.0)] == [1.0]
    assert [kept.cost for kept in prune([state(1.0, a), state(6.0, b)], 5.0)] == [1.0, 6.0]


@pytest.mark.parametrize(
    ("rank", "items", "lasting", "kept"),
    [
        (INLINE_RANK, 1, False, False),
        (INLINE_RANK, 2, False, True),
        (INLINE_RANK, 1, True, True),
        (BODY_RANK, 1, False, True),
        (2, 1, False, True),
    ],
)
def test_one_marker_within_a_paragraph_is_forgotten_when_its_list_ends(
    rank: int, items: int, lasting: bool, kept: bool
) -> None:
    held = opened(0, rank=rank)._replace(lasting=lasting)
    if items > 1:
        held = INTERNER.continued(held, 0, 2, held.site, False, (), -1)
    assert bool(INTERNER.close((), (held,))) is kept


def test_the_order_in_which_lists_ended_makes_no_other_state() -> None:
    a, b = INTERNER.close((), (opened(0), opened(1, style=1)))
    states = [state(1.0)._replace(closed=(a, b)), state(1.0)._replace(closed=(b, a))]
    assert len(prune(states, 5.0)) == 1


@pytest.mark.parametrize(
    ("margin", "other", "doubts"),
    [
        (costs.MARGIN, "", {Doubt(7, False)}),
        (costs.MARGIN + 0.1, "", set()),
        (costs.MARGIN, GAP, set()),
    ],
)
def test_a_fault_is_doubted_that_an_explanation_about_as_cheap_has_not(
    margin: float, other: str, doubts: set[Doubt]
) -> None:
    faulty = Step(None, 7, 0, NEXT, GAP, 0, -1, 2)
    held = opened(0)
    states = [
        state(0.0, held, step=faulty),
        state(margin, held, step=faulty._replace(fault=other)),
    ]
    assert prune(states, 5.0)[0].doubts == doubts


@pytest.mark.parametrize(
    ("fault", "act", "doubts"),
    [
        (GAP, NEXT, {Doubt(7, False)}),
        (GAP, NOISE, {Doubt(7, True)}),
        (SKIP, NEXT, set()),
        ("", NOISE, set()),
    ],
)
def test_only_what_is_a_fault_is_doubted(fault: str, act: str, doubts: set[Doubt]) -> None:
    step = Step(None, 7, 0, NEXT, fault, 0, -1, 2)
    held = opened(0)
    other = step._replace(fault="", act=act)
    states = [state(0.0, held, step=step), state(0.0, held, step=other)]
    assert prune(states, 5.0)[0].doubts == doubts
