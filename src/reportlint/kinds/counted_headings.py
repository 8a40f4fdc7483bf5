"""Announced lists that consist of headings, or that have headings within them: some of these may
have another subject than what was counted."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from reportlint._startup.lazy_pattern import lazy
from reportlint.core.document import HEADING, Document
from reportlint.core.numbering import Run
from reportlint.kinds.announcements import Family, Lead
from reportlint.patterns.rule_pattern import any_found

_SUMS_UP = lazy(
    r"(?i)[小总總]结|小結|總結|结论|結論|[对對]比|比[较較]|[选選][择擇]|汇总|如何|怎[么样麼樣]|注意|其他|其它"
    r"|\b(?:summary|conclusions?|comparison|comparing|choosing|choose|how to|which|notes?|other)\b"
)


def before_headings(run: Run, document: Document) -> set[int]:
    """The numbers of items before each heading within a list. The items after a heading may have
    been announced by another sentence."""
    if run.markers[0].place == "heading":
        return set()
    return {
        number
        for number, (marker, after) in enumerate(pairwise(run.markers), 1)
        if any(block.kind == HEADING for block in document.blocks[marker.block + 1 : after.block])
    }


def is_of_siblings(run: Run, lead: Lead, document: Document) -> bool:
    """Whether the items are headings beside the one under which they are announced: of these some
    may have another subject. The title of the report has nothing beside it."""
    level = document.blocks[run.markers[0].block].marked_level
    if run.markers[0].place != "heading" or not level:
        return False
    above = [
        block
        for block in document.blocks[: run.markers[0].block]
        if block.kind == HEADING and block.span.start <= lead.span.start
    ]
    is_below = len(above) > 1 and above[-1].span.end <= lead.span.start
    return is_below and above[-1].marked_level >= level


def may_conclude(run: Run, lead: Lead, family: Family, document: Document) -> bool:
    """Whether the last of several headings may be none of what is counted (how to choose among the
    three).

    A heading that announces a number has only the items below it, unless the last says that it sums
    up. In text only a word like 以下 leads headings in as it does a list.
    """
    if run.markers[0].place != "heading":
        return False
    text, last = document.text, run.markers[-1]
    at = bisect_right(document.blocks, lead.span.start, key=lambda block: block.span.start) - 1
    if at >= 0 and document.blocks[at].kind == HEADING:
        return _SUMS_UP.search(document.blocks[last.block].content.cut(text)) is not None
    return not any_found(family.cues, lead.span.cut(text))
