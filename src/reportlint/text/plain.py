"""Plain text → blocks.

One line is one paragraph, as Chinese offices write, unless the text is hard-wrapped (see `wrap`): then the lines of a
paragraph are joined to one block. The few marks that people carry over from Markdown are understood: front matter, fenced
code, `#` and underlined headings, lists with bullets, tables between bars, rules.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportlint._startup.lazy_pattern import lazy
from reportlint.core.document import (
    CODE,
    HEADING,
    ITEM,
    PARAGRAPH,
    RULE,
    TABLE,
    Block,
    Document,
    Entry,
    Line,
)
from reportlint.core.span import LineIndex, Span
from reportlint.text.front_matter import front_matter
from reportlint.text.headings import Unit, levels
from reportlint.text.lines import (
    Draft,
    Row,
    before_hashes,
    behind_emphasis,
    behind_quotes,
    bullet_at,
    rows,
    unwrapped,
    width,
)
from reportlint.text.wrap import MARKS, breaks_brackets, joins, wrap_of
from reportlint.text.zones import ordered, urls

_MARKED = MARKS | frozenset("*_>")  # what a line may begin with that is no text
_RULE = lazy(r"([-=_*~─━—–―＿﹍═＊])(?:[ \t]*\1){2,}")
_UNDER = lazy(r"(={3,}|-{3,})")
_FENCE = lazy(r"(`{3,}(?=[^`]*$)|~{3,})[ \t]*([^\s`]*)")
_ATX = lazy(r"(#{1,6})(?:[ \t\u3000\xa0]+|(?=[^\x00-\xff]|\())")


def parse_plain(text: str) -> Document:
    """The document of a plain text; never raises."""
    draft = Draft(text)
    front, entries = front_matter(text)
    if front:
        draft.add(front)
    _Plain(draft, rows(text, front.span.end if front else 0)).run()
    mark_headings(draft, bare=True)
    return finish(draft, "text", entries)


def finish(draft: Draft, format: str, entries: tuple[Entry, ...]) -> Document:
    """The document of a draft, its zones put in order."""
    zones = ordered([*draft.zones, *urls(draft.text)])
    blocks: Sequence[Block] = (
        tuple(draft.blocks) if isinstance(draft.blocks, list) else draft.blocks
    )
    lines: Sequence[Line] = tuple(draft.lines) if isinstance(draft.lines, list) else draft.lines
    return Document(draft.text, format, blocks, lines, zones, entries, LineIndex(draft.text))


def mark_headings(draft: Draft, bare: bool) -> None:
    """Make headings of the paragraphs that stand as such."""
    text, blocks = draft.text, draft.blocks
    units = []
    end, returns = -2, "\r" in text
    for block in blocks:
        start = block.span.start
        apart = end < 0
        if start - end > 1 and not apart:
            apart = text.count("\n", end, start) > 1 or returns and _breaks(text, end, start) > 1
        units.append(_unit(text, block, apart))
        end = block.span.end
    for index, level in levels(units, bare).items():
        block = blocks[index]
        blocks[index] = block._replace(
            kind=HEADING, level=level, content=Span(*unwrapped(text, *block.content))
        )


def _breaks(text: str, start: int, end: int) -> int:
    """How many lines end in a stretch of text, whatever they end with."""
    return (
        text.count("\n", start, end) + text.count("\r", start, end) - text.count("\r\n", start, end)
    )


def _unit(text: str, block: Block, apart: bool) -> Unit:
    start, end = block.content
    if block.kind == HEADING:
        return Unit(text[start:end], block.level, apart)
    if block.kind != PARAGRAPH:
        return Unit("", 0, apart, False, solid=block.kind not in ("comment", "rule"))
    if block.quote or block.depth or end - start > 200:
        whole = (
            text[start:end]
            if end - start < 400
            else text[start : start + 200] + text[end - 200 : end]
        )
        return Unit(whole, 0, apart, False)
    piece = text[start:end]
    single = "\n" not in piece and "\r" not in piece
    if piece[:1] not in "*_":
        return Unit(piece.strip(), 0, apart, single)
    inner = unwrapped(text, start, end)
    return Unit(text[slice(*inner)].strip(), 0, apart, single, inner != (start, end))


class _Plain:
    """One walk over the rows."""

    def __init__(self, draft: Draft, lines: list[Row]) -> None:
        self.draft = draft
        self.text = draft.text
        self.rows = lines
        self.wrap = wrap_of(lines)
        self.joined = self.wrap > 0 or breaks_brackets(
            self.text
        )  # whether a paragraph may hold several rows
        self.unclosed: set[str] = (
            set()
        )  # fences that nothing closes: text, not code to the end of the file

    def run(self) -> None:
        at, text, lines = 0, self.text, self.rows
        while at < len(lines):
            row = lines[at]
            first = text[row.first]
            if first not in _MARKED and not self.joined and not self.underlined(at):
                self.draft.paragraph(row)
                at += 1
                continue
            special = self.special(at) if first in MARKS else 0
            at += special or self.heading(at) or self.paragraph(at)

    def underlined(self, at: int) -> bool:
        """Whether the row may have a line of = or - right under it."""
        under = self.rows[at + 1] if at + 1 < len(self.rows) else None
        return under is not None and not under.blank and self.text[under.first] in "=-"

    def special(self, at: int) -> int:
        """Take the block that a mark at the line's start makes; returns how many rows it took, 0 for none."""
        row = self.rows[at]
        text = row.text
        if text[0] in "`~" and (fence := _FENCE.match(text)):
            return self.fence(at, fence)
        if _RULE.fullmatch(text):
            return self.whole(RULE, at, 1)
        if text[0] == "#" and (match := _ATX.match(text)) and match.end() < len(text):
            start = row.first + match.end()
            content = Span(*unwrapped(self.text, start, before_hashes(self.text, start, row.last)))
            block = Block(HEADING, Span(row.first, row.end), content, len(match[1]))
            self.draft.prose(block, [row], behind_emphasis(self.text, start, row.last))
            return 1
        if text[0] == "|":
            size = 1
            while (
                at + size < len(self.rows)
                and self.rows[at + size].text[0] == "|"
                and not self.rows[at + size].blank
            ):
                size += 1
            if size > 1 or text[-1] == "|":
                return self.whole(TABLE, at, size)
        return 0

    def whole(self, kind: str, at: int, size: int) -> int:
        span = Span(self.rows[at].first, self.rows[at + size - 1].end)
        self.draft.add(Block(kind, span, span))
        return size

    def fence(self, at: int, fence: re.Match[str]) -> int:
        """Fenced code, if the fence is closed."""
        mark = fence[1]
        if mark in self.unclosed:
            return 0
        for size in range(1, len(self.rows) - at):
            text = self.rows[at + size].text
            if text.startswith(mark) and not text.strip(mark[0]):
                first, last = self.rows[at], self.rows[at + size]
                inner = Span(self.rows[at + 1].start, last.start)
                self.draft.add(Block(CODE, Span(first.first, last.end), inner, info=fence[2]))
                return size + 1
        self.unclosed.add(mark)
        return 0

    def heading(self, at: int) -> int:
        """A line that the next one underlines."""
        if not self.underlined(at):
            return 0
        row, under = self.rows[at], self.rows[at + 1]
        if not _UNDER.fullmatch(under.text):
            return 0
        if (
            not row.blank
            or row.text[-1] in "。；，：;,:"
            or width(row.text) > 80
            or bullet_at(self.text, row.first, row.last)[0]
        ):
            return 0
        block = Block(
            HEADING,
            Span(row.first, under.end),
            Span(row.first, row.last),
            1 if under.text[0] == "=" else 2,
        )
        self.draft.prose(block, [row], behind_emphasis(self.text, row.first, row.last))
        return 2

    def paragraph(self, at: int) -> int:
        """One paragraph: one row, or all that a hard wrap has cut it into."""
        row = self.rows[at]
        size = 1
        while at + size < len(self.rows) and joins(
            self.rows[at + size - 1], self.rows[at + size], self.wrap
        ):
            size += 1
        first = behind_quotes(self.text, row.first, row.last)
        bullet, start = bullet_at(self.text, first, row.last)
        inner = behind_emphasis(self.text, start, row.last)
        last = self.rows[at + size - 1]
        quote = self.text.count(">", row.first, first)
        block = Block(
            ITEM if bullet else PARAGRAPH,
            Span(row.first, last.end),
            Span(min(start, last.last), last.last),
            quote=quote,
            depth=1 if bullet else 0,
        )
        self.draft.prose(block, self.rows[at : at + size], inner, bullet, first)
        return size
