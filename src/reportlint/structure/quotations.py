"""Quotations over several lines: excerpts from another text, whose numbers may begin anywhere."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from reportlint._startup.lazy_pattern import lazy
from reportlint.core.span import Span

_LONGEST_QUOTATION = 20_000  # code points
_QUOTE = lazy("[“”「」]")


def quotations(text: str) -> list[Span]:
    """Quotations in curly or angled quotes that hold a line break and no heading of markup:
    excerpts, whose numbers may begin anywhere."""
    spans: list[Span] = []
    open_quotes: list[int] = []
    if "“" not in text and "「" not in text:
        return spans
    for match in _QUOTE.finditer(text):
        if match[0] in "“「":
            open_quotes.append(match.start())
        elif open_quotes:
            start, end = open_quotes.pop(), match.start()
            is_outer = not open_quotes and end - start < _LONGEST_QUOTATION
            if is_outer and text.find("\n", start, end) >= 0 > text.find("\n#", start, end):
                spans.append(Span(start, end))
    return spans


def index_within(spans: Sequence[Span], offset: int) -> int:
    """Which of the `spans`, which are in order, holds `offset`, counted from 1; 0 is none."""
    if not spans:
        return 0
    index = bisect_right(spans, (offset, 1 << 60))
    return index if index and offset < spans[index - 1].end else 0
