"""Lists whose numbers follow a label: Finding 1, Finding 2; 图1, 图2.

A text refers to such an item again, skips days and weeks, and starts at a later phase, so the
search demands little of their numbers. This module examines the whole series: it is at fault only
if exactly one change makes it count 1, 2, 3 …
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportlint._startup import late_re as re
from reportlint._startup.namedtuple import NamedTuple
from reportlint.core import numbering as kinds
from reportlint.core.characters import (
    COLONS,
    LINE_MARKS,
    NUMERALS,
    SPACES,
    SPACES_AND_EMPHASIS,
)
from reportlint.core.document import HEADING, ITEM, Document
from reportlint.core.lexicon import PER_DOCUMENT, Style
from reportlint.core.numbering import Fault, Marker, Run
from reportlint.core.span import line_end, line_start
from reportlint.ordinals.style import marker_like, numeral_like

_FEW = 3  # items; fewer show no series
_SAME = 12  # code points after two markers that show whether they name the same thing
_BEGINS = rf"(?:^|[|\[(（<!*_#>-])[{SPACES}]*"
_ENUMERATED = 40  # items at most: longer series are catalogues, which may have gaps


class Slip(NamedTuple):
    """The fault of a series: the item at index `at` should have the number `due`."""

    kind: str
    at: int
    due: int


def with_label_faults(
    runs: Sequence[Run], document: Document, styles: Mapping[str, Style]
) -> tuple[Run, ...]:
    """The runs, with a fault on those whose labels do not count 1, 2, 3 …"""
    labelled = [index for index, run in enumerate(runs) if styles[run.style].label]
    if not labelled:
        return tuple(runs)
    judged = list(runs)
    blocks = frozenset(marker.block for at in labelled for marker in runs[at].markers)
    for index in labelled:
        if 1 < len(runs[index].markers) <= _ENUMERATED:
            series = _Series(index, runs[index], styles[runs[index].style], document, blocks)
            judged[index] = series.judged()
    return tuple(judged)


def slip_of(values: Sequence[int]) -> Slip | None:
    """The single fault that keeps the numbers from counting 1, 2, 3 …; None if there is no fault or
    more than one."""
    wrong = [at for at, value in enumerate(values) if value != at + 1]
    if not wrong or values[0] == 0:
        return None
    first = wrong[0]
    kind = _kind_of(values[first:], first, len(wrong))
    return Slip(kind, first, first + 1) if kind else None


def _kind_of(rest: Sequence[int], first: int, wrong: int) -> str:
    """The kind of fault of a series from its item `first` on, in which `wrong` numbers differ; ""
    if there is more than one fault."""
    ahead = [value - at for at, value in enumerate(rest, first + 1)]  # by how much it is too great
    left_out = kinds.GAP if first else kinds.START
    if all(by == 1 for by in ahead):
        return left_out
    if wrong == 2 and ahead[:2] == [1, -1]:  # two have changed places
        return left_out
    if wrong == 1:
        return _kind_of_one(ahead[0]) if first else _kind_of_first(ahead[0])
    is_pushed = all(by == -1 for by in ahead) and first + len(rest) > _FEW
    return kinds.DUPLICATE if is_pushed else ""


def _kind_of_one(ahead: int) -> str:
    """The kind of fault if a single number is wrong, by `ahead` greater than the one due."""
    if ahead > 0:
        return kinds.GAP
    return kinds.DUPLICATE if ahead == -1 else kinds.ORDER


def _kind_of_first(ahead: int) -> str:
    """The same for the first number: 2, 2, 3 may only mention the second item twice."""
    return kinds.START if ahead > 1 else ""


class _Series(NamedTuple):
    """A list of labels, and the text around it."""

    number: int  # the index of the run
    run: Run
    style: Style
    document: Document
    labelled: frozenset[int]  # blocks that begin with any label

    def judged(self) -> Run:
        """The run with the fault of its labels, if it has one."""
        run, style = self._without_told_of(), self.style
        if run.markers[0].place == "inline" or (run.faults and not style.repeats):
            return run
        slip = slip_of([marker.value for marker in run.markers])
        is_certain = slip is not None and self._is_certain(slip)
        if not is_certain and style.takes_any_label:
            return run._replace(faults=())
        if slip is None:
            return run if self._counts_by_one() else run._replace(faults=())
        if not is_certain and not self._is_likely(slip):
            return run
        return run._replace(faults=(self._fault_of(slip, is_certain),))

    def _counts_by_one(self) -> bool:
        """Whether the first two items follow each other: Day 1, Day 3, Day 5 never counted by
        one."""
        first, second = self.run.markers[:2]
        return not self.style.repeats or second.value == first.value + 1

    def _fault_of(self, slip: Slip, is_certain: bool) -> Fault:
        """The fault of a slip."""
        marker = self.run.markers[slip.at]
        expected = marker_like(self.style, slip.due, marker, self.document.text)
        previous = self.run.markers[slip.at - 1] if slip.at else None
        return Fault(slip.kind, marker, self.number, expected, previous, thin=not is_certain)

    def _without_told_of(self) -> Run:
        """The run without the faults of what is no item, but told of: the rest of the chapters
        within a paragraph, which the first one may hold; behind a bullet a chapter that has been
        there."""
        run, is_inline = self.run, self.run.markers[0].place == "inline"
        lacking = [fault for fault in run.faults if not self._is_of_another_list(fault)]
        run = run._replace(faults=tuple(lacking))
        if not run.faults or self.style.repeats:
            return run
        faults = tuple(
            fault
            for fault in run.faults
            if not (fault.kind == kinds.START and is_inline and self.style.counts == PER_DOCUMENT)
            and not (fault.kind == kinds.ORDER and self._is_told_of_again(fault.marker))
        )
        return run._replace(faults=faults)

    def _is_of_another_list(self, fault: Fault) -> bool:
        """Whether other lines name the numbers that a list in the text skips: it tells of stages
        that are described elsewhere."""
        if fault.kind != kinds.GAP or fault.previous is None or fault.marker.place == "heading":
            return False
        if self.style.counts == PER_DOCUMENT:  # 第3章 after 第二章 is a chapter of another form
            return False
        missing = range(fault.previous.value + 1, fault.marker.value)
        numbers = {marker.value for marker in self.run.markers}  # 1, 3, 2: two changed places
        return numbers.isdisjoint(missing) and not any(map(self._is_silent_on, missing))

    def _is_told_of_again(self, marker: Marker) -> bool:
        """Whether a bullet or a picture stands before the label, whose number has been there."""
        text = self.document.text
        begin = line_start(text, marker.span.start)
        before = text[begin : marker.span.start].strip(SPACES_AND_EMPHASIS + "#>")
        has_been = any(
            other.value == marker.value and other.span < marker.span for other in self.run.markers
        )
        return has_been and bool(before) and not before.isalnum()

    def _is_likely(self, slip: Slip) -> bool:
        """Whether a fault that is not certain is likely enough to be reported: of three items the
        first or the second may be missing."""
        values = [marker.value for marker in self.run.markers]
        if slip.kind == kinds.START:
            return self._is_silent_on(1)
        return self.style.repeats and values == [1, _FEW] and self._is_silent_on(slip.due)

    def _is_certain(self, slip: Slip) -> bool:
        """Whether a slip is certainly a fault. It is not in a text that only mentions some of its
        items, or that shows part of a series."""
        if slip.kind == kinds.START:
            return self._begins_visibly() and self._is_silent_on(1)
        if not self.style.repeats:
            return False  # the search has judged it already
        if slip.kind == kinds.DUPLICATE:
            return self._is_other_item(slip)
        if slip.kind == kinds.ORDER and self._is_spoken_of_again(slip):
            return False
        if slip.kind == kinds.GAP and self._is_range(slip):
            return False
        return self._is_shown(slip) and all(map(self._is_silent_on, self._missing(slip)))

    def _is_spoken_of_again(self, slip: Slip) -> bool:
        """Whether the number has occurred before: Goal 1, Goal 2, Goal 1."""
        markers = self.run.markers
        return any(marker.value == markers[slip.at].value for marker in markers[: slip.at])

    def _is_range(self, slip: Slip) -> bool:
        """Whether the item before covers several numbers, up to the one directly before: Week 25 -
        Week 26, then Week 27."""
        from reportlint.structure.otherwise import is_joined  # few lists have a slip

        before, after = self.run.markers[slip.at - 1 : slip.at + 1]
        return is_joined(self.document.text, after, slip.due, before, self.style)

    def _is_shown(self, slip: Slip) -> bool:
        """Whether enough of a series is there to distinguish a missing number from one that was
        never intended."""
        markers = self.run.markers
        if self.style.counts == PER_DOCUMENT:
            return len(markers) >= _FEW or self._are_near()
        is_leap = slip.at == len(markers) - 1 and markers[slip.at].value - slip.due > 1
        return len(markers) >= _FEW and not is_leap  # Day 1, Day 2, Day 7

    def _missing(self, slip: Slip) -> list[int]:
        """The numbers missing before the item of a slip."""
        there = {marker.value for marker in self.run.markers}
        last = self.run.markers[slip.at].value
        return [number for number in range(slip.due, last) if number not in there]

    def _is_other_item(self, slip: Slip) -> bool:
        """Whether a repeated number belongs to two items: they have different names, and follow
        each other."""
        before, again = self.run.markers[slip.at - 1 : slip.at + 1]
        item, other = (self._behind(marker) for marker in (before, again))
        if not item or not other or item == other or self._are_variants(before, again, slip.due):
            return False
        if self.style.counts == PER_DOCUMENT and self._is_spoken_of(slip.due):
            return True
        if slip.at < len(self.run.markers) - 1:
            return True
        if self.style.counts != PER_DOCUMENT and (slip.at < _FEW - 1 or self._is_bulleted(again)):
            return False  # Phase 2: a, Phase 2: b
        return not self._has_heading_between(before, again)

    def _are_variants(self, before: Marker, again: Marker, due: int) -> bool:
        """Whether two items with the same number are two parts or wordings of one, or no items."""
        from reportlint.structure.otherwise import is_alternative

        is_one = is_alternative(self.document.text, again, due, before, self.style)
        return is_one or self._are_phrases(before, again)

    def _are_phrases(self, *markers: Marker) -> bool:
        """Whether a label that no pack knows is part of a phrase in each heading, without a sign
        between them: Level 1 Content, Level 1 Order."""
        text = self.document.text
        behind = [text[marker.numeral.end :][:2] for marker in markers]
        return self.style.takes_any_label and all(
            two.startswith(" ") and two.isascii() and two[1:].isalpha() for two in behind
        )

    def _is_spoken_of(self, number: int) -> bool:
        """Whether the text mentions the label with a number that no item has: 见表2."""
        text, marker = self.document.text, self.run.markers[-1]
        if any(other.value == number for other in self.run.markers):
            return False
        label = marker.prefix_in(text)
        numeral = numeral_like(self.style, number, marker.numeral.cut(text))
        return f"{label}{numeral}" in text

    def _behind(self, marker: Marker) -> str:
        """The beginning of the text after a marker on its line, long enough to distinguish two
        items."""
        text = self.document.text
        rest = text[marker.span.end : line_end(text, marker.span.end)]
        return rest.strip(SPACES_AND_EMPHASIS + COLONS)[:_SAME]

    def _is_bulleted(self, marker: Marker) -> bool:
        return self.document.blocks[marker.block].kind == ITEM

    def _has_heading_between(self, before: Marker, after: Marker) -> bool:
        """Whether there is a heading between two items that does not begin with a label."""
        between = range(before.block + 1, after.block)
        blocks = self.document.blocks
        return any(blocks[at].kind == HEADING and at not in self.labelled for at in between)

    def _are_near(self) -> bool:
        """Whether the items of a short series follow each other, one per line."""
        first, last = self.run.markers[0], self.run.markers[-1]
        count = len(self.run.markers)
        lines = self.document.index.line_of
        distance = lines(last.span.start) - lines(first.span.start)
        return last.block - first.block < count and distance <= 2 * count

    def _begins_visibly(self) -> bool:
        """Whether the first marker visibly begins the list: the first heading in a section,
        directly after a heading, or after a colon."""
        marker, blocks, text = self.run.markers[0], self.document.blocks, self.document.text
        block = blocks[marker.block]
        if marker.block == 0 or text[block.span.start : marker.span.start].strip(LINE_MARKS):
            return False
        if self.style.counts == PER_DOCUMENT and self._are_near():
            return True
        if block.kind == HEADING:
            above = next((b for b in reversed(blocks[: marker.block]) if b.kind == HEADING), None)
            return above is not None and above.level < block.level
        above = blocks[marker.block - 1]
        before = above.content.cut(text)
        has_colon = before.rstrip(SPACES_AND_EMPHASIS)[-1:] in COLONS
        return bool(before) and (above.kind == HEADING or has_colon)

    def _is_silent_on(self, number: int) -> bool:
        """Whether the text does not name an item elsewhere: no line, cell, link or bracket begins
        with the label of `number`, in any numerals. Number one must not occur anywhere at all."""
        text, marker = self.document.text, self.run.markers[0]
        label = marker.prefix_in(text).strip()
        behind = "".join(c for c in marker.suffix_in(text) if c.isalpha())
        before = "" if number == 1 else _BEGINS
        either = "|".join(_numeral(numeral) for numeral in self._written(number))
        sought = re.compile(
            f"(?im){before}{re.escape(label)}[{SPACES}]?(?:{either}){re.escape(behind)}"
        )
        return sought.search(text, self._since(), self._until()) is None

    def _since(self) -> int:
        """The start of the text in which the items are counted; for most labels that of the
        section."""
        if self.style.counts == PER_DOCUMENT or self.style.repeats:
            return 0
        first, blocks = self.run.markers[0], self.document.blocks
        level = blocks[first.block].level if blocks[first.block].kind == HEADING else 99
        for block in reversed(blocks[: first.block]):
            if block.kind == HEADING and block.level < level:
                return block.span.end
        return 0

    def _until(self) -> int:
        is_section = self._since() > 0
        last = self.document.blocks[self.run.markers[-1].block].span.end
        return last if is_section else len(self.document.text)

    def _written(self, number: int) -> set[str]:
        """The number as the markers of the run write it, in digits and in Chinese numerals."""
        model = self.run.markers[0].numeral.cut(self.document.text)
        written = {str(number), numeral_like(self.style, number, model)}
        if number <= len(NUMERALS):
            written.add(NUMERALS[number - 1])
        return written - {""}


def _numeral(numeral: str) -> str:
    """A regex for a numeral in a label. In Phase 4a it finds the 4, since 4a is part of that
    item; and in Phase 04."""
    if numeral.isdigit():
        return f"0*{numeral}(?![0-9]|[A-Za-z]{{2}})"
    return re.escape(numeral) + "(?![0-9A-Za-z])"
