"""Where the items are that a list seems to lack: joined with others, or in another text.

“9&10.” and “Step 4-5:” are two items each; a list below “the remaining rules are:” continues one
that is told of; a page of a book begins in the middle of a list.
"""

from __future__ import annotations

from reportlint._startup import late_re as re
from reportlint._startup.lazy_pattern import lazy
from reportlint.core import numbering as kinds
from reportlint.core.characters import (
    COLONS,
    LINE_MARKS,
    NUMERALS,
    OPENING_BRACKETS,
    WORD_SPACES,
)
from reportlint.core.document import ITEM, Document
from reportlint.core.lexicon import PER_DOCUMENT, Style
from reportlint.core.numbering import Fault, Marker, Run
from reportlint.core.span import line_start
from reportlint.ordinals.numerals import chinese_value
from reportlint.ordinals.style import numeral_like

_LONGEST_REFERENCE = 24  # code points
_REACH = 4000  # code points before a list that may tell of the items before its first
_FEW = 3  # chapters or labelled headings; fewer show no series
_LATE = 3  # first number of a list that may be part of another one
_MARKS = LINE_MARKS + "\r\n"  # what may precede the first marker of a text
JOINT = r"(?:bis|und|u\.|and|to|through|et|à|al?|e|y|至|到|和|与|及|[&＆/+、,，~～–—-])"
"""A regex for what joins two numbers: 9&10, 5 bis 7, 3、4."""
# another number behind one, and what sets both off: &10. -5:
_JOINED = lazy(
    rf"[.．)）]?[{WORD_SPACES}]?{JOINT}[{WORD_SPACES}]?"
    rf"([0-9]{{1,3}}|[{NUMERALS}]{{1,3}})(?=[.．:：、)）\]】章节條条步]|[ \t]*(?:\n|\Z))"
)
# A reference whose next part may begin a line: § 6 / (8)
_REFERENCE = lazy(
    r"(?:§§?[ \u00a0]?[0-9]+[a-z]?|§§?|\bgemäß|\bnach|\bunder"
    r"|\b(?:Art(?:ikel|icle|[íi]culo|igo|\.)|Abs(?:atz|\.)|Nr\.|Section|Clause|Rule)"
    r"[ \u00a0][0-9]+[a-z]?)\s+\Z"
)

_REPEALED = lazy(
    r"[刪删]除|[廢废]止|repealed|deleted|aufgehoben|weggefallen|revogad|derogad|suprimid"
)
# A line that says it of a number alone: (clause 4 removed with permission)
_REMOVED = lazy(
    r"(?im)^[ \t>*_]*[（(\[](?=[^\n]{0,80}(?:[刪删]除|[廢废]止|空缺|removed|deleted|omitted"
    r"|repealed|reserved|withdrawn|entf[aä]ll|weggefallen|revogad|derogad|suprimid|supprim))[^\n\d]{0,30}"
    r"(?<![0-9.])([0-9]{1,3})(?![0-9.])"
)
_STOPS = lazy(r"[，；。,;\n]")
_NEAR = 10  # code points between a number and the word that repeals it


def last_joined(text: str, end: int, number: int, due: int) -> int:
    """The last number of an item that covers several, whose first number ends at `end`: 10 for
    9&10. 0 if it covers one, or does not end directly before number `due`."""
    match = _JOINED.match(text, end)
    last = (int(match[1]) if match[1].isascii() else chinese_value(match[1])) if match else 0
    return last if number < last == due - 1 else 0


def is_rest_of_reference(marker: Marker, text: str) -> bool:
    """Whether a number in brackets is the rest of a reference that was broken before it, and goes
    on in small letters: … according to § 6 / (8) of the statute."""
    start, end = marker.span
    behind = text[end : end + 2].lstrip()[:1]
    if text[start] not in OPENING_BRACKETS or not behind.islower():
        return False
    return _REFERENCE.search(text, max(0, start - _LONGEST_REFERENCE), start) is not None


def is_repealed(fault: Fault, style: Style, text: str) -> bool:
    """Whether the text says that the one item which a list lacks was taken out: 刪除第四章章名."""
    marker, previous = fault.marker, fault.previous
    if previous is None or marker.value - previous.value != 2:
        return False
    between = text[previous.span.end : marker.span.start]
    if any(int(match[1]) == previous.value + 1 for match in _REMOVED.finditer(between)):
        return True
    if not style.label:
        return False
    start, end = marker.numeral.start - marker.span.start, marker.numeral.end - marker.span.start
    form = marker.span.cut(text).rstrip()
    numeral = numeral_like(style, previous.value + 1, marker.numeral.cut(text))
    item = form[:start] + numeral + form[end:]
    at = text.find(item)
    while at >= 0 and numeral:
        before, behind = text[max(0, at - _NEAR) : at], text[at + len(item) :][:_NEAR]
        if _REPEALED.search(_STOPS.split(before)[-1] + item + _STOPS.split(behind)[0]):
            return True
        at = text.find(item, at + 1)
    return False


def column_of(marker: Marker, text: str) -> int:
    """The code points before a marker on its line."""
    return marker.span.start - line_start(text, marker.span.start)


def begins_elsewhere(fault: Fault, run: Run, document: Document, style: Style) -> bool:
    """Whether a list without its first items may have them in another text, so that the evidence
    for a fault is thin.

    It may if it has a single item; if it begins the text, as a fragment does; if the text tells of
    the number directly before its first; if it is a bulleted list of labels, which may name the
    parts of another document (- Chapter 4: revised) or the phases that are left; or if no colon
    leads in a list of labels (Part 2, Part 3 in a guide through a book).
    """
    if fault.kind != kinds.START:
        return False
    return (
        len(run.markers) == 1
        or not document.text[: fault.marker.span.start].strip(_MARKS)
        or (fault.marker.block == 0 and style.counts == PER_DOCUMENT)
        or (style.label and _is_of_other_parts(run, document, style))
        or (style.label and not _is_led(run, document.text))
        or _is_told_of(fault.marker, document.text)
    )


def _is_led(run: Run, text: str) -> bool:
    """Whether a colon ends the line before a list, or the list is of three headings or more."""
    start = run.markers[0].span.start
    if run.markers[0].place == "heading":
        return len(run.markers) >= _FEW
    begin = line_start(text, start)
    is_first = not text[begin:start].strip(_MARKS)
    before = text[max(0, begin - _REACH) : begin].rstrip(_MARKS)
    return is_first and before.endswith(tuple(COLONS))


def _is_of_other_parts(run: Run, document: Document, style: Style) -> bool:
    """Whether a list of labels may name parts of another document or plan."""
    is_short = len(run.markers) < _FEW and style.counts == PER_DOCUMENT
    return is_short or document.blocks[run.markers[0].block].kind == ITEM


def _is_told_of(marker: Marker, text: str) -> bool:
    """Whether the text before a list names the number directly before its first: there is no rule
    3."""
    if marker.value < _LATE:
        return False
    told = re.compile(rf"(?:[a-z][ \u00a0]|第[ ]?){marker.value - 1}(?![0-9]|[.,][0-9])")
    return told.search(text, max(0, marker.span.start - _REACH), marker.span.start) is not None
