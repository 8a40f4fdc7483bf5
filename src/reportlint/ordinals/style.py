"""One marker style, prepared for matching at one offset or everywhere in a text.

A style matches a regex: one of its prefixes, a numeral, one of its suffixes, and not `after`.
Compiling one takes as long as reading a report, and most markers are a prefix, a run of digits and
a suffix. So for the numeral systems these are compared as plain text, in the order in which the
regex would try them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from unicodedata import combining, normalize

from reportlint._startup.lazy_pattern import lazy_regex
from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core.lexicon import Style
from reportlint.core.numbering import Marker
from reportlint.core.span import Span
from reportlint.ordinals.numerals import (
    Dotted,
    Numerals,
    System,
    Words,
    either,
    longest_first,
    numerals_of,
)
from reportlint.patterns.prefilter import fold_case, holds
from reportlint.patterns.words import places_of

SPACES = (" ", "\u3000", "\t")  # one of these may be between a label and its number
LOOK_BACK = 12  # code points that a style's `before` may look at


class MarkerReading(NamedTuple):
    """One way to read the text at an offset as a marker."""

    style: int  # index into the lexicon's styles
    # the same in all markers of a list: all but the last part of a dotted number, the words of a
    # label, else ""
    series: str
    value: int
    numeral: Span
    end: int
    # whether the text after it makes it doubtful: it then counts only if a list expects it
    doubt: bool


class StyleMatcher:
    """A style of a lexicon. Its regexes are compiled when a text first contains the parts of its
    markers."""

    def __init__(self, index: int, style: Style, words: Mapping[str, Any]) -> None:
        """`words` are the word lists that the style's regexes may name."""
        self.index = index
        self.style = style
        # between a label and its number there may be a space
        spaced = [f"{prefix.rstrip()} " for prefix in style.prefix if style.label and prefix]
        self.prefixes = longest_first(dict.fromkeys((*style.prefix, *spaced)))
        self.suffixes = longest_first(style.suffix)
        self.numerals = numerals_of(style)
        self._words = words
        self._regexes: dict[str, Any] = {}  # by source
        self.system = self.numerals if isinstance(self.numerals, System) else None

    @cached_property
    def is_apart(self) -> bool:
        """Whether no digit of the style's numeral system is in its prefixes or suffixes, so that a
        run of digits is a numeral."""
        around = "".join((*self.prefixes, *self.suffixes))
        return self.system is not None and not any(char in self.system.chars for char in around)

    @cached_property
    def begins_with_label(self) -> bool:
        """Whether its markers are a label before a numeral: Phase 2, 附件1; not 第一章."""
        has_word_behind = all(any(map(str.isalpha, suffix)) for suffix in self.suffixes)
        return self.style.label and "" not in self.prefixes and not has_word_behind

    @property
    def firsts(self) -> set[str]:
        """The characters that a marker may begin with."""
        firsts = {prefix[0] for prefix in self.prefixes if prefix}
        return firsts | set(self.numerals.firsts) if "" in self.prefixes else firsts

    def may_begin(self, two: str) -> bool:
        """Whether a marker may begin with these one or two characters."""
        return any(self._may_follow(prefix, two) for prefix in self.prefixes)

    def _may_follow(self, prefix: str, two: str) -> bool:
        """Whether a marker with this prefix may begin with the characters `two`."""
        rest = two[len(prefix) :]
        if not rest:
            return prefix.startswith(two)
        if not two.startswith(prefix) or rest[0] not in self.numerals.firsts:
            return False
        if len(rest) == 1 or not self.numerals.chars or rest[1] in self.numerals.chars:
            return True
        return self.numerals.shortest == 1 and any(s[:1] in ("", rest[1]) for s in self.suffixes)

    def match(self, text: str, start: int, stop: int) -> tuple[Span, int] | None:
        """The numeral and the end of the marker from `start` to `stop` at the latest; None if there
        is none. The text before it is ignored."""
        if self.system is None:
            match = self.pattern.match(text, start, stop)
            return (Span(*match.span("n")), match.end()) if match else None
        for prefix in self.prefixes:
            if text.startswith(prefix, start):
                numeral = start + len(prefix)
                for numeral_end in self.system.ends(text, numeral):
                    end = self.end(text, numeral_end)
                    if 0 <= end <= stop:
                        return Span(numeral, numeral_end), end
        return None

    def start(self, text: str, numeral: int, reach: int) -> int:
        """The start of the marker whose numeral begins at `numeral`, not before `reach`; -1 if it
        has none of the prefixes."""
        for prefix in self.prefixes:
            start = numeral - len(prefix)
            if start >= reach and text.startswith(prefix, start):
                return start
        return -1

    def end(self, text: str, numeral_end: int) -> int:
        """The end of the marker whose numeral ends at `numeral_end`; -1 if it has none of the
        suffixes, or the text after it rules it out."""
        for suffix in self.suffixes:
            if text.startswith(suffix, numeral_end):
                end = numeral_end + len(suffix)
                if self._match_after is None or self._match_after(text, end) is None:
                    return end
        return -1

    def reading(self, text: str, start: int, numeral: Span, end: int) -> MarkerReading | None:
        """The reading of the marker that begins at `start`. None if its numeral is no number; a
        style that is not counted (Appendix A) needs none."""
        number = self.numerals.read(numeral.cut(text))
        if number is None:
            if self.style.counted:
                return None
            number = "", 0
        if self.style.label:
            behind = "" if self.begins_with_label else text[numeral.end : end]
            number = label_of(text[start : numeral.start], behind), number[1]
        doubt = self._match_doubt is not None and self._match_doubt(text, end) is not None
        return MarkerReading(self.index, *number, numeral, end, doubt)

    def is_allowed(self, text: str, start: int) -> bool:
        """Whether the text before `start` does not match the style's `before`, which rules out a
        marker."""
        return self._match_before is None or not self._match_before(
            text, max(0, start - LOOK_BACK), start
        )

    def scan(self, text: str) -> Iterator[tuple[int, Span, int]]:
        """The start, the numeral and the end of all markers in `text`, whatever precedes them. Not
        for a style that `begins_with_label`: `label_scan` finds the markers of all these at
        once."""
        if self.system is not None and self.is_apart and "" not in self.suffixes:
            yield from self._scan_suffixes(text, self.system)
        elif self.is_apart and "" not in self.prefixes:
            yield from self._scan_prefixes(text)
        elif self._may_be_in(text):
            for match in self.pattern.finditer(text):
                yield match.start(), Span(*match.span("n")), match.end()

    def _scan_suffixes(self, text: str, system: System) -> Iterator[tuple[int, Span, int]]:
        """Like `scan`, by the offsets of the suffixes: a regex would look at every letter of an
        English text."""
        reach = 0
        for stop in sorted({at for suffix in self.suffixes for at in places_of(suffix, text)}):
            if text[stop - 1] not in system.chars or text[stop] in system.not_before:
                continue
            for numeral in system.starts(text, stop):
                start = self.start(text, numeral, reach)
                end = self.end(text, stop) if start >= 0 else -1
                if end >= 0:
                    yield start, Span(numeral, stop), end
                    reach = end
                    break

    def _scan_prefixes(self, text: str) -> Iterator[tuple[int, Span, int]]:
        """As `scan`, but trying a match only where a prefix of the style is in the text."""
        places = sorted({start for prefix in self.prefixes for start in places_of(prefix, text)})
        reach = 0
        for start in places:
            place = self.match(text, start, len(text)) if start >= reach else None
            if place:
                yield start, *place
                reach = place[1]

    def _may_be_in(self, text: str) -> bool:
        """Whether `text` contains one of the prefixes, one of the suffixes and, if the numerals
        need it, a number word or a decimal point."""
        if isinstance(self.numerals, Dotted) and not _has_decimal(text):
            return False
        text = fold_case(text) if self._ignores_case else text
        return holds(text, self._required)

    @cached_property
    def _ignores_case(self) -> bool:
        """Whether the style's markers contain letters whose case is ignored."""
        texts = "".join((*self.prefixes, *self.suffixes, *_words_of(self.numerals)))
        return isinstance(self.numerals, Words) and texts.upper() != texts.lower()

    @cached_property
    def _required(self) -> tuple[tuple[str, ...], ...]:
        """Sets of literals: a text with markers of the style contains at least one literal of each
        set."""
        all_parts = (self.suffixes, self.prefixes, _words_of(self.numerals))
        required = [parts for parts in all_parts if parts and "" not in parts]
        fold = fold_case if self._ignores_case else str
        return tuple(tuple(map(fold, parts)) for parts in required)

    @cached_property
    def pattern(self) -> Any:
        """The regex of the style's markers; its group `n` is the numeral."""
        after = f"(?!{self.style.after})" if self.style.after else ""
        flag = "(?i)" if isinstance(self.numerals, Words) else ""
        numeral = f"(?P<n>{self.numerals.pattern})"
        return self._compile(
            f"{flag}{either(self.prefixes)}{numeral}{either(self.suffixes)}{after}"
        )

    @cached_property
    def _match_after(self) -> Any:
        """A function that matches text that must not follow a marker; None if the style has
        none."""
        return self._compile(self.style.after).match if self.style.after else None

    @cached_property
    def _match_before(self) -> Any:
        """A function that matches, backwards, text that must not precede a marker; None if the
        style has none. A look-behind would be tried at every character."""
        return self._compile(f"(?r)(?:{self.style.before})").match if self.style.before else None

    @cached_property
    def _match_doubt(self) -> Any:
        """A function that matches text that makes the marker before it doubtful; None if the style
        has none."""
        return self._compile(self.style.doubt).match if self.style.doubt else None

    def _compile(self, source: str) -> Any:
        """The compiled form of a regex that may name word lists of the packs."""
        return self._regexes.setdefault(source, lazy_regex(source, 0, self._words))


