"""Numbers that a report takes from elsewhere: minutes that keep the numbers of an agenda, an
extract, a list of tickets.

Such numbers skip what was not discussed, and follow the order of the discussion. An author who
numbers a report makes one or two mistakes; if every third item of a form or more is wrong, the form
does not count here, and none of them is a fault.
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
from reportlint.core.span import line_start
from reportlint.ordinals.numerals import chinese

_FEW = 3  # wrong numbers; fewer may be an author's mistakes
_SHARE = 3  # one wrong item in this many
# The faults of numbers from elsewhere. A repeated number, or one of another form, is the author's
# mistake.
_SLIPS = (kinds.START, kinds.GAP, kinds.ORDER)
_LINK = lazy(r"[^\n\[\]]*\]\((?!#)[^)\n]+\)")


_ROW = lazy(r"^[ \t]*[*+-][ \t]+[*+-][ \t]")  # two bullets on a line
_EMPTY_BULLETS = lazy(r"[ \t]*[*+-](?:[ \t]+[*+-])*[ \t]*\Z")  # a line of bullets only
_SPACES = 8  # code points after a marker that are searched for the bar of a table cell
_MOST_LINES = 60  # lines of a cell, at most
_MOST_CHAPTERS = 100
_VERSION = 10  # smallest number that suggests a version rather than a section


def without_outside_numbers(
    runs: Sequence[Run], document: Document, styles: Mapping[str, Style]
) -> tuple[Run, ...]:
    """The runs, without faults if the numbers of their form come from another document."""
    slips: Counter[tuple[str, str]] = Counter()
    items: Counter[tuple[str, str]] = Counter()
    for run in runs:
        form = _form(run)
        items[form] += len(run.markers)
        slips[form] += sum(fault.kind in _SLIPS for fault in run.faults)
    outside = {form for form, count in slips.items() if _is_outside(count, items[form])}
    titles = _heading_numbers(runs, document.text)
    return tuple(
        _judged(
            run,
            document,
            styles[run.style],
            is_outside=_form(run) in outside or _is_of_titles(run, document.text, titles),
        )
        if run.faults
        else run
        for run in runs
    )


def _heading_numbers(runs: Sequence[Run], text: str) -> frozenset[str]:
    """The decimal numbers that headings have."""
    return frozenset(
        marker.numeral.cut(text)
        for run in runs
        for marker in run.markers
        if marker.place == "heading" and "." in marker.numeral.cut(text)
    )


def _is_of_titles(run: Run, text: str, titles: frozenset[str]) -> bool:
    """Whether all numbers of a list in the text are those of headings: it refers to these, and need
    not name them all (2.2.7.1 and 2.2.7.3, the pages before and after this one)."""
    numbers = [marker.numeral.cut(text) for marker in run.markers]
    return run.markers[0].place != "heading" and titles.issuperset(numbers)


def _judged(run: Run, document: Document, style: Style, *, is_outside: bool) -> Run:
    """The run without those faults that its origin explains: without any if it is made of table
    cells or dates, or has only the number of its chapter; without slips if its numbers are from
    elsewhere (an extract, links, versions, tasks)."""
    if (
        _is_of_chapter(run)
        or _is_of_cells(run, document.text)
        or _is_of_dates(run, style, document.text)
    ):
        return run._replace(faults=(), is_whole=False)
    is_outside = (
        is_outside
        or _is_extract(run)
        or _is_of_links(run, document.text)
        or _is_of_versions(run, document, style)
        or _is_of_tasks(run, document, style)
    )
    return _without_slips(run) if is_outside else run


def _is_outside(slips: int, items: int) -> bool:
    """Whether so many wrong numbers among the items of a form show that they come from
    elsewhere."""
    return (slips >= _FEW and slips * _SHARE >= items) or (slips > 1 and slips * 3 >= items * 2)


def _is_of_chapter(run: Run) -> bool:
    """Whether all items have the same number, three or later: the headings of one chapter of a
    larger report, each with the number of that chapter."""
    first = run.markers[0].value
    return first >= _FEW and all(marker.value == first for marker in run.markers)


def _is_of_dates(run: Run, style: Style, text: str) -> bool:
    """Whether decimal numbers are written like a month and a day, with a nought before one of them:
    - 04.14, - 04.14, - 04.18."""
    if style.numerals != "dotted":
        return False
    parts = [marker.numeral.cut(text).replace("．", ".").split(".") for marker in run.markers]
    return any(part[:1] == "0" and len(part) > 1 for number in parts for part in number) and all(
        len(number) == 2 and 0 < int(number[0]) <= 12 and 0 < int(number[1]) <= 31
        for number in parts
    )


def _is_extract(run: Run) -> bool:
    """Whether a list of one or two items begins at three or later: an extract, rather than a list
    that lost its first items."""
    return len(run.markers) < _FEW <= run.markers[0].value


def is_version(marker: Marker, style: Style, text: str) -> bool:
    """Whether a decimal number is the subject of its sentence: 6.4 landed last week."""
    behind = text[marker.span.end : marker.span.end + 2]
    return style.numerals == "dotted" and behind[:1] == " " and "a" <= behind[1:] <= "z"


def _is_of_versions(run: Run, document: Document, style: Style) -> bool:
    """Whether most items of a list are versions: 1.103 brought …, 1.108 introduced …"""
    is_far = max(marker.value for marker in run.markers) >= _VERSION
    return is_far and may_be_of_versions(run, document, style)


def may_be_of_versions(run: Run, document: Document, style: Style) -> bool:
    """Whether most items of a bulleted list of decimal numbers are like versions: a sentence or a
    remark in brackets follows the number. 2.3 (maintained until May)."""
    text, markers = document.text, run.markers
    if style.numerals != "dotted":
        return False
    if any(text[document.blocks[marker.block].span.start] not in "-*+•" for marker in markers):
        return False
    versions = sum(
        is_version(marker, style, text) or text[marker.span.end : marker.span.end + 2] == " ("
        for marker in markers
    )
    return versions > 1 and versions * 2 >= len(markers)


def _is_of_tasks(run: Run, document: Document, style: Style) -> bool:
    """Whether a list begins in the middle of a series that has no heading in the report: - 86.2,
    the second task of the 86th meeting."""
    text, first = document.text, run.markers[0]
    if style.numerals != "dotted" or run.faults[0].kind != kinds.START:
        return False
    series = first.numeral.cut(text).rpartition(".")[0]
    return (
        "." not in series and int(series) >= _VERSION and not chapter_pattern(series).search(text)
    )


def chapter_pattern(series: str) -> re.Pattern[str]:
    """A regex for a line that may precede the decimal numbers of `series` if the report counts
    itself.

    For 4.1 that is a line that begins with 4 or 4．, 四、, 第四章, 3.1.
    """
    number = int(series)
    either = series
    if 0 < number < _MOST_CHAPTERS:
        either = f"{series}|{chinese(number)}"
    chapter = rf"(?:chapter |section |part |第 ?)?(?:{either})(?![0-9]|[.．][0-9])"
    last = rf"{number - 1}[.．][0-9]{{1,2}}(?![0-9])"
    return re.compile(rf"(?mi)^[^\w\n]{{0,12}}(?:{chapter}|{last})")


def _is_of_cells(run: Run, text: str) -> bool:
    """Whether items are in cells of a table that is written as bullets (rows of a statute's annex).
    One cell may continue after the cells beside it have started again."""
    return any(
        _ROW.search(text[line_start(text, marker.span.start) : marker.span.start])
        or _is_below_empty_bullets(text, marker.span.start)
        or text[marker.span.end : marker.span.end + _SPACES].lstrip(" \t").startswith("|")
        for marker in run.markers
    )


def _is_below_empty_bullets(text: str, start: int) -> bool:
    """Whether the line at `start` is nested in an empty bullet."""
    end = line_start(text, start)
    indent = start - end
    if not indent or text[end:start].strip(" "):
        return False
    for _ in range(_MOST_LINES):
        if not end:
            return False
        begin = line_start(text, end - 1)
        line = text[begin : end - 1]
        if line.strip() and len(line) - len(line.lstrip(" ")) < indent:
            return _EMPTY_BULLETS.match(line) is not None
        end = begin
    return False


def _is_of_links(run: Run, text: str) -> bool:
    """Whether most markers begin the text of a link into another file:
    `[4.5 Dates](july.md#45-dates)`."""
    links = sum(_is_link(marker, text) for marker in run.markers)
    return links > 1 and links * 3 >= len(run.markers) * 2


def _is_link(marker: Marker, text: str) -> bool:
    start = marker.span.start
    return text[max(0, start - 1) : start] == "[" and _LINK.match(text, start) is not None


def _form(run: Run) -> tuple[str, str]:
    """The style and place that a list shares with others that count the same way."""
    return run.style, run.markers[0].place


def _without_slips(run: Run) -> Run:
    faults = tuple(fault for fault in run.faults if fault.kind not in _SLIPS)
    return run._replace(faults=faults, is_whole=False)
