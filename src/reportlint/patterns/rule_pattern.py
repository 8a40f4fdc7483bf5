"""Patterns made from the words and regexes of rules.

A rule's regex is applied to the whole text: `^` and `$` are the start and end of a line, `.` is any
character except a line feed, and `\\L<name>` is a word list of the packs. A group named `at` is the
part of a match that is reported.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property, partial

from reportlint._startup.lazy_pattern import LazyPattern
from reportlint._startup.typed import Any
from reportlint.core.lexicon import Lexicon
from reportlint.core.span import Span
from reportlint.patterns.heads import starts_in
from reportlint.patterns.literal_index import LiteralIndex
from reportlint.patterns.prefilter import Prefilter, fold_case, prefilter_of
from reportlint.patterns.prefilter_table import Prefilters
from reportlint.patterns.time_budget import Effort, SearchLimit, effort_of, time_limit
from reportlint.patterns.words import fixed_part, flags, literal, longest_first, places_of

AT = "at"  # the group whose span is reported instead of the whole match
_SHORT = 200  # code points; a shorter text is tested for literals and searched whole
_FEW = 40  # offsets; trying them takes no longer than testing for literals
_CLOCK = 500  # code points that are searched in the time that setting a clock takes
_PATIENCE = 200_000  # code points; testing so many for literals costs as much as compiling


class RulePattern:
    """A regex of a rule. It is compiled when a text first contains the literals that it requires,
    or when many texts have been tested for them."""

    def __init__(
        self,
        source: str,
        words: Mapping[str, tuple[str, ...]],
        ignore_case: bool,
        rare: tuple[str, ...],
        find_prefilter: Callable[[], Prefilter],
    ) -> None:
        """`rare` are those of the prefilter; the rest of it is not needed for most patterns."""
        self._source = source
        self._words = words
        self._ignore_case = ignore_case
        self.rare = rare
        self._find_prefilter = find_prefilter
        self._patience: float = _PATIENCE  # code points of long texts still to be tested

    @cached_property
    def regex(self) -> LazyPattern:
        """The regex itself."""
        return LazyPattern("regex", self._source, flags(self._ignore_case), self._words)

    @cached_property
    def prefilter(self) -> Prefilter:
        """The literals that a text must contain for a match."""
        return self._find_prefilter()

    def finditer(self, text: str) -> Iterator[Any]:
        """All matches in `text`. Raises TimeoutError if the regex runs away, regex.error if it
        cannot be compiled."""
        if not self.prefilter.may_match_quickly(text):
            return iter(())
        starts = self._starts(text)
        if self._is_ruled_out(text, starts):
            return iter(())
        size = len(text)
        needs_clock = self._effort.needs_clock(size if starts is None else len(starts), size)
        if starts is not None:
            matches = self._at(starts, text, needs_clock)
        elif needs_clock:
            matches = self.regex.finditer(text, timeout=time_limit())
        else:
            return self.regex.finditer(text)  # type: ignore[no-any-return]
        return self._unasked(matches, text) if needs_clock else matches

    def _is_ruled_out(self, text: str, starts: Sequence[int] | None) -> bool:
        """Whether no match can be in `text`: none can begin, or a required literal is missing."""
        if starts is not None and (not starts or self.regex.is_compiled and len(starts) <= _FEW):
            return not starts
        return self._spend_patience(len(text)) and not self.prefilter.has_literals(text)

    def _starts(self, text: str) -> Sequence[int] | None:
        """The offsets in `text` at which a match is tried; None if the whole text is searched."""
        size = len(text)
        starts = None if size < _SHORT else starts_in(text, self.prefilter.heads)
        if starts and self._effort.needs_clock(len(starts), size) and len(starts) * _CLOCK > size:
            return None
        return starts

    def finditer_in(self, text: str, line: Span) -> Iterator[Any]:
        """The matches in a line of `text`. They are complete only if the regex looks at nothing
        beyond the line (`Prefilter.within_line`)."""
        if not self.prefilter.may_match(line.cut(text)):
            return iter(())
        size = line.end - line.start
        if self._effort.needs_clock(size, size):
            return self.regex.finditer(text, *line, timeout=time_limit())  # type: ignore[no-any-return]
        return self.regex.finditer(text, *line)  # type: ignore[no-any-return]

    def _spend_patience(self, size: int) -> bool:
        """Whether a text of `size` code points is tested for literals. A long text uses up
        patience, and is not tested when there is none left."""
        if size < _SHORT:
            return True
        is_tested = self._patience > 0
        self._patience -= size
        return is_tested

    def _at(self, starts: Iterable[int], text: str, needs_clock: bool) -> Iterator[Any]:
        """The matches that begin at `starts`, which contains the starts of all matches."""
        match_at = self.regex.match
        limit = SearchLimit() if needs_clock else None
        end = 0
        for start in starts:
            if start >= end:
                match = (
                    match_at(text, start, timeout=limit.left()) if limit else match_at(text, start)
                )
                if match is not None:
                    end = match.end()
                    yield match

    def found_in(self, text: str) -> bool:
        """Whether there is a match in `text`. Raises as `finditer` does."""
        return next(self.finditer(text), None) is not None

    def _unasked(self, matches: Iterator[Any], text: str) -> Iterator[Any]:
        """The matches in a text that may not have been tested for literals. If the regex times out
        in a text without them, all texts are tested from then on."""
        try:
            yield from matches
        except TimeoutError:
            if self.prefilter.has_literals(text):
                raise
            self._patience = float("inf")

    @cached_property
    def _effort(self) -> Effort:
        return effort_of(self._source)


class WordPattern(RulePattern):
    """A pattern of words whose case matters. It is tried only at offsets where one of them may
    begin."""

    def __init__(self, words: Sequence[str], source: str, prefilter: Prefilter) -> None:
        super().__init__(source, {}, False, prefilter.rare, lambda: prefilter)
        pieces = [(fixed_part(word), word) for word in words]
        # The fixed part of each word and its offset in the word. A character of either width counts
        # as one.
        self._pieces = {(piece, word.index(piece)) for piece, word in pieces}

    def finditer(self, text: str) -> Iterator[Any]:
        """Like `RulePattern.finditer`."""
        places = {at - before for piece, before in self._pieces for at in places_of(piece, text)}
        end = 0
        for start in sorted(places):
            if start >= end and (match := self.regex.match(text, start)) is not None:
                end = match.end()
                yield match


class PatternGroup:
    """Patterns that are searched for in the same texts. Most of them match in few of these
    texts."""

    def __init__(self, patterns: Iterable[RulePattern], lexicon: Lexicon) -> None:
        """`lexicon` is that of the rules. If it has `literals`, all its groups search a text in one
        pass."""
        self._index: LiteralIndex = lexicon.literals or LiteralIndex()
        self._number = self._index.add(patterns)

    def candidates(self, text: str) -> Set[RulePattern]:
        """The patterns that may match in `text`."""
        return self._index.candidates(text, self._number)


def matches_of(patterns: Iterable[RulePattern], text: str) -> Iterator[Any]:
    """All matches of several patterns in `text`."""
    return (match for pattern in patterns for match in pattern.finditer(text))


def any_found(patterns: Iterable[RulePattern], text: str) -> bool:
    """Whether one of the patterns matches in `text`."""
    return any(pattern.found_in(text) for pattern in patterns)


def from_regex(source: str, lexicon: Lexicon, ignore_case: bool = False) -> RulePattern:
    """The pattern of a rule's regex, which may name word lists of the lexicon."""
    words: dict[str, tuple[str, ...]] = {}
    if "\\L<" in source:  # few regexes name a list, and there are many lists
        words = {name: texts for name, texts in lexicon.words.items() if f"\\L<{name}>" in source}
    prefilters = lexicon.prefilters or Prefilters()
    rare = prefilters.rare_of(source, ignore_case)
    return RulePattern(
        source, words, ignore_case, rare, partial(prefilters.of, source, ignore_case)
    )


