"""The ways in which a marker may continue a list or open a nested one, each with its cost."""

from __future__ import annotations

from collections.abc import Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.lexicon import Style
from reportlint.ordinals.style import MarkerReading
from reportlint.structure import costs
from reportlint.structure.candidates import BODY_RANK, BOLD_RANK, INLINE_RANK, Candidate, Site
from reportlint.structure.states import (
    FRAGMENT,
    GAP,
    LATE,
    MIXED,
    REPEAT,
    SKIP,
    WRONG,
    OpenList,
    holds,
    same_place,
    stands_at,
)

# A list that repeats numbers and skips this many does not count by one: Day 1, Day 2, Day 7.
_FAR = 3
_LED_NEAR = 3  # blocks that the first item may take: text from elsewhere has one block per line
_MOST_MISSING = 4  # skipped numbers that may come later, at most


class Transition(NamedTuple):
    """One way for a list to continue."""

    cost: float
    last: int  # the number of the list's last item after it
    fault: str  # the fault that the cost pays for, "" is none
    expected: int  # the number due here
    missing: tuple[int, ...]  # numbers that the list lacks after it


class Nesting(NamedTuple):
    """One way for a new list to be nested in the open ones."""

    depth: int  # the number of open lists that stay open around it
    cost: float


def continuations(
    stack: tuple[OpenList, ...],
    depth: int,
    candidate: Candidate,
    reading: MarkerReading,
    styles: tuple[Style, ...],
) -> Sequence[Transition]:
    """The ways in which the list at `depth` can continue with `reading`."""
    held = stack[depth]
    style = styles[held.style]
    if held.style == reading.style:
        if held.series != reading.series:
            return ()
        return transitions(held, candidate, reading, soft=style.soft, repeats=style.repeats)
    gap = reading.value - held.last
    if gap == 1 or (gap == 2 and style.soft):  # 首先, 然后, 第三
        return mixed_transitions(stack, held, candidate, reading, styles)
    return ()


def transitions(
    held: OpenList,
    candidate: Candidate,
    reading: MarkerReading,
    *,
    soft: bool = False,
    repeats: bool = False,
) -> list[Transition]:
    """The ways in which `reading` can follow in a list of its own style. With `soft` the style may
    also be an adverb; with `repeats` its numbers may repeat."""
    value, due, missing = reading.value, held.last + 1, held.missing
    if value == due:
        cost = costs.ONES_LEFT if held.ones and held.items > 1 else 0.0
        return [Transition(cost, value, "", due, missing)]
    if value == 1 and _is_one_of(held, candidate):
        return [Transition(costs.ONES, 1, "", 1, ())]
    if soft:
        return [Transition(0.0, value, "", due, ())] if value > due else []
    if reading.doubt:
        return []
    again = _again(held, value, due) if repeats else None
    return [again] if again else _out_of_turn(held, value, due)


def _is_one_of(held: OpenList, candidate: Candidate) -> bool:
    """Whether a number one continues the ones of a Markdown list: at the same indent, and not
    introduced by a paragraph of its own that ends in a colon."""
    is_led_anew = candidate.after_colon and candidate.site.block - held.site.block > 1
    if not (held.ones and candidate.bullet):
        return False
    return abs(candidate.site.indent - held.site.indent) <= 1 and not is_led_anew


def _again(held: OpenList, value: int, due: int) -> Transition | None:
    """The transition to a number that is not due, in a list whose numbers may repeat or skip many;
    None if this is not the case."""
    if value < due:
        rest = tuple(number for number in held.missing if number != value)
        kind = LATE if value in held.missing else ""
        return Transition(costs.AGAIN, held.last, kind, due, rest)
    if 1 in (held.items, held.last) or value - due >= _FAR:
        return Transition(costs.SKIP, value, SKIP, due, ())
    return None


def _out_of_turn(held: OpenList, value: int, due: int) -> list[Transition]:
    """The transitions to a number that is not due, each of which explains another fault."""
    missing = held.missing
    if held.excerpt == FRAGMENT:
        cost = costs.SKIP if value >= held.last else costs.WRONG
        return [Transition(cost, value, SKIP, due, ())]
    if value in missing:
        rest = tuple(number for number in missing if number != value)
        return [Transition(costs.LATE, held.last, LATE, due, rest)]
    if value > due:
        return _gaps(held, value, due)
    if value == held.last:
        return [
            Transition(costs.REPEAT, due, REPEAT, due, missing),
            Transition(costs.REPEAT, value, REPEAT, due, missing),
        ]
    return [_wrong(held, value, due)]


