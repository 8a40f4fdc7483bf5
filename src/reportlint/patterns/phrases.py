"""Phrases of report types and rules as compiled patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.typed import Any
from reportlint.core.lexicon import Lexicon
from reportlint.core.report_type import Phrases
from reportlint.patterns.demands import Clauses, demands, either, folded, met

# A literal phrase means the same in either width of its punctuation: half of Chinese reports are typed with , and :.
_WIDTHS = {
    char: f"[{pair}]" for pair in ("，,", "：:", "；;", "！!", "？?", "（(", "）)") for char in pair
}

SENTENCE_START = lazy(
    r"(?:^|[。！？!?；;…][”’」』）)]?|\.[ ])[ \t\u00a0\u3000\u200b*_>]{0,16}(?=\S)", re.MULTILINE
)
"""Ends where a sentence begins."""


def literal(phrase: str) -> str:
    """The regex of a literal phrase: punctuation in both widths, an ASCII letter or digit at its edge not inside a word."""
    import regex

    body = "".join(
        _WIDTHS.get(char) or (regex.escape(char, literal_spaces=True)) for char in phrase
    )
    before = "(?<![A-Za-z0-9_])" if _ascii_word(phrase[:1]) else ""
    after = "(?![A-Za-z0-9_])" if _ascii_word(phrase[-1:]) else ""
    return before + body + after


def compiled(phrases: Phrases, lexicon: Lexicon, suffix: str = "") -> Any:
    """One pattern for all phrases, each followed by `suffix`; None where there is none. Letters of any case match.

    `^` and `$` are the edges of a line. Raises regex.error for a regex that is none, KeyError for an unknown list of words.
    """
    named = any("\\L<" in source for source in phrases.regex)
    words = (
        tuple((name, tuple(members)) for name, members in sorted(lexicon.words.items()))
        if named
        else ()
    )
    return _compiled(phrases, words, suffix) if phrases.any or phrases.regex else None


class Phrasing:
    """A pattern that is compiled when a text first holds what it demands; it is used as a compiled one is.

    The first texts get a pattern of only those phrases that each may hold: most of a type's phrases stand in no report, and
    compiling all takes longer than one report needs. Once so much is compiled that all would have been no dearer, all are.
    """

    def __init__(self, phrases: Phrases, words: Mapping[str, tuple[str, ...]], suffix: str) -> None:
        self._phrases = phrases
        self._words = words
        self._suffix = suffix
        self._compiled: dict[tuple[str, ...], Any] = {}
        self._last: tuple[str, Any] = ("", None)
        self._whole: Any = None

    @cached_property
    def _sources(self) -> dict[str, Clauses]:
        """The regex of each phrase in the order in which they are tried, and what it demands."""
        literals = {phrase: _core(phrase) for phrase in longest_first(self._phrases.any)}
        found: dict[str, Clauses] = {
            literal(phrase): ((core,),) if core else () for phrase, core in literals.items()
        }
        return found | {source: demands(source, True) for source in self._phrases.regex}

    @cached_property
    def _needs(self) -> Clauses:
        return either(self._sources.values())

    def may(self, low: str) -> bool:
        """Whether anything may be found in a text, of which `low` is what `folded` makes."""
        return met(low, self._needs)

    def search(self, text: str, *bounds: int) -> Any:
        """As of a compiled pattern."""
        pattern = self._for(text)
        return pattern.search(text, *bounds) if pattern else None

    def match(self, text: str, *bounds: int) -> Any:
        """As of a compiled pattern."""
        pattern = self._for(text)
        return pattern.match(text, *bounds) if pattern else None

    def fullmatch(self, text: str, *bounds: int) -> Any:
        """As of a compiled pattern."""
        pattern = self._for(text)
        return pattern.fullmatch(text, *bounds) if pattern else None

    def finditer(self, text: str, *bounds: int) -> Iterator[Any]:
        """As of a compiled pattern."""
        pattern = self._for(text)
        return pattern.finditer(text, *bounds) if pattern else iter(())

    def _for(self, text: str) -> Any:
        """What finds in `text` what all phrases together would find there; None where that is nothing. Remembered, since one
        text is asked about sentence by sentence."""
        if self._last[0] is not text or not text:
            self._last = text, self._made(text)
        return self._last[1]

    def _made(self, text: str) -> Any:
        low = folded(text)
        if not self.may(low):
            return None
        if self._whole is not None:
            return self._whole
        sources = tuple(source for source, needs in self._sources.items() if met(low, needs))
        if not sources:
            return None
        if sources not in self._compiled:
            if sum(map(len, self._compiled)) + len(sources) > len(self._sources):
                self._whole = self._compile(self._sources)
                return self._whole
            self._compiled[sources] = self._compile(sources)
        return self._compiled[sources]

    def _compile(self, sources: Iterable[str]) -> Any:
        import regex

        source = "(?:" + "|".join(f"(?:{one})" for one in sources) + ")" + self._suffix
        lists: dict[str, Any] = {name: list(members) for name, members in self._words.items()}
        return regex.compile(
            source, regex.MULTILINE | regex.IGNORECASE, ignore_unused=True, **lists
        )


def _core(phrase: str) -> str:
    """The longest piece of a phrase that stands in a text as it does in the phrase, but for case."""
    pieces = "".join("\0" if char in _WIDTHS else char for char in phrase).split("\0")
    return folded(max(pieces, key=len))


@lru_cache(maxsize=512)
def _compiled(
    phrases: Phrases, words: tuple[tuple[str, tuple[str, ...]], ...], suffix: str
) -> Phrasing:
    return Phrasing(phrases, dict(words), suffix)


def of_option(data: Mapping[str, Any] | None) -> Phrases:
    """The phrases of an option of type PHRASES."""
    return (
        Phrases(tuple(data.get("any") or ()), tuple(data.get("regex") or ())) if data else Phrases()
    )


def longest_first(texts: Iterable[str]) -> list[str]:
    """The texts, none empty, so that none is hidden by a shorter one that begins it."""
    return sorted((text for text in set(texts) if text), key=lambda text: (-len(text), text))


def _ascii_word(char: str) -> bool:
    return char.isascii() and (char.isalnum() or char == "_")
