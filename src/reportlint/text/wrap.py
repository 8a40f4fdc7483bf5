"""Whether the lines that follow each other are one paragraph: hard wraps, and one paragraph a line."""

from __future__ import annotations

import itertools

from reportlint.text.headings import form_of, is_bare, numbered
from reportlint.text.lines import SPACE, Row, has_han, width

MARKS = frozenset(
    "-=_*~`#|>─━—–―＿﹍═•●■◆▪+＊"
)  # what a line of a block other than a paragraph may begin with
_ENDS = "。！？；：!?;:.”》）)…"
_WIDEST = 130  # columns of a hard wrap
_BRACKETS = (("《", "》"), ("（", "）"), ("〔", "〕"))
_TERMINAL = "。！？；：!?;:"


def wrap_of(lines: list[Row]) -> int:
    """The column at which the text is hard-wrapped; 0 for a text that is not.

    It is where the lines that another line follows directly are mostly about equally long (40 to 130 columns) and mostly end within
    a sentence. A text with one sentence a line has lines of all lengths that end in a full stop.
    """
    inner = [
        row
        for row, after in itertools.pairwise(lines)
        if not after.blank and row.text[0] not in MARKS
    ]
    if len(inner) < 3:
        return 0
    nearly_all = int(len(inner) * 0.9)
    if sum([row.last - row.first > _WIDEST for row in inner]) >= len(inner) - nearly_all:
        return 0  # no character takes less than a column, so the width that is taken below would be greater still
    widths = sorted([width(row.text) for row in inner])
    wrap = widths[nearly_all]
    if not 40 <= wrap <= _WIDEST:
        return 0
    full = sum(1 for size in widths if size >= wrap * 0.75)
    cut = sum(1 for row in inner if row.text[-1] not in _ENDS and not is_bare(row.text))
    return wrap if full >= 0.6 * len(inner) and cut >= 0.6 * len(inner) else 0


def joins(row: Row, after: Row, wrap: int) -> bool:
    """Whether `after` goes on with the paragraph of `row` in a text that is wrapped at `wrap` columns (0: not wrapped)."""
    if after.blank or after.text[0] in MARKS:
        return False
    if breaks_bracket(row.text, after.text):
        return True
    if not wrap:
        return False
    used = width(row.text) + row.first - row.start
    if used >= wrap - 6 and row.text[-1] not in "。！？；：!?;:":
        return (
            after.first - after.start <= row.first - row.start
        )  # a marker may stand here too: 祖国统⏎一、…
    deeper = after.first - after.start > row.first - row.start
    if deeper or form_of(after.text):
        return False
    return used >= wrap * 0.6 and (row.text[-1] not in "。！？；：" or used >= wrap - 6)


def breaks_brackets(text: str) -> bool:
    """Whether any line of `text` may end in a bracket that it has not closed; else `breaks_bracket` holds of no two lines."""
    if "\r" in text:
        return True
    for opening, closing in _BRACKETS:
        at = text.find(opening)
        while at >= 0:
            end = text.find("\n", at)
            end = end if end >= 0 else len(text)
            if text.find(closing, text.rfind(opening, at, end), end) < 0:
                return True
            at = text.find(opening, end)
    return False


def breaks_bracket(text: str, after: str) -> bool:
    """Whether a bracket that `text` opens last is closed by `after`: one title, or one sentence, over two lines."""
    for opening, closing in _BRACKETS:
        at = text.rfind(opening)
        if at >= 0 and text.find(closing, at) < 0:
            close = after.find(closing)
            again = after.find(opening)
            return close >= 0 and (again < 0 or close < again)
    return False


def chunks_of(text: str, parts: list[Row]) -> list[list[Row]]:
    """The rows of one Markdown paragraph as paragraphs.

    Where Han text is written a line a paragraph, CommonMark runs the lines together; they are cut apart behind the end of a
    sentence, before a marker, and behind a line that is much shorter than the others. A wrapped text stays together.
    """
    if len(parts) == 1:
        return [parts]
    wide = max(width(row.text) for row in parts)
    chunks = [[parts[0]]]
    for row, after in itertools.pairwise(parts):
        if _cuts(row, after, wide):
            chunks.append([after])
        else:
            chunks[-1].append(after)
    return chunks


def _cuts(row: Row, after: Row, wide: int) -> bool:
    if not (has_han(row.text) or has_han(after.text)):
        return False
    if breaks_bracket(row.text, after.text):
        return False
    if row.text.rstrip('*_”’"）)」』 ')[-1:] in _TERMINAL or row.text[-1:] == "。":
        return True
    used = width(row.text)
    full = used >= 30 and used >= 0.75 * wide
    if form_of(after.text.lstrip("*_>" + SPACE)) or numbered(row.text.strip("*_>" + SPACE)):
        return not full
    return used < 0.6 * wide or used < 30
