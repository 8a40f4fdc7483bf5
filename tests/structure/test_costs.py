"""The prices only make sense against each other."""

from __future__ import annotations

import pytest

from reportlint.structure import costs
from reportlint.structure.candidates import BODY_RANK, CLAUSE, INLINE_RANK, LINE, MID, Site

FAULTS = (costs.GAP, costs.REPEAT, costs.WRONG, costs.MIXED, costs.MIXED_FAR)


def test_a_fault_in_a_list_is_cheaper_than_to_explain_its_marker_away() -> None:
    assert max(FAULTS) < costs.NOISE_ESTABLISHED
    assert all(max(FAULTS) < costs.NOISE[place][LINE] for place in costs.NOISE)


def test_every_innocent_explanation_is_cheaper_than_a_fault() -> None:
    innocent = [
        costs.OPEN + costs.REPLACE,
        costs.OPEN + costs.NEST_LED,
        costs.OPEN + costs.LEVEL_UP,
        costs.RESUME,
        costs.LATE,
        costs.STAND_IN,
        costs.ONES,
        costs.SKIP,
        costs.BARRIER * costs.BARRIERS_MOST,
        max(costs.WEAK.values()),
    ]
    assert max(innocent) < min(FAULTS)


def test_a_place_within_a_clause_is_the_cheapest_to_explain_away() -> None:
    assert costs.NOISE
    for prices in costs.NOISE.values():
        assert min(prices, key=lambda place: prices[place]) == MID
        assert max(prices, key=lambda place: prices[place]) == LINE


def test_two_markers_after_clauses_are_not_explained_away_to_hide_a_gap() -> None:
    moved = costs.move_cost(LINES, INLINE)
    assert 2 * costs.NOISE["line"][CLAUSE] > moved + costs.GAP + costs.MARGIN
    assert costs.NOISE["line"][CLAUSE] < costs.GAP  # one such marker is


LINES, INLINE, HEADING = Site(BODY_RANK, 0, 1, 0), Site(INLINE_RANK, 0, 1, 0), Site(2, 0, 1, 0)


@pytest.mark.parametrize(
    ("before", "after", "cost"),
    [
        (LINES, LINES._replace(block=9), 0.0),
        (INLINE, INLINE, 0.0),
        (INLINE, INLINE._replace(block=2), 1.0),
        (INLINE, LINES, 0.3),
        (LINES, INLINE, 0.5),
        (LINES, INLINE._replace(block=2), 1.5),
        (HEADING, HEADING._replace(rank=3), 1.0),
        (HEADING, LINES, 3.4),
    ],
)
def test_what_it_costs_a_list_to_move(before: Site, after: Site, cost: float) -> None:
    assert costs.move_cost(before, after) == cost
