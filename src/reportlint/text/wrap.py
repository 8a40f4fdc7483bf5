"""Which consecutive lines are one paragraph: in hard-wrapped text, and in text with one paragraph
per line."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from reportlint.core.characters import BULLETS, CLAUSE_ENDS, has_han
from reportlint.core.span import line_end
from reportlint.ordinals.matcher import Matcher
from reportlint.text.bare_headings import LINE_ENDS, is_bare
from reportlint.text.lines import SPACE, SourceLine, width
from reportlint.text.numbered_lines import begins_with_marker, is_numbered_heading

# First characters of lines that are not ordinary lines of a paragraph.
MARKS = frozenset(BULLETS + "=_~`#|>─━—–―＿﹍═＊")
_WIDEST = 130  # columns of a hard wrap
_BRACKETS = (("《", "》"), ("（", "）"), ("〔", "〕"))


def wrap_column(lines: Sequence[SourceLine]) -> int:
    """The column at which the text is hard-wrapped; 0 if it is not.

    In a wrapped text, most lines that are directly followed by another are about equally long (40
    to 130 columns) and end within a sentence. A text with one sentence per line has lines of all
    lengths that end in a full stop.
    """
    followed = [
        line
        for line, after in itertools.pairwise(lines)
        if not after.after_blank and line.text[0] not in MARKS
    ]
    nearly_all = int(len(followed) * 0.9)
    # Each character takes at least one column. So if a tenth of the lines has too many characters,
    # the text is not wrapped.
    too_wide = sum([line.last - line.first > _WIDEST for line in followed])
    if len(followed) < 3 or too_wide >= len(followed) - nearly_all:
        return 0
    widths = sorted([width(line.text) for line in followed])
    column = widths[nearly_all]
    if not 40 <= column <= _WIDEST:
        return 0
    full = sum([used >= column * 0.75 for used in widths])
    cut = sum([_ends_within_sentence(line.text) for line in followed])
    return column if min(full, cut) >= 0.6 * len(followed) else 0


def _ends_within_sentence(line: str) -> bool:
    return line[-1] not in LINE_ENDS and not is_bare(line)


def joins(line: SourceLine, after: SourceLine, column: int, matcher: Matcher) -> bool:
    """Whether `after` continues the paragraph of `line` in a text that is wrapped at `column` (0:
    not wrapped)."""
    if after.after_blank or after.text[0] in MARKS:
        return False
    if _breaks_bracket(line.text, after.text):
        return True
    if not column:
        return False
    indent, indent_after = line.first - line.start, after.first - after.start
    used = width(line.text) + indent
    within_clause = line.text[-1] not in CLAUSE_ENDS
    if used >= column - 6 and within_clause:
        return indent_after <= indent  # even if `after` begins like a marker: 祖国统⏎一、…
    if indent_after > indent or begins_with_marker(after.text, matcher):
        return False
    return used >= column - 6 or (used >= column * 0.6 and line.text[-1] not in CLAUSE_ENDS)


def breaks_brackets(text: str) -> bool:
    """Whether a line of `text` may end inside an open bracket. If not, no two lines need to be
    joined because of a bracket."""
    if "\r" in text:
        return True
    for opening, closing in _BRACKETS:
        at = text.find(opening)
        while at >= 0:
            end = line_end(text, at)
            if text.find(closing, text.rfind(opening, at, end), end) < 0:
                return True
            at = text.find(opening, end)
    return False


def _breaks_bracket(line: str, after: str) -> bool:
    """Whether `after` closes a bracket that `line` leaves open: one title, or one sentence, over
    two lines."""
    for opening, closing in _BRACKETS:
        at = line.rfind(opening)
        if at >= 0 and line.find(closing, at) < 0:
            close = after.find(closing)
            reopened = after.find(opening)
            return close >= 0 and (reopened < 0 or close < reopened)
    return False


def split_paragraph(lines: list[SourceLine], matcher: Matcher) -> list[list[SourceLine]]:
    """The lines of a Markdown or reStructuredText paragraph, split into the paragraphs that the
    author meant.

    If each line of Han text is a paragraph, CommonMark joins them. They are split after the end of
    a sentence, before a marker, and after a line that is much shorter than the others. A wrapped
    text stays together.
    """
    if len(lines) == 1:
        return [lines]
    texts = [line.text for line in lines]
    if not any(map(has_han, texts)):
        return [lines]
    widest = max(map(width, texts))
    paragraphs = [[lines[0]]]
    for at, line in enumerate(lines[1:]):
        if _is_cut(texts[at], texts[at + 1], widest, matcher):
            paragraphs.append([line])
        else:
            paragraphs[-1].append(line)
    return paragraphs


def _is_cut(line: str, after: str, widest: int, matcher: Matcher) -> bool:
    """Whether a new paragraph begins with `after`; `widest` is the number of columns of the widest
    line of the paragraph."""
    if not (has_han(line) or has_han(after)) or _breaks_bracket(line, after):
        return False
    if line[-1] == "。" or line.rstrip('*_”’"）)」』 ')[-1:] in CLAUSE_ENDS:
        return True
    used = width(line)
    marks = "*_>" + SPACE
    if begins_with_marker(after.lstrip(marks), matcher) or is_numbered_heading(
        line.strip(marks), matcher
    ):
        return used < 30 or used < 0.75 * widest
    return used < 0.6 * widest or used < 30
