"""Finds ordinal markers in a text, with all marker styles of the packs prepared once. No other
module decides where a marker is.

`at` looks at the beginning of a line or a title, `scan` at every offset of a text. Both give the
same answer for an offset, except that `scan` also looks at the text before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cached_property

from reportlint._startup import late_re as re
from reportlint._startup.lazy_pattern import lazy
from reportlint.core.lexicon import Lexicon, Style
from reportlint.core.span import Span
from reportlint.ordinals.label_scan import AnyLabel, LabelScan
from reportlint.ordinals.numerals import LETTERS, System, char_class
from reportlint.ordinals.style import MarkerReading, StyleMatcher

Readings = dict[int, tuple[MarkerReading, ...]]
"""By start offset: all readings there, in the order of the styles."""

_RUNNING = ("chinese", "arabic")  # numeral systems whose digits are frequent in running text
_MOST_PAIRS = 5000  # pairs of first characters whose styles are cached
_LETTER = lazy("[A-Za-z]")


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
    return not style.soft and not (is_bare and style.numerals in (*_RUNNING, "words"))


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

    Nearly all markers of Chinese and English reports are a run of Han or Arabic digits with a
    suffix. So one search for a digit followed by the first character of a suffix finds them for all
    styles at once, and one search for a numeral after a label does the same. The other styles
    search by themselves.
    """

    def __init__(self, styles: Sequence[StyleMatcher]) -> None:
        # Keys: the last digit of a numeral and the first character of a suffix. Values: the styles,
        # each with the last characters of its prefixes.
        self._by_end: dict[str, list[tuple[str, StyleMatcher]]] = {}
        self._systems: dict[str, System] = {}  # by digit
        self._signs: list[StyleMatcher] = []
        self._lettered: list[StyleMatcher] = []
        self._others: list[StyleMatcher] = []
        self._labels = LabelScan(style for style in styles if style.begins_with_label)
        for style in styles:
            if not style.begins_with_label:
                self._sort(style)
        signs = {char for style in self._signs for char in style.numerals.firsts}
        self._any_sign = lazy(char_class(signs) if signs else "(?!)")
        self._any_rare = lazy(char_class(signs | set(LETTERS)))  # a text of Han and digits has none

    def _sort(self, style: StyleMatcher) -> None:
        """Add a style to the list of those that are found by the same method."""
        firsts, system = style.numerals.firsts, style.system
        if system and _is_found_by_end(style):
            self._add_ends(style, system)
        elif system and system.longest == 1 and not system.not_after:
            self._signs.append(style)
        elif firsts.isascii() and firsts.isalpha():
            self._lettered.append(style)
        else:
            self._others.append(style)

    def _add_ends(self, style: StyleMatcher, system: System) -> None:
        lasts = "" if "" in style.prefixes else "".join(prefix[-1] for prefix in style.prefixes)
        self._systems.update(dict.fromkeys(system.chars, system))
        for first in dict.fromkeys(suffix[0] for suffix in style.suffixes):
            for digit in system.chars:
                self._by_end.setdefault(digit + first, []).append((lasts, style))

    def scan(self, text: str, begins: Set[int]) -> Readings:
        """All readings at all offsets of `text`; lines begin at `begins`."""
        readings: Readings = {}
        shared: set[int] = set()  # offsets with several readings
        markers: list[tuple[StyleMatcher, int, Span, int]] = []
        if self._by_end:
            markers += self._scan_ends(text)
        markers += self._labels.scan(text)
        styles = self._others
        if self._any_rare.search(text):
            signs = self._signs if self._any_sign.search(text) else []
            styles = [*styles, *signs, *(self._lettered if _LETTER.search(text) else ())]
        for style in styles:
            markers += [(style, *place) for place in style.scan(text)]
        for style, start, numeral, end in markers:
            if start in begins or style.is_allowed(text, start):
                _add(readings, shared, start, style.reading(text, start, numeral, end))
        for start in shared:
            readings[start] = tuple(sorted(readings[start]))
        return readings

    def _scan_ends(self, text: str) -> Iterator[tuple[StyleMatcher, int, Span, int]]:
        """The markers that are found by the last digit of their numeral and the first character of
        their suffix."""
        reaches: dict[int, int] = {}  # by style: the end of its last marker; they do not overlap
        for match in self._any_end.finditer(text):
            stop = match.end()
            styles = self._by_end.get(text[stop - 1 : stop + 1], ())
            numerals = self._systems[match[0]].starts(text, stop) if styles else ()
            for lasts, style in styles:
                for numeral in numerals:
                    if lasts and text[numeral - 1 : numeral] not in lasts:
                        continue
                    start = style.start(text, numeral, reaches.get(style.index, 0))
                    end = style.end(text, stop) if start >= 0 else -1
                    if end >= 0:
                        reaches[style.index] = end
                        yield style, start, Span(numeral, stop), end
                        break

    @cached_property
    def _any_end(self) -> re.Pattern[str]:
        """A regex for a digit before the first character of a suffix."""
        digits, firsts = map(char_class, zip(*self._by_end, strict=True))
        return re.compile(f"{digits}(?={firsts})")


def _is_found_by_end(style: StyleMatcher) -> bool:
    is_running = style.style.numerals in (*_RUNNING, "heavenly-stem", "hangul")
    return is_running and style.is_apart and "" not in style.suffixes


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
