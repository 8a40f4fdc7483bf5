"""An item of a list, as the search for an explanation leaves it."""

from __future__ import annotations

from reportlint.core.numbering import Marker
from reportlint.core.value import NamedTuple


class Item(NamedTuple):
    """A marker of a list, and what the step that made it one paid for."""

    candidate: int
    fault: str  # of `states`, "" is none
    expected: int  # the number that should stand there
    marker: Marker
    alone: bool  # it would be worth a word if it were the only one
