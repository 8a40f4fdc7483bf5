"""Where a text holds what a pack's marker styles describe: every reading of every place that may be a marker.

Nearly all markers of Chinese and English reports are a run of Han or Arabic digits with something behind it, so one look for
such a run before any of those characters finds them for all styles at once; what stands around it is then compared as plain
text. The other numeral systems are rare: each of their styles has a regex, made when a text first holds what it needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, MutableMapping
from functools import cached_property

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core.lexicon import Lexicon, Style
from reportlint.core.span import Span
from reportlint.ordinals.numerals import LETTERS, RUNS, SIGNS, SYSTEMS, Digits
from reportlint.patterns.demands import folded

LOOK_BACK = 12  # code points that a style's `before` may look at
DOTTED = r"(?<![0-9A-Za-z.])[0-9]{1,3}(?:\.[0-9]{1,3}){1,4}(?![0-9])"


class Sense(NamedTuple):
    """One way to read a candidate."""

    style: int  # index into the lexicon's styles
    series: str  # what must be the same in one list: "" but for dotted numbers, where it is all but the last part
    value: int
    numeral: Span
    end: int
    doubt: (
        bool  # what follows makes it as likely no marker: it counts only where a list waits for it
    )


Found = MutableMapping[int, tuple[Sense, ...]]


class Matcher:
    """A style made ready to search with. Its regexes are compiled when a text first holds what its markers are made of."""

    def __init__(self, number: int, style: Style, lists: dict[str, list[str]]) -> None:
        self.number = number
        self.style = style
        self.prefixes = _longest_first(style.prefix)
        self.suffixes = _longest_first(style.suffix)
        self.digits = RUNS.get(style.numerals)
        self.words = {word.lower(): i + 1 for i, group in enumerate(style.words) for word in group}
        self._value = SYSTEMS[style.numerals].value if style.numerals in SYSTEMS else None
        chars = "".join((*self.words, *style.prefix, *style.suffix))
        self._cased = (
            bool(self.words) and chars.upper() != chars.lower()
        )  # else a word stands in the text as in the style
        self._lists = lists
        # Where no character of the digits can belong to what stands around them, a run of digits is a numeral.
        plain = self.digits is not None and not any(char in self.digits.all for char in chars)
        self.behind = plain and "" not in style.suffix  # found by what stands behind the numeral
        self.led = (
            plain and "" in style.suffix and "" not in style.prefix
        )  # found by what stands before it

    @property
    def lettered(self) -> bool:
        """Whether all its numerals are ASCII letters."""
        return (
            self.style.numerals in LETTERS
            or bool(self.words)
            and all(word.isascii() and word.isalpha() for word in self.words)
        )

    def start(self, text: str, numeral: int, reach: int) -> int:
        """Where the marker of the numeral at `numeral` begins, not before `reach`; -1 where it has none of the prefixes."""
        for prefix in self.prefixes:
            start = numeral - len(prefix)
            if start >= reach and text.startswith(prefix, start):
                return start
        return -1

    def end(self, text: str, numeral_end: int) -> int:
        """Where the marker of a numeral ends; -1 where it has none of the suffixes, or what follows makes it no marker."""
        for suffix in self.suffixes:
            end = numeral_end + len(suffix)
            if text.startswith(suffix, numeral_end) and (
                self._after is None or self._after(text, end) is None
            ):
                return end
        return -1

    def matches(self, text: str) -> Iterator[tuple[int, Span, int]]:
        """All markers in `text`, whatever stands before them: where each begins, its numeral, where it ends."""
        if self.led:
            yield from self._behind_prefixes(text)
        elif self._may_be_in(text):
            for match in self._pattern.finditer(text):
                yield match.start(), Span(*match.span("n")), match.end()

    def sense(self, text: str, start: int, numeral: Span, end: int) -> Sense | None:
        """A marker's sense; None where its numeral is no number, or what stands before it makes it none."""
        written, series = text[numeral.start : numeral.end], ""
        if self._value is not None:
            value = self._value(written)
        elif self.words:
            value = self.words.get(written.lower(), 0)
        else:
            series, _, last = written.rpartition(".")
            value = int(last)
        if value == 0 and not (written == "0" or series):
            return None
        if (
            self._before is not None
            and self._before(text, max(0, start - LOOK_BACK), start)
            and not _highlit(text, start)
        ):
            return None
        doubt = self._doubt is not None and self._doubt(text, end) is not None
        return Sense(self.number, series, value, numeral, end, doubt)

    def _behind_prefixes(self, text: str) -> Iterator[tuple[int, Span, int]]:
        """The numeral is as long as may be, but shorter where what follows the long one makes it none: as a regex would."""
        places = sorted(
            (at, -len(prefix)) for prefix in self.prefixes for at in _places(text, prefix)
        )
        reach = 0
        for start, length in places:
            numeral = start - length
            for stop in self.digits.ends(text, numeral) if self.digits and start >= reach else ():
                end = self.end(text, stop)
                if end >= 0:
                    yield start, Span(numeral, stop), end
                    reach = end
                    break

    def _may_be_in(self, text: str) -> bool:
        """Whether `text` holds one of the prefixes, of the suffixes, and of the words for numbers."""
        if self.style.numerals == "dotted" and not _has_dotted(text):
            return False
        text = folded(text) if self._cased else text
        return all(any(one in text for one in part) for part in self._parts)

    @cached_property
    def _parts(self) -> list[tuple[str, ...]]:
        """Of each of these at least one stands in a text with markers of the style."""
        parts = [
            part
            for part in (self.suffixes, self.prefixes, tuple(self.words))
            if part and "" not in part
        ]
        return [tuple(map(folded, part)) for part in parts] if self._cased else parts

    @cached_property
    def _pattern(self) -> Any:
        style = self.style
        if style.numerals == "words":
            numeral = _either(_longest_first(self.words))
        else:
            numeral = DOTTED if style.numerals == "dotted" else SYSTEMS[style.numerals].pattern
        pattern = f"{_either(self.prefixes)}(?P<n>{numeral}){_either(self.suffixes)}"
        if style.after:
            pattern = f"{pattern}(?!{style.after})"
        return self._compile(f"(?i){pattern}" if style.numerals == "words" else pattern)

    @cached_property
    def _after(self) -> Any:
        """What must not stand behind."""
        return self._compile(self.style.after).match if self.style.after else None

    @cached_property
    def _before(self) -> Any:
        """What must not stand before, matched backwards. Kept apart: as a look-behind it would be tried at every character."""
        return self._compile(f"(?r)(?:{self.style.before})").match if self.style.before else None

    @cached_property
    def _doubt(self) -> Any:
        """What, standing after, makes it as likely no marker."""
        return self._compile(self.style.doubt).match if self.style.doubt else None

    def _compile(self, pattern: str) -> Any:
        """Compile a regex that may name word lists of the packs."""
        import regex

        named: dict[str, Any] = {
            name: words for name, words in self._lists.items() if f"\\L<{name}>" in pattern
        }
        return regex.compile(pattern, **named)


