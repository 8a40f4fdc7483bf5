"""Ordinal markers, the lists that they form, and the faults in these lists."""

from __future__ import annotations

from collections.abc import Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.span import Span

# Faults; the rule `ordinal-<fault>` reports each.
START = "start"
GAP = "gap"
DUPLICATE = "duplicate"
ORDER = "order"
MIXED = "mixed"
LONE = "lone"
LEVEL = "level"
FAULTS = (START, GAP, DUPLICATE, ORDER, MIXED, LONE, LEVEL)


class Marker(NamedTuple):
    """An ordinal marker in the text: `一是`, `（二）`, `3.`, `Second,`."""

    style: str  # id of its marker style
    value: int
    span: Span
    place: str  # "heading", "line" or "inline"
    block: int  # index into Document.blocks
    numeral: Span  # the numeral alone, without prefix and suffix

    def prefix_in(self, text: str) -> str:
        """What the marker has before its numeral."""
        return text[self.span.start : self.numeral.start]

    def suffix_in(self, text: str) -> str:
        """What the marker has behind its numeral."""
        return text[self.numeral.end : self.span.end]


class Fault(NamedTuple):
    """One fault in a run: one cause, one fault."""

    kind: str
    marker: Marker
    run: int  # index into the reading's runs
    # the marker expected in its place, in the style of its run; "" if it is not known
    expected: str = ""
    previous: Marker | None = None
    # the evidence is weak: reported as info, not as warning
    thin: bool = False


class Run(NamedTuple):
    """A list: markers that belong together, in text order."""

    style: str
    markers: Sequence[Marker]
    parent: int  # index of the run whose item contains this one; -1 at the top
    faults: tuple[Fault, ...]
    is_whole: bool = True  # False: some of its items may have no marker
