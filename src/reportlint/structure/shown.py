"""Items that stand there in another form: a number that is left out is not missing where a line
before shows it.

“## 2 - B” between 1. and 3., “1 A” above 2., “(A) 1.” in a line: no style describes such a mark, so
no list holds it, and still a reader sees the item. What is no number of the list's author is judged
in `outside`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from reportlint._startup import late_re as re
from reportlint.core import numbering as kinds
from reportlint.core.document import HTML, PROSE, Block, Document
from reportlint.core.lexicon import Style
from reportlint.core.numbering import Fault, Marker, Run
from reportlint.ordinals.style import numeral_like

_MOST = 3  # numbers left out that are looked for
_NEAR = 100  # lists before one, among which the last of its form is sought
_MOST_BLOCKS = 2000  # before a list, among which the heading of its section is sought
_REACH = 4000  # code points before a list's first marker
_DEEPEST = 99  # no heading is as deep
_CHINESE = "一二三四五六七八九十"


def without_shown(
    runs: Sequence[Run],
    document: Document,
    styles: Mapping[str, Style],
    candidates: Iterable[int],
) -> tuple[Run, ...]:
    """The runs, without the faults of numbers that stand there in another form. What stands where
    one of the `candidates` begins has a form of its own: it is a fault, or an item of another
    list."""
    kept = list(runs)
    marked = frozenset(candidates)
    for index, run in enumerate(runs):
        lacking = [fault for fault in run.faults if fault.kind in (kinds.START, kinds.GAP)]
        if not lacking:
            continue
        style = styles[run.style]
        shown = [
            fault
            for fault in lacking
            if _goes_on(fault, index, runs, document)
            or _is_shown(fault, _begin(fault, index, runs, document), document, style, marked)
        ]
        if shown:
            faults = tuple(fault for fault in run.faults if fault not in shown)
            kept[index] = run._replace(faults=faults, is_whole=False)
    return tuple(kept)


def _goes_on(fault: Fault, index: int, runs: Sequence[Run], document: Document) -> bool:
    """Whether a list that begins in the midst takes up where the one of its form before it has
    ended: 4.2 behind 4.1 and all that it holds."""
    if fault.kind != kinds.START:
        return False
    run, text = runs[index], document.text
    form = run.style, run.markers[0].place, _series(fault.marker, text)
    for other in reversed(runs[max(0, index - _NEAR) : index]):
        last = other.markers[-1]
        if (other.style, last.place, _series(last, text)) == form:
            between = document.blocks[last.block + 1 : fault.marker.block]
            is_next = last.value == fault.marker.value - 1
            return is_next and ("." in form[2] or not any(block.marked for block in between))
    return False


def _series(marker: Marker, text: str) -> str:
    """What the markers of a list have in common before the last part of their number."""
    head, dot, _ = marker.numeral.cut(text).rpartition(".")
    return text[marker.span.start : marker.numeral.start] + head + dot


def _begin(fault: Fault, index: int, runs: Sequence[Run], document: Document) -> int:
    """Where the text begins in which an item before that of a fault may stand: behind the one
    before it, or behind the last list of its form, the item that holds its own, and the heading of
    its section."""
    start = fault.marker.span.start
    if fault.previous is not None:
        return fault.previous.span.end
    run = runs[index]
    begin = max(start - _REACH, _section_start(document.blocks, fault.marker.block))
    text = document.text
    series = _series(fault.marker, text)
    before = [
        other
        for other in runs[max(0, index - _NEAR) : index]
        if other.style == run.style and _series(other.markers[0], text) == series
    ]
    if run.parent >= 0:
        before.append(runs[run.parent])
    for other in before:
        ends = [marker.span.end for marker in other.markers if marker.span.end <= start]
        begin = max(begin, *ends) if ends else begin
    return begin


def _section_start(blocks: Sequence[Block], index: int) -> int:
    """Where the section begins that a block stands in; of a heading, that above it."""
    level = blocks[index].marked_level or _DEEPEST
    for at in range(index - 1, max(-1, index - _MOST_BLOCKS), -1):
        if 0 < blocks[at].marked_level < level:
            return blocks[at].span.end
    return 0


def _is_shown(
    fault: Fault, begin: int, document: Document, style: Style, marked: frozenset[int]
) -> bool:
    """Whether each number that the list lacks before the marker of `fault` stands behind `begin`,
    the least first."""
    marker, text = fault.marker, document.text
    least = fault.previous.value + 1 if fault.previous else 1
    if not 0 < marker.value - least <= _MOST:
        return False
    numeral = marker.numeral.cut(text)
    if "." in numeral:
        marked = frozenset()  # 45．1 and 3.1- A are no 45. and no 3.
    for number in range(least, marker.value):
        pattern = _pattern(numeral_like(style, number, numeral), *_around(marker, text), number)
        found = next(
            (
                match
                for match in pattern.finditer(text, begin, marker.span.start)
                if match.start("n") not in marked
                and match.start("mark") not in marked
                and _is_prose(document, match.end())
            ),
            None,
        )
        if found is None:
            return False
        begin = found.end()
    return True


def _is_prose(document: Document, offset: int) -> bool:
    """Whether an offset stands in prose, and not in code or a table. HTML may swallow a heading."""
    at = bisect_right(document.blocks, offset, key=lambda block: block.span.start) - 1
    return at >= 0 and document.blocks[at].kind in (*PROSE, HTML)


def _around(marker: Marker, text: str) -> tuple[str, str]:
    """What a marker has around its numeral."""
    before = text[marker.span.start : marker.numeral.start].strip()
    return before, text[marker.numeral.end : marker.span.end].strip(" \t\u3000*_")


@lru_cache(maxsize=256)
def _pattern(numeral: str, before: str, behind: str, number: int) -> re.Pattern[str]:
    """What shows an item: its number where a line begins, however it is marked, or its very marker
    where a clause does."""
    numerals = {numeral, str(number)} if numeral.isascii() else {numeral}
    if "." in numeral:
        numerals = {numeral}
    if number <= len(_CHINESE) and "." not in numeral:
        numerals.add(_CHINESE[number - 1])
    either = "|".join(
        re.escape(one).replace(r"\.", "[.．]") for one in sorted(numerals, key=len, reverse=True)
    )
    label = f"(?:{re.escape(before)}[ \t]?)?" if before else ""
    return re.compile(
        rf"(?m)(?:^[^\w\n【\[(（|]{{0,12}}(?P<mark>[【\[(（]?){label}(?P<n>{either})"
        r"(?=[ \t\u3000]*[\-–—:：、)）\]】]|,-|[ \t\u3000]+[^\s\d]|[.．](?!\d))"
        r"|(?:(?<=[。；：，！？）])[ \t\u3000]*|(?<=[.;:,!?)])[ \t]+)"
        rf"{re.escape(before)}{re.escape(numeral)}{re.escape(behind)}(?![0-9A-Za-z]))"
    )
