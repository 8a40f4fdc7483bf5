"""Tables whose columns are ruled by dashes, as Pandoc writes those of an office document: a line of
dashes above, dashes in groups under the header, a line of dashes below.

    -----------------------
    Item      Who
    --------- -------------
    1\\. Mend  The office

    -----------------------

Their cells go over several lines and hold lists of their own, which no reader takes for those of
the report.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportlint._startup.lazy_pattern import lazy
from reportlint.text.lines import SourceLine

_GROUPS = lazy(r"-{3,}(?:[ ]+-{3,})+")
_SHORTEST = 10  # dashes of a line above a table whose header has groups of them
_MOST_HEADER = 8  # lines
_MOST_LINES = 400  # that are not blank


def ruled_tables(text: str, lines: Sequence[SourceLine]) -> dict[int, int]:
    """The tables among the `lines` of a text: of each the first line, and the one behind it."""
    if "--- " not in text or " ---" not in text:
        return {}
    tables: dict[int, int] = {}
    reach = 0
    for at, line in enumerate(lines):
        if at >= reach and text[line.first] == "-" and line.after_blank:
            end = _end_of_table(lines, at)
            if end:
                tables[at] = reach = end
    return tables


def _end_of_table(lines: Sequence[SourceLine], at: int) -> int:
    """The line behind the table that begins at a line; 0 where none does."""
    top = lines[at].text
    body = at + 1 if _GROUPS.fullmatch(top) else _behind_header(lines, at)
    if not body:
        return 0
    for end in range(body, min(len(lines), at + _MOST_LINES)):
        text = lines[end].text
        is_last = end + 1 == len(lines) or lines[end + 1].after_blank
        if is_last and len(text) == len(top) and not text.strip("- "):
            return end + 1
    return 0


def _behind_header(lines: Sequence[SourceLine], at: int) -> int:
    """The line behind the groups of dashes under a header, which a line of dashes stands above; 0
    where there are none."""
    top = lines[at].text
    if len(top) < _SHORTEST or top.strip("-"):
        return 0
    if at + 1 < len(lines) and lines[at + 1].after_blank:
        return 0  # a line between two sections, above a heading
    for under in range(at + 2, min(len(lines), at + 2 + _MOST_HEADER)):
        text = lines[under].text
        if _GROUPS.fullmatch(text):
            return under + 1
    return 0
