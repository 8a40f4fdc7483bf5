"""The items of a list, as found by the search."""

from __future__ import annotations

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.numbering import Marker


class Item(NamedTuple):
    """A marker of a list, and the fault that its step paid for."""

    candidate: int
    fault: str  # one of the faults of `states`, "" is none
    expected: int  # the number due here
    marker: Marker
    alone: bool  # it would be a fault if it were the only item
