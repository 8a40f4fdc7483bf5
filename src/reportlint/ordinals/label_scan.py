"""Markers that begin with a label: Phase 2, 附件1, Appendix B.

Such labels are common words, but few of them precede a numeral. So one search for a numeral after
the last character of any label, directly or after one space, finds the markers of all styles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from reportlint._startup import late_re as re
from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.span import Span
from reportlint.ordinals.numerals import char_class, longest_first
from reportlint.ordinals.style import SPACES, StyleMatcher


class _Ending(NamedTuple):
    """The labels of one style that end in the same character."""

    style: StyleMatcher
    firsts: str  # first characters of the style's numerals
    labels: tuple[str, ...]  # without the space after them, the longest first


class LabelScan:
    """Finds all markers of a label and a numeral in a text, for all styles at once."""

    def __init__(self, styles: Iterable[StyleMatcher]) -> None:
        """All of `styles` have a label before their numeral (`StyleMatcher.begins_with_label`)."""
        self._firsts: set[str] = set()
        self._endings: dict[str, list[_Ending]] = {}  # by the last character of the labels
        for style in styles:
            firsts = style.numerals.firsts
            self._firsts.update(firsts)
            by_last: dict[str, set[str]] = {}
            for prefix in style.prefixes:
                label = prefix.rstrip()
                by_last.setdefault(label[-1], set()).add(label)
            for last, labels in by_last.items():
                ending = _Ending(style, firsts, longest_first(labels))
                self._endings.setdefault(last, []).append(ending)

    def scan(self, text: str) -> Iterator[tuple[StyleMatcher, int, Span, int]]:
        """All markers: the style, the start, the numeral and the end of each. Those of one style do
        not overlap."""
        hits: dict[int, list[tuple[int, Span, int]]] = {}
        styles: dict[int, StyleMatcher] = {}
        for style, start, numeral, end in self._hits(text) if self._endings else ():
            hits.setdefault(style.index, []).append((start, numeral, end))
            styles[style.index] = style
        for index, places in hits.items():
            reach = 0
            for start, numeral, end in sorted(places):
                if start >= reach:
                    yield styles[index], start, numeral, end
                    reach = end

    def _hits(self, text: str) -> Iterator[tuple[StyleMatcher, int, Span, int]]:
        """All markers, some of which may overlap."""
        for match in self._any_numeral.finditer(text):
            stop = match.start()
            if text[stop - 1] in SPACES:
                stop -= 1
            for style, firsts, labels in self._endings.get(text[stop - 1], ()):
                if match[0] not in firsts:
                    continue
                label = next((word for word in labels if text.endswith(word, 0, stop)), None)
                start = stop - len(label) if label else stop
                place = style.match(text, start, len(text)) if label else None
                if place:
                    yield style, start, *place

    @cached_property
    def _any_numeral(self) -> re.Pattern[str]:
        """A regex for the first character of a numeral after the last one of a label. It begins
        with a character class, which the engine finds much faster than a look-behind."""
        first, last = char_class(self._firsts), char_class(self._endings)
        space = char_class(SPACES)
        return re.compile(f"{first}(?:(?<={last}{first})|(?<={last}{space}{first}))")
