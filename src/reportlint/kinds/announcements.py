"""Announcements of a number of items: the sentence directly before a list, and the counts that it
announces."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.characters import (
    CLAUSE_ENDS,
    COLONS,
    COMMAS,
    SENTENCE_ENDS,
    SPACES_AND_EMPHASIS,
)
from reportlint.core.document import HEADING
from reportlint.core.numbering import Marker, Run
from reportlint.core.reading import Reading
from reportlint.core.span import Span
from reportlint.ordinals.numerals import chinese_value
from reportlint.patterns.rule_pattern import RulePattern, any_found, matches_of

LOOK_BACK = 160  # code points before a list that are searched for its announcement
# Code points after the phrase in a heading that announces a list: 三个方面的问题, not
# 当两件事不是一回事时.
REST_OF_HEADING = 5
WORDS = 3  # code points of English per code point of Chinese
HEADING_LINE = 40  # code points; a longer line without a stop at its end is no heading
MARKS = SPACES_AND_EMPHASIS + "\r\n"
BETWEEN = MARKS + "#>-+"  # characters that may stand between two successive lines
STOPS = SENTENCE_ENDS + "．."
_WRAP = lazy(r"(?<=[a-z,])\n(?=[a-z(])")
BREAKS = frozenset(CLAUSE_ENDS + COMMAS + "\n")
ADDED = ("和", "与", "及", "以及", "并附", " and ", " plus ")
NEAREST = 8  # blocks between two items numbered 1.
SHORTEST_WORD = 3  # letters of a numeral that is a word: One, First
SHORTEST_LABEL = 2  # characters of a label, which excludes 第 of 第一条


class Family(NamedTuple):
    """The prepared announcement patterns of one language."""

    phrases: tuple[RulePattern, ...]
    suspects: tuple[RulePattern, ...]  # each sentence with a phrase matches one; () is unknown
    numbers: Mapping[str, int]
    cues: tuple[RulePattern, ...]
    verbs: tuple[RulePattern, ...]
    unless: tuple[RulePattern, ...]
    more: tuple[RulePattern, ...]
    severity: str
    tails: tuple[RulePattern, ...] = ()


class Lead(NamedTuple):
    """The sentence directly before a list. `span` excludes the final stop and the marks around the
    sentence."""

    span: Span
    colon: bool
    same_line: bool  # the list begins on this line
    # It is a heading, or a short line of its own without a final stop, and the list does not
    # consist of sections.
    line: bool
    spoken: bool = False  # same_line, and the marker is a word: First, 一是
    label: str = ""  # the words of the list's markers: Phase, 问题


class Count(NamedTuple):
    """A count phrase."""

    number: Span
    phrase: Span
    value: int


def lead_of(reading: Reading, run: Run, starts: Sequence[int]) -> Lead | None:
    """The sentence before the first marker of `run`, in the same line or else in the line before;
    None if it cannot be an announcement.

    `starts` are the offsets of the lines of the document.
    """
    document = reading.document
    text, start = document.text, run.markers[0].span.start
    at = bisect_right(starts, start) - 1
    line = document.lines[at]
    same_line = bool(text[line.start : start].strip(MARKS))
    if not same_line:
        first = min(start, line.start)  # a bullet is the marker, and precedes the content
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
    bare = piece.rstrip(COLONS + STOPS + COMMAS + MARKS)
    span = Span(begin + _sentence_start(bare), begin + len(bare))
    item = run.markers[0]
    is_spoken = same_line and _is_spoken(item, text)
    lead = Lead(span, colon, same_line, False, is_spoken, _label(item, text))
    if same_line or stop or colon:
        return lead
    if block.kind != HEADING and line.span.end - line.start > HEADING_LINE:
        return None
    # sections may include introductory ones, which the title does not count
    return lead._replace(line=item.place != "heading")


def _is_spoken(marker: Marker, text: str) -> bool:
    """Whether a marker is a word, which only introduces an item of the sentence before: First,
    一是, but not （1） or 2."""
    numeral = marker.numeral.cut(text)
    if numeral.isascii():
        return numeral.isalpha() and len(numeral) >= SHORTEST_WORD
    return any(sign.isalpha() for sign in _around(marker, text))


def _label(marker: Marker, text: str) -> str:
    """The word of a marker that names what it counts, in small letters: Phase of Phase 2:, 问题 of
    问题一; "" if there is none."""
    words = _around(marker, text).replace("第", " ").casefold().split()
    longest = max(("".join(filter(str.isalpha, word)) for word in words), key=len, default="")
    return longest if len(longest) >= SHORTEST_LABEL else ""


def _around(marker: Marker, text: str) -> str:
    """The text of a marker before and after its numeral."""
    before = marker.prefix_in(text)
    return f"{before} {marker.suffix_in(text)}"


def _is_numbered(title: str, marker: str) -> bool:
    """Whether a heading begins with its own number, which is no count: 5 Drawbacks above 5.1 and
    5.2."""
    number = title.partition(" ")[0]
    return number.isdecimal() and marker.startswith(f"{number}.")


def _sentence_start(text: str) -> int:
    """The offset of the last sentence in `text`, which has no final stop."""
    text = _unwrapped(text)
    stops = [text.rfind(stop) + 1 for stop in SENTENCE_ENDS + "\n"]
    return max(*stops, text.rfind(". ") + len(". ") if ". " in text else 0)


def _unwrapped(text: str) -> str:
    """The text with the line breaks of wrapped English lines replaced by spaces, of the same
    length."""
    return _WRAP.sub(" ", text) if "\n" in text else text


def announced(text: str, lead: Lead, family: Family, distance: int) -> list[Count]:
    """The counts in `lead`, of which the last one is announced; empty if none is announced.

    `distance` is the greatest number of code points between the last count and the end of the
    sentence.
    """
    sentence = _unwrapped(lead.span.cut(text))
    if family.suspects and not any_found(family.suspects, sentence):
        return []
    counts = list(_counts(sentence, lead.span.start, family))
    if not counts:
        return []
    last = counts[-1]
    if lead.label and lead.label in last.phrase.cut(text).casefold():
        return counts  # three findings, all of them closed: Finding 1, Finding 2
    after = _without_tail(sentence[last.phrase.end - lead.span.start :], family)
    if len(after) > _reach(after, lead, distance) or BREAKS & set(after):
        return []
    if after.startswith(ADDED):  # 四个项目和开发依赖：the list has them too
        return []
    before = text[lead.span.start : last.number.start]
    is_said = _announces(sentence, before, lead, family) or _says_only(before, after, lead)
    return counts if is_said or _leads_up(text, before, after, lead, family) else []


def _without_tail(after: str, family: Family) -> str:
    """The text after a count, cut before a tail that only gives the state of the items (all of them
    closed)."""
    tails = (match.start() for match in matches_of(family.tails, after))
    return after[: min(tails, default=len(after))]


def _says_only(before: str, after: str, lead: Lead) -> bool:
    """Whether a sentence says little except the count: Three things went wrong. First, …"""
    return not lead.line and not before.strip(MARKS) and after.isascii()


def _leads_up(text: str, before: str, after: str, lead: Lead, family: Family) -> bool:
    """Whether a sentence with a final stop introduces its list.

    It does by a verb before the count (存在四个不足。一是…), or if it ends with the count and the
    markers of the list are words (…三个问题。一是…).
    """
    stop = text[lead.span.end : lead.span.end + 1]
    if lead.same_line and (not stop or stop not in STOPS + COMMAS):
        return False
    if lead.spoken and not after:
        return True
    rest = REST_OF_HEADING * (WORDS if after.isascii() else 1)
    return not (lead.same_line and len(after) > rest) and any_found(family.verbs, before)


def _reach(after: str, lead: Lead, distance: int) -> int:
    """The greatest number of code points that may follow the phrase, as `after` does; more for
    English."""
    reach = min(distance, REST_OF_HEADING) if lead.line else distance
    return reach * WORDS if after.isascii() else reach


def _announces(sentence: str, before: str, lead: Lead, family: Family) -> bool:
    """Whether the form of a sentence with a count makes it an announcement. `before` is the text
    before the number."""
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


def rises(run: Run) -> bool:
    """Whether a list has two items or more and skips none, each number once, or all of them 1. and
    near each other: First, … Second, … and elsewhere First, … are two lists."""
    values = {marker.value for marker in run.markers}
    if max(values) - min(values) >= len(run.markers):
        return False
    if len(run.markers) < 2 or (values != {1} and len(values) < len(run.markers)):
        return False
    return values != {1} or all(b.block - a.block <= NEAREST for a, b in pairwise(run.markers))