class Finder:
    """All styles of a lexicon, made ready once for any number of texts."""

    def __init__(self, lexicon: Lexicon) -> None:
        lists = {name: list(members) for name, members in lexicon.words.items()}
        matchers = [Matcher(number, style, lists) for number, style in enumerate(lexicon.styles)]
        # By the last digit and the first character behind it: the styles, each with the characters that its prefixes end in.
        self._behind: dict[str, list[tuple[str, Matcher]]] = {}
        self._digits: dict[str, Digits] = {}  # by any of their characters
        for one in matchers:
            if one.digits is not None and one.behind:
                firsts = dict.fromkeys(suffix[0] for suffix in one.suffixes)
                lasts = "" if "" in one.prefixes else "".join(prefix[-1] for prefix in one.prefixes)
                for digit in one.digits.all:
                    self._digits[digit] = one.digits
                    for first in firsts:
                        self._behind.setdefault(digit + first, []).append((lasts, one))
        rest = [one for one in matchers if not one.behind]
        self._signs = [one for one in rest if one.style.numerals in SIGNS]
        self._letters = [one for one in rest if one.lettered]
        self._others = [one for one in rest if one.style.numerals not in SIGNS and not one.lettered]
        self._sign_ranges = "".join(
            SIGNS[name] for name in sorted({one.style.numerals for one in self._signs})
        )

    def find(self, text: str, found: Found) -> None:
        """Put all readings of all candidates in `text` into `found`, by where they start; those of one place in the order of
        the styles."""
        shared: set[int] = set()  # places with several
        if self._behind:
            self._by_what_follows(text, found, shared)
        rest = self._others
        if self._any_rare.search(text):
            signs = self._signs if self._signs and self._any_sign.search(text) else []
            rest = [*rest, *signs, *(self._letters if _LETTER.search(text) else ())]
        for one in rest:
            for start, numeral, end in one.matches(text):
                sense = one.sense(text, start, numeral, end)
                if sense is not None:
                    _put(found, start, sense, shared)
        for start in shared:
            found[start] = tuple(sorted(found[start]))

    def _by_what_follows(self, text: str, found: Found, shared: set[int]) -> None:
        """Put the markers into `found` whose numeral is known by the character behind it."""
        reaches: dict[int, int] = {}  # of each style, as its markers do not overlap
        for match in self._scan.finditer(text):
            last = match.start()
            stop = last + 1
            matchers = self._behind.get(text[last : stop + 1], ())
            numerals = self._digits[match[0]].starts(text, stop) if matchers else ()
            for lasts, one in matchers:
                for numeral in numerals:
                    if lasts and text[numeral - 1 : numeral] not in lasts:
                        continue
                    start = one.start(text, numeral, reaches.get(one.number, 0))
                    end = one.end(text, stop) if start >= 0 else -1
                    if end >= 0:
                        reaches[one.number] = end
                        sense = one.sense(text, start, Span(numeral, stop), end)
                        if sense is not None:
                            _put(found, start, sense, shared)
                        break

    @cached_property
    def _scan(self) -> re.Pattern[str]:
        """One look for all: the end of a run of digits with one of the characters behind it that may follow."""
        digits, firsts = (
            re.escape("".join(dict.fromkeys(chars))) for chars in zip(*self._behind, strict=True)
        )
        return re.compile(f"[{digits}](?=[{firsts}])")

    @cached_property
    def _any_sign(self) -> re.Pattern[str]:
        return re.compile(f"[{self._sign_ranges}]")

    @cached_property
    def _any_rare(self) -> re.Pattern[str]:
        """What a text of plain Han and digits has none of."""
        return re.compile(f"[{self._sign_ranges}A-Za-z]")


