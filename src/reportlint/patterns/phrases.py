"""Phrases of report types and rules: texts and regexes, any one of which is enough."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache, partial

from reportlint._startup import late_re as re
from reportlint._startup.lazy_pattern import LazyPattern, lazy
from reportlint._startup.typed import Any
from reportlint.core.characters import SENTENCE_ENDS, SPACES_AND_EMPHASIS
from reportlint.core.lexicon import Lexicon
from reportlint.core.report_type import Phrases
from reportlint.patterns.prefilter import LiteralSets, any_of, fold_case, holds
from reportlint.patterns.prefilter_table import Prefilters
from reportlint.patterns.time_budget import may_run_away, time_limit
from reportlint.patterns.words import fixed_part, flags, literal, longest_first

_END = "\n"  # between the texts and the regexes of a key
SENTENCE_START = lazy(
    rf"(?:^|[{SENTENCE_ENDS}…][”’」』）)]?|\.[ ])[>{SPACES_AND_EMPHASIS}]{{0,16}}(?=\S)",
    re.MULTILINE,
)
"""Matches what precedes a sentence; the end of the match is where the sentence begins."""


def phrase_pattern(
    phrases: Phrases, lexicon: Lexicon, suffix: str = "", ignore_case: bool = True
) -> PhrasePattern | None:
    """One pattern for all phrases, each followed by the regex `suffix`; None if there are none.
    Case is ignored unless `ignore_case` is False.

    `^` and `$` are the edges of a line. On use, the pattern raises regex.error for an invalid regex
    and KeyError for an unknown word list.
    """
    if not (phrases.any or phrases.regex):
        return None
    words: tuple[tuple[str, tuple[str, ...]], ...] = ()
    if any("\\L<" in source for source in phrases.regex):
        words = tuple((name, tuple(texts)) for name, texts in sorted(lexicon.words.items()))
    return _phrase_pattern(phrases, words, suffix, ignore_case, lexicon.prefilters)


def phrases_of(option: Mapping[str, Any] | None) -> Phrases:
    """The phrases of an option of type PHRASES."""
    if not option:
        return Phrases()
    return Phrases(tuple(option.get("any") or ()), tuple(option.get("regex") or ()))


class PhrasePattern:
    """A pattern of alternatives, used like a compiled one. Raises TimeoutError if one of its
    regexes runs away.

    Most of a type's phrases occur in no report, and compiling all takes longer than checking one
    report. So the first texts are searched with patterns of only those alternatives that they may
    contain. As soon as more would be compiled than all alternatives together, all are compiled.
    """

    def __init__(
        self,
        phrases: Phrases,
        words: Mapping[str, tuple[str, ...]],
        suffix: str,
        prefilters: Prefilters,
        ignore_case: bool = True,
    ) -> None:
        self._phrases = phrases
        self._words = words
        self._suffix = suffix
        self._flags = flags(ignore_case)
        self._prefilters = prefilters
        self._patterns: dict[tuple[str, ...], LazyPattern] = {}
        self._last: tuple[str, LazyPattern | None] = ("", None)

    @cached_property
    def _alternatives(self) -> dict[str, LiteralSets]:
        """The regexes of the phrases, in the order in which they are tried, with their literal sets
        for folded text."""
        alternatives: dict[str, LiteralSets] = {
            literal(text): ((fold_case(fixed_part(text)),),)
            for text in longest_first(self._phrases.any)
        }
        of = self._prefilters.of
        return alternatives | {
            source: of(source, True).literal_sets for source in self._phrases.regex
        }

    @cached_property
    def literal_sets(self) -> LiteralSets:
        """Literal sets for folded text: a text with a match contains a literal of each set."""
        phrases = self._phrases
        return self._prefilters.joint(
            (*phrases.any, _END, *phrases.regex), lambda: any_of(self._alternatives.values())
        )

    def may_match(self, text: str) -> bool:
        """Whether `text` may contain a match; False is certain."""
        return holds(fold_case(text), self.literal_sets)

    def search_in(self, text: str) -> Callable[[str], Any] | None:
        """A function that finds in any part of `text` what `search` finds there, chosen once for
        all parts; None if there is nothing to find."""
        pattern = self._pattern_for(text)
        return partial(pattern.search, **self._limits()) if pattern else None

    def search(self, text: str, *bounds: int) -> Any:
        """Like `search` of a compiled pattern."""
        pattern = self._pattern_for(text)
        return pattern.search(text, *bounds, **self._limits()) if pattern else None

    def match(self, text: str, *bounds: int) -> Any:
        """Like `match` of a compiled pattern."""
        pattern = self._pattern_for(text)
        return pattern.match(text, *bounds, **self._limits()) if pattern else None

    def finditer(self, text: str, *bounds: int) -> Iterator[Any]:
        """Like `finditer` of a compiled pattern."""
        pattern = self._pattern_for(text)
        return pattern.finditer(text, *bounds, **self._limits()) if pattern else iter(())

    def _limits(self) -> dict[str, float]:
        return {"timeout": time_limit()} if self._may_run_away else {}

    @cached_property
    def _may_run_away(self) -> bool:
        return any(map(may_run_away, self._phrases.regex))

    def _pattern_for(self, text: str) -> LazyPattern | None:
        """A pattern that finds in `text` what all alternatives together would find; None if there
        is nothing to find.

        The last result is cached, because one text is searched sentence by sentence.
        """
        if self._last[0] is not text or not text:
            self._last = text, self._chosen(fold_case(text))
        return self._last[1]

    def _chosen(self, folded: str) -> LazyPattern | None:
        if not holds(folded, self.literal_sets):
            return None
        every = tuple(self._alternatives)
        if every in self._patterns:
            return self._patterns[every]
        if not self._patterns and self.whole().is_ready:
            self._patterns[every] = self.whole()
            return self._patterns[every]
        some = tuple(source for source, sets in self._alternatives.items() if holds(folded, sets))
        if not some:
            return None
        if some not in self._patterns:
            if sum(map(len, self._patterns)) + len(some) > len(every):
                some = every
            self._patterns[some] = self._pattern_of(some)
        return self._patterns[some]

    def whole(self) -> LazyPattern:
        """A pattern of all phrases. If its compiled form is known already, it is used for all
        texts."""
        return self._pattern_of(self._alternatives)

    def _pattern_of(self, sources: Iterable[str]) -> LazyPattern:
        source = "(?:" + "|".join(f"(?:{regex})" for regex in sources) + ")" + self._suffix
        return LazyPattern("regex", source, self._flags, self._words)


@lru_cache(maxsize=512)
def _phrase_pattern(
    phrases: Phrases,
    words: tuple[tuple[str, tuple[str, ...]], ...],
    suffix: str,
    ignore_case: bool,
    prefilters: Prefilters | None,
) -> PhrasePattern:
    return PhrasePattern(phrases, dict(words), suffix, prefilters or Prefilters(), ignore_case)
