"""Unnumbered lines of plain text that act as headings: 工作回顾 above a long paragraph.

A candidate is a short line that is not a sentence, date, label or signature. It is a heading if it
stands apart and a longer paragraph, or a numbered heading, follows.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.characters import CLAUSE_ENDS, ZEROS, has_han
from reportlint.text.lines import width

_MOST_COLUMNS = 50
_DATE = lazy(
    rf"[（(]?(?:19|20|二[{ZEROS}0O])\S{{0,4}}年.{{0,12}}日"
    r"|[（(]?\d{2,4}[-./]\d{1,2}[-./]\d{1,2}|\S{0,4}年\s*\S{0,2}月|[xX×]+年"
)
_NOT_AT_START = lazy(
    r"[（(\[【{<〔\"'‘《—―–\-─·•*●■◆☆★▲|+=~@#$\\/&]|附\s*[件表录图]|图\s*\d|表\s*\d|注\s*\d|\d[\d,.:：%\s]*$"
)
_NOT_INSIDE = lazy(
    r"[。；;，,：:！!？?…|\t=<>_]|\.\s|\.$|https?:|〔\d+〕|\[\d{4}\]|^第?\d+[号页]$|\s{3,}|^第\S{1,6}条$"
)
_SIGNATURE = lazy(r"(?:局|厅|委员会|办公室|人民政府|总队|法院|检察院|公司|领导小组|委|部)$")
_ENGLISH = lazy(r"[A-Z0-9][^.!?]*[A-Za-z0-9)]$")
LINE_ENDS = CLAUSE_ENDS + ".”》）)…"  # what an unwrapped line may end in


class Unit(NamedTuple):
    """A block as seen by the search for headings."""

    text: str  # its content without marks; "" if it is not prose
    level: int = 0  # of a heading that is marked as one, else 0
    apart: bool = False  # whether a blank line precedes it
    single: bool = True  # whether it is one line, not in a quote or list
    bold: bool = False  # whether emphasis wraps the whole line
    solid: bool = True  # whether it counts as content of a heading


def is_bare(text: str) -> bool:
    """Whether `text` by itself could be an unnumbered heading: short, and not a sentence, date,
    label or signature."""
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
    """The indexes of the units that are headings although nothing marks them.

    `eligible` tells for each unit whether it is a candidate: a line that is neither marked nor
    numbered. `is_lead` tells for each unit whether its number is of a form that a heading may
    precede.
    """
    headings: set[int] = set()
    # If most paragraphs follow a blank line, a blank line is no evidence.
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
    """Whether the first unit is the title of the document: more than two units, and the second
    follows a blank line or is not bare."""
    return len(units) > 2 and (units[1].apart or not is_bare(units[1].text))


def _is_no_neighbour(unit: Unit, is_heading: bool) -> bool:
    """Whether a unit is a heading or not a short line. In a row of short lines, each may be a cell,
    a name or a part of a letterhead."""
    return unit.level > 0 or is_heading or not is_bare(unit.text)


def _is_longer(text: str, heading: str) -> bool:
    """Whether `text` can be the paragraph under `heading`: it is much longer, and ends as a
    sentence or has more than 160 columns."""
    columns = width(text)
    if columns < 60 or columns <= 2 * width(heading):
        return False
    return columns > 160 or text[-1] in LINE_ENDS
