"""Whether upper and lower case are the same: what `ignore-case` of a rule means, for words, regexes
and values alike."""

from __future__ import annotations

from reportlint._startup import late_re as re

IGNORED = re.MULTILINE | re.IGNORECASE  # numbers that `regex` shares


def flags(ignore_case: bool) -> int:
    """The flags that a regex of a rule is compiled with."""
    return IGNORED if ignore_case else re.MULTILINE


def folded(text: str, ignore_case: bool) -> str:
    """A text as it is compared with others."""
    return text.casefold() if ignore_case else text
