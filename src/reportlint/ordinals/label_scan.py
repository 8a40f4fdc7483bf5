"""Markers that begin with a label: Phase 2, 附件1, Appendix B; and those whose label is any word:
Punto 2, 实验三.

Labels are common words, but few of them precede a numeral. So one search for a numeral after
the last character of any label, directly or after one space, finds the markers of all styles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from reportlint._startup import late_re as re
from reportlint._startup.lazy_pattern import lazy_regex
from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.characters import ARABIC, NUMERALS, WORD_SPACES
from reportlint.core.span import Span
from reportlint.ordinals.numerals import LETTERS, char_class, either, longest_first
from reportlint.ordinals.style import SPACES, MarkerReading, StyleMatcher, label_of

# one to three words of letters, as “Agenda Item”; or up to six Han characters, kana or Hangul
_LETTERS = r"[^\W\d_]"
_BEFORE = rf"(?P<label>{_LETTERS}{{2,20}}(?:[ ]{_LETTERS}{{2,20}}){{0,2}})[{WORD_SPACES}]?"
_BEHIND = rf"(?P<behind>{_LETTERS}{{1,6}})"


# what all such lines begin with, one regex for all styles: few lines do
_BEGINS = lazy_regex(
    rf"第[{ARABIC}{NUMERALS}百]{{1,4}}{_LETTERS}"
    rf"|{_BEFORE}(?:[{ARABIC}]|[IVX]|[{NUMERALS}百])"
)


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
        # those of them that no letter may follow but one of `_longer`
        self._alone, self._longer, any_follows = set[str](), set[str](), set[str]()
        self._endings: dict[str, list[_Ending]] = {}  # by the last character of the labels
        for style in styles:
            firsts = style.numerals.firsts
            self._firsts.update(firsts)
            if style.system and style.system.not_before == LETTERS:
                self._alone.update(firsts)
                self._longer.update(style.system.chars if style.system.longest > 1 else ())
            else:
                any_follows.update(firsts)
            by_last: dict[str, set[str]] = {}
            for prefix in style.prefixes:
                label = prefix.rstrip()
                by_last.setdefault(label[-1], set()).add(label)
            for last, labels in by_last.items():
                ending = _Ending(style, firsts, longest_first(labels))
                self._endings.setdefault(last, []).append(ending)
        self._alone -= any_follows

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
            last = text[stop - 1]
            if last in SPACES:
                stop -= 1
                last = text[stop - 1]
            for style, firsts, labels in self._endings.get(last, ()):
                if text.endswith(labels, 0, stop) and match[0] in firsts:
                    label = next(word for word in labels if text.endswith(word, 0, stop))
                    start = stop - len(label)
                    place = style.match(text, start, len(text))
                    if place:
                        yield style, start, *place

    @cached_property
    def _any_numeral(self) -> re.Pattern[str]:
        """A regex for the first character of a numeral after the last one of a label. It begins
        with a character class, which the engine finds much faster than a look-behind."""
        first, last = char_class(self._firsts), char_class(self._endings)
        space = char_class(SPACES)
        # the first letter of a word is no numeral
        rest = char_class(set(LETTERS) - self._longer)
        alone = f"(?:(?!{rest})|(?<!{char_class(self._alone)}))" if self._alone else ""
        return re.compile(f"{first}{alone}(?:(?<={last}{first})|(?<={last}{space}{first}))")


class AnyLabel:
    """The styles with a label and no word of its own, which take any word before or after the
    numeral.

    A single such line shows nothing, since “Room 2” is no item; `structure/repeated_labels.py`
    decides which of them are a series.
    """

    def __init__(self, matchers: Iterable[StyleMatcher]) -> None:
        self._patterns = [
            (matcher, lazy_regex(_source(matcher), 0, {}))
            for matcher in matchers
            if matcher.system is not None
        ]

    def at(self, text: str, start: int, stop: int) -> Iterator[MarkerReading]:
        """The readings of the line from `start` to `stop` as a label and a numeral."""
        if _BEGINS.match(text, start, stop) is None:
            return
        for matcher, pattern in self._patterns:
            match = pattern.match(text, start, stop)
            if match is None:
                continue
            number = matcher.numerals.read(match["n"])
            if number is not None:
                groups = match.groupdict()
                series = label_of(groups.get("label") or "", groups.get("behind") or "")
                numeral = Span(*match.span("n"))
                yield MarkerReading(matcher.index, series, number[1], numeral, match.end(), False)


def _source(matcher: StyleMatcher) -> str:
    """The regex of a label, a numeral and a suffix of a style."""
    prefix = either([text for text in matcher.prefixes if text])
    numeral = f"(?P<n>{matcher.numerals.pattern})"
    after = f"(?!{matcher.style.after})" if matcher.style.after else ""
    suffix = either(matcher.suffixes)
    if any(matcher.prefixes):
        return f"{prefix}{numeral}{_BEHIND}{suffix}{after}"
    return f"{_BEFORE}{numeral}{suffix}{after}"
