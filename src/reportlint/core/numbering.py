"""Ordinal markers, the lists they form, and what is wrong with them."""

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


class Fault(NamedTuple):
    """One thing wrong with a run: one cause, one fault."""

    kind: str
    marker: Marker
    run: int  # index into the reading's runs
    # the marker that should stand there, in the style of its run; "" where none can be named
    expected: str = ""
    previous: Marker | None = None
    # the evidence for it is thin: it is worth a word, and no warning
    thin: bool = False


class Run(NamedTuple):
    """A list: markers that belong together, in the order of the text."""

    style: str
    markers: Sequence[Marker]
    parent: int  # index of the run whose item holds this one, -1 at the top
    faults: tuple[Fault, ...]
    is_whole: bool = True  # each of its items has a marker, as far as can be seen
