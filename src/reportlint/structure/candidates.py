"""Candidates for ordinal markers: every place in a text that could be one, with its possible
numbers and its site.

The candidates are generous; the search over the whole series decides which of them are markers.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.characters import (
    CLAUSE_ENDS,
    CLOSING_BRACKETS,
    COLONS,
    COMMAS,
    OPENING_BRACKETS,
    SPACES,
    SPACES_AND_EMPHASIS,
)
from reportlint.core.document import HEADING, PROSE, ZONE_LINK, Document, Line
from reportlint.core.lexicon import PER_DOCUMENT
from reportlint.core.span import Span
from reportlint.ordinals.decoration import Undecorated, struck_out, undecorated
from reportlint.ordinals.matcher import Matcher, Readings
from reportlint.ordinals.style import MarkerReading
from reportlint.structure.beginnings import (
    goes_on_as_half,
    is_in_brackets,
    is_no_text,
    is_part,
)
from reportlint.structure.quotations import index_within, quotations
from reportlint.structure.repeated_labels import repeated_labels

_NEAR = 80  # code points before a marker on its line that are examined
_AHEAD = 8  # candidates after one that are searched for the next item of its list

# Where a candidate is, the surest first.
LINE, CLAUSE, COMMA, SPACE, MID = range(5)

# Ranks of lists, the highest first. Headings by markup have their level, 1 to 6.
BOLD_RANK = 8  # a list whose items begin lines that are bold as a whole
BODY_RANK = 10  # a list whose items begin lines
INLINE_RANK = 20  # a list within a paragraph

SEMICOLONS = "；;"
_ENDS = CLAUSE_ENDS + "…"
_COMMAS = COMMAS + "、"
# Closing quotes and brackets, and marks around a word: **so**, ==so==.
CLOSERS = "”’\"'）)】》〉」』]>*_="
_OPENERS = ("“", "「")
_MARKS_BEHIND = SPACES + CLOSERS + "。.#"
_BULLETS = ("-", "*", "+")
_BOLD = lazy(r"\*\*(?:(?!\*\*).)+\*\*[:：]?(?:[ ]?[(（][^()（）]*[)）])?[:：]?")
_BULLET = 2  # columns of a bullet and the space after it
FULL_LINE = 28  # code points; a shorter line was not wrapped
_LINES_AROUND = 20  # lines that a line is compared with, before and after it


class Site(NamedTuple):
    """The place of an item of a list."""

    rank: int
    indent: int  # columns
    block: int  # index into Document.blocks
    # number of a quotation over several lines, from 1; 0 is none, -1 a block quote. Numbers in
    # quotations may begin anywhere.
    quotation: int


class Candidate(NamedTuple):
    """A place that may be a marker, with all its readings."""

    start: int
    readings: tuple[MarkerReading, ...]
    place: int  # LINE, CLAUSE …
    site: Site
    line: int  # index into Document.lines
    bullet: bool  # at the place of the number of a Markdown ordered list
    after_colon: bool
    struck: bool = False  # struck out: it may count or not
    semicolon: bool = False  # after a semicolon
    # If a list of two or more items visibly begins here: the block before which a lone item does
    # not belong to it; else 0.
    begins: int = 0


def candidates(document: Document, matcher: Matcher) -> list[Candidate]:
    """All candidates in the prose of `document`, in the order of the text; of two that overlap the
    longer is kept."""
    plain = undecorated(document.text)
    begins = (line.start for line in document.lines)
    readings_at = matcher.scan(plain.text, set(plain.offsets(begins) if plain.cuts else begins))
    if plain.cuts:
        readings_at = _led_back(readings_at, plain)
    readings_at = {**repeated_labels(document, matcher, readings_at), **readings_at}
    if not readings_at or not document.lines:
        return []
    possible = _all_found(document, matcher, _Finder(document, readings_at, plain), readings_at)
    return [
        candidate._replace(begins=0)
        if candidate.begins and not _goes_on(possible, at, document)
        else candidate
        for at, candidate in enumerate(possible)
    ]


def _all_found(
    document: Document, matcher: Matcher, finder: _Finder, readings_at: Readings
) -> list[Candidate]:
    """A candidate for each place in prose that no longer one covers, and for each list that begins
    directly after one."""
    possible: list[Candidate] = []
    reach = -1
    for start, line in _on_lines(sorted(readings_at), document.lines):
        readings = readings_at[start]
        end = readings[0].end if len(readings) == 1 else max([r.end for r in readings])
        if reach < end <= document.lines[line].span.end and finder.is_prose(start, line):
            if len(readings) > 1:
                readings = _without_doubtful(readings, end)
            candidate = finder.candidate(start, readings, line)
            if _is_spoken_of(candidate, finder, matcher):
                continue
            if candidate.place == LINE or finder.says_something(end, line):
                possible.append(candidate)
                reach = end
            inner = finder.behind(candidate, end, matcher)
            if inner is not None:
                possible.append(inner)
                reach = max(reading.end for reading in inner.readings)
    return possible


def _is_spoken_of(candidate: Candidate, finder: _Finder, matcher: Matcher) -> bool:
    """Whether a candidate can be no marker: it is a mention within a clause, or part of a longer
    number, an address or a date."""
    readings = candidate.readings
    if candidate.place == MID and all(reading.doubt for reading in readings):
        return True  # both what is before it and what follows speak against it: 增长5.4%
    if is_part(finder.text, candidate.start, [reading.end for reading in readings]):
        return True
    if all(matcher.style(r).label and goes_on_as_half(finder.text, r.end) for r in readings):
        return True
    return candidate.place >= SPACE and (
        _is_label_spoken_of(readings, matcher) or finder.closes_bracket(readings, candidate.line)
    )


def _is_label_spoken_of(readings: Sequence[MarkerReading], matcher: Matcher) -> bool:
    """Whether a candidate within a clause can only be a reference to a label: as Figure 3 shows."""
    styles = [matcher.style(reading) for reading in readings]
    return all(style.label and style.place == "line" for style in styles)


def _goes_on(possible: Sequence[Candidate], at: int, document: Document) -> bool:
    """Whether the very next number comes before the next heading, so that the list has more than
    one item."""
    first = possible[at]
    due = {(reading.style, reading.value + 1) for reading in first.readings}
    for other in possible[at + 1 : at + _AHEAD]:
        between = document.blocks[first.site.block + 1 : other.site.block + 1]
        if any(block.kind == HEADING for block in between):
            return False
        if other.place == LINE and any(
            (reading.style, reading.value) in due for reading in other.readings
        ):
            return True
    return False


def _led_back(readings_at: Readings, plain: Undecorated) -> Readings:
    """The readings found in the undecorated text, with offsets in the original text."""
    return {
        plain.original(start): tuple([_reading_led_back(reading, plain) for reading in readings])
        for start, readings in readings_at.items()
    }


def _reading_led_back(reading: MarkerReading, plain: Undecorated) -> MarkerReading:
    start, end = reading.numeral
    numeral = Span(plain.original(start), plain.original_end(end))
    last = plain.original_end(reading.end)
    if (
        last - numeral.start != reading.end - start
    ):  # it contains marks; spaces after them do not matter
        last = plain.original_end(end + len(plain.text[end : reading.end].rstrip()))
    return reading._replace(numeral=numeral, end=last)


def _on_lines(starts: Iterable[int], lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Each of the ascending offsets that lies on a line, with the index of that line."""
    index, last = 0, len(lines) - 1
    for start in starts:
        while index < last and lines[index + 1].span.start <= start:
            index += 1
        if start >= lines[index].start:
            yield start, index


