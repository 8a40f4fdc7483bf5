"""Lists of spoken markers whose first item is missing: Second, …, Third, … without First.

Such a list may begin within a sentence (“It was slow. Second, it was dear.”), so the search does
not demand a first item. If nothing stands between the second item and the heading or colon that
introduces the list, the first item is missing; otherwise the evidence is thin.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportlint.core import numbering as kinds
from reportlint.core.characters import COLONS, DOUBLE_QUOTES, SPACES_AND_EMPHASIS
from reportlint.core.document import HEADING, Document
from reportlint.core.lexicon import Style
from reportlint.core.numbering import Fault, Run
from reportlint.ordinals.style import marker_like


def with_spoken_starts(
    runs: Sequence[Run], document: Document, styles: Mapping[str, Style]
) -> tuple[Run, ...]:
    """The runs, with a fault on those that begin with Second and continue with Third, unless the
    text gives the first item in other words, and without one on those that begin again so."""
    return tuple(
        _marked(run, index, document, styles[run.style])
        if styles[run.style].anywhere and not styles[run.style].label
        else run
        for index, run in enumerate(runs)
    )


def _marked(run: Run, index: int, document: Document, style: Style) -> Run:
    run = _without_second_list(run, document.text, style)
    first = run.markers[0]
    values = [marker.value for marker in run.markers]
    is_series = len(values) > 1 and values == list(range(2, len(values) + 2))
    is_rank = any(style.prefix)  # 全市第二是…，第三是… may begin at any number
    if run.faults or style.soft or style.place != "clause" or is_rank or not is_series:
        return run
    from reportlint.structure.otherwise import is_said_otherwise  # few lists begin so

    if is_said_otherwise(document.text, first, 1, None, style):
        return run
    expected = marker_like(style, 1, first, document.text)
    fault = Fault(kinds.START, first, index, expected, thin=not _begins_visibly(run, document))
    return run._replace(faults=(fault,))


def _without_second_list(run: Run, text: str, style: Style) -> Run:
    """The run without the faults of a number that comes again, if the first item of another list
    stands before it in other words: First, … Second, … The first flaw is … Second, …"""
    if not run.faults:
        return run
    from reportlint.structure.otherwise import is_said_otherwise

    again = [
        fault
        for fault in run.faults
        if fault.kind in (kinds.DUPLICATE, kinds.ORDER)
        and is_said_otherwise(text, fault.marker, 1, fault.previous, style)
    ]
    if not again:
        return run
    faults = tuple(fault for fault in run.faults if fault not in again)
    return run._replace(faults=faults, is_whole=False)


def _begins_visibly(run: Run, document: Document) -> bool:
    """Whether nothing stands between the heading or colon that introduces a list and its first
    marker."""
    first, text = run.markers[0], document.text
    block = document.blocks[first.block]
    before = text[block.content.start : first.span.start]
    before = before.rstrip(SPACES_AND_EMPHASIS + DOUBLE_QUOTES)
    if before:
        return before[-1] in COLONS
    return first.block > 0 and document.blocks[first.block - 1].kind == HEADING
