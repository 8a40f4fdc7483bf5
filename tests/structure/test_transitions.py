"""How a list goes on: what cannot be, and what each other way costs. Styles are those of `STYLES`,
by index.
"""

from __future__ import annotations

import pytest

from reportlint.core.lexicon import Style
from reportlint.core.span import Span
from reportlint.ordinals.style import MarkerReading
from reportlint.structure import costs
from reportlint.structure.candidates import BODY_RANK, INLINE_RANK, LINE, Candidate, Site
from reportlint.structure.states import (
    GAP,
    LATE,
    MIXED,
    REPEAT,
    SKIP,
    WRONG,
    OpenList,
    OpenListInterner,
)
from reportlint.structure.transitions import (
    Transition,
    _again,
    below_cost,
    lists_around,
    mixed_transitions,
    nesting_options,
    transitions,
)

DUN, PAREN, ADVERB, SHI, DIGIT = range(5)
STYLES = (
    Style("dun", "chinese", suffix=("、",), level=1),
    Style("paren", "chinese", prefix=("（",), suffix=("）",), level=2),
    Style("adverb", "words", words=(("首先",), ("其次",), ("最后",)), place="clause", soft=True),
    Style("shi", "chinese", suffix=("是",), place="clause"),
    Style("digit", "arabic", suffix=("、",), level=3),
)
LINES = Site(BODY_RANK, 0, 1, 0)


def reading(value: int, style: int = DUN, series: str = "", doubt: bool = False) -> MarkerReading:
    return MarkerReading(style, series, value, Span(0, 1), 2, doubt)


def candidate(
    *readings: MarkerReading, site: Site = LINES, bullet: bool = False, led: bool = False
) -> Candidate:
    return Candidate(0, readings, LINE, site, 0, bullet, led)


def held(last: int, style: int = DUN, **changes: object) -> OpenList:
    """An open list of one item and more, whose last number is `last`."""
    opened = OpenListInterner().opened(0, reading(1, style), candidate())
    return opened._replace(last=last, items=2, **changes)


@pytest.mark.parametrize(
    ("value", "doubt", "soft"),
    [(3, True, False), (1, True, False), (1, False, True), (2, False, True)],
)
def test_what_does_not_follow(value: int, doubt: bool, soft: bool) -> None:
    ways = transitions(held(2), candidate(), reading(value, doubt=doubt), soft=soft)
    assert [way for way in ways if value != 3] == []


@pytest.mark.parametrize(
    ("after", "value", "ways"),
    [
        (held(2), 3, [(0.0, "", 3)]),
        (held(2), 4, [(costs.GAP, GAP, 4), (costs.WRONG + costs.GAP_MORE, WRONG, 3)]),
        (held(2), 2, [(costs.REPEAT, REPEAT, 3), (costs.REPEAT, REPEAT, 2)]),
        (held(3), 1, [(costs.WRONG + 3 * costs.GAP_MORE, WRONG, 4)]),
        (held(4, missing=(2, 3)), 2, [(costs.LATE, LATE, 4)]),
        (held(2, excerpt=True), 4, [(costs.SKIP, SKIP, 4)]),
        (held(1, ones=True), 2, [(costs.ONES_LEFT, "", 2)]),
    ],
)
def test_how_a_list_goes_on(
    after: OpenList, value: int, ways: list[tuple[float, str, int]]
) -> None:
    steps = transitions(after, candidate(), reading(value))
    assert [(way.cost, way.fault, way.last) for way in steps] == ways


def test_markdown_may_number_every_item_1() -> None:
    ones = held(1, ones=True)
    (way,) = transitions(ones, candidate(bullet=True), reading(1))
    assert (way.cost, way.last, way.fault) == (costs.ONES, 1, "")
    assert transitions(ones, candidate(), reading(1))[0].fault == REPEAT


@pytest.mark.parametrize(("indent", "is_one"), [(0, True), (1, True), (2, False)])
def test_ones_stand_below_each_other(indent: int, is_one: bool) -> None:
    site = LINES._replace(indent=indent)
    ways = transitions(held(1, ones=True), candidate(site=site, bullet=True), reading(1))
    assert (ways[0] == Transition(costs.ONES, 1, "", 1, ())) is is_one


def test_adverbs_may_leave_numbers_out() -> None:
    assert transitions(held(1, ADVERB), candidate(), reading(3, ADVERB), soft=True)[0].cost == 0.0


@pytest.mark.parametrize(
    ("after", "following", "site"),
    [
        (held(2, series="1"), reading(3, PAREN), LINES),
        (held(2), reading(3, PAREN, series="1"), LINES),
        (held(2), reading(3, PAREN, doubt=True), LINES),
        (held(2), reading(3, DIGIT), Site(BODY_RANK, 0, 1, 2)),  # in a quotation
        (held(2), reading(3, DIGIT), Site(3, 0, 1, 0)),  # in a heading
        (held(2, SHI), reading(3, ADVERB), LINES),  # 最后 closes what was said
        (held(1), reading(2, ADVERB), LINES),  # 一、 其次
        (held(1, ADVERB), reading(2, DUN), LINES),
    ],
)
def test_what_is_of_another_list(after: OpenList, following: MarkerReading, site: Site) -> None:
    steps = mixed_transitions((after,), after, candidate(site=site), following, STYLES)
    assert steps == []


