"""Matching of brackets and quotes: which are left over, and what they are. Each step looks at a
mark a bounded number of times."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import zip_longest

from reportlint._startup.namedtuple import NamedTuple

# Most brackets that one block may keep open. Text that opens more is not prose, and the limit keeps
# the search linear.
NEAR = 12
REOPENED = 3  # blocks after which a continued quotation opens again, at most


class Mark(NamedTuple):
    """One bracket or quote."""

    at: int
    char: str
    sort: str
    opens: bool
    block: int
    weak: bool = False  # probably part of a list marker, an emoticon or an address


def best_match(
    marks: Sequence[Mark], partner: Mapping[str, str]
) -> tuple[list[Mark], list[tuple[Mark, Mark]]]:
    """The unmatched marks, and the pairs of mixed width. Weak marks count as brackets or not,
    whichever leaves fewer unmatched."""
    rest, mixed = _match(marks, partner)
    if rest and any(mark.weak for mark in marks):
        strong, strong_mixed = _match([mark for mark in marks if not mark.weak], partner)
        rest = [mark for mark in rest if not mark.weak]
        if len(strong) < len(rest):
            return strong, strong_mixed
    return rest, mixed


def _match(
    marks: Sequence[Mark], partner: Mapping[str, str]
) -> tuple[list[Mark], list[tuple[Mark, Mark]]]:
    """The marks that have no partner, and the pairs of mixed width."""
    stack: list[Mark] = []
    rest: list[Mark] = []
    mixed: list[tuple[Mark, Mark]] = []
    for mark in marks:
        if mark.opens:
            stack.append(mark)
            continue
        at = _last_of_sort(stack, mark.sort)
        if at < 0:
            rest.append(mark)
            continue
        opening = stack[at]
        rest += stack[at + 1 :]
        del stack[at:]
        if partner[opening.char] != mark.char:
            mixed.append((opening, mark))
    return sorted([*rest, *stack]), mixed


def _last_of_sort(stack: Sequence[Mark], sort: str) -> int:
    """The index of the last mark of a sort among the last NEAR marks; -1 if there is none."""
    for at in range(len(stack) - 1, max(-1, len(stack) - 1 - NEAR), -1):
        if stack[at].sort == sort:
            return at
    return -1


def crossed(rest: Sequence[Mark]) -> tuple[list[tuple[Mark, Mark]], list[Mark]]:
    """Pairs of an opening and a later closing mark of one sort that cross another pair, and the
    marks still unmatched."""
    waiting: dict[str, list[Mark]] = {}
    pairs: list[tuple[Mark, Mark]] = []
    for mark in rest:
        if mark.opens:
            waiting.setdefault(mark.sort, []).append(mark)
        elif waiting.get(mark.sort):
            pairs.append((waiting[mark.sort].pop(), mark))
    used = {mark.at for pair in pairs for mark in pair}
    return pairs, [mark for mark in rest if mark.at not in used]


def misfits(
    rest: Sequence[Mark], quotes: frozenset[str]
) -> tuple[list[tuple[Mark, Mark]], list[Mark]]:
    """Pairs of two sorts that were meant as one (《甲〉), and the marks still unmatched.

    Of two equal quotes used as a pair (“甲“) only the wrong one stays unmatched: the second if they
    are opening quotes, the first if they are closing quotes.
    """
    unfit: list[tuple[Mark, Mark]] = []
    kept: list[Mark] = []
    skip = False
    for mark, after in zip_longest(rest, rest[1:]):
        if skip or after is None:
            kept += [] if skip else [mark]
            skip = False
        elif mark.char == after.char and mark.sort in quotes:
            kept.append(after if mark.opens else mark)
            skip = True
        elif mark.opens and not after.opens:
            unfit.append((mark, after))
            skip = True
        else:
            kept.append(mark)
    return unfit, kept


def unmatched_across(
    left: Sequence[Mark], reach: Mapping[str, int], continued: Mapping[str, Sequence[int]]
) -> list[Mark]:
    """The marks of `left`, unmatched in their own block, that have no partner in a nearby block
    either.

    `reach` gives for each sort how many blocks later it may be closed. `continued` gives for each
    sort the blocks that begin with its opening quote: a quotation that is open before such a block
    continues there.
    """
    open_marks: dict[str, list[Mark]] = {}
    unmatched: list[Mark] = []
    for mark in left:
        waiting = open_marks.setdefault(mark.sort, [])
        while waiting and mark.block - waiting[-1].block > reach[mark.sort]:
            unmatched.append(waiting.pop())
        if mark.opens:
            waiting.append(mark)
        elif waiting:
            waiting.pop()
        else:
            unmatched.append(mark)
    unmatched += [mark for marks in open_marks.values() for mark in marks]
    return sorted(mark for mark in unmatched if not _goes_on(mark, continued))


def _goes_on(mark: Mark, continued: Mapping[str, Sequence[int]]) -> bool:
    """Whether a nearby block after that of an opening quote begins with the same quote."""
    blocks = continued.get(mark.sort, ())
    at = bisect_right(blocks, mark.block)
    return mark.opens and at < len(blocks) and blocks[at] - mark.block <= REOPENED
