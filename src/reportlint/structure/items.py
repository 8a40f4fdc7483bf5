"""What the search for an explanation begins with, and what it leaves: candidates, and items of lists."""

from __future__ import annotations

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.numbering import Marker
from reportlint.ordinals.styles import Sense


class Candidate(NamedTuple):
    """A place that may be a marker, with all ways to read it."""

    start: int
    senses: tuple[Sense, ...]
    place: int
    rank: int
    indent: int
    block: int
    line: int  # index into Document.lines
    bullet: bool  # stands where Markdown has the number of an ordered list
    quotation: int  # the quotation over several lines that it stands in, 0 is none: its numbers may begin anywhere
    lead: bool  # follows a colon


class Item(NamedTuple):
    """A marker of a list, and what the step that made it one paid for."""

    candidate: int
    fault: str  # of `states`, "" is none
    expected: int  # the number that should stand there
    marker: Marker
    alone: bool  # it would be worth a word if it were the only one
