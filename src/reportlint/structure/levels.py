"""Lists nested against the order of levels: 一、 under 1., which GB/T 9704 does not allow.

Only Chinese reports follow that order: a German statute goes from § via (1) and 1. to a),
correctly. The evidence is thin between headings of markup, which have levels of their own, unless
the report follows the order elsewhere.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from reportlint.core import numbering as kinds
from reportlint.core.characters import COLONS, SPACES_AND_EMPHASIS
from reportlint.core.document import HEADING, ITEM, Block, Document
from reportlint.core.lexicon import Style
from reportlint.core.numbering import Fault, Marker, Run
from reportlint.core.span import line_start
from reportlint.structure.language import language_of

_BEFORE = 6  # lists before one that are examined for one that contains it


def with_level_faults(
    runs: Sequence[Run], document: Document, styles: Mapping[str, Style]
) -> tuple[Run, ...]:
    """The runs, with a fault on those nested in a list of a lower level, like （一） under 1.; only
    in Chinese reports."""
    nested = _nested(runs, document, styles)
    if not nested or language_of(document.text) != "zh":
        return tuple(runs)
    marked = list(runs)
    follows_order = any(_is_in_order(run, runs, styles) for run in runs)
    for index, above in nested.items():
        run = runs[index]
        previous = None if run.parent >= 0 else _last_before(run, above)
        thin = _is_left_to_markup(run, above, follows_order, document)
        fault = Fault(kinds.LEVEL, run.markers[0], index, previous=previous, thin=thin)
        marked[index] = run._replace(faults=(fault,))
    return tuple(marked)


def _nested(runs: Sequence[Run], document: Document, styles: Mapping[str, Style]) -> dict[int, Run]:
    """The lists without a fault that are nested in one of a lower level, by their indexes, each
    with that list."""
    nested: dict[int, Run] = {}
    for index, run in enumerate(runs):
        if not run.faults and run.markers[0].place != "inline":
            above = runs[run.parent] if run.parent >= 0 else _interrupted(index, runs, styles)
            if above is not None and _is_higher(run, above, runs, styles, document):
                nested[index] = above
    return nested


def _is_left_to_markup(run: Run, above: Run, follows_order: bool, document: Document) -> bool:
    """Whether headings of markup show the levels, so that the form of the numbers need not: those
    of the inner list are deeper, or no other list follows the order of the forms."""
    first, outer = (document.blocks[other.markers[0].block] for other in (run, above))
    is_deeper = first.marked_level > outer.marked_level
    return first.marked and (is_deeper or not follows_order)


def _is_in_order(run: Run, runs: Sequence[Run], styles: Mapping[str, Style]) -> bool:
    """Whether a list is in one of the next higher level, as the order demands: （一） under 一、. A
    report that has none may leave the levels to the markup of its headings."""
    if run.parent < 0 or run.markers[0].place == "inline":
        return False
    return 0 < styles[runs[run.parent].style].level < styles[run.style].level


def _is_higher(
    run: Run, above: Run, runs: Sequence[Run], styles: Mapping[str, Style], document: Document
) -> bool:
    """Whether a list is of a higher level than the one around it, and both are part of the report's
    outline."""
    if not 0 < styles[run.style].level < styles[above.style].level:
        return False
    if (
        run.parent < 0
    ):  # it interrupts that list: its markers after the last item of that list are not within it
        end = above.markers[-1].span.start
        run = run._replace(markers=tuple(m for m in run.markers if m.span.start < end))
    return _is_in_outline(run, above, _styles_above(above, runs), document)


def _interrupted(index: int, runs: Sequence[Run], styles: Mapping[str, Style]) -> Run | None:
    """The list that the run at `index`, which has no parent, interrupts; None if there is none.

    The first two markers of the run are between two items of that list (三、 within （二）), which
    is of a lower level than the run, and nested in a list of the run's style.
    """
    run = runs[index]
    level = styles[run.style].level
    if level == 0 or len(run.markers) < 2:
        return None
    first, second = (marker.span.start for marker in run.markers[:2])
    for other in reversed(runs[max(0, index - _BEFORE) : index]):
        markers = other.markers
        is_around = markers[0].span.start < first and second < markers[-1].span.start
        is_lower = styles[other.style].level > level and markers[0].place != "inline"
        if is_around and is_lower and run.style in _styles_above(other, runs):
            at = bisect_right([marker.span.start for marker in markers], first)
            return other if second < markers[at].span.start else None
    return None


def _last_before(run: Run, above: Run) -> Marker:
    """The last marker of `above` before `run`."""
    first = run.markers[0].span.start
    return [marker for marker in above.markers if marker.span.start < first][-1]


def _styles_above(run: Run, runs: Sequence[Run]) -> set[str]:
    """The styles of the lists that contain `run`."""
    styles: set[str] = set()
    while run.parent >= 0:
        run = runs[run.parent]
        styles.add(run.style)
    return styles


def _is_in_outline(run: Run, above: Run, outline: set[str], document: Document) -> bool:
    """Whether both lists are part of the report's outline: their markers begin headings, or lines
    of about the same indent.

    The inner list is not if a colon introduces it, like a quotation or a form to fill in. The colon
    does not matter if the style of the inner list is in `outline`, the styles of the lists around
    `above`.
    """
    if run.markers[0].block in {marker.block for marker in above.markers}:
        return False  # it begins on the line of its item: （一）一、…
    first, outer = document.blocks[run.markers[0].block], document.blocks[above.markers[0].block]
    if outer.kind == HEADING and outer.marked and not first.marked:
        return False  # the list below a heading of markup has the form that the markup gives it
    if first.kind == HEADING and outer.kind == HEADING:
        return not _has_ended(above, run, document)
    return not _may_replace(above, run) and _is_of_outline(run, above, outline, document)


def _may_replace(above: Run, run: Run) -> bool:
    """Whether `run` may come after `above` instead of standing in it: no item of `above` follows
    it, or it has a single item, which does not show its level."""
    return len(run.markers) == 1 or above.markers[-1].span.start < run.markers[-1].span.end


def _is_of_outline(run: Run, above: Run, outline: set[str], document: Document) -> bool:
    """Whether a list of lines is part of the outline: not indented or quoted, and not introduced by
    a colon, unless `outline` has its style."""
    first, outer = document.blocks[run.markers[0].block], document.blocks[above.markers[0].block]
    text = document.text
    if first.kind == ITEM:
        return False  # a list of Markdown has the only form that Markdown knows
    if first.quote or outer.quote or _column(text, first) > _column(text, outer) + 1:
        return False
    before = document.blocks[run.markers[0].block - 1].content.cut(text)
    if run.style in outline:
        lead = text[first.content.start : run.markers[0].span.start]
        return lead.strip(SPACES_AND_EMPHASIS) == ""
    return before.rstrip(SPACES_AND_EMPHASIS)[-1:] not in COLONS


def _has_ended(above: Run, run: Run, document: Document) -> bool:
    """Whether the item of `above` before a list ends before it: a heading of its level or a higher
    one stands between, and has no number."""
    held = _last_before(run, above).block
    level = document.blocks[held].marked_level
    between = document.blocks[held + 1 : run.markers[0].block]
    return any(0 < block.marked_level <= level for block in between)


def _column(text: str, block: Block) -> int:
    return block.span.start - line_start(text, block.span.start)