@pytest.mark.parametrize(
    ("after", "following", "cost", "fault"),
    [
        (held(2), reading(3, DIGIT), costs.MIXED, MIXED),  # the same suffix
        (held(2), reading(3, PAREN), costs.MIXED_FAR, MIXED),
        (held(2, mixed=DIGIT), reading(3, DIGIT), costs.MIXED_AGAIN, ""),
        (held(1, ADVERB), reading(2, SHI), costs.STAND_IN, ""),
        (held(1, SHI), reading(2, ADVERB), costs.STAND_IN, ""),
    ],
)
def test_another_form_in_a_list(
    after: OpenList, following: MarkerReading, cost: float, fault: str
) -> None:
    (way,) = mixed_transitions((after,), after, candidate(), following, STYLES)
    assert (way.cost, way.fault) == (cost, fault)


def test_a_list_that_waits_for_the_number_takes_it() -> None:
    stack = held(2), held(2, DIGIT)
    assert mixed_transitions(stack, stack[0], candidate(), reading(3, DIGIT), STYLES) == []


def options(stack: tuple[OpenList, ...], style: int, **where: object) -> list[tuple[int, float]]:
    place = candidate(**where)  # type: ignore[arg-type]
    return [tuple(o) for o in nesting_options(stack, place, reading(1, style), STYLES)]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("stack", "style", "where", "expected"),
    [
        ((), DUN, {}, [(0, 0.0)]),
        ((held(2),), PAREN, {}, [(1, 0.0)]),
        ((held(2),), DUN, {}, [(0, costs.REPLACE), (1, costs.NEST_SAME)]),
        ((held(2),), DUN, {"led": True}, [(0, costs.REPLACE), (1, costs.NEST_LED)]),
        ((held(2),), DUN, {"site": Site(BODY_RANK, 4, 1, 0)}, [(1, 0.0)]),
        ((held(2),), DUN, {"led": True, "site": Site(BODY_RANK, 0, 9, 0)}, [(0, costs.REPLACE), (1, costs.NEST_AFAR)]),
        ((held(2, PAREN),), DUN, {}, [(0, 0.0), (1, costs.LEVEL_UP)]),
        ((held(2),), DUN, {"site": Site(INLINE_RANK, 0, 1, 0)}, [(1, 0.0)]),
    ],
)  # fmt: skip
def test_where_a_new_list_may_stand(
    stack: tuple[OpenList, ...],
    style: int,
    where: dict[str, object],
    expected: list[tuple[int, float]],
) -> None:
    assert options(stack, style, **where) == expected


@pytest.mark.parametrize(
    ("value", "way"),
    [
        (2, Transition(costs.AGAIN, 4, LATE, 5, (3,))),
        (3, Transition(costs.AGAIN, 4, LATE, 5, (2,))),
        (4, Transition(costs.AGAIN, 4, "", 5, (2, 3))),
        (9, Transition(costs.SKIP, 9, SKIP, 5, ())),
        (6, None),
    ],
)
def test_numbers_that_may_come_again(value: int, way: Transition | None) -> None:
    assert _again(held(4, missing=(2, 3)), value, 5) == way


def at(rank: int, block: int, style: int = DUN, indent: int = 0) -> OpenList:
    return held(2, style, site=Site(rank, indent, block, 0))


INLINE = at(INLINE_RANK, 9)
"""A list within the paragraph 9."""


@pytest.mark.parametrize(
    ("around", "site"),
    [
        ((at(BODY_RANK, 2),), LINES),  # the nearest of its form there
        ((at(BODY_RANK, 1, PAREN), at(BODY_RANK, 2)), LINES),
        ((at(BODY_RANK, 1, indent=4), at(BODY_RANK, 2)), LINES),  # another place
        ((at(3, 1), at(BODY_RANK, 2)), LINES),
        ((at(BODY_RANK, 1), at(BODY_RANK, 2)), Site(INLINE_RANK, 0, 9, 0)),  # it does not move
    ],
)
def test_lists_that_stay_open_around_one_that_moves(
    around: tuple[OpenList, ...], site: Site
) -> None:
    nested = at(INLINE_RANK, 9, SHI)
    stack = (*around, INLINE, nested)
    assert lists_around(stack, len(around), site) == (around, (nested,))


def test_of_older_lists_where_a_list_moves_only_the_nearest_stays_open() -> None:
    oldest, older, near, other = (
        at(BODY_RANK, 2),
        at(BODY_RANK, 3),
        at(BODY_RANK, 4),
        at(3, 1, PAREN),
    )
    stack = (oldest, other, older, near, INLINE)
    assert lists_around(stack, 4, LINES) == ((other, near), (oldest, older))
    lines = (oldest, older, at(BODY_RANK, 5))
    assert lists_around(lines, 2, LINES)[0] == (oldest, older)  # it was in lines before


HEADING = LINES._replace(rank=1)


@pytest.mark.parametrize(
    ("depth", "site", "cost"),
    [
        (0, HEADING._replace(block=9), 0.0),
        (1, LINES, 0.0),  # no numbered heading is nested in the last one of the inner list
        (0, LINES, costs.BELOW),
    ],
)
def test_the_text_below_a_deeper_heading_holds_no_item_of_the_headings_above(
    depth: int, site: Site, cost: float
) -> None:
    stack = held(1, site=HEADING), held(1, DIGIT, site=HEADING._replace(rank=2))
    assert below_cost(stack, depth, site) == cost
