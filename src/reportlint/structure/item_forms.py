"""The ways in which an item may be shown without a marker of its list: 2 - B, 1 A, 2创建, or its
exact marker amid a line.

No regex is used for a number, since each would be compiled for one number of one list.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.characters import (
    COMMAS,
    NUMERALS,
    OPENING_BRACKETS,
    SPACES,
    SPACES_AND_EMPHASIS,
    ZEROS,
    is_han,
)
from reportlint.core.numbering import Marker
from reportlint.core.span import Span, line_start
from reportlint.structure.elsewhere import last_joined

_OPENING = OPENING_BRACKETS + "【["
_REFERS = lazy(rf"(?:[第见据依按至到表图注、.．~～–—-]|[{NUMERALS}百0-9][条款项章节]?)\Z")
_CAPITAL = lazy(r"[ ][A-ZÀ-ÖØ-Þ]")
_TITLE = lazy(r"[^\n，。；：,;:]{2,}(?:\n|\Z)")
_RANGE = lazy(r"[-–—/]\d")  # 3-5 days, 2/3
_BEHIND = "-–—:：、)）]】°º/｜"  # what a number is set off by
_MEASURES = "年月日号点时分秒周天个位名人次项条款种类家件份台套级层期万亿千百元吨米倍度是到至和与或"
_IN_NUMBERS = NUMERALS + ZEROS + "百千"
_MOST_MARKS = 12  # code points before a number that begins its line
_LONGEST_LEAD = 40  # the same, with a label
_MOST_SPACES = 40
_REST = 40  # code points after a number that are examined


class _Form(NamedTuple):
    """The ways in which an item may be shown."""

    before: str  # the text before the numerals of the list
    numeral: str  # as the list writes it
    behind: str
    numerals: frozenset[str]  # `numeral`, and other forms of the number


class _Item(NamedTuple):
    """A place that shows an item."""

    begins: tuple[int, ...]  # where a marker of the list would begin
    end: int


def form_of(marker: Marker, text: str, numeral: str, number: int) -> _Form:
    """The ways in which the item of a number may be shown in the list of `marker`."""
    before = marker.prefix_in(text).strip()
    behind = marker.suffix_in(text).strip(SPACES_AND_EMPHASIS)
    if "." in numeral:
        return _Form(before, numeral, behind, frozenset({numeral, numeral.replace(".", "．")}))
    numerals = {numeral, str(number)} if numeral.isascii() else {numeral}
    if number <= len(NUMERALS):
        numerals.add(NUMERALS[number - 1])
    return _Form(before, numeral, behind, frozenset(numerals))


def items_in(form: _Form, text: str, begin: int, end: int, due: int) -> Iterator[_Item]:
    """The places between two offsets that show an item before number `due`, in order.

    Such a place is its number at the start of a line, in any form, or its exact marker at the start
    of a clause. No regex is used, since each would be compiled for one number of one list.
    """
    for start, numeral in sorted(_numerals(form, text, begin, end)):
        stop = start + len(numeral)
        mark = _mark_in_line(form.before, text, begin, start)
        is_whole = bool(last_joined(text, stop, 0, due)) or _is_bare_heading(text, start, stop)
        if mark is not None and is_whole:
            yield _Item((), stop)
        elif mark is not None and _is_apart(form, numeral, text[stop : min(end, stop + _REST)]):
            yield _Item(() if _is_before_version(text[stop:end]) else (start, mark), stop)
        elif numeral == form.numeral and _is_exact(form, text, Span(begin, end), start):
            yield _Item((), stop + len(form.behind))


def _numerals(form: _Form, text: str, begin: int, end: int) -> Iterator[tuple[int, str]]:
    """The places of the numerals of the form between two offsets."""
    for numeral in form.numerals:
        start = text.find(numeral, begin, end)
        while start >= 0:
            yield start, numeral
            start = text.find(numeral, start + 1, end)


def _mark_in_line(before: str, text: str, begin: int, start: int) -> int | None:
    """The start of the mark of a number at `start` that begins a line: its bracket or label,
    otherwise the number itself; None if other text comes before it."""
    line = line_start(text, start)
    lead = text[line:start] if begin <= line and start - line <= _LONGEST_LEAD else "|"
    bare = lead[:-1] if lead[-1:] in (" ", "\t") else lead
    for label in (f"{before}s", before) if before else ():  # Steps 3 and 4:
        if bare.endswith(label):
            lead = bare.removesuffix(label)
            break
    lead = lead[:-1] if lead[-1:] in tuple(_OPENING) else lead
    is_bare = len(lead) <= _MOST_MARKS and not any(map(_is_no_mark, lead))
    return line + len(lead) if is_bare else None


def _is_bare_heading(text: str, start: int, stop: int) -> bool:
    """Whether a heading of markup consists of a number alone: ### 13"""
    line = line_start(text, start)
    rest = text[stop : stop + _MOST_SPACES].partition("\n")[0]
    return text[line] == "#" and not rest.strip(SPACES_AND_EMPHASIS + "\r")


