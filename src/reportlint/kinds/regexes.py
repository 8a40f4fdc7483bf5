"""How the words and regexes of rules become compiled patterns.

A regex of a rule sees the whole text: `^` and `$` are the start and end of a line, `.` is anything but a line feed, and a
list of words of the packs is named by `\\L<name>`. A group named `at` says which part of a match is reported.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import regex

from reportlint.core.lexicon import Lexicon
from reportlint.core.span import Span

AT = "at"  # the group whose span is reported in place of the whole match
TIMEOUT = 5.0  # seconds for one regex over one text; a sound regex needs milliseconds for a megabyte
TIMED_FROM = 200  # code points; shorter texts are not timed, since the clock would cost more than the search

_ASCII_WORD = "[A-Za-z0-9_]"


def compile_regex(source: str, lexicon: Lexicon, ignore_case: bool = False) -> Any:
    """The pattern of a rule's regex. Raises regex.error, and KeyError for a list of words that no pack has."""
    flags = regex.MULTILINE | (regex.IGNORECASE if ignore_case else 0)
    if "\\L<" not in source:
        return regex.compile(source, flags)
    lists: dict[str, Any] = {name: list(words) for name, words in lexicon.words.items()}
    return regex.compile(source, flags, ignore_unused=True, **lists)


def compile_words(words: Iterable[str], ignore_case: bool = False) -> Any:
    """One pattern for all `words`, the longest first; None where there is none."""
    parts = [bounded(word) for word in sorted(set(words), key=lambda word: (-len(word), word)) if word]
    if not parts:
        return None
    flags = regex.MULTILINE | (regex.IGNORECASE if ignore_case else 0)
    return regex.compile("|".join(parts), flags)


def bounded(word: str) -> str:
    """`word` as a regex that does not match inside a longer ASCII word.

    `\\b` would be wrong: Han characters are word characters too, so `TODO同志` has no boundary after `TODO`, and a Chinese
    word has no boundary at all.
    """
    before = f"(?<!{_ASCII_WORD})" if _is_ascii_word(word[0]) else ""
    after = f"(?!{_ASCII_WORD})" if _is_ascii_word(word[-1]) else ""
    return before + regex.escape(word, literal_spaces=True) + after


def _is_ascii_word(char: str) -> bool:
    return char.isascii() and (char.isalnum() or char == "_")


def matches(pattern: Any, text: str) -> Iterator[Any]:
    """All matches in `text`. Raises TimeoutError where the pattern runs away."""
    if len(text) < TIMED_FROM:
        return pattern.finditer(text)  # type: ignore[no-any-return]
    return pattern.finditer(text, timeout=TIMEOUT)  # type: ignore[no-any-return]


def span_of(match: Any) -> Span | None:
    """What a match reports; None where its group `at` took no part."""
    if AT not in match.re.groupindex:
        return Span(*match.span())
    span = Span(*match.span(AT))
    return span if span.start >= 0 else None
