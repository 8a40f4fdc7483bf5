"""Numbering is a parse: all markers of a report are explained together, as a tree of lists at the least cost.

`markers` finds every place that may be a marker, `search` finds the cheapest explanation, `faults` says what that one still
has to pay for.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportlint.core.document import HEADING, Document
from reportlint.core.lexicon import Lexicon
from reportlint.core.numbering import Run
from reportlint.structure.candidates import LINE, Candidate, candidates, hard_level
from reportlint.structure.faults import Lists, runs_from
from reportlint.structure.search import Search


def _barriers(document: Document, found: Sequence[Candidate]) -> dict[int, list[int]]:
    """The headings before each candidate, by the candidate's number: their hard level, or 0 for an unnumbered soft one."""
    heads = [
        (number, hard_level(document, block))
        for number, block in enumerate(document.blocks)
        if block.kind == HEADING
    ]
    places: list[int] = []  # of each heading, the first candidate in it or behind it
    numbered: set[int] = set()
    for number, one in enumerate(found):
        while len(places) < len(heads) and heads[len(places)][0] <= one.block:
            places.append(number)
        if one.place == LINE:
            numbered.add(one.block)
    places += [len(found)] * (len(heads) - len(places))
    barriers: dict[int, list[int]] = {}
    for place, (block, level) in zip(places, heads, strict=True):
        if level or block not in numbered:
            barriers.setdefault(place, []).append(level)
    return barriers


def runs_of(document: Document, lexicon: Lexicon) -> tuple[Run, ...]:
    """The lists of a document, each with its faults, in the order of their first markers."""
    found = candidates(document, lexicon)
    if not found:
        return ()
    lists = Lists(found, lexicon.styles)
    doubted = Search(found, lexicon.styles).run(_barriers(document, found), lists.take)
    return runs_from(lists, doubted, document, lexicon)
