"""How strong the evidence is that a list has another number of items than the sentence before it
announces.

It is strong if the sentence visibly introduces the list, and all items of the list look alike. If
not, the number may count something else, or the list may contain more than what is counted; the hit
is then only information.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from reportlint._startup.lazy_pattern import lazy
from reportlint.core.characters import HAN
from reportlint.core.diagnostic import INFO
from reportlint.core.document import HEADING, ITEM, Document
from reportlint.core.numbering import Run
from reportlint.core.reading import Reading
from reportlint.kinds.announcements import Count, Family, Lead
from reportlint.kinds.bulleted import BULLETS
from reportlint.patterns.rule_pattern import any_found

_HEAD = 60  # code points at the beginning of an item that may name what is counted
_AROUND = 4  # code points around a phrase in which it may be part of a sum
# An item that tells of several of the things counted: Both alternatives …
_OF_ALL = lazy(
    r"(?i)[*_`\s]*(?:both|all|each|neither|either|beide|alle|ambos|todos|tous"
    r"|[二两兩三四]者|以上|上述|这些|這些)\b"
)
_REST = 4  # code points behind a count at the end of a heading
_WORD = 6  # code points of an item that is a mere word
_HAN = lazy(rf"[{HAN}]")
_NOUN = lazy(rf"([{HAN}]{{2,}})\Z|([^\W\d_]{{4,}})\W*\Z")


def severity_of(
    reading: Reading, run: Run, lead: Lead, counts: Sequence[Count], family: Family
) -> str:
    """The severity of a hit: that of the family, or information if the evidence is thin."""
    document, count = reading.document, counts[-1]
    is_thin = (
        not _is_introduced(document, lead, count, family)
        or not _may_be_counted(document, run, lead, count)
        or _is_part_of_sum(document.text, count)
        or not _is_below(document, run, lead)
        or {marker.value for marker in run.markers} == {1}
        or (_is_bulleted(run) and len(run.markers) > count.value)
        or not _is_alike(document, run)
        or _tells_of_them(document, run, count)
    )
    return INFO if is_thin else family.severity


def leaves(reading: Reading, index: int) -> int:
    """The number of items of a list, where those that contain a list count as the items of that."""
    nested = [len(run.markers) for run in reading.runs if run.parent == index]
    return len(reading.runs[index].markers) - len(nested) + sum(nested)


def _is_introduced(document: Document, lead: Lead, count: Count, family: Family) -> bool:
    """Whether the sentence introduces the list: by a colon, as a heading or a line of its own, by a
    word like 以下, by words as markers (一是), or because the markers have the name of what is
    counted (in seven steps. Step 1)."""
    text = document.text
    return (
        lead.colon
        or _is_line_of_it(document, lead, count)
        or lead.spoken
        or any_found(family.cues, lead.span.cut(text))
        or _has_label_of(text, lead, count)
        or (not text[lead.span.start : lead.span.end].isascii() and lead.same_line)
    )


def _is_line_of_it(document: Document, lead: Lead, count: Count) -> bool:
    """Whether a line of its own ends with the count, or a heading almost does."""
    rest = document.text[count.phrase.end : lead.span.end].strip()
    return lead.line and len(rest) <= (_REST if _is_heading(document, lead) else 0)


def _is_heading(document: Document, lead: Lead) -> bool:
    at = bisect_right(document.blocks, lead.span.start, key=lambda block: block.span.start) - 1
    return document.blocks[at].kind == HEADING


def _may_be_counted(document: Document, run: Run, lead: Lead, count: Count) -> bool:
    """Whether the items are no headings, or a heading announces them, or they have the name of what
    is counted. A sentence that introduces a report may count only some of its sections."""
    if run.markers[0].place != "heading" or _has_label_of(document.text, lead, count):
        return True
    return _is_heading(document, lead)


def _has_label_of(text: str, lead: Lead, count: Count) -> bool:
    return bool(lead.label and lead.label in count.phrase.cut(text).casefold())


def _is_part_of_sum(text: str, count: Count) -> bool:
    """Whether a count is added to another one: 5 bugs + 5 improvements."""
    before = text[max(0, count.phrase.start - _AROUND) : count.phrase.start]
    return "+" in before or "+" in text[count.phrase.end : count.phrase.end + _AROUND]


def _is_below(document: Document, run: Run, lead: Lead) -> bool:
    """Whether a list introduced by an item stands within that item, and not beside it."""
    block = document.blocks[run.markers[0].block]
    around = [
        other
        for other in document.blocks[max(0, run.markers[0].block - 2) : run.markers[0].block]
        if other.kind == ITEM and other.span.start <= lead.span.start < other.span.end
    ]
    return (
        not around
        or block.kind != ITEM
        or _column(document, block.span.start) > _column(document, around[-1].span.start)
    )


def _column(document: Document, offset: int) -> int:
    return offset - document.text.rfind("\n", 0, offset)


def _is_bulleted(run: Run) -> bool:
    """Whether a list has bullets, among which a remark or a consequence stands as easily as an
    item."""
    return run.style[:1] in BULLETS


def _is_alike(document: Document, run: Run) -> bool:
    """Whether all items of a list of bullets begin in bold, or none does; all are in Chinese, or
    none is; and the last is no mere word behind longer ones."""
    if not _is_bulleted(run):
        return True
    items = [document.blocks[marker.block].content.cut(document.text) for marker in run.markers]
    is_last_short = len(items[-1]) <= _WORD and min(map(len, items[:-1])) > _WORD * 2
    forms = {(item.startswith(("**", "__")), _HAN.search(item) is not None) for item in items}
    return len(forms) == 1 and not is_last_short


def _tells_of_them(document: Document, run: Run, count: Count) -> bool:
    """Whether items tell of the things counted instead of being them: one begins with Both, or some
    have the name of what is counted in their beginning."""
    text = document.text
    ends = [marker.span.end for marker in run.markers]
    heads = [text[end : end + _HEAD].partition("\n")[0] for end in ends]
    if any(_OF_ALL.match(head) for head in heads):
        return True
    noun = _NOUN.search(count.phrase.cut(text))
    if noun is None:
        return False
    name = (noun[1][-2:] if noun[1] else noun[2].removesuffix("s")).casefold()
    named = sum(name in head.casefold() for head in heads)
    return 1 < named < len(heads)