def from_regexes(
    sources: Iterable[str], lexicon: Lexicon, ignore_case: bool = False
) -> tuple[RulePattern, ...]:
    """The patterns of several regexes of a rule."""
    return tuple(from_regex(source, lexicon, ignore_case) for source in sources)


def from_words(words: Iterable[str], ignore_case: bool = False) -> RulePattern | None:
    """One pattern for all `words`, the longest first; None if there are none."""
    ordered = longest_first(words)
    if not ordered:
        return None
    fixed = map(fixed_part, ordered)
    literals = tuple(dict.fromkeys(map(fold_case, fixed) if ignore_case else fixed))
    source, prefilter = "|".join(map(literal, ordered)), prefilter_of((literals,), ignore_case)
    if not ignore_case:
        return WordPattern(ordered, source, prefilter)
    return RulePattern(source, {}, True, prefilter.rare, lambda: prefilter)


def compile_regex(source: str, lexicon: Lexicon) -> None:
    """Compile a rule's regex at once. Raises regex.error, or KeyError for a word list that the
    lexicon lacks."""
    LazyPattern("regex", source, flags(False), lexicon.words).finditer("")


def span_of(match: Any) -> Span | None:
    """The span that a match reports; None if its group `at` did not take part."""
    if AT not in match.re.groupindex:
        return Span(*match.span())
    span = Span(*match.span(AT))
    return span if span.start >= 0 else None
