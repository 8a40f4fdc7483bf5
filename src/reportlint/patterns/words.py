"""Literal texts as regexes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportlint._startup import late_re as re
from reportlint._startup.late_re import escape_regex
from reportlint.core.characters import NARROW_MARKS, WIDE_MARKS

# Half of Chinese reports are typed with , and : so punctuation in a text matches in either width.
_EITHER_WIDTH = {
    char: f"[{wide}{narrow}]"
    for wide, narrow in zip(WIDE_MARKS, NARROW_MARKS, strict=True)
    for char in (wide, narrow)
}
_ASCII_WORD = "[A-Za-z0-9_]"
IGNORED = re.MULTILINE | re.IGNORECASE  # the same numbers as in `regex`


def literal(text: str) -> str:
    """The regex of a literal text that is not empty.

    Punctuation within it matches in either width. A text of only punctuation matches only itself,
    because a rule about `,` means that character. An ASCII letter or digit at its edge does not
    match inside a longer ASCII word. `\\b` would be wrong here: Han characters are word characters
    too, so `TODO同志` has no boundary after `TODO`.
    """
    plain = is_punctuation(text)
    body = "".join(
        escape_regex(char) if plain else _EITHER_WIDTH.get(char) or escape_regex(char)
        for char in text
    )
    before = f"(?<!{_ASCII_WORD})" if _is_ascii_word(text[0]) else ""
    after = f"(?!{_ASCII_WORD})" if _is_ascii_word(text[-1]) else ""
    return before + body + after


def is_punctuation(text: str) -> bool:
    """Whether a text has neither letters nor digits."""
    return not any(map(str.isalnum, text))


def fixed_part(text: str) -> str:
    """The longest piece of a text that every match of `literal(text)` contains unchanged, except
    for case."""
    if is_punctuation(text):
        return text
    pieces = "".join("\0" if char in _EITHER_WIDTH else char for char in text).split("\0")
    return max(pieces, key=len)


def longest_first(texts: Iterable[str]) -> list[str]:
    """The texts that are not empty, each once, longest first. In a regex of alternatives, a longer
    text must precede a shorter one that it begins with."""
    return sorted((text for text in set(texts) if text), key=lambda text: (-len(text), text))


def _is_ascii_word(char: str) -> bool:
    return char.isascii() and (char.isalnum() or char == "_")


def flags(ignore_case: bool) -> int:
    """The flags with which a rule's regex is compiled."""
    return IGNORED if ignore_case else re.MULTILINE


def folded(text: str, ignore_case: bool) -> str:
    """A text in the form in which it is compared with others."""
    return text.casefold() if ignore_case else text


def places_of(part: str, text: str) -> Iterator[int]:
    """The offsets of `part` in `text`."""
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)
