"""Numbers that a report takes from elsewhere: minutes that keep the numbers of an agenda, an
extract, a list of tickets.

Such numbers leave out what was not spoken of, and come in the order in which it was. A report that
counts by itself slips once or twice; where every third item of a form, or more, is a slip, the form
counts nothing here, and none of them is a fault.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from reportlint._startup import late_re as re
from reportlint._startup.lazy_pattern import lazy
from reportlint.core import numbering as kinds
from reportlint.core.document import Document
from reportlint.core.lexicon import Style
from reportlint.core.numbering import Marker, Run

_FEW = 3  # slips, fewer of which an author makes
_SHARE = 3  # one item in so many
# What numbers from elsewhere look like. A number that stands twice, or in another form, is the
# author's.
_SLIPS = (kinds.START, kinds.GAP, kinds.ORDER)
_LINK = lazy(r"[^\n\[\]]*\]\((?!#)[^)\n]+\)[ \t]*$", re.MULTILINE)


_VERSION = 10  # the last part of a version that is told from the number of a section


def without_outside_numbers(
    runs: Sequence[Run], document: Document, styles: Mapping[str, Style]
) -> tuple[Run, ...]:
    """The runs, without faults where the numbers of their form come from another document."""
    slips: Counter[tuple[str, str]] = Counter()
    items: Counter[tuple[str, str]] = Counter()
    for run in runs:
        form = _form(run)
        items[form] += len(run.markers)
        slips[form] += sum(fault.kind in _SLIPS for fault in run.faults)
    outside = {form for form, count in slips.items() if _is_outside(count, items[form])}
    return tuple(
        _without_slips(run)
        if run.faults
        and (
            _form(run) in outside
            or _is_extract(run)
            or _is_of_links(run, document.text)
            or _is_of_versions(run, document, styles[run.style])
        )
        else run
        for run in runs
    )


def _is_outside(slips: int, items: int) -> bool:
    """Whether so many slips among the items of a form show that its numbers come from elsewhere."""
    return (slips >= _FEW and slips * _SHARE >= items) or (slips > 1 and slips * 3 >= items * 2)


def _is_extract(run: Run) -> bool:
    """Whether a list of an item or two begins at three or later: a part of what is elsewhere, and
    no list that lost its first."""
    return len(run.markers) < _FEW <= run.markers[0].value


def is_version(marker: Marker, style: Style, text: str) -> bool:
    """Whether a decimal number is the subject of its sentence: 6.4 landed last week."""
    behind = text[marker.span.end : marker.span.end + 2]
    return style.numerals == "dotted" and behind[:1] == " " and "a" <= behind[1:] <= "z"


def _is_of_versions(run: Run, document: Document, style: Style) -> bool:
    """Whether most items of a list are versions, each behind a bullet: 1.103 brought …, 1.108
    introduced …"""
    text, markers = document.text, run.markers
    if style.numerals != "dotted" or max(marker.value for marker in markers) < _VERSION:
        return False
    if any(text[document.blocks[marker.block].span.start] not in "-*+•" for marker in markers):
        return False
    versions = sum(is_version(marker, style, text) for marker in markers)
    return versions > 1 and versions * 2 >= len(markers)


def _is_of_links(run: Run, text: str) -> bool:
    """Whether each item is a link into another file, whose text the marker begins: `[4.5
    Dates](july.md#45-dates)`."""
    return all(_is_link(marker, text) for marker in run.markers)


def _is_link(marker: Marker, text: str) -> bool:
    start = marker.span.start
    return text[max(0, start - 1) : start] == "[" and _LINK.match(text, start) is not None


def _form(run: Run) -> tuple[str, str]:
    """The style and place that a list has in common with others that count the same way."""
    return run.style, run.markers[0].place


def _without_slips(run: Run) -> Run:
    return run._replace(faults=tuple(fault for fault in run.faults if fault.kind not in _SLIPS))