def _put(found: Found, start: int, sense: Sense, shared: set[int]) -> None:
    """Add a reading of the place `start`; one with several is noted in `shared`."""
    if start in found:
        found[start] = (*found[start], sense)
        shared.add(start)
    else:
        found[start] = (sense,)


_LETTER = lazy("[A-Za-z]")
_HIGHLIGHT = lazy(r"[ \t\u3000>]*\*{0,3}==")
_last: tuple[Lexicon, Finder] | None = None


def finder(lexicon: Lexicon) -> Finder:
    """The finder of a lexicon; that of the last one is remembered."""
    global _last
    if _last is None or _last[0] is not lexicon:
        _last = lexicon, Finder(lexicon)
    return _last[1]


def _highlit(text: str, at: int) -> bool:
    """Whether only the mark of a highlighter stands before `at` in its line: ==1. is item 1, though x=1. is none."""
    near = max(0, at - LOOK_BACK - 1)
    begin = max(text.rfind("\n", near, at), text.rfind("\r", near, at)) + 1
    return at - begin <= LOOK_BACK and _HIGHLIGHT.fullmatch(text, begin, at) is not None


def _has_dotted(text: str) -> bool:
    """Whether a point stands between two digits."""
    return any(
        text[at + 1 : at + 2].isdigit() and at and text[at - 1].isdigit()
        for at in _places(text, ".")
    )


def _places(text: str, part: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def _longest_first(texts: Iterable[str]) -> tuple[str, ...]:
    """In the order in which a regex tries them."""
    return tuple(sorted(texts, key=len, reverse=True))


def _either(texts: tuple[str, ...]) -> str:
    """A regex of literals, which are ordered the longest first."""
    import regex

    if texts and all(len(text) == 1 for text in texts):
        return f"[{''.join(regex.escape(text) for text in texts)}]"
    parts = [regex.escape(text) for text in texts]
    return f"(?:{'|'.join(parts)})" if parts else ""