def label_of(prefix: str, suffix: str) -> str:
    """The words before and after a numeral, which name what it counts: "step" for `Step 1:`, "第章"
    for 第一章. Case and accents make no difference: Articulo 6 may follow ARTÍCULO 5."""
    behind = "".join(char for char in suffix if char.isalpha())
    label = f"{prefix.strip()}{behind}".casefold()
    if label.isascii():
        return label
    return "".join(char for char in normalize("NFD", label) if not combining(char))


def numeral_like(style: Style, number: int, model: str) -> str:
    """The numeral of `number` in a style, written like the numeral `model`; "" if there is none."""
    return numerals_of(style).write(number, model)


def marker_like(style: Style, number: int, model: Marker, text: str) -> str:
    """The marker of `number` in a style, written like the marker `model` of `text`; "" if there is
    none."""
    numeral = numeral_like(style, number, model.numeral.cut(text))
    head = model.prefix_in(text)
    tail = model.suffix_in(text)
    return f"{head}{numeral}{tail}" if numeral else ""


def _words_of(numerals: Numerals) -> tuple[str, ...]:
    return numerals.words if isinstance(numerals, Words) else ()


def _has_decimal(text: str) -> bool:
    """Whether `text` contains a point between two digits."""
    return any(
        at and text[at - 1].isdigit() and text[at + 1 : at + 2].isdigit()
        for at in places_of(".", text)
    )
