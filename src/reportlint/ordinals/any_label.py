"""Labels that are not in any list: Punto 2, Exercise 3, 实验三, 第二单元.

A style with a label and no word of its own stands for any word before or after the numeral. A
single such line shows nothing, since “Room 2” is no item; `structure/repeated_labels.py` decides
which of them are a series.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportlint._startup.lazy_pattern import lazy_regex
from reportlint.core.characters import ARABIC, NUMERALS
from reportlint.core.span import Span
from reportlint.ordinals.numerals import either
from reportlint.ordinals.style import MarkerReading, StyleMatcher, label_of

# one to three words of letters, as “Agenda Item”; or up to six Han characters, kana or Hangul
_LETTERS = r"[^\W\d_]"
_BEFORE = rf"(?P<label>{_LETTERS}{{2,20}}(?:[ ]{_LETTERS}{{2,20}}){{0,2}})[ \u3000]?"
_BEHIND = rf"(?P<behind>{_LETTERS}{{1,6}})"


# what all such lines begin with, one regex for all styles: few lines do
_BEGINS = lazy_regex(
    rf"第[{ARABIC}{NUMERALS}百]{{1,4}}{_LETTERS}"
    rf"|{_BEFORE}(?:[{ARABIC}]|[IVX]|[{NUMERALS}百])"
)


class AnyLabel:
    """The styles that take any word as their label."""

    def __init__(self, matchers: Iterable[StyleMatcher]) -> None:
        self._patterns = [
            (matcher, lazy_regex(_source(matcher), 0, {}))
            for matcher in matchers
            if matcher.system is not None
        ]

    def at(self, text: str, start: int, stop: int) -> Iterator[MarkerReading]:
        """The readings of the line from `start` to `stop` as a label and a numeral."""
        if _BEGINS.match(text, start, stop) is None:
            return
        for matcher, pattern in self._patterns:
            match = pattern.match(text, start, stop)
            if match is None:
                continue
            number = matcher.numerals.read(match["n"])
            if number is not None:
                groups = match.groupdict()
                series = label_of(groups.get("label") or "", groups.get("behind") or "")
                numeral = Span(*match.span("n"))
                yield MarkerReading(matcher.index, series, number[1], numeral, match.end(), False)


def _source(matcher: StyleMatcher) -> str:
    """The regex of a label, a numeral and a suffix of a style."""
    prefix = either([text for text in matcher.prefixes if text])
    numeral = f"(?P<n>{matcher.numerals.pattern})"
    after = f"(?!{matcher.style.after})" if matcher.style.after else ""
    suffix = either(matcher.suffixes)
    if any(matcher.prefixes):
        return f"{prefix}{numeral}{_BEHIND}{suffix}{after}"
    return f"{_BEFORE}{numeral}{suffix}{after}"