def _without_doubtful(readings: tuple[MarkerReading, ...], end: int) -> tuple[MarkerReading, ...]:
    """The readings, without doubtful ones if the longest is beyond doubt: 3.1 is not item 3 whose
    text begins with 1."""
    sure = tuple([reading for reading in readings if not reading.doubt])
    return sure if any(reading.end == end for reading in sure) else readings


class _Finder:
    """Creates candidates from the places that may be markers."""

    def __init__(self, document: Document, starts: Readings, plain: Undecorated) -> None:
        self.document = document
        self.text = document.text
        self.plain = plain
        self.struck = struck_out(document.text) if plain.cuts else []
        self.starts = starts
        hidden = [zone.span for zone in document.zones if zone.kind != ZONE_LINK]
        self.hidden = [s for i, s in enumerate(hidden) if i == 0 or s.end > hidden[i - 1].end]
        self.quotations = quotations(document.text)
        self.headings = [at for at, block in enumerate(document.blocks) if block.kind == HEADING]

    def is_prose(self, start: int, line: int) -> bool:
        """Whether the offset `start`, on a line, is in prose, not in code, an address or another
        zone."""
        if self.hidden and index_within(self.hidden, start):
            return False
        return self.document.blocks[self.document.lines[line].block].kind in PROSE

    def candidate(self, start: int, readings: tuple[MarkerReading, ...], index: int) -> Candidate:
        """The candidate at `start` on line `index`."""
        line = self.document.lines[index]
        block = self.document.blocks[line.block]
        quotation = -1 if block.quote else index_within(self.quotations, start)
        place, after_colon, is_excerpt = self.place_on(line, start, quotation)
        rank, bullet = INLINE_RANK, False
        if place == LINE and self.is_chance(readings, index):
            place = COMMA
        elif place == LINE:
            rank = block.marked_level or _rank_of(line.span.cut(self.text))
            after_colon = not is_excerpt and self.is_led(index)
            bullet = line.bullet == "1."
        indent = line.indent
        if place == LINE and line.bullet:
            indent += self.bullets(line.span.start, start)
        site = Site(rank, indent, line.block, quotation)
        semicolon = place == CLAUSE and self.text[start - 1] in SEMICOLONS
        begins = self.begins(line.block, after_colon) if rank == BODY_RANK else 0
        struck = bool(self.struck) and index_within(self.struck, start) > 0
        return Candidate(
            start, readings, place, site, index, bullet, after_colon, struck, semicolon, begins
        )

    def place_on(self, line: Line, start: int, quotation: int) -> tuple[int, bool, bool]:
        """The place of a marker at `start` on its line, whether a colon precedes it, and whether it
        begins a quoted excerpt."""
        if start <= line.start:
            return LINE, False, False
        offset = self.plain.offset if self.plain.cuts else int
        place, after_colon = self.place(offset(start), offset(line.start))
        is_excerpt = quotation > 0 and self.text[line.start : start] in _OPENERS
        return (LINE if is_excerpt else place), after_colon, is_excerpt

    def behind(self, outer: Candidate, end: int, matcher: Matcher) -> Candidate | None:
        """The first marker of a list that begins directly after the marker of its parent item,
        which ends at `end`, on the same line; None if there is none."""
        if outer.site.rank != BODY_RANK:
            return None
        text, stop = self.text, self.document.lines[outer.line].span.end
        start = end
        while start < stop and text[start] in SPACES + ">":
            start += 1
        reading = matcher.at(text, start, stop) if start < stop else None
        if reading is None or reading.value != 1 or reading.doubt:
            return None
        style = matcher.style(reading)
        if not style.counted or style.counts == PER_DOCUMENT or start == end == outer.start:
            return None
        site = outer.site._replace(indent=outer.site.indent + start - outer.start)
        return Candidate(start, (reading,), LINE, site, outer.line, False, False)

    def bullets(self, begin: int, start: int) -> int:
        """The number of columns of the bullets before a marker at `start`; after a bullet, a list
        is nested in its item."""
        before = self.text[begin:start].split()
        return _BULLET * sum(part in _BULLETS for part in before)

    def closes_bracket(self, readings: Iterable[MarkerReading], line: int) -> bool:
        """Whether the closing bracket after a number closes one that is open on its line:
        (twice 1)."""
        last = {reading.end: self.text[reading.end - 1] for reading in readings}
        ends = [end for end, char in last.items() if char in CLOSING_BRACKETS]
        before = (self.text[reading.numeral.start - 1] for reading in readings)
        if not ends or any(char in OPENING_BRACKETS for char in before):
            return False
        depth, stop = 0, max(ends) - 1
        for char in self.text[max(self.document.lines[line].start, stop - _NEAR) : stop]:
            depth = max(0, depth + (char in OPENING_BRACKETS) - (char in CLOSING_BRACKETS))
        return depth > 0

    def says_something(self, end: int, line: int) -> bool:
        """Whether text follows a marker that ends at `end`. A title may end in （一）, which is no
        item; a wrapped line may end in “Second,”, which is one."""
        lines = self.document.lines
        if self.text[end : lines[line].span.end].strip(_MARKS_BEHIND):
            return True
        is_open = self.text[end - 1] in _COMMAS and line + 1 < len(lines)
        return is_open and lines[line + 1].block == lines[line].block

    def place(self, start: int, begin: int) -> tuple[int, bool]:
        """The place of the offset `start` on a line whose content begins at `begin`, and whether a
        colon precedes it. Both are offsets in the undecorated text."""
        text = self.plain.text
        low = max(begin, start - _NEAR)  # a line may be as long as a report
        at = low + len(text[low:start].rstrip(SPACES))
        is_spaced = at < start
        if low == begin and is_no_text(text[begin:at]):
            return LINE, False
        at = low + len(text[low:at].rstrip(CLOSERS))
        if at <= begin:
            return LINE, False
        if low == begin and is_in_brackets(text[begin:start]):
            return CLAUSE, True
        before = text[at - 1]
        if before in _ENDS:
            return CLAUSE, before in COLONS
        if before == "." and is_spaced and not text[at - 2 : at - 1].isdigit():
            return CLAUSE, False
        if before in _COMMAS:
            return COMMA, False
        return (SPACE if is_spaced else MID), False

    def is_led(self, index: int) -> bool:
        """Whether the line before line `index` ends in a colon, so that a list may begin after
        it."""
        if index == 0:
            return False
        before = self.document.lines[index - 1]
        end = before.span.end
        while end > before.start and self.text[end - 1] in SPACES_AND_EMPHASIS:
            end -= 1
        return end > before.start and self.text[end - 1] in COLONS

    def begins(self, block: int, after_colon: bool) -> int:
        """For a list directly below a heading, the block where the previous section begins; for a
        list after a colon, the block where its own section begins; else 0. A lone item before that
        block hardly belongs to the list."""
        above = bisect_right(self.headings, block - 1)
        if above and self.headings[above - 1] == block - 1:
            return self.headings[above - 2] if above > 1 else 0
        return self.headings[above - 1] if above and after_colon else 0

    def is_chance(self, readings: Iterable[MarkerReading], index: int) -> bool:
        """Whether a number begins line `index` only because the line before was wrapped."""
        return self.is_wrapped(index) and not self.is_followed(readings, index)

    def is_followed(self, readings: Iterable[MarkerReading], index: int) -> bool:
        """Whether the next number begins a line soon after line `index`, in its block or the next.
        Two such lines are hardly wrapped there by chance."""
        lines = self.document.lines
        due = {(reading.style, reading.value + 1) for reading in readings}
        for line in lines[index + 1 : index + 1 + _AHEAD]:
            if line.block - lines[index].block > 1:
                return False
            if any(
                (reading.style, reading.value) in due for reading in self.starts.get(line.start, ())
            ):
                return True
        return False

    def is_wrapped(self, index: int) -> bool:
        """Whether line `index` continues a sentence of the line before it in its block, which was
        wrapped.

        The line before is then one of the longest of its paragraph, ends within a clause, and
        begins no list item itself.
        """
        lines = self.document.lines
        line, before = lines[index], lines[index - 1]
        if index == 0 or before.block != line.block:
            return False
        length = before.span.end - before.start
        last = before.span.cut(self.text).rstrip(SPACES)[-1:]
        if length < FULL_LINE or last in _ENDS + CLOSERS + _COMMAS + ".":
            return False
        if before.start in self.starts:
            return False
        around = lines[max(0, index - _LINES_AROUND) : index + _LINES_AROUND]
        return length >= 0.9 * max(
            other.span.end - other.start for other in around if other.block == line.block
        )


def _rank_of(line: str) -> int:
    """The rank of a list whose item begins a line: higher where the whole line is bold, but for a
    remark in brackets."""
    return BOLD_RANK if _BOLD.fullmatch(line.strip(SPACES)) else BODY_RANK
