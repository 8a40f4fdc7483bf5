"""Announcements of a number of items: the sentence right before a list, and the numbers that it announces."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.document import HEADING
from reportlint.core.numbering import Run
from reportlint.core.reading import Reading
from reportlint.core.span import Span
from reportlint.ordinals.numerals import chinese_value
from reportlint.patterns.rule_pattern import RulePattern, any_found, matches_of

LOOK_BACK = 160  # code points before a list in which its announcement is sought
REST_OF_HEADING = 5  # code points behind the phrase of a heading that announces a list: 三个方面的问题, not 当两件事不是一回事时
WORDS = 3  # code points of English for one of Chinese
HEADING_LINE = 40  # code points; a longer line without a stop at its end is no heading
MARKS = " \t\r\n\u3000\u00a0*_"
BETWEEN = MARKS + "#>-+\u200b\ufeff"  # what may stand between two lines that follow each other
COLONS = "：:︰"
STOPS = "。．.！!？?；;"
_WRAP = lazy(r"(?<=[a-z,])\n(?=[a-z(])")
BREAKS = frozenset("，,。；;！!？?：:︰\n")


class Family(NamedTuple):
    """The announcements of one language, prepared."""

    phrases: tuple[RulePattern, ...]
    suspects: tuple[RulePattern, ...]  # one is in every sentence with a phrase; () is unknown
    numbers: Mapping[str, int]
    cues: tuple[RulePattern, ...]
    verbs: tuple[RulePattern, ...]
    unless: tuple[RulePattern, ...]
    more: tuple[RulePattern, ...]
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
    """The sentence before the first marker of `run`, in its line or, if it begins one, in the line before it.

    `starts` are the offsets of the lines of the document.
    """
    document = reading.document
    text, start = document.text, run.markers[0].span.start
    at = bisect_right(starts, start) - 1
    line = document.lines[at]
    same_line = bool(text[line.start : start].strip(MARKS))
    if not same_line:
        first = min(start, line.start)  # a bullet is the marker, and stands before the content
        if at == 0 or text[document.lines[at - 1].span.end : first].strip(BETWEEN):
            return None
        line = document.lines[at - 1]
    block = document.blocks[line.block]
    end = start if same_line else line.span.end
    begin = max(block.content.start, end - LOOK_BACK)
    piece = text[begin:end].rstrip(MARKS)
    if _is_numbered(piece, run.markers[0].span.cut(text)):
        return None
    colon, stop = piece.endswith(tuple(COLONS)), piece.endswith(tuple(STOPS))
    bare = piece.rstrip(COLONS + STOPS + MARKS)
    span = Span(begin + _sentence_start(bare), begin + len(bare))
    if same_line or stop or colon:
        return Lead(span, colon, same_line, line=False)
    if block.kind != HEADING and line.span.end - line.start > HEADING_LINE:
        return None
    # of sections some may only lead up to what their title counts
    return Lead(span, colon, same_line, line=run.markers[0].place != "heading")


def _is_numbered(title: str, marker: str) -> bool:
    """Whether a heading begins with its own number, and counts nothing: 5 Drawbacks above 5.1 and 5.2."""
    number = title.partition(" ")[0]
    return number.isdecimal() and marker.startswith(f"{number}.")


def _sentence_start(text: str) -> int:
    """Where the last sentence of `text`, which has no stop at its end, begins."""
    text = _unwrapped(text)
    stops = [text.rfind(stop) + 1 for stop in "。！？；!?;\n"]
    return max(*stops, text.rfind(". ") + len(". ") if ". " in text else 0)


def _unwrapped(text: str) -> str:
    """The text, of the same length, without the breaks that English lines have only because they were full."""
    return _WRAP.sub(" ", text) if "\n" in text else text


def announced(text: str, lead: Lead, family: Family, distance: int) -> list[Count]:
    """The counts in `lead`, the one that it announces last; none where it announces none.

    `distance` is the most code points between the last count and the end of the sentence.
    """
    sentence = _unwrapped(lead.span.cut(text))
    if family.suspects and not any_found(family.suspects, sentence):
        return []
    counts = list(_counts(sentence, lead.span.start, family))
    if not counts:
        return []
    after = sentence[counts[-1].phrase.end - lead.span.start :]
    if len(after) > _reach(after, lead, distance) or BREAKS & set(after):
        return []
    before = text[lead.span.start : counts[-1].number.start]
    if _announces(sentence, before, lead, family):
        return counts
    if after.isascii() and not lead.line and not before.strip(MARKS):
        return counts  # Three things went wrong. First, …
    rest = REST_OF_HEADING * (WORDS if after.isascii() else 1)
    if lead.same_line and (len(after) > rest or text[lead.span.end] not in STOPS):
        return []  # else it is, in one line: 存在四个不足。一是…
    return counts if any_found(family.verbs, before) else []


def _reach(after: str, lead: Lead, distance: int) -> int:
    """How many code points may stand behind the phrase, which `after` does: English needs more of them."""
    reach = min(distance, REST_OF_HEADING) if lead.line else distance
    return reach * WORDS if after.isascii() else reach


def _announces(sentence: str, before: str, lead: Lead, family: Family) -> bool:
    """Whether the form of a sentence with a count makes it an announcement; `before` stands before the number."""
    is_line = lead.line and not BREAKS & set(before)
    return lead.colon or is_line or any_found(family.cues, sentence)


def _counts(sentence: str, offset: int, family: Family) -> Iterator[Count]:
    """The count phrases of a sentence that begins at `offset`."""
    matches = list(matches_of(family.phrases, sentence))
    if not matches:
        return
    excused = [match.span() for match in matches_of(family.unless, sentence)]
    taken = -1
    for match in sorted(matches, key=lambda match: (match.span("n"), match.span())):
        start, end = match.span("n")
        value = _value(match["n"].lower(), family.numbers)
        is_excused = any(low <= start and end <= high for low, high in excused)
        if value > 1 and start >= taken and not is_excused:
            taken = end
            first, last = match.span()
            number, phrase = Span(offset + start, offset + end), Span(offset + first, offset + last)
            yield Count(number, phrase, value)


def _value(numeral: str, numbers: Mapping[str, int]) -> int:
    """The value of a numeral, 0 if it has none."""
    if numeral in numbers:
        return numbers[numeral]
    if numeral.isdecimal():
        return int(numeral)
    return chinese_value(numeral)
