"""How the words and regexes of rules become patterns.

A regex of a rule sees the whole text: `^` and `$` are the start and end of a line, `.` is anything but a line feed, and a
list of words of the packs is named by `\\L<name>`. A group named `at` says which part of a match is reported.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from reportlint._startup.typed import Any
from reportlint.core.lexicon import Lexicon
from reportlint.core.span import Span
from reportlint.patterns.demands import Clauses, folded
from reportlint.patterns.demands import asked as asked
from reportlint.patterns.demands import demands as demands
from reportlint.patterns.demands import known as known
from reportlint.patterns.signs import Signs, signs_of

AT = "at"  # the group whose span is reported in place of the whole match
TIMEOUT = (
    5.0  # seconds for one regex over one text; a sound regex needs milliseconds for a megabyte
)
TIMED_FROM = (
    200  # code points; shorter texts are not timed, since the clock would cost more than the search
)

PATIENCE = 40  # texts; to ask so many what they hold has cost about as much as to compile, and to search takes no longer than to ask

_signs: dict[tuple[str, bool], Signs] = {}  # of each regex and whether it ignores case

_ASCII_WORD = "[A-Za-z0-9_]"


class Pattern:
    """A regex that is compiled when a text first holds what it demands, or many hold its signs. Pickles as its source."""

    def __init__(
        self, source: str, ignore_case: bool, lists: Mapping[str, tuple[str, ...]], needs: Clauses
    ) -> None:
        self.source = source
        self.ignore_case = ignore_case
        self.lists = lists
        self.needs = needs
        key = source, ignore_case
        if key not in _signs:
            _signs[key] = signs_of(needs, ignore_case)
        self.signs = _signs[key]
        self._compiled: Any = None
        self._asks: float = PATIENCE  # how many more texts, short ones apart, are asked whether they hold what it demands

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_compiled": None}

    def matches(self, text: str) -> Iterator[Any]:
        """All matches in `text`. Raises TimeoutError where the regex runs away, regex.error if it cannot be compiled."""
        if self.signs and not any(sign in text for sign in self.signs):
            return iter(())
        short = len(text) < TIMED_FROM
        if short or self._asks:
            self._asks -= not short
            if not self._may(text):
                return iter(())
        if self._compiled is None:
            self._compiled = self.compile()
        if short:
            return self._compiled.finditer(text)  # type: ignore[no-any-return]
        found = self._compiled.finditer(text, timeout=TIMEOUT)
        return found if self._asks else self._unasked(found, text)

    def _unasked(self, found: Iterator[Any], text: str) -> Iterator[Any]:
        """What is found in a text that was not asked; where the regex runs away for nothing, texts are asked again."""
        try:
            yield from found
        except TimeoutError:
            if self._may(text):
                raise
            self._asks = float("inf")

    @cached_property
    def _clauses(self) -> tuple[tuple[tuple[str, tuple[str, ...]], ...], ...]:
        return tuple(map(_by_first, self.needs))

    def _may(self, text: str) -> bool:
        """Whether `text` holds what the regex demands."""
        if self.ignore_case and self.needs:
            text = folded(text)
        return all(
            any(first in text and any(one in text for one in texts) for first, texts in one)
            for one in self._clauses
        )

    def compile(self) -> Any:
        """The compiled regex."""
        import regex  # here, since a report without a find needs none

        flags = regex.MULTILINE | (regex.IGNORECASE if self.ignore_case else 0)
        lists: dict[str, Any] = {name: list(words) for name, words in self.lists.items()}
        return regex.compile(self.source, flags, ignore_unused=True, **lists)


def chosen() -> Mapping[tuple[str, bool], Signs]:
    """The signs of all regexes so far; to choose them takes longer than all else that is done to make rules ready."""
    return dict(_signs)


def remember(signs: Mapping[tuple[str, bool], Signs]) -> None:
    """Take signs as they were chosen in an earlier run."""
    _signs.update(signs)


def awake(patterns: Iterable[Pattern], there: Signs) -> Iterator[Pattern]:
    """The patterns that may find something in a text of which `there` are the signs."""
    return (
        pattern for pattern in patterns if not (pattern.signs and pattern.signs.isdisjoint(there))
    )


def any_of(patterns: Iterable[Pattern], text: str) -> bool:
    """Whether one of the patterns is found in `text`."""
    return any(next(iter(pattern.matches(text)), None) is not None for pattern in patterns)


def _by_first(clause: Sequence[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The texts of a clause by their first characters, which are looked for five times as quickly."""
    found: dict[str, list[str]] = {}
    for one in clause:
        found.setdefault(one[:1], []).append(one)
    return tuple((first, tuple(texts)) for first, texts in found.items())


def from_regex(source: str, lexicon: Lexicon, ignore_case: bool = False) -> Pattern:
    """The pattern of a rule's regex."""
    lists = {
        name: tuple(words) for name, words in lexicon.words.items() if f"\\L<{name}>" in source
    }
    return Pattern(source, ignore_case, lists, demands(source, ignore_case))


def compile_regex(source: str, lexicon: Lexicon, ignore_case: bool = False) -> Any:
    """The compiled form of a rule's regex, made at once. Raises regex.error."""
    return from_regex(source, lexicon, ignore_case).compile()


def from_words(words: Iterable[str], ignore_case: bool = False) -> Pattern | None:
    """One pattern for all `words`, the longest first; None where there is none."""
    ordered = sorted({word for word in words if word}, key=lambda word: (-len(word), word))
    if not ordered:
        return None
    return Pattern(
        "|".join(map(bounded, ordered)),
        ignore_case,
        {},
        (tuple(map(folded, ordered) if ignore_case else ordered),),
    )


def bounded(word: str) -> str:
    """`word` as a regex that does not match inside a longer ASCII word.

    `\\b` would be wrong: Han characters are word characters too, so `TODO同志` has no boundary after `TODO`, and a Chinese
    word has no boundary at all.
    """
    before = f"(?<!{_ASCII_WORD})" if _is_ascii_word(word[0]) else ""
    after = f"(?!{_ASCII_WORD})" if _is_ascii_word(word[-1]) else ""
    return (
        before
        + "".join(char if char.isalnum() or char in " _" else _escaped(char) for char in word)
        + after
    )


def _escaped(char: str) -> str:
    return "\\" + char if char.isascii() and char.isprintable() else f"\\U{ord(char):08x}"


def _is_ascii_word(char: str) -> bool:
    return char.isascii() and (char.isalnum() or char == "_")


def span_of(match: Any) -> Span | None:
    """What a match reports; None where its group `at` took no part."""
    if AT not in match.re.groupindex:
        return Span(*match.span())
    span = Span(*match.span(AT))
    return span if span.start >= 0 else None
