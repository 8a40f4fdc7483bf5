"""What an explanation of the markers has to pay, in units of about one third of a plain fault.

The figures only make sense against each other. They are ordered by one idea: a fault in a list that
is surely there must be cheaper than to call its marker no marker, and every innocent explanation
must be cheaper than a fault.
"""

from __future__ import annotations

from reportlint.structure.candidates import (
    BODY_RANK,
    BOLD_RANK,
    CLAUSE,
    COMMA,
    INLINE_RANK,
    LINE,
    MID,
    SPACE,
    Site,
)

# To call a candidate no marker, by where its style usually stands and where it does stand.
NOISE = {
    "line": {LINE: 4.2, CLAUSE: 1.5, SPACE: 1.0, COMMA: 0.4, MID: 0.2},
    "clause": {LINE: 4.2, CLAUSE: 4.2, SPACE: 1.2, COMMA: 1.5, MID: 0.3},
    "anywhere": {LINE: 4.2, CLAUSE: 4.2, SPACE: 2.4, COMMA: 2.4, MID: 1.2},
}
NOISE_SOFT = 0.4  # an adverb that may be a marker
NOISE_DOUBT = 0.3  # what follows speaks against a marker
NOISE_ESTABLISHED = 4.2  # where a list of that style is open at such a place
NOISE_DUE = 4.2  # a spoken marker that is the very next of a list in its paragraph
NOISE_BEGINS = 5.2  # the same, or behind a colon, for a one: it visibly begins a list
# What even a good explanation pays for a place.
WEAK = {LINE: 0.0, CLAUSE: 0.0, SPACE: 0.1, COMMA: 0.1, MID: 0.15}

OPEN = 1.0  # a new list at one
OPEN_WEAK = {LINE: 0.0, CLAUSE: 0.0, SPACE: 0.4, COMMA: 0.4, MID: 0.9}
OPEN_DOUBT = 2.5  # though what follows the one speaks against a marker
REPLACE = 0.5  # a new list where one of its form and place has just ended
NEST_SAME = 5.0  # a list inside another of the same form and place
NEST_LED = 0.5  # the same, but led in by the colon of its item, or deeper indented
NEST_AFAR = 4.0  # led in by the colon of another paragraph
LEVEL_UP = 1.0  # 一、 inside 1.
START = 4.5  # a list that begins at two
START_LED = 3.6  # the same, behind a colon
START_MORE = 0.3  # for each more
START_MOST = 7.0
START_FAR = 5  # a list that begins after this is an excerpt: paid for, not reported
START_EXCERPT = 0.4
FROM_ZERO = 0.3

GAP = 3.0
GAP_MORE = 0.15  # for each more number that is missing
SKIP = 0.5  # in a quotation over several lines, which may leave items out
WRONG = 3.1  # the number is another than its place asks for
REPEAT = 3.0
AGAIN = 0.2  # a number comes again of which that is no fault
LATE = 0.6  # a number that was missing comes later
MIXED = 2.8  # another form with the same prefix, and the same numerals or the same suffix
MIXED_FAR = 3.9
MIXED_AGAIN = 0.2
STAND_IN = 0.2  # an adverb for a number: 第一, 其次, 第三
ONES = 0.2  # 1. 1. 1. as Markdown allows
ONES_LEFT = 3.0  # and then 2.

# another list of its form stands where the item does, and the list that goes on does not
PASS_OVER = 3.8
PASS_LED = 2.0  # the same, where it goes on right below the line in which it began
PASS_LONE = 3.5  # to end a list inside it, of its form and at its place, that has one item yet
# to end such a list behind a semicolon, which parts items and does not end their list
PASS_WEAK = 3.5

DEEPER = 2.0  # a Markdown list goes on deeper indented than it was: what stands there is inside it
LESS_DEEP = 1.0  # or less deep: what stands there is around it
BARRIER = 0.3  # an unnumbered heading of a plain text stands between
BARRIERS_MOST = 2
RESUME = 1.5  # a list goes on after what it stood in has ended
RESUME_RIVAL = 5.6  # though one of its form and place is open: dearer than a start there
RESUME_NEXT = 2.0  # the same, where the rival would have to leave out several numbers
RESUME_LONE = 5.0  # though it has one item yet, and another list visibly begins here
RESUME_AGAIN = 0.3  # it did so before
RESUME_ACROSS = 0.2  # articles of a law do

MARGIN = 0.4  # explanations nearer to each other than this are about equally good
WINDOW = 5.2  # an explanation that is so much dearer than the cheapest is given up
WINDOW_CALM = 3.8  # the same, where the cheapest has explained nothing away for a while
INNOCENT = 1.6  # what a step costs at most that explains away nothing
CALM = 8  # innocent steps of the cheapest explanation after which the others have had their chance
DEPTH = 8  # open lists that are thought of; in 3,188 reports lists were nested five deep at most
BEAM = 10  # explanations that are followed up


def indent_cost(before: Site, after: Site) -> float:
    """What it costs a list of Markdown to go on at another indent than its last item's."""
    if before.rank != BODY_RANK or after.rank != BODY_RANK or abs(after.indent - before.indent) < 2:
        return 0.0
    return DEEPER if after.indent > before.indent else LESS_DEEP


def move_cost(before: Site, after: Site) -> float:
    """What it costs a list to go on at another place than its last item's."""
    if before.rank == after.rank:
        return 1.0 if after.rank == INLINE_RANK and before.block != after.block else 0.0
    if before.rank == INLINE_RANK:
        return 0.3  # the first items hidden in their lead-in, then a line each
    if after.rank == INLINE_RANK:
        return 0.5 if before.block == after.block else 1.5
    # to a heading of another level, or to a line that is not in bold, as the others are; from a
    # heading to a line
    is_near = min(before.rank, after.rank) >= BOLD_RANK or max(before.rank, after.rank) < BODY_RANK
    return 1.0 if is_near else 3.4
