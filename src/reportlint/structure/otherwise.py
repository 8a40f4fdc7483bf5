"""Items that are said in other words than markers: “第一个是 … 第二，…”, “The first reason is … Second, …”."""

from __future__ import annotations

from functools import lru_cache

from reportlint._startup.typed import Any
from reportlint.core.lexicon import Style
from reportlint.core.numbering import Marker

_REACH = 1200  # code points before a list's first marker in which its first item is sought


def is_said_otherwise(
    text: str, marker: Marker, expected: int, previous: Marker | None, style: Style
) -> bool:
    """Whether each of the numbers from `expected` up to that of `marker`, which its list lacks, is said in other words.

    They are sought behind the `previous` marker of the list; where there is none, near before it.
    """
    if not 0 < marker.value - expected <= len(style.instead):
        return False
    begin = previous.span.end if previous else max(0, marker.span.start - _REACH)
    for number in range(expected, marker.value):
        if number > len(style.instead):
            return False
        found = _pattern(style.instead[number - 1]).search(text, begin, marker.span.start)
        if found is None:
            return False
        begin = found.end()
    return True


@lru_cache(maxsize=64)
def _pattern(words: str) -> Any:
    """What says an item, where a clause begins."""
    import regex

    before = r"(?:^|[\n。；;：:！!?？.，,])[ \t\u3000*_\"“>-]*"
    return regex.compile(f"(?i){before}(?:{words})(?![a-z])", regex.MULTILINE)