def _is_no_mark(char: str) -> bool:
    return char.isalnum() or char in _OPENING + "|_§"


def _is_before_version(rest: str) -> bool:
    """Whether a version follows a number without a space: 4.0.3.0 is item 4, about 0.3.0."""
    return rest[1:3] == "0." and rest[3:4].isdecimal()


def _is_apart(form: _Form, numeral: str, rest: str) -> bool:
    """Whether a number is separated from the text after it; after a label by a bracket, Task 4
    （可选）, and after a decimal number by a capital, 2.3.1Module. A Han numeral directly before
    Han text is a word of a sentence (一季度，…), unless the line is a title: 一总体要求"""
    if is_han(numeral[-1]) and is_han(rest[:1]) and not _TITLE.match(rest):
        return False
    if form.before.isalpha() and rest[:1] in tuple(OPENING_BRACKETS):
        return True
    return ("." in form.numeral and rest[:1].isupper()) or _is_set_off(rest)


def _is_set_off(rest: str) -> bool:
    """Whether a number is separated from the text after it on its line, by a sign or a space, or
    by the script of the text alone: 2创建一个标签, but not 2个标签, an amount."""
    rest = rest.removeprefix("\\")  # 2\. is no item in Markdown, but its reader sees one
    text = rest.lstrip(SPACES)
    if text[:1] and text[0] in _BEHIND or rest.startswith(",-"):
        return not _RANGE.match(text)
    first = rest[:1]
    if first in tuple(COMMAS):  # 1,甲; 5, Kosten; 1,000 is an amount
        return is_han(rest[1:2]) or _CAPITAL.match(rest, 1) is not None
    if first in (".", "．"):
        return not rest[1:2].isdecimal() or _is_before_version(rest)
    if len(text) == len(rest):
        return is_han(first) and first not in _MEASURES + _IN_NUMBERS  # 一九九六年 is no item
    return bool(text) and not (text[0].isspace() or text[0].isdecimal())


def _is_exact(form: _Form, text: str, within: Span, start: int) -> bool:
    """Whether the exact marker is at a numeral, and is no reference."""
    if _begins_clause(form, text, within.start, start):
        stop = start + len(form.numeral) + len(form.behind)
        return stop <= within.end and not _is_word(text[stop : within.end][:1])
    return _is_behind_item(form, text, within.start, start) or _is_amid(
        form, text, within.start, start
    )


def _is_behind_item(form: _Form, text: str, begin: int, start: int) -> bool:
    """Whether the exact marker is on the line of the item before, set off by spaces, or by Chinese
    text: 1. Stop 2. Copy; 2.信息表3.汇总表"""
    stop = start + len(form.numeral) + 1
    is_exact = not form.before and form.behind in (".", ")") and text[stop - 1] == form.behind
    if not is_exact or "\n" in text[begin:start]:
        return False
    around = text[start - 1] + text[stop : stop + 1]
    return around == "  " or all(map(is_han, around))


def _begins_clause(form: _Form, text: str, begin: int, start: int) -> bool:
    """Whether the exact marker is at a numeral, and begins a clause."""
    first = start - len(form.before)
    if first < begin or not text.startswith(f"{form.before}{form.numeral}{form.behind}", first):
        return False
    clause = text[max(0, first - _MOST_SPACES) : first]
    bare = clause.rstrip(SPACES)
    spaces = clause[len(bare) :]
    if first - len(spaces) < begin:
        return False
    if bare[-1:] and bare[-1] in "。；：，！？）":
        return True
    return bool(spaces) and "\u3000" not in spaces and bare[-1:] in tuple(".;:,!?)")


def _is_amid(form: _Form, text: str, begin: int, start: int) -> bool:
    """Whether the exact marker is at a numeral, although no clause begins there, because a text
    that was scraped has lost its line breaks: 四、其他事项（一）, 情况5.1 组织. A form that is also
    that of an amount or a reference shows nothing."""
    first, stop = start - len(form.before), start + len(form.numeral) + len(form.behind)
    if first <= begin or not text.startswith(f"{form.before}{form.numeral}{form.behind}", first):
        return False
    next_char = text[stop : stop + 2].lstrip(SPACES)[:1]
    if form.before == "第" and text[stop : stop + 1] not in tuple(SPACES):
        return False
    if not (is_han(next_char) or "가" <= next_char <= "힣") or next_char in _MEASURES + NUMERALS:
        return False
    return _is_distinct(form) and not _REFERS.search(text, first - 2, first)


def _is_distinct(form: _Form) -> bool:
    """Whether the markers of a form hardly occur as anything else within a clause."""
    if form.before == "第":  # 第二章 管理第三条 甲; the next character is a space
        return form.behind in ("条", "條", "章")
    if form.before:
        return form.before in tuple(_OPENING) and form.behind in tuple(_BEHIND)
    return "." in form.numeral or (form.behind == "、" and is_han(form.numeral))


def _is_word(char: str) -> bool:
    return char.isascii() and char.isalnum()