def continuing_cost(
    stack: tuple[OpenList, ...], depth: int, candidate: Candidate, reading: MarkerReading
) -> float:
    """The cost for the list at `depth` to continue with `reading`, besides that of its way: of its
    place, and, unless another form is mixed in, of what it moves and passes."""
    held, site = stack[depth], candidate.site
    cost = costs.WEAK[candidate.place] + costs.BARRIER * held.barriers
    if held.style != reading.style:
        return cost
    before = held.site
    if before.rank != site.rank or site.rank == INLINE_RANK:
        cost += costs.move_cost(before, site)
    if len(stack) > 1:
        cost += below_cost(stack, depth, site)
        cost += passing_cost(stack, depth, candidate, reading)
    if candidate.bullet:
        cost += costs.indent_cost(before, site)
    return cost


def passing_cost(
    stack: tuple[OpenList, ...], depth: int, candidate: Candidate, reading: MarkerReading
) -> float:
    """The cost for the list at `depth` to continue with `reading` past other lists of its form. An
    item belongs to the list at its place, and a list nested in another of its form must have at
    least two items before it ends."""
    site, held = candidate.site, stack[depth]
    style, series = reading.style, reading.series
    rivals = [
        other
        for other in stack
        if other.style == style
        and other is not held
        and other.series == series
        and stands_at(other, site)
    ]
    if not rivals:
        return 0.0
    cost = 0.0
    if not stands_at(held, site):
        cost = costs.PASS_LED if _resumes_inline_list(held, candidate, reading) else costs.PASS_OVER
    inner = rivals[-1]
    is_ended = any(inner is other for other in stack[depth + 1 :])
    return cost + (_ending_cost(inner, candidate) if is_ended else 0.0)


def below_cost(stack: tuple[OpenList, ...], depth: int, site: Site) -> float:
    """The cost for the list at `depth`, of headings, to continue in the text below a numbered
    heading that is nested in its last one."""
    if stack[depth].site.rank >= BOLD_RANK or site.rank < BOLD_RANK:
        return 0.0
    is_below = any(other.site.rank < BOLD_RANK for other in stack[depth + 1 :])
    return costs.BELOW if is_below else 0.0


def _ending_cost(inner: OpenList, candidate: Candidate) -> float:
    """The cost of ending a list that is nested in the one that continues and has its form."""
    if inner.items == 1:
        return costs.PASS_LONE
    return costs.PASS_WEAK if candidate.semicolon else 0.0


def _resumes_inline_list(held: OpenList, candidate: Candidate, reading: MarkerReading) -> bool:
    """Whether a list that began within the line before continues with one item per line: 结论：1、…
    and then a line with 2、"""
    near = candidate.site.block - held.site.block <= _LED_NEAR
    return near and held.items == 1 and held.site.rank == INLINE_RANK and reading.value == 2


def _gaps(held: OpenList, value: int, due: int) -> list[Transition]:
    """The transitions to a number that is too great: either numbers are skipped, or it is wrong."""
    if held.excerpt:
        left_out = tuple(range(due, min(value, due + _MOST_MISSING)))
        return [Transition(costs.SKIP, value, SKIP, due, left_out)]
    missing = tuple(range(due, value)) if value - due <= _MOST_MISSING else ()
    cost = costs.GAP + costs.GAP_MORE * (value - due - 1)
    return [Transition(cost, value, GAP, due, missing), _wrong(held, value, due)]


def _wrong(held: OpenList, value: int, due: int) -> Transition:
    cost = costs.WRONG + costs.GAP_MORE * min(abs(value - due), 20)
    return Transition(cost, due, WRONG, due, held.missing)


def mixed_transitions(
    stack: tuple[OpenList, ...],
    held: OpenList,
    candidate: Candidate,
    reading: MarkerReading,
    styles: tuple[Style, ...],
) -> list[Transition]:
    """The transitions to `reading`, a marker of another form with the very next number of a
    list."""
    if held.series or reading.series or reading.doubt:
        return []
    here, there = styles[reading.style], styles[held.style]
    of_its_form = [other for other in stack if other.style == reading.style]
    if here.soft != there.soft:
        if any(stands_at(other, candidate.site) for other in of_its_form):
            return []  # its own list is open: it replaces no number of another
        return _stand_ins(held, candidate, reading, here, there)
    # If a list of its own form is open and has just had this number or waits for it, it is an item
    # of that list: a copied （二） is meant to be （三） and not 二、.
    due = (reading.value, reading.value - 1)
    if here.soft or any(other.last in due for other in of_its_form):
        return []
    return _mixed(held, candidate, reading, is_alike=_are_alike(here, there))


