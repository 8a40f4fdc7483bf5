"""Phrases of report types and rules as compiled patterns."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reportlint.core.lexicon import Lexicon
from reportlint.core.report_type import Phrases

# A literal phrase means the same in either width of its punctuation: half of Chinese reports are typed with , and :.
_WIDTHS = {char: f"[{pair}]" for pair in ("，,", "：:", "；;", "！!", "？?", "（(", "）)") for char in pair}

SENTENCE_START = r"(?:^|(?<=[。！？!?；;…”]))[ \t\u00a0\u3000\u200b*_>]*"


def literal(phrase: str) -> str:
    """The regex of a literal phrase: punctuation in both widths, an ASCII letter or digit at its edge not inside a word."""
    import regex

    body = "".join(_WIDTHS.get(char) or (regex.escape(char, literal_spaces=True)) for char in phrase)
    before = "(?<![A-Za-z0-9_])" if _ascii_word(phrase[:1]) else ""
    after = "(?![A-Za-z0-9_])" if _ascii_word(phrase[-1:]) else ""
    return before + body + after


def compiled(phrases: Phrases, lexicon: Lexicon, prefix: str = "", suffix: str = "") -> Any:
    """One pattern for all phrases, each between `prefix` and `suffix`; None where there is none. Letters of any case match.

    `^` and `$` are the edges of a line. Raises regex.error for a regex that is none, KeyError for an unknown list of words.
    """
    sources = [*(literal(phrase) for phrase in longest_first(phrases.any)), *phrases.regex]
    if not sources:
        return None
    import regex

    source = prefix + "(?:" + "|".join(f"(?:{one})" for one in sources) + ")" + suffix
    flags = regex.MULTILINE | regex.IGNORECASE
    if "\\L<" not in source:
        return regex.compile(source, flags)
    lists: dict[str, Any] = {name: list(words) for name, words in lexicon.words.items()}
    return regex.compile(source, flags, ignore_unused=True, **lists)


def longest_first(texts: Iterable[str]) -> list[str]:
    """The texts, none empty, so that none is hidden by a shorter one that begins it."""
    return sorted((text for text in set(texts) if text), key=lambda text: (-len(text), text))


def _ascii_word(char: str) -> bool:
    return char.isascii() and (char.isalnum() or char == "_")
