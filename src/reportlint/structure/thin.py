"""Faults with thin evidence, which are reported as information and not as warnings.

A list that its author numbers is regular: a slip is alone among many right numbers that are near to
it. If slips are many, items are far apart or without text, or the first number is three, it is
equally likely that the numbers come from elsewhere, or that the text around them was lost.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportlint._startup.lazy_pattern import lazy
from reportlint.core import numbering as kinds
from reportlint.core.characters import COLONS, LINE_MARKS, OPENING_BRACKETS
from reportlint.core.document import CODE, HEADING, Document
from reportlint.core.lexicon import Style
from reportlint.core.numbering import Fault, Marker, Run
from reportlint.core.span import line_end, line_start
from reportlint.structure.elsewhere import begins_elsewhere
from reportlint.structure.outside import chapter_pattern, may_be_of_versions
from reportlint.structure.scans import is_of_pages
from reportlint.structure.slides import is_of_slides
from reportlint.structure.surroundings import (
    is_amount,
    is_first_part,
    is_of_named_stages,
    is_out_of_reach,
)

_MANY = 6  # slips in one report; fewer may be the author's
_SHARE = 10  # one slip in this many items
_BULLETS = 4  # items with the same number; fewer may be copies
_SERIES = 4  # headings that show a series
_LATE = 3  # first number of a list that may be part of another list
_NEAR = 80  # code points before a list that are searched for the colon that introduces it
_NEAR_LISTS = 20  # lists before one that are searched for one of its form
_FAR_ON = 4  # a number greater by more than this belongs to another list
_SECOND = 2  # the first chapter needs nothing before it; and items that show a list
_GAPS = 3  # gaps in one list; fewer may be the author's; and one gap in this many items
_FAR = 40  # blocks between the items of a list of two
_DATE = lazy(r"(?:19|20)\d\d([-./])[01]?\d\1[0-3]?\d[:：]?")
_TURNED = lazy(r"(?:```|~~~)[ \t]*\n\s*#{2,6} ")


def with_thin_faults(
    runs: Sequence[Run], document: Document, styles: Mapping[str, Style]
) -> tuple[Run, ...]:
    """The runs, with the faults of thin evidence marked as thin."""
    slips = sum(fault.kind != kinds.LONE for run in runs for fault in run.faults)
    if not slips:
        return tuple(runs)
    items = sum(len(run.markers) for run in runs if len(run.markers) > 1)
    is_odd = (
        (slips >= _MANY and slips * _SHARE >= items)
        or _has_turned_fences(document)
        or is_of_pages(document.text)
    )
    return tuple(
        _judged_run(run, runs, document, styles[run.style], is_odd) if run.faults else run
        for run in runs
    )


def _has_turned_fences(document: Document) -> bool:
    """Whether code begins with a heading of markup: a fence before it has no partner, so that what
    is code and what is text have changed places."""
    return any(
        block.kind == CODE and _TURNED.match(document.text, block.span.start) is not None
        for block in document.blocks
    )


def _judged_run(
    run: Run, runs: Sequence[Run], document: Document, style: Style, is_odd: bool
) -> Run:
    """A run with its faults of thin evidence marked as thin."""
    faults = tuple(
        fault._replace(thin=True)
        if fault.kind != kinds.LONE
        and (
            is_odd
            or _is_thin(fault, run, document, style)
            or _may_go_on(fault, run, runs)
            or _is_next_of_other(fault, runs)
            or is_out_of_reach(fault, run, runs, document, style)
            or is_of_named_stages(fault, run, document, style)
        )
        else fault
        for fault in run.faults
    )
    return run._replace(faults=faults)


def _is_thin(fault: Fault, run: Run, document: Document, style: Style) -> bool:
    """Whether the evidence for a fault is thin, judged by its own list."""
    return (
        fault.thin
        or _begins_late(fault, run, document)
        or begins_elsewhere(fault, run, document, style)
        or not _behind(fault.marker, document.text)
        or may_be_of_versions(run, document, style)
        or _is_far(fault, run, document)
        or _is_headless(fault, run, document, style)
        or _has_odd_numbers(fault, run, document.text, style)
        or _is_out_of_place(fault, document, style)
    )


def _has_odd_numbers(fault: Fault, run: Run, text: str, style: Style) -> bool:
    """Whether the numbers of the whole list make the evidence thin."""
    return (
        _is_of_codes(run, style)
        or _is_of_fragment(fault, run, text, style)
        or _is_behind_ones(fault, run)
        or _is_repeated(fault, run)
        or _is_sparse(fault, run)
        or _is_shuffled(run)
        or _comes_again(fault, run)
        or _is_leap(fault, run)
    )


def _is_out_of_place(fault: Fault, document: Document, style: Style) -> bool:
    """Whether the text around a marker makes the evidence thin."""
    text = document.text
    return (
        is_first_part(fault, text)
        or is_amount(fault, text)
        or _is_within_clause(fault, text)
        or _is_copied(fault, text)
        or (_is_copy(fault) and is_of_slides(document))  # a section has the same one on each slide
        or _is_of_excerpts(fault, document)
        or _is_of_tasks(fault, text, style)
        or _is_of_days(fault, document, style)
        or _is_of_files(fault, text)
    )


def _may_go_on(fault: Fault, run: Run, runs: Sequence[Run]) -> bool:
    """Whether a repeated number may continue the list before: 1. 2. 3. 1. 2. 3. 4. and 4. The list
    may be nested in an item of that one, although nothing shows that."""
    if fault.kind != kinds.DUPLICATE:
        return False
    for other in reversed(runs[max(0, fault.run - _NEAR_LISTS) : fault.run]):
        last = other.markers[-1]
        if other.style == run.style and last.place == run.markers[0].place:
            return last.value == fault.marker.value - 1 and last.span < run.markers[0].span
    return False


def _is_next_of_other(fault: Fault, runs: Sequence[Run]) -> bool:
    """Whether a number that is too low for its list is the very next one after the marker of its
    form before it, which is in another list: 1. 2. 3. and, at a slightly different indent, 1. 2."""
    marker, begin = fault.marker, fault.previous.span.end if fault.previous else 0
    if fault.kind not in (kinds.START, kinds.ORDER, kinds.DUPLICATE):
        return False
    style = runs[fault.run].style
    between = [
        other
        for near in runs[max(0, fault.run - _NEAR_LISTS) : fault.run + _NEAR_LISTS]
        if near.style == style
        for other in near.markers
        if begin <= other.span.start < marker.span.start
    ]
    last = max(between, key=lambda other: other.span, default=None)
    is_near = last is not None and (fault.previous or marker.block - last.block < 2)
    return last is not None and bool(is_near) and last.value == marker.value - 1


def _comes_again(fault: Fault, run: Run) -> bool:
    """Whether a number that is too low has been there before, and its list does not go on as if it
    were the number that is due: the answer to question B., or the next item of the list around."""
    if fault.kind != kinds.ORDER or fault.previous is None:
        return False
    marker = fault.marker
    before = [other.value for other in run.markers if other.span < marker.span]
    behind = [other.value for other in run.markers if other.span > marker.span]
    return marker.value in before and fault.previous.value + 2 not in behind[:1]


def _is_shuffled(run: Run) -> bool:
    """Whether a list has each number from one to its last exactly once, but more than one of them
    not in its place: its author merged two lists, or sorted it by something else."""
    values = sorted(marker.value for marker in run.markers)
    return len(run.faults) > 1 and values == list(range(1, len(values) + 1))


def _begins_late(fault: Fault, run: Run, document: Document) -> bool:
    """Whether a list that lacks its first items may be part of a list elsewhere: nothing visibly
    begins it, or more than one item is missing. A colon does, or four headings from two on, or
    three behind a heading of their level without a number; or a heading directly above, and three
    headings, if the numbers are words or Chinese: digits may count on from elsewhere."""
    if fault.kind != kinds.START:
        return False
    marker, items = fault.marker, len(run.markers)
    if marker.value >= _LATE or items < _SECOND:
        return True
    is_digit = marker.numeral.cut(document.text).isdigit()
    if marker.place == "heading":
        is_shown = items >= _SERIES or not is_digit or _is_behind_unnumbered(run, document)
        return items == _SECOND or not is_shown
    start = marker.span.start
    before = document.text[max(0, start - _NEAR) : start].rstrip(LINE_MARKS + "\n")
    if before[-1:] in tuple(COLONS):
        return False
    return is_digit or not marker.block or document.blocks[marker.block - 1].kind != HEADING


def _is_behind_unnumbered(run: Run, document: Document) -> bool:
    """Whether the heading before a list of headings is of their level: it is the first of them, and
    only lacks its number."""
    level = document.blocks[run.markers[0].block].marked_level
    for block in reversed(document.blocks[: run.markers[0].block]):
        if 0 < block.marked_level <= level:
            return block.marked_level == level
    return False


def _is_of_codes(run: Run, style: Style) -> bool:
    """Whether decimal numbers count from zero: 1.1.0, 1.1.3 are codes of a budget."""
    return style.numerals == "dotted" and run.markers[0].value == 0


def _is_of_fragment(fault: Fault, run: Run, text: str, style: Style) -> bool:
    """Whether a fault is in a list that begins at three or later, a gap in one whose first item is
    missing too, or bulleted decimal numbers begin later, which then are codes: - 7.2, - 7.3."""
    if fault.kind == kinds.START:
        return style.numerals == "dotted" and _is_bulleted(fault.marker, text)
    if run.markers[0].value >= _LATE and fault.marker != run.markers[0]:
        return True
    return fault.kind == kinds.GAP and any(other.kind == kinds.START for other in run.faults)


def _is_far(fault: Fault, run: Run, document: Document) -> bool:
    """Whether the two items of a list without others are far apart, or under different headings."""
    if len(run.markers) != 2 or fault.previous not in run.markers:
        return False
    first, last = run.markers[0].block, run.markers[1].block
    if run.markers[0].place == "heading":
        return False
    between = document.blocks[first + 1 : last + 1]
    return len(between) > _FAR or any(block.kind == HEADING for block in between)


def _is_behind_ones(fault: Fault, run: Run) -> bool:
    """Whether all items before are 1., as Markdown allows, or 0.; the renderer numbers those, and
    probably this one too."""
    before = [marker.value for marker in run.markers if marker.span.start < fault.marker.span.start]
    is_nought = set(before) == {0} and fault.marker.value > _LATE
    is_automatic = is_nought or (set(before) == {1} and len(before) > 1)
    return is_automatic and fault.kind == kinds.GAP


def _is_repeated(fault: Fault, run: Run) -> bool:
    """Whether a list repeats one number so often that it is only a bullet, which the renderer
    numbers: 3. 3. 3. 3."""
    if not _is_copy(fault):
        return False
    values = [marker.value for marker in run.markers]
    return fault.marker.value > 1 and values.count(fault.marker.value) >= _BULLETS


def _is_sparse(fault: Fault, run: Run) -> bool:
    """Whether a list skips so many numbers that it hardly counts its own items: 1. 3. 5."""
    if fault.kind != kinds.GAP or fault.previous is None:
        return False
    if fault.marker.value - fault.previous.value > _FAR_ON:
        return True
    gaps, items = sum(other.kind == kinds.GAP for other in run.faults), len(run.markers)
    return (gaps >= _GAPS and gaps * _GAPS >= items) or (gaps > 1 and gaps * 2 >= items)


def _is_leap(fault: Fault, run: Run) -> bool:
    """Whether a list in the text, which is no list of headings, skips more than one number, and has
    them nowhere: the author left out what does not apply, or an excerpt does."""
    marker, previous = fault.marker, fault.previous
    if fault.kind != kinds.GAP or previous is None or marker.place == "heading":
        return False
    skipped = set(range(previous.value + 1, marker.value))
    return len(skipped) > 1 and skipped.isdisjoint(other.value for other in run.markers)


def _is_copy(fault: Fault) -> bool:
    """Whether the item directly before has the same number."""
    return fault.previous is not None and fault.previous.value == fault.marker.value


def _is_headless(fault: Fault, run: Run, document: Document, style: Style) -> bool:
    """Whether the numbers before decimal numbers are missing: 4.2 and 4.4, and before them neither
    4 nor 3.1. So it is in minutes that keep the numbers of the agenda."""
    if style.numerals != "dotted" or _is_copy(fault):
        return False
    first, text = run.markers[0], document.text
    series = first.numeral.cut(text).rpartition(".")[0]
    if not series.isdecimal() or int(series) < _SECOND:
        return False
    head = chapter_pattern(series)
    if first.place != "heading":
        return head.search(text, 0, first.span.start) is None
    above = document.blocks[: first.block]
    return not any(block.kind == HEADING and head.match(text, block.span.start) for block in above)


def _is_within_clause(fault: Fault, text: str) -> bool:
    """Whether a number in brackets is in the middle of a clause, where it may be only a
    reference."""
    start = fault.marker.span.start
    if fault.marker.place != "inline" or text[start] not in OPENING_BRACKETS:
        return False
    return text[max(0, start - 3) : start].rstrip(" ")[-1:].isalnum()


def _is_copied(fault: Fault, text: str) -> bool:
    """Whether the item before has the same number and the same text or link, or this one has none:
    a continued slide, a source that is named again."""
    if fault.kind != kinds.DUPLICATE or fault.previous is None or not _is_copy(fault):
        return False
    copy, other = (
        _behind(marker, text).partition("](")[0] for marker in (fault.previous, fault.marker)
    )
    return copy == other or not other


def _is_of_excerpts(fault: Fault, document: Document) -> bool:
    """Whether the two items are in two block quotes: the present wording, and the new one."""
    if fault.previous is None:
        return False
    blocks = document.blocks[fault.previous.block : fault.marker.block + 1]
    is_quoted = bool(blocks[0].quote and blocks[-1].quote)
    return is_quoted and not all(block.quote for block in blocks)


def _is_of_tasks(fault: Fault, text: str, style: Style) -> bool:
    """Whether a checkbox precedes a label, which then names a task: - [ ] 第二章练习."""
    begin = line_start(text, fault.marker.span.start)
    before = text[begin : fault.marker.span.start].strip()
    return style.label and before.endswith(("[ ]", "[x]", "[X]"))


def _is_of_days(fault: Fault, document: Document, style: Style) -> bool:
    """Whether a date on a line of its own, or for bulleted labels a heading, stands between two
    items: each day of a log tells of other parts."""
    if fault.previous is None or fault.marker.place == "heading":
        return False
    blocks = document.blocks[fault.previous.block + 1 : fault.marker.block]
    if style.label and _is_bulleted(fault.marker, document.text):
        return any(block.kind == HEADING for block in blocks)
    return any(_DATE.fullmatch(block.content.cut(document.text).strip()) for block in blocks)


def _behind(marker: Marker, text: str) -> str:
    """The text after a marker on its line."""
    return text[marker.span.end : line_end(text, marker.span.end)].strip(LINE_MARKS)


def _is_of_files(fault: Fault, text: str) -> bool:
    """Whether a number like 03 follows a bullet, or begins a list, as in names of files."""
    numeral = fault.marker.numeral.cut(text)
    is_of_file = fault.kind == kinds.START or _is_bulleted(fault.marker, text)
    return is_of_file and numeral[:1] == "0" and numeral.isdecimal()


def _is_bulleted(marker: Marker, text: str) -> bool:
    """Whether a bullet begins the line of a marker."""
    begin = line_start(text, marker.span.start)
    return text[begin : marker.span.start].lstrip(" \t>")[:2] in ("- ", "* ", "+ ")
