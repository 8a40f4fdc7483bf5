"""Unnumbered lines of plain text that stand as headings: 工作回顾 above a long paragraph.

A line may be one where it is short and no sentence, date, label or signature; it is one where it
stands apart and a longer paragraph, or a numbered heading, follows.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint.text.lines import has_han, width

_MOST_COLUMNS = 50
_DATE = lazy(
    r"[（(]?(?:19|20|二[〇○零0O])\S{0,4}年.{0,12}日|[（(]?\d{2,4}[-./]\d{1,2}[-./]\d{1,2}"
    r"|\S{0,4}年\s*\S{0,2}月|[xX×]+年"
)
_NOT_AT_START = lazy(
    r"[（(\[【{<〔\"'‘《—―–\-─·•*●■◆☆★▲|+=~@#$\\/&]|附\s*[件表录图]|图\s*\d|表\s*\d|注\s*\d|\d[\d,.:：%\s]*$"
)
_NOT_INSIDE = lazy(
    r"[。；;，,：:！!？?…|\t=<>_]|\.\s|\.$|https?:|〔\d+〕|\[\d{4}\]|^第?\d+[号页]$|\s{3,}|^第\S{1,6}条$"
)
_SIGNATURE = lazy(r"(?:局|厅|委员会|办公室|人民政府|总队|法院|检察院|公司|领导小组|委|部)$")
_ENGLISH = lazy(r"[A-Z0-9][^.!?]*[A-Za-z0-9)]$")
_SENTENCE_ENDS = "。！？!?；;：:.”）)…"


class Unit(NamedTuple):
    """What the search for headings sees of a block."""

    text: str  # its content without marks; "" for what is no prose
    level: int = 0  # of a heading by its own marks
    apart: bool = False  # a blank line stands before it
    single: bool = True  # one line, in no quote or list
    bold: bool = False  # emphasis wraps the whole line
    solid: bool = True  # counts as content of a heading


def is_bare(text: str) -> bool:
    """Whether `text` by itself could be an unnumbered heading: short, no sentence, no date, no
    label, no signature."""
    if not 2 <= len(text) <= 60 or width(text) > _MOST_COLUMNS:
        return False
    if _NOT_AT_START.match(text) or _NOT_INSIDE.search(text) or _DATE.match(text):
        return False
    if _SIGNATURE.search(text) or text.count("）") != text.count("（"):
        return False
    if text[0] == "“" and text[-1] == "”":
        return False
    return has_han(text) or _ENGLISH.match(text) is not None


def bare_headings(
    units: Sequence[Unit], eligible: Sequence[bool], is_lead: Sequence[bool]
) -> set[int]:
    """The indexes of the units that stand as headings though nothing marks them.

    `eligible` says of each unit whether it could be one: a line that is neither marked nor
    numbered. `is_lead` says whether it is numbered so that a heading may precede it.
    """
    headings: set[int] = set()
    # Where a blank line stands behind every paragraph, one says nothing.
    is_spaced = sum(unit.apart for unit in units) * 2 > len(units)
    for index, unit in enumerate(units[:-1]):
        if not eligible[index] or not is_bare(unit.text):
            continue
        if index == 0:
            is_heading = _opens(units)
        else:
            before = _is_no_neighbour(units[index - 1], index - 1 in headings)
            stands_out = (unit.apart and not is_spaced) or (len(unit.text) > 2 and before)
            is_followed = is_lead[index + 1] or _is_longer(units[index + 1].text, unit.text)
            is_heading = stands_out and is_followed
        if is_heading:
            headings.add(index)
    return headings


def _opens(units: Sequence[Unit]) -> bool:
    """Whether the first of the units stands as the title of the rest."""
    return len(units) > 2 and (units[1].apart or not is_bare(units[1].text))


def _is_no_neighbour(unit: Unit, is_heading: bool) -> bool:
    """Whether a unit is a heading or no short line. Of several short lines each may be a cell, a
    name, part of a letterhead."""
    return unit.level > 0 or is_heading or not is_bare(unit.text)


def _is_longer(text: str, heading: str) -> bool:
    """Whether `text` is what a heading is followed by: a longer paragraph that ends as a
    sentence."""
    columns = width(text)
    if columns < 60 or columns <= 2 * width(heading):
        return False
    return columns > 160 or text[-1] in _SENTENCE_ENDS
