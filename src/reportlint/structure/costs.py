"""The costs of an explanation of the markers, in units of about one third of a plain fault.

Only their proportions matter. They follow one idea: a fault in a list that is certainly there must
be cheaper than rejecting its marker, and every innocent explanation must be cheaper than a fault.
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

# Rejecting a candidate, by the usual place of its style and its actual place.
NOISE = {
    "line": {LINE: 4.2, CLAUSE: 2.0, SPACE: 1.0, COMMA: 0.4, MID: 0.2},
    "clause": {LINE: 4.2, CLAUSE: 4.2, SPACE: 1.2, COMMA: 1.9, MID: 0.3},
    "anywhere": {LINE: 4.2, CLAUSE: 4.2, SPACE: 2.4, COMMA: 2.4, MID: 1.2},
}
NOISE_SOFT = 0.4  # an adverb that may be a marker
NOISE_DOUBT = 0.3  # the text after it speaks against a marker
NOISE_ESTABLISHED = 4.2  # a list of that style is open at such a place
NOISE_DUE = 4.2  # a spoken marker with the very next number of a list in its paragraph
NOISE_BEGINS = 5.2  # the same, or a number one after a colon: a visible start of a list
# The cost of a place, even in a good explanation.
WEAK = {LINE: 0.0, CLAUSE: 0.0, SPACE: 0.1, COMMA: 0.1, MID: 0.15}

OPEN = 1.0  # a new list at one
OPEN_WEAK = {LINE: 0.0, CLAUSE: 0.0, SPACE: 0.4, COMMA: 0.4, MID: 0.9}
OPEN_DOUBT = 2.5  # the text after the one speaks against a marker
REPLACE = 0.5  # a new list replaces one of its form and place
NEST_SAME = 5.0  # a list inside another of the same form and place
NEST_LED = 0.5  # the same, but introduced by the colon of its item, or indented deeper
NEST_AFAR = 4.0  # introduced by the colon of another paragraph
LEVEL_UP = 1.0  # 一、 inside 1.
START = 4.5  # a list that begins at two
START_LED = 3.6  # the same, after a colon
START_MORE = 0.3  # for each further missing number
START_MOST = 7.0
START_FAR = 5  # a list that begins at a greater number is an excerpt: paid for, not reported
START_EXCERPT = 0.4
FROM_ZERO = 0.3

GAP = 3.0
GAP_MORE = 0.15  # for each further missing number
SKIP = 0.5  # in a quotation over several lines, which may leave items out
WRONG = 3.1  # a number other than the one due
REPEAT = 3.0
AGAIN = 0.2  # a repeated number in a list whose numbers may repeat
LATE = 0.6  # a missing number that comes later
MIXED = 2.8  # another form with the same prefix, and the same numerals or the same suffix
MIXED_FAR = 3.9
MIXED_AGAIN = 0.2
STAND_IN = 0.2  # an adverb in place of a number: 第一, 其次, 第三
ONES = 0.2  # 1. 1. 1. as Markdown allows
ONES_LEFT = 3.0  # 2. after such ones

# Another list of that form has its items at this place, and the list that continues has not.
PASS_OVER = 3.8
PASS_LED = 2.0  # the same, if the list continues directly below the line in which it began
PASS_LONE = 3.5  # to end a nested list of its form at its place that has only one item so far
# To end such a list after a semicolon, which separates items and does not end their list.
PASS_WEAK = 3.5

DEEPER = 2.0  # a Markdown list continues at a deeper indent, the place of lists nested in it
LESS_DEEP = 1.0  # the same at a smaller indent, the place of lists around it
BARRIER = 0.3  # an unnumbered heading of plain text in between
BARRIERS_MOST = 2
RESUME = 1.5  # a list continues after the list or heading around it has ended
RESUME_RIVAL = 5.6  # although a list of its form and place is open: dearer than a start there
RESUME_NEXT = 2.0  # the same, if that list would have to leave out several numbers
RESUME_LONE = 5.0  # although it has only one item, and another list visibly begins here
RESUME_AGAIN = 0.3  # it has been resumed before
RESUME_ACROSS = 0.2  # it counts through the document, like the articles of a law

MARGIN = 0.4  # explanations whose costs differ by less are about equally good
WINDOW = 5.2  # an explanation that costs this much more than the cheapest is dropped
WINDOW_CALM = 3.8  # the same, once the cheapest has taken CALM innocent steps
INNOCENT = 1.6  # greatest cost of a step that explains nothing away
CALM = 8  # innocent steps of the cheapest explanation after which the others have had their chance
DEPTH = 8  # open lists that are considered; in 3,188 reports lists were nested five deep at most
BEAM = 10  # explanations that are followed


BELOW = 2.0  # a list of headings continues in a line below a deeper numbered heading


def indent_cost(before: Site, after: Site) -> float:
    """The cost for a Markdown list to continue at another indent than that of its last item."""
    if before.rank != BODY_RANK or after.rank != BODY_RANK or abs(after.indent - before.indent) < 2:
        return 0.0
    return DEEPER if after.indent > before.indent else LESS_DEEP


def move_cost(before: Site, after: Site) -> float:
    """The cost for a list to continue at another place than that of its last item."""
    if before.rank == after.rank:
        return 1.0 if after.rank == INLINE_RANK and before.block != after.block else 0.0
    if before.rank == INLINE_RANK:
        return 0.3  # the first items are within the lead-in, the others begin lines
    if after.rank == INLINE_RANK:
        return 0.5 if before.block == after.block else 1.5
    # to a heading of another level, or to a line that is not in bold, as the others are; from a
    # heading to a line
    is_near = min(before.rank, after.rank) >= BOLD_RANK or max(before.rank, after.rank) < BODY_RANK
    return 1.0 if is_near else 3.4
