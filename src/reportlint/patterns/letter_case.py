"""The option `ignore-case` of a rule: its meaning for words, regexes and values alike."""

from __future__ import annotations

from reportlint._startup import late_re as re

IGNORED = re.MULTILINE | re.IGNORECASE  # the same numbers as in `regex`


def flags(ignore_case: bool) -> int:
    """The flags with which a rule's regex is compiled."""
    return IGNORED if ignore_case else re.MULTILINE


def folded(text: str, ignore_case: bool) -> str:
    """A text in the form in which it is compared with others."""
    return text.casefold() if ignore_case else text
