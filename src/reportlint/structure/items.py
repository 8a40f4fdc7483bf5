"""The items of a list, as the search left them."""

from __future__ import annotations

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.numbering import Marker


class Item(NamedTuple):
    """A marker of a list, and what the step that made it one paid for."""

    candidate: int
    fault: str  # of `states`, "" is none
    expected: int  # the number that should stand there
    marker: Marker
    alone: bool  # it would be worth a word if it were the only one
