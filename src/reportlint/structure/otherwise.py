"""Items that are said in other words than markers: “第一个是 … 第二，…”, “The first reason is … Second, …”; and those that are
split, so that no marker has their very number: 4a and 4b, 第三条之一."""

from __future__ import annotations

from functools import lru_cache

from reportlint._startup import late_re as re
from reportlint._startup.typed import Any
from reportlint.core.lexicon import Style
from reportlint.core.numbering import Marker
from reportlint.ordinals.style import numeral_like

_MOST_SPLIT = 3  # numbers in a row that are looked for
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


def is_split(
    text: str, marker: Marker, expected: int, previous: Marker | None, style: Style
) -> bool:
    """Whether lines begin with each of the numbers from `expected` up to that of `marker`, with a letter or 之一 behind it."""
    model = marker.numeral.cut(text)
    if marker.value <= expected or previous is None or (model.isascii() and not model.isdigit()):
        return False  # III is no part of II
    between = text[previous.span.end : marker.span.start]
    label = text[marker.span.start : marker.numeral.start]
    behind = text[marker.numeral.end : marker.span.end].strip()
    return all(
        _parts_of(label, numeral_like(style, number, model), behind).search(between)
        for number in range(expected, min(marker.value, expected + _MOST_SPLIT))
    )


@lru_cache(maxsize=64)
def _parts_of(label: str, numeral: str, behind: str) -> re.Pattern[str]:
    """What a part of an item begins with, where a line does."""
    number = f"{re.escape(label)}{re.escape(numeral)}"
    part = f"(?:[A-Za-z](?![A-Za-z])|(?:{re.escape(behind)})?之[一二三四五六七八九十])"
    return re.compile(rf"(?m)^[ \t\u3000*_#>|-]*{number}{part}")


@lru_cache(maxsize=64)
def _pattern(words: str) -> Any:
    """What says an item, where a clause begins."""
    import regex

    before = r"(?:^|[\n。；;：:！!?？.，,])[ \t\u3000*_\"“>-]*"
    return regex.compile(f"(?i){before}(?:{words})(?![a-z])", regex.MULTILINE)
