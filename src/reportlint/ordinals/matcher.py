"""Finds ordinal markers in a text, with all marker styles of the packs prepared once. No other
module decides where a marker is.

`at` looks at the beginning of a line or a title, `scan` at every offset of a text. Both give the
same answer for an offset, except that `scan` also looks at the text before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cached_property

from reportlint._startup.lazy_pattern import lazy
from reportlint.core.lexicon import Lexicon, Style
from reportlint.ordinals.end_scan import (
    EndScan,
    Place,
    WordScan,
    is_found_by_end,
    is_found_by_words,
)
from reportlint.ordinals.label_scan import AnyLabel, LabelScan
from reportlint.ordinals.numerals import Words, char_class
from reportlint.ordinals.style import MarkerReading, StyleMatcher

Readings = dict[int, tuple[MarkerReading, ...]]
"""By start offset: all readings there, in the order of the styles."""

_DIGITS = ("chinese", "arabic")  # numeral systems whose digits are frequent in running text
_RUNNING = (*_DIGITS, "heavenly-stem", "hangul")  # whose markers are found by their ends
_MOST_PAIRS = 5000  # pairs of first characters whose styles are cached


class Matcher:
    """All marker styles of a lexicon, prepared for any number of texts."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        words = {name: list(members) for name, members in lexicon.words.items()}
        styles = [StyleMatcher(i, style, words) for i, style in enumerate(lexicon.styles)]
        self._styles = [style for style in styles if not style.style.takes_any_label]
        self._any_label = AnyLabel(style for style in styles if style.style.takes_any_label)
        self._firsts: dict[int, frozenset[str]] = {}  # by level

    def style(self, reading: MarkerReading) -> Style:
        """The style of a reading."""
        return self.lexicon.styles[reading.style]

    def at(self, text: str, start: int, stop: int) -> MarkerReading | None:
        """The marker at `start`, where a line or a title begins: the longest if several fit, None
        if none does. It ends at `stop` at the latest.

        Styles that are also adverbs are left out, and so is a numeral with nothing around it, which
        would match a year.
        """
        return self._lines.at(text, start, stop)

    def heading_at(self, text: str, start: int, stop: int) -> MarkerReading | None:
        """Like `at`, for the styles that head sections."""
        return self._headings.at(text, start, stop)

    def any_label(self, text: str, start: int, stop: int) -> Iterator[MarkerReading]:
        """The readings of a line as any word and a numeral: Punto 2. Only a series of such lines
        is a list (`structure/repeated_labels.py`)."""
        return self._any_label.at(text, start, stop)

    def firsts(self, deepest: int) -> frozenset[str]:
        """The characters that heading markers of the levels 1 to `deepest` begin with."""
        if deepest not in self._firsts:
            self._firsts[deepest] = frozenset(
                char
                for char, styles in self._headings.by_first.items()
                if any(0 < style.style.level <= deepest for style in styles)
            )
        return self._firsts[deepest]

    def scan(self, text: str, begins: Set[int] = frozenset()) -> Readings:
        """All readings at all offsets in `text` that may be a marker whose number counts.

        `begins` are the offsets at which the content of a line begins. The text before those is a
        bullet, which rules out no marker.
        """
        return self._scanner.scan(text, begins)

    @cached_property
    def _lines(self) -> _Dispatch:
        return _Dispatch(style for style in self._styles if _begins_lines(style.style))

    @cached_property
    def _headings(self) -> _Dispatch:
        styles = (style for style in self._styles if style.style.heads)
        return _Dispatch(style for style in styles if _begins_lines(style.style))

    @cached_property
    def _scanner(self) -> _Scanner:
        return _Scanner([style for style in self._styles if style.style.counted])


def _begins_lines(style: Style) -> bool:
    """Whether the start of a line is searched for markers of a style. An adverb, or a numeral with
    nothing around it, is too little evidence there."""
    is_bare = not any(style.prefix) and not any(style.suffix)
    return not style.soft and not (is_bare and style.numerals in (*_DIGITS, "words"))


