"""reStructuredText → blocks: what reports and PEPs use of it, read line by line.

Known limits: an indented paragraph is no quote (`quote` stays 0); tables are one block; nothing is looked up.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right

from reportlint.core.document import (
    CODE,
    COMMENT,
    FRONT_MATTER,
    HEADING,
    HTML,
    ITEM,
    PARAGRAPH,
    RULE,
    TABLE,
    Block,
    Document,
    Entry,
)
from reportlint.core.span import Span
from reportlint.text.front_matter import front_matter
from reportlint.text.lines import Draft, Row, behind_emphasis, columns, rows, width
from reportlint.text.plain import finish, mark_headings
from reportlint.text.rest_patterns import (
    ADORN,
    BULLET,
    DIRECTIVE,
    ENUM,
    EXPLICIT,
    FIELD,
    GRID,
    HEADER,
    LITERAL_DIRECTIVES,
    NOTE,
    PROSE_DIRECTIVES,
    SIMPLE,
    TABLES_DIRECTIVES,
    TARGET,
)
from reportlint.text.rest_zones import rest_zones
from reportlint.text.wrap import chunks_of


def parse_rest(text: str) -> Document:
    """The document of a reStructuredText; never raises."""
    draft = Draft(text)
    front, entries = front_matter(text)
    if front:
        draft.add(front)
    scan = _Rest(draft, rows(text, front.span.end if front else 0))
    scan.header(list(entries))
    scan.run()
    for block in draft.blocks:
        if block.kind in (HEADING, PARAGRAPH, ITEM, TABLE):
            draft.zones += rest_zones(text, *block.span)
    mark_headings(draft, bare=False)
    return finish(draft, "rst", tuple(scan.entries))


class _Rest:
    """One walk over the rows; every method takes rows from `at` on and returns how many, 0 for none."""

    def __init__(self, draft: Draft, lines: list[Row]) -> None:
        self.draft = draft
        self.text = draft.text
        self.rows = lines
        self.indents = [
            columns(self.text[row.start : row.first]) if row.first > row.start else 0
            for row in lines
        ]
        self.styles: list[
            str
        ] = []  # adornments in the order of their first use: that is their level
        self.items: list[int] = []  # the column where the content of each open list item begins
        self.entries: list[Entry] = []
        self.borders: list[int] | None = None  # rows that may end a simple table
        self.at = 0

    def run(self) -> None:
        while self.at < len(self.rows):
            at = self.at
            while self.items and self.indents[at] < self.items[-1]:
                self.items.pop()
            self.at += (
                self.title(at)
                or self.special(at)
                or self.item(at)
                or self.paragraph(at, self.rows[at].first)
            )

    def header(self, entries: list[Entry]) -> None:
        """The RFC 822 header of a PEP, or the field list at the top."""
        self.entries = entries
        size = 0
        pattern = FIELD if self.rows and self.rows[0].text[0] == ":" else HEADER
        while size < len(self.rows) and (size == 0 or not self.rows[size].blank):
            row = self.rows[size]
            match = pattern.match(row.text) if row.first == row.start else None
            if match:
                start = row.first + match.end()
                self.entries.append(
                    Entry(match[1].strip(), self.text[start : row.last], Span(start, row.last))
                )
            elif size == 0 or row.first == row.start:
                break
            size += 1
        whole = size == len(self.rows) or (size > 0 and self.rows[size].blank)
        if whole and (size > 1 or (size == 1 and pattern is FIELD)):
            span = Span(self.rows[0].first, self.rows[size - 1].end)
            self.draft.add(Block(FRONT_MATTER, span, span))
            self.at = size
        else:
            del self.entries[:]

    def adorned(self, at: int) -> bool:
        """Whether the row is nothing but one punctuation mark repeated."""
        return at < len(self.rows) and ADORN.fullmatch(self.rows[at].text) is not None

    def title(self, at: int) -> int:
        """A section title with its under- and overline."""
        row = self.rows[at]
        if self.adorned(at):
            under = at + 2
            if (
                len(row.text) >= 3
                and self.adorned(under)
                and self.rows[under].text[0] == row.text[0]
                and not self.adorned(at + 1)
                and not self.rows[at + 1].blank
                and not self.rows[under].blank
                and len(row.text) >= min(4, width(self.rows[at + 1].text))
            ):
                return self.heading(at, at + 1, row.text[0] * 2, 3)
            return 0
        if (
            not self.adorned(at + 1)
            or self.rows[at + 1].blank
            or self.indents[at]
            or self.indents[at + 1]
            or not row.blank
            and at
        ):
            return 0
        line = self.rows[at + 1].text
        if len(line) >= width(row.text) or len(line) >= 4:
            return self.heading(at, at + 1, line[0], 2, title=at)
        return 0

    def heading(self, at: int, inner: int, style: str, size: int, title: int = -1) -> int:
        row = self.rows[title if title >= 0 else inner]
        if style not in self.styles:
            self.styles.append(style)
        level = self.styles.index(style) + 1
        span = Span(self.rows[at].first, self.rows[at + size - 1].end)
        self.items.clear()
        self.draft.prose(
            Block(HEADING, span, Span(row.first, row.last), level),
            [row],
            behind_emphasis(self.text, row.first, row.last),
            "",
            row.first,
        )
        return size

    def block(self, kind: str, at: int, size: int, info: str = "") -> int:
        span = Span(self.rows[at].first, self.rows[at + size - 1].end)
        self.draft.add(Block(kind, span, span, depth=len(self.items), info=info))
        return size

    def deeper(self, at: int, indent: int) -> int:
        """How many rows from `at` on are indented more than `indent`."""
        size = 0
        while at + size < len(self.rows) and self.indents[at + size] > indent:
            size += 1
        return size

    def special(self, at: int) -> int:
        """Rules, tables, doctests, and all that begins with two dots."""
        row = self.rows[at]
        text = row.text
        if GRID.fullmatch(text):
            return self.block(TABLE, at, self.packed(at))
        if SIMPLE.fullmatch(text):
            return self.block(TABLE, at, self.simple(at))
        if self.adorned(at) and len(text) >= 4:
            return self.block(RULE, at, 1)
        if text.startswith(">>> "):
            return self.block(CODE, at, self.packed(at), "python")
        if text == "::" or text.startswith("__ "):
            return self.literal(at, 1) if text == "::" else self.block(HTML, at, 1)
        return self.explicit(at) if EXPLICIT.match(text) else 0

    def packed(self, at: int) -> int:
        """How many rows follow without a blank line, the first among them."""
        size = 1
        while at + size < len(self.rows) and not self.rows[at + size].blank:
            size += 1
        return size

    def simple(self, at: int) -> int:
        """A simple table runs to the border, behind which a blank line stands."""
        if self.borders is None:
            last = len(self.rows) - 1
            self.borders = [
                number
                for number, row in enumerate(self.rows)
                if row.text[0] == "="
                and SIMPLE.fullmatch(row.text)
                and (number == last or self.rows[number + 1].blank)
            ]
        after = bisect_right(self.borders, at)
        return self.borders[after] - at + 1 if after < len(self.borders) else self.packed(at)

    def literal(self, at: int, size: int) -> int:
        """The `::` line at `at` as code, with the block it announces."""
        body = self.deeper(at + size, self.indents[at])
        return self.block(CODE, at, size + body)

    def explicit(self, at: int) -> int:
        """`.. ` and what it is: a directive, a note, a target, or a comment."""
        row = self.rows[at]
        mark = EXPLICIT.match(row.text)
        start = row.first + (mark.end() if mark else 0)
        size = 1 + self.deeper(at + 1, self.indents[at])
        if start >= row.last and at + 1 < len(self.rows) and self.rows[at + 1].blank:
            return self.block(COMMENT, at, 1)
        directive = DIRECTIVE.match(self.text, start, row.last)
        if directive:
            return self.directive(at, size, directive)
        note = NOTE.match(self.text, start, row.last)
        if note:
            return self.paragraph(at, note.end(), hanging=True)
        if TARGET.match(self.text, start, row.last):
            return self.block(HTML, at, self.options(at, size))
        return self.block(COMMENT, at, size)

    def directive(self, at: int, size: int, match: re.Match[str]) -> int:
        name = match[1].lower()
        if name in LITERAL_DIRECTIVES:
            return self.block(CODE, at, size, self.text[match.end() : self.rows[at].last])
        if name in TABLES_DIRECTIVES:
            return self.block(TABLE, at, size)
        if name in PROSE_DIRECTIVES and match.end() < self.rows[at].last:
            return self.paragraph(at, match.end(), hanging=True)
        return self.block(HTML, at, self.options(at, size))

    def options(self, at: int, most: int) -> int:
        """The rows of a directive or target before a blank line: its arguments, not its content."""
        size = 1
        while size < most and not self.rows[at + size].blank:
            size += 1
        return size

    def item(self, at: int) -> int:
        """A list item's first paragraph."""
        row = self.rows[at]
        match = BULLET.match(row.text) or ENUM.match(row.text)
        if match is None:
            return 0
        following = (
            self.indents[at + 1] if at + 1 < len(self.rows) and not self.rows[at + 1].blank else -1
        )
        column = self.indents[at] + match.end()
        ordered = row.text[0] not in "-*+•‣⁃"
        if following > self.indents[at]:
            column = following
        elif following == self.indents[at] and not (
            BULLET.match(self.rows[at + 1].text) or ENUM.match(self.rows[at + 1].text)
        ):
            return 0  # a paragraph that happens to begin like an item
        self.items.append(max(column, self.indents[at] + 1))
        start = row.first if ordered else min(row.first + match.end(), row.last)
        bullet = "1." if ordered else row.text[0] if row.text[0] in "-*+" else "-"
        return self.paragraph(at, start, ITEM, bullet)

    def paragraph(
        self, at: int, start: int, kind: str = PARAGRAPH, bullet: str = "", hanging: bool = False
    ) -> int:
        """Rows of the same indent up to a blank line, and the literal block behind a `::`."""
        size = 1
        inner = self.indents[at] if kind == PARAGRAPH and not hanging else -1
        while at + size < len(self.rows) and not self.rows[at + size].blank:
            indent = self.indents[at + size]
            if inner < 0 and indent > self.indents[at]:
                inner = indent
            if indent != inner:
                break
            size += 1
        parts = self.rows[at : at + size]
        for number, chunk in enumerate(chunks_of(self.text, parts)):
            first = start if number == 0 else chunk[0].first
            span = Span(parts[0].first if number == 0 else chunk[0].first, chunk[-1].end)
            content = Span(min(first, chunk[-1].last), chunk[-1].last)
            part = Block(kind if number == 0 else PARAGRAPH, span, content, depth=len(self.items))
            at_content = (
                first
                if bullet == "1."
                else behind_emphasis(self.text, content.start, chunk[0].last)
            )
            self.draft.prose(
                part, chunk, max(at_content, chunk[0].first), bullet if number == 0 else ""
            )
        return size + self.code(at, size)

    def code(self, at: int, size: int) -> int:
        """The literal block that the rows just taken announce with `::`."""
        after = at + size
        if not self.rows[after - 1].text.endswith("::") or after >= len(self.rows):
            return 0
        base = (
            self.items[-1] if self.items and self.indents[at] < self.items[-1] else self.indents[at]
        )
        count = self.deeper(after, base)
        mark = self.rows[after].text[0]
        if (
            not count
            and self.indents[after] == base
            and ADORN.fullmatch(mark)
            and not EXPLICIT.match(self.rows[after].text)
        ):
            quoted = itertools.takewhile(lambda row: row.text[0] == mark, self.rows[after:])
            count = 1 + sum(
                1
                for _ in itertools.takewhile(
                    lambda row: not row.blank, itertools.islice(quoted, 1, None)
                )
            )
        if count:
            self.block(CODE, after, count)
        return count
