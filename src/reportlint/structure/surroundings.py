"""Faults whose evidence is thin because of the text around the marker.

A list that its author numbers stands together: its items begin lines, or follow each other in one
paragraph. A number in another paragraph, in a line that was wrapped before it, or in another item
of the list around may be a mere reference, or begin something else.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from reportlint._startup.lazy_pattern import lazy
from reportlint.core import numbering as kinds
from reportlint.core.characters import OPENING_BRACKETS, SPACES
from reportlint.core.document import Document
from reportlint.core.lexicon import PER_DOCUMENT, Style
from reportlint.core.numbering import Fault, Marker, Run
from reportlint.core.span import line_start
from reportlint.structure.elsewhere import column_of

_FEW = 4  # labels behind bullets; fewer may be those of the stages that matter
_FAR = 40  # blocks between two items
_LONG = 50  # code points of a line that is wrapped at its end
_DEEPER = 2  # columns by which a nested item is indented
_NEAR = 20  # lists and items that are examined
_NUMBER = lazy(rf"[{SPACES}]*[0-9]{{1,2}}(?=[{SPACES}])")
_AMOUNT = lazy(r"(?m)^[ \t]*[-*+][ ][(（][0-9]{1,3}\.[0-9]{1,2}[)）]")
_COMMAS = (",", "，", "、")


def is_out_of_reach(
    fault: Fault, run: Run, runs: Sequence[Run], document: Document, style: Style
) -> bool:
    """Whether a marker is too far from the item before it, or something stands between them, so
    that it may belong to something else."""
    return (
        _is_of_other_paragraph(fault, style)
        or _is_behind_wrap(fault, document)
        or _is_within_next_item(fault, run, runs, document.text)
        or _is_behind_much(fault)
        or _is_nested(fault, document.text)
        or _is_due_around(fault, runs)
    )


def is_of_named_stages(fault: Fault, run: Run, document: Document, style: Style) -> bool:
    """Whether a label behind bullets is missing that may just not be named: - Phase 1: … - Phase
    3: …, in a short list of what is to be shown; - Chapter 2 gives … - Chapter 4 says …"""
    if fault.kind != kinds.GAP or not style.label:
        return False
    text, start = document.text, fault.marker.span.start
    before = text[line_start(text, start) : start].lstrip(" \t>")[:2]
    is_some = style.counts == PER_DOCUMENT or len(run.markers) < _FEW
    return is_some and before in ("- ", "* ", "+ ")


def is_first_part(fault: Fault, text: str) -> bool:
    """Whether another number follows a marker after a space, of which it is the first part: 2. 1
    甲, 2. 2 乙."""
    return _NUMBER.match(text, fault.marker.span.end) is not None


def is_amount(fault: Fault, text: str) -> bool:
    """Whether numbers in brackets behind bullets are amounts, since some of them have decimals: -
    (1) Create, - (0.5) Run, - (3) Implement."""
    start = fault.marker.span.start
    if text[line_start(text, start) : start].strip() not in ("-", "*", "+"):
        return False
    return text[start] in OPENING_BRACKETS and _AMOUNT.search(text) is not None


def _is_of_other_paragraph(fault: Fault, style: Style) -> bool:
    """Whether a number within a paragraph is to continue the list of another paragraph: the step ③
    fails, where ① and ② stand in the paragraph before."""
    marker, previous = fault.marker, fault.previous
    if previous is None or previous.block == marker.block or style.place == "clause":
        return False
    return "inline" in (marker.place, previous.place)


def _is_behind_wrap(fault: Fault, document: Document) -> bool:
    """Whether a line was wrapped before a marker, so that the number may be part of a sentence: it
    ends in a comma, or is long and ends in a word that small letters follow."""
    marker, text = fault.marker, document.text
    if marker.place == "inline":
        return False
    content = document.blocks[marker.block].content.start
    above = text[content : marker.span.start].rstrip(" \t")
    return above.endswith("\n") and _is_cut(above.rstrip().rpartition("\n")[2], text, marker)


def _is_cut(line: str, text: str, marker: Marker) -> bool:
    """Whether a line is cut at its end, before a marker."""
    if line.endswith(_COMMAS):
        return True
    is_long = len(line) >= _LONG and line[-1].isalpha() and line[-1].isascii()
    return is_long and text[marker.span.end : marker.span.end + 2].lstrip()[:1].islower()


def _is_within_next_item(fault: Fault, run: Run, runs: Sequence[Run], text: str) -> bool:
    """Whether an item of the list around stands between two items, so that each is in a list of its
    own; not if the list counts on through the items of the other one elsewhere."""
    previous, marker = fault.previous, fault.marker
    if previous is None or marker.place == "heading":
        return False
    near = runs[max(0, fault.run - _NEAR) : fault.run + _NEAR]
    lists = [other for other in near if other.style == run.style and other is not run]
    if run.parent >= 0:
        lists.append(runs[run.parent])
    if not _is_passed(previous, marker, lists, text):
        return False
    at = run.markers.index(marker)
    return not any(
        after.value == before.value + 1 and _is_passed(before, after, lists, text)
        for before, after in pairwise(run.markers[max(0, at - _NEAR) : at + _NEAR])
    )


def _is_passed(before: Marker, after: Marker, lists: Sequence[Run], text: str) -> bool:
    """Whether an item of one of the other lists, which is not nested deeper, stands between two
    items."""
    column = column_of(after, text)
    for other in lists:
        at = bisect_right(other.markers, before.span.start, key=lambda marker: marker.span.start)
        between = other.markers[at] if at < len(other.markers) else after
        if between.span.start < after.span.start and column_of(between, text) < column:
            return True
    return False


def _is_behind_much(fault: Fault) -> bool:
    """Whether much text stands between two items that are no headings."""
    previous, marker = fault.previous, fault.marker
    return (
        previous is not None and marker.place != "heading" and marker.block - previous.block > _FAR
    )


def _is_due_around(fault: Fault, runs: Sequence[Run]) -> bool:
    """Whether a marker of another form is the very next item of a list of that form before: it is a
    heading that lost its mark, behind the list below the heading before."""
    marker = fault.marker
    if fault.kind != kinds.MIXED:
        return False
    return any(
        other.style == marker.style and other.value == marker.value - 1
        for run in runs[max(0, fault.run - _NEAR) : fault.run]
        for other in run.markers[-_NEAR:]
    )


def _is_nested(fault: Fault, text: str) -> bool:
    """Whether a marker of another form is indented more than the item before it, and so may be in a
    list within that item."""
    previous = fault.previous
    if fault.kind != kinds.MIXED or previous is None or fault.marker.place == "inline":
        return False
    before, here = column_of(previous, text), column_of(fault.marker, text)
    return here >= before + _DEEPER
