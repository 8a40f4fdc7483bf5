"""Levels turned upside down: 一、 under 1., as GB/T 9704 does not have it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportlint.core import numbering as kinds
from reportlint.core.document import HEADING, Block, Document
from reportlint.core.lexicon import Style
from reportlint.core.numbering import Fault, Run
from reportlint.structure.candidates import COLONS

_SPACES_AND_MARKS = " \t\u3000*_"


def with_level_faults(
    runs: Sequence[Run], document: Document, styles: Mapping[str, Style]
) -> tuple[Run, ...]:
    """The runs, those marked that stand inside one of a lower level, as （一） under 1. does."""
    marked = []
    for index, run in enumerate(runs):
        if run.parent >= 0 and not run.faults and run.markers[0].place != "inline":
            above = runs[run.parent]
            is_lower = 0 < styles[run.style].level < styles[above.style].level
            if is_lower and _is_in_outline(run, above, document):
                run = run._replace(faults=(Fault(kinds.LEVEL, run.markers[0], index),))
        marked.append(run)
    return tuple(marked)


def _is_in_outline(run: Run, above: Run, document: Document) -> bool:
    """Whether both lists outline the report: their markers head sections, or stand in lines alike and no colon leads in the
    inner one, as it does one that is quoted or a form to fill in."""
    first, outer = document.blocks[run.markers[0].block], document.blocks[above.markers[0].block]
    if first.kind == HEADING and outer.kind == HEADING:
        return True
    if len(run.markers) == 1 or run.markers[0].block == above.markers[0].block:
        return False
    if above.markers[-1].span.start < run.markers[-1].span.end:
        return False  # the outer list does not go on: the inner one may have taken its place
    text = document.text
    if first.quote or outer.quote or _column(text, first) > _column(text, outer) + 1:
        return False
    before = document.blocks[run.markers[0].block - 1].content.cut(text)
    return before.rstrip(_SPACES_AND_MARKS)[-1:] not in COLONS


def _column(text: str, block: Block) -> int:
    return block.span.start - text.rfind("\n", 0, block.span.start)
