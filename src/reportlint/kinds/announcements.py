"""Announcements of a number of items: the sentence right before a list, and the numbers that it announces."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core.document import HEADING
from reportlint.core.numbering import Run
from reportlint.core.reading import Reading
from reportlint.core.span import Span
from reportlint.ordinals.numerals import chinese_value
from reportlint.patterns.rule_patterns import Pattern, any_of

LOOK_BACK = 160  # code points before a list in which its announcement is sought
REST_OF_HEADING = 5  # code points behind the phrase of a heading that announces a list: 三个方面的问题, not 当两件事不是一回事时
WORDS = 3  # code points of English for one of Chinese
HEADING_LINE = 40  # code points; a longer line without a stop at its end is no heading
MARKS = " \t\r\n\u3000\u00a0*_"
BETWEEN = MARKS + "#>-+\u200b\ufeff"  # what may stand between two lines that follow each other
COLONS = "：:︰"
STOPS = "。．.！!？?；;"
BREAKS = frozenset("，,。；;！!？?：:︰\n")


class Family(NamedTuple):
    """One prepared family."""

    phrase: tuple[Pattern, ...]
    suspect: tuple[
        Pattern, ...
    ]  # one of which is in every sentence with a phrase; () where nothing is known
    numbers: Mapping[str, int]
    cue: tuple[Pattern, ...]
    verb: tuple[Pattern, ...]
    unless: tuple[Pattern, ...]
    more: tuple[Pattern, ...]
    severity: str


class Lead(NamedTuple):
    """The sentence right before a list. `span` has neither its final stop nor the marks around it."""

    span: Span
    colon: bool
    same_line: bool  # the list begins in its line
    line: bool  # it is a heading, or a short line of its own without a stop, above a list that is not made of sections


class Count(NamedTuple):
    """A count phrase."""

    number: Span
    phrase: Span
    value: int


def lead_of(reading: Reading, run: Run, starts: Sequence[int]) -> Lead | None:
    """The sentence before the first marker of `run`, in its line or, if it begins one, in the line before it."""
    document = reading.document
    text, start = document.text, run.markers[0].span.start
    at = bisect_right(starts, start) - 1
    line = document.lines[at]
    same = bool(text[line.start : start].strip(MARKS))
    if not same:
        if at == 0 or text[document.lines[at - 1].span.end : line.start].strip(BETWEEN):
            return None
        line = document.lines[at - 1]
    block = document.blocks[line.block]
    end = start if same else line.span.end
    begin = max(block.content.start, end - LOOK_BACK)
    piece = text[begin:end].rstrip(MARKS)
    colon, stop = piece[-1:] in COLONS and bool(piece), piece[-1:] in STOPS and bool(piece)
    bare = piece.rstrip(COLONS + STOPS + MARKS)
    cut = max(bare.rfind(mark) for mark in "。！？；!?;\n") + 1
    cut = max(cut, *(bare.rfind(mark) + len(mark) for mark in (". ",) if mark in bare), 0)
    whole = not same and not stop and not colon
    if whole and block.kind != HEADING and line.span.end - line.start > HEADING_LINE:
        return None
    sections = (
        run.markers[0].place == "heading"
    )  # of these some may only lead up to what their title counts
    return Lead(Span(begin + cut, begin + len(bare)), colon, same, whole and not sections)


def announced(text: str, lead: Lead, family: Family, distance: int) -> list[Count]:
    """The counts in `lead`, the one that it announces last; none where it announces none."""
    sentence = lead.span.cut(text)
    if family.suspect and not any_of(family.suspect, sentence):
        return []
    found = [match for pattern in family.phrase for match in pattern.matches(sentence)]
    counts = list(_counts(sentence, lead.span.start, family, found)) if found else []
    if not counts:
        return []
    after = text[counts[-1].phrase.end : lead.span.end]
    reach = min(distance, REST_OF_HEADING) if lead.line else distance
    if len(after) > (reach * WORDS if after.isascii() else reach) or BREAKS & set(after):
        return []
    before = text[lead.span.start : counts[-1].number.start]
    if lead.colon or lead.line and not BREAKS & set(before) or any_of(family.cue, sentence):
        return counts
    if lead.same_line and (len(after) > REST_OF_HEADING or text[lead.span.end] not in STOPS):
        return []  # in one line: 存在四个不足。一是…
    return counts if any_of(family.verb, before) else []


def _counts(sentence: str, offset: int, family: Family, matches: Sequence[Any]) -> Iterator[Count]:
    found = sorted((match.span("n"), match.span()) for match in matches)
    excused = [match.span() for pattern in family.unless for match in pattern.matches(sentence)]
    reach = -1
    for (start, end), (first, last) in found:
        if start < reach or any(a <= start and end <= b for a, b in excused):
            continue
        value = _value(sentence[start:end].lower(), family.numbers)
        if value > 1:
            reach = end
            yield Count(
                Span(offset + start, offset + end), Span(offset + first, offset + last), value
            )


def _value(numeral: str, numbers: Mapping[str, int]) -> int:
    """The value of a numeral, 0 if it has none."""
    if numeral in numbers:
        return numbers[numeral]
    if numeral.isdecimal():
        return int(numeral)
    return chinese_value(numeral)