class _Dispatch:
    """Some styles, by the characters that their markers begin with: many begin with （ or 第, but
    few continue alike."""

    def __init__(self, styles: Iterable[StyleMatcher]) -> None:
        self.by_first: dict[str, list[StyleMatcher]] = {}
        self._by_pair: dict[str, list[StyleMatcher]] = {}  # filled as pairs occur
        for style in styles:
            for char in style.firsts:
                self.by_first.setdefault(char, []).append(style)

    def at(self, text: str, start: int, stop: int) -> MarkerReading | None:
        """The longest marker from `start` that ends at `stop` at the latest; None if there is
        none."""
        pair = text[start : min(stop, start + 2)]
        styles = self._by_pair.get(pair)
        if styles is None:
            first = self.by_first.get(pair[:1], ())
            styles = [style for style in first if style.may_begin(pair)]
            if len(self._by_pair) < _MOST_PAIRS:
                self._by_pair[pair] = styles
        longest: MarkerReading | None = None
        for style in styles:
            place = style.match(text, start, stop)
            if place and (longest is None or place[1] > longest.end):
                longest = style.reading(text, start, *place) or longest
        return longest


class _Scanner:
    """Finds all markers of a text.

    Nearly all markers are a run of Han or Arabic digits, or of letters, with a suffix. So one
    search for a digit before the first character of a suffix, one for a letter before one, and one
    for a numeral after a label find them for all styles at once. The other styles search by
    themselves.
    """

    def __init__(self, styles: Sequence[StyleMatcher]) -> None:
        self._digits, self._letters, self._words = EndScan(), EndScan(), WordScan()
        self._signs: list[StyleMatcher] = []
        self._others: list[StyleMatcher] = []
        self._labels = LabelScan(style for style in styles if style.begins_with_label)
        for style in styles:
            if not style.begins_with_label:
                self._sort(style)
        signs = {char for style in self._signs for char in style.numerals.firsts}
        self._any_sign = lazy(char_class(signs) if signs else "(?!)")

    def _sort(self, style: StyleMatcher) -> None:
        """Add a style to those that are found by the same method."""
        system, numerals = style.system, style.numerals
        if system and is_found_by_end(style) and style.style.numerals in _RUNNING:
            self._digits.add(style, system)
        elif system and is_found_by_end(style) and system.chars.isascii():
            self._letters.add(style, system)
        elif isinstance(numerals, Words) and is_found_by_words(style, numerals):
            self._words.add(style, numerals)
        elif system and system.longest == 1 and not system.not_after:
            self._signs.append(style)
        else:
            self._others.append(style)

    def scan(self, text: str, begins: Set[int]) -> Readings:
        """All readings at all offsets of `text`; lines begin at `begins`."""
        readings: Readings = {}
        shared: set[int] = set()  # offsets with several readings
        for style, start, numeral, end in self._markers(text):
            if start in begins or style.is_allowed(text, start):
                _add(readings, shared, start, style.reading(text, start, numeral, end))
        for start in shared:
            readings[start] = tuple(sorted(readings[start]))
        return readings

    def _markers(self, text: str) -> Iterator[Place]:
        """All markers in `text`, those of each style in order."""
        for scan in (self._digits, self._letters, self._words, self._labels):
            yield from scan.scan(text)
        signs = self._signs if self._any_sign.search(text) else ()
        for style in (*self._others, *signs):
            for place in style.scan(text):
                yield style, *place


def _add(readings: Readings, shared: set[int], start: int, reading: MarkerReading | None) -> None:
    """Add a reading at the offset `start`, unless it is None. If it is not the first there, add the
    offset to `shared`."""
    if reading is None:
        return
    if start in readings:
        readings[start] = (*readings[start], reading)
        shared.add(start)
    else:
        readings[start] = (reading,)
