"""Finds markers from their ends: a numeral, and directly behind it a suffix.

A suffix behind a numeral is rare in a text, and nearly all of them end a marker. So one search for
the last character of a numeral before the first one of a suffix finds the markers of many styles at
once, and so does one search for the suffixes behind number words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from reportlint._startup import late_re as re
from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.span import Span
from reportlint.ordinals.numerals import System, Words, char_class
from reportlint.ordinals.style import StyleMatcher
from reportlint.patterns.prefilter import fold

Place = tuple[StyleMatcher, int, Span, int]
"""A marker: its style, its start, its numeral and its end."""


class _Ending(NamedTuple):
    """A style, one of whose suffixes begins with a certain character."""

    style: StyleMatcher
    system: System
    lasts: str  # the last characters of its prefixes; "" if a marker may begin with its numeral


class EndScan:
    """Finds the markers of styles whose numerals are runs of certain characters, and which are not
    in their prefixes and suffixes."""

    def __init__(self) -> None:
        # by the last character of a numeral and the first one of a suffix
        self._endings: dict[str, list[_Ending]] = {}
        self._systems: list[System] = []
        self._behind_space: set[str] = set()  # what follows the space that a suffix begins with

    def add(self, style: StyleMatcher, system: System) -> None:
        """Add a style, that `is_found_by_end`, and its numeral system."""
        lasts = "" if "" in style.prefixes else "".join(prefix[-1] for prefix in style.prefixes)
        ending = _Ending(style, system, lasts)
        self._systems.append(system)
        self._behind_space.update(suffix[1:2] for suffix in style.suffixes if suffix[0] == " ")
        for first in dict.fromkeys(suffix[0] for suffix in style.suffixes):
            for char in system.chars if first not in system.not_before else ():
                self._endings.setdefault(char + first, []).append(ending)

    def scan(self, text: str) -> Iterator[Place]:
        """The markers in `text`, whatever precedes them. Those of one style do not overlap."""
        if not self._endings:
            return
        reaches: dict[int, int] = {}  # by style: the end of its last marker
        for match in self._any_end.finditer(text):
            stop = match.start()
            before: System | None = None
            numerals: Sequence[int] = ()
            for style, system, lasts in self._endings.get(text[stop - 1 : stop + 1], ()):
                if system is not before:
                    before, numerals = system, system.starts(text, stop)
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
        """A regex for the first character of a suffix behind a numeral. If no numeral of a single
        character may follow a letter, as those that are letters may not, it leaves out words."""
        last, first = map(char_class, zip(*self._endings, strict=True))
        not_after = set.intersection(*(set(system.not_after) for system in self._systems))
        ways = [f"(?<={char_class(s.chars)}{{2}}{first})" for s in self._systems if s.longest > 1]
        alone = f"(?<!{char_class(not_after)}{last}{first})" if not_after else ""
        guard = f"(?:{'|'.join(dict.fromkeys((alone, *ways)))})" if alone else ""
        if self._behind_space and "" not in self._behind_space:
            guard += f"(?:(?<![ ])|(?={char_class(self._behind_space)}))"
        return re.compile(f"{first}(?<={last}{first}){guard}")


def is_found_by_end(style: StyleMatcher) -> bool:
    """Whether `EndScan` finds the markers of a style of a numeral system."""
    return style.is_apart and "" not in style.suffixes


class WordScan:
    """Finds the markers of styles whose numerals are words, with a suffix and no prefix: Secondly,
    zweitens:"""

    def __init__(self) -> None:
        # by the first character of a suffix: styles, each with its words, and these folded
        self._endings: dict[str, list[tuple[StyleMatcher, tuple[str, ...], tuple[str, ...]]]] = {}
        self._words: set[str] = set()

    def add(self, style: StyleMatcher, numerals: Words) -> None:
        """Add a style that `is_found_by_words`, and its numerals."""
        self._words.update(numerals.words)
        folded = tuple(map(fold, numerals.words))
        for first in dict.fromkeys(suffix[0] for suffix in style.suffixes):
            self._endings.setdefault(first, []).append((style, numerals.words, folded))

    def scan(self, text: str) -> Iterator[Place]:
        """The markers in `text`, whatever precedes them. Those of one style do not overlap."""
        begins: dict[int, set[int]] = {}  # by style: the starts of its words with a suffix
        styles: dict[int, StyleMatcher] = {}
        longest = max(map(len, self._words), default=0)
        for match in self._any_end.finditer(text) if longest else ():
            stop = match.start()
            tail = fold(text[max(0, stop - longest) : stop])
            for style, words, folded in self._endings[match[0]]:
                if tail.endswith(folded):
                    styles[style.index] = style
                    starts = (stop - len(word) for word in words if tail.endswith(fold(word)))
                    begins.setdefault(style.index, set()).update(starts)
        for index, starts_of_style in begins.items():
            yield from _matches(styles[index], text, sorted(starts_of_style))

    @cached_property
    def _any_end(self) -> re.Pattern[str]:
        """A regex for the first character of a suffix behind the last letter of a word."""
        first, last = map(char_class, (self._endings, (word[-1] for word in self._words)))
        return re.compile(f"{first}(?<={last}{first})", re.IGNORECASE)


def is_found_by_words(style: StyleMatcher, numerals: Words) -> bool:
    """Whether `WordScan` finds the markers of a style of number words."""
    firsts = {suffix[:1] for suffix in style.suffixes}
    has_case = any(first.lower() != first.upper() for first in firsts)
    has_words = bool(numerals.words and firsts) and "" not in firsts
    return has_words and style.prefixes == ("",) and not has_case


def _matches(style: StyleMatcher, text: str, starts: Iterable[int]) -> Iterator[Place]:
    """The markers of a style that begin at some of the ascending offsets and do not overlap."""
    reach = 0
    for start in starts:
        match = style.pattern.match(text, start) if start >= reach else None
        if match:
            reach = match.end()
            yield style, start, Span(*match.span("n")), reach
