"""Phrases of report types and rules as compiled patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from reportlint.core.lazily import lazy
from reportlint.core.lexicon import Lexicon
from reportlint.core.report_type import Phrases

# A literal phrase means the same in either width of its punctuation: half of Chinese reports are typed with , and :.
_WIDTHS = {char: f"[{pair}]" for pair in ("，,", "：:", "；;", "！!", "？?", "（(", "）)") for char in pair}

SENTENCE_START = lazy(r"(?:^|[。！？!?；;…][”’」』）)]?|\.[ ])[ \t\u00a0\u3000\u200b*_>]{0,16}(?=\S)", re.MULTILINE)
"""Ends where a sentence begins."""


def literal(phrase: str) -> str:
    """The regex of a literal phrase: punctuation in both widths, an ASCII letter or digit at its edge not inside a word."""
    import regex

    body = "".join(_WIDTHS.get(char) or (regex.escape(char, literal_spaces=True)) for char in phrase)
    before = "(?<![A-Za-z0-9_])" if _ascii_word(phrase[:1]) else ""
    after = "(?![A-Za-z0-9_])" if _ascii_word(phrase[-1:]) else ""
    return before + body + after


def compiled(phrases: Phrases, lexicon: Lexicon, suffix: str = "") -> Any:
    """One pattern for all phrases, each followed by `suffix`; None where there is none. Letters of any case match.

    `^` and `$` are the edges of a line. Raises regex.error for a regex that is none, KeyError for an unknown list of words.
    """
    named = any("\\L<" in source for source in phrases.regex)
    words = tuple((name, tuple(members)) for name, members in sorted(lexicon.words.items())) if named else ()
    return _compiled(phrases, words, suffix) if phrases.any or phrases.regex else None


@lru_cache(maxsize=512)
def _compiled(phrases: Phrases, words: tuple[tuple[str, tuple[str, ...]], ...], suffix: str) -> Any:
    import regex

    sources = [*(literal(phrase) for phrase in longest_first(phrases.any)), *phrases.regex]
    source = "(?:" + "|".join(f"(?:{one})" for one in sources) + ")" + suffix
    lists: dict[str, Any] = {name: list(members) for name, members in words}
    return regex.compile(source, regex.MULTILINE | regex.IGNORECASE, ignore_unused=True, **lists)


def of_option(data: Mapping[str, Any] | None) -> Phrases:
    """The phrases of an option of type PHRASES."""
    return Phrases(tuple(data.get("any") or ()), tuple(data.get("regex") or ())) if data else Phrases()


def longest_first(texts: Iterable[str]) -> list[str]:
    """The texts, none empty, so that none is hidden by a shorter one that begins it."""
    return sorted((text for text in set(texts) if text), key=lambda text: (-len(text), text))


def _ascii_word(char: str) -> bool:
    return char.isascii() and (char.isalnum() or char == "_")