def _mixed(
    held: OpenList, candidate: Candidate, reading: MarkerReading, *, is_alike: bool
) -> list[Transition]:
    """The transition to a number of another form, if it is at a place for items of the list. It is
    cheaper if the forms are alike, since these are easily confused."""
    value = reading.value
    if not _may_be_mixed(held, candidate):
        return []
    if held.mixed == reading.style:
        return [Transition(costs.MIXED_AGAIN, value, "", value, held.missing)]
    cost = costs.MIXED if is_alike else costs.MIXED_FAR
    return [Transition(cost, value, MIXED, value, held.missing)]


def _may_be_mixed(held: OpenList, candidate: Candidate) -> bool:
    """Whether a marker of another form is at a place where it may be an item of the list."""
    site = candidate.site
    is_near = not site.quotation and held.site.rank == site.rank
    return is_near and not _is_inline_elsewhere(held, candidate)


def _are_alike(style: Style, other: Style) -> bool:
    """Whether two styles share a prefix, and their numerals or a suffix."""
    share_suffix = bool(set(style.suffix) & set(other.suffix) - {""})
    share_prefix = bool(set(style.prefix) & set(other.prefix))
    return share_prefix and (style.numerals == other.numerals or share_suffix)


def _stand_ins(
    held: OpenList, candidate: Candidate, reading: MarkerReading, here: Style, there: Style
) -> list[Transition]:
    """The transition from numbers to an adverb, or from adverbs to a number: 第一, 其次, 第三;
    首先, 二是."""
    number_style = there if here.soft else here
    moves = held.site.block != candidate.site.block and held.site.rank != candidate.site.rank
    # 最后 closes what was said, and is often not an item
    is_last_word = here.soft and reading.value == len(here.words)
    if moves or is_last_word or number_style.place != "clause":
        return []
    if _is_inline_elsewhere(held, candidate):
        return []
    return [Transition(costs.STAND_IN, reading.value, "", reading.value, held.missing)]


def _is_inline_elsewhere(held: OpenList, candidate: Candidate) -> bool:
    """Whether the last item of the list is inline in another block."""
    return held.site.rank == INLINE_RANK and held.site.block != candidate.site.block


def nesting_options(
    stack: tuple[OpenList, ...],
    candidate: Candidate,
    reading: MarkerReading,
    styles: tuple[Style, ...],
) -> list[Nesting]:
    """The ways in which a list that begins with `reading` can be nested in the open lists."""
    style, site = styles[reading.style], candidate.site
    same = lower = -1  # the innermost of its form and place; the outermost of a lower level
    for depth, held in enumerate(stack):
        if _is_like(held, reading, style) and same_place(held, site) and not holds(held, reading):
            same = depth
        is_lower = 0 < style.level < styles[held.style].level
        if is_lower and lower < 0 and held.site.rank == site.rank:
            lower = depth
    inside = len(stack)
    if same >= 0:
        return [
            Nesting(same, costs.REPLACE),
            Nesting(inside, _same_form_cost(stack[same], candidate)),
        ]
    if lower >= 0:
        return [Nesting(lower, 0.0), Nesting(inside, costs.LEVEL_UP)]
    return [Nesting(inside, 0.0)]


def lists_around(
    stack: tuple[OpenList, ...], depth: int, site: Site
) -> tuple[tuple[OpenList, ...], tuple[OpenList, ...]]:
    """The lists that stay open around the list at `depth` when its next item is at `site`, and the
    lists that end.

    The lists nested in it end. If it began within a paragraph and now moves to lines, of the lists
    of its form there only the nearest stays open: 3、结论：1、… and then lines with 2、 and 4、. A
    report that begins such a list in each section would nest them all otherwise."""
    around, ended, held = stack[:depth], stack[depth + 1 :], stack[depth]
    if held.site.rank != INLINE_RANK or site.rank == INLINE_RANK:
        return around, ended
    older = [
        other
        for other in around
        if other.style == held.style and other.series == held.series and same_place(other, site)
    ][:-1]
    if not older:
        return around, ended
    return tuple(other for other in around if other not in older), (*older, *ended)


def _is_like(held: OpenList, reading: MarkerReading, style: Style) -> bool:
    """Whether a list has the form of a marker of `style`. Labels have one form only if they have
    the same word."""
    return held.style == reading.style and (not style.label or held.series == reading.series)


def _same_form_cost(held: OpenList, candidate: Candidate) -> float:
    """The cost for a list to be nested in `held`, which has its form and place."""
    site = candidate.site
    is_deeper = site.rank == BODY_RANK and site.indent > held.site.indent + 1
    # a paragraph contains the lists within it, and no lists of another paragraph
    is_near = site.block - held.site.block <= (0 if site.rank == INLINE_RANK else 1)
    if is_deeper or (candidate.after_colon and is_near):
        return costs.NEST_LED
    # in Markdown an unindented paragraph ends the list before it
    is_led = candidate.after_colon and not candidate.bullet
    return costs.NEST_AFAR if is_led else costs.NEST_SAME
