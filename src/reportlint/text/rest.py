"""reStructuredText → blocks: the constructs that reports and PEPs use, read line by line.

Known limits: an indented paragraph is not a quote (`quote` stays 0); tables are one block;
references are not resolved.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from reportlint._startup import late_re as re
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
    continued,
)
from reportlint.core.span import Span
from reportlint.ordinals.matcher import Matcher
from reportlint.text import rest_syntax as syntax
from reportlint.text.builder import DocumentBuilder
from reportlint.text.headings import mark_headings
from reportlint.text.lines import SourceLine, columns, skip_emphasis, source_lines, width
from reportlint.text.wrap import split_paragraph


def parse_rest(text: str, matcher: Matcher) -> Document:
    """The document of a reStructuredText; never raises."""
    builder = DocumentBuilder(text)
    walk = _Walk(builder, source_lines(text, builder.take_front_matter()), matcher)
    builder.entries = (*builder.entries, *walk.take_header())
    walk.run()
    for block in builder.blocks:
        if block.kind in (HEADING, PARAGRAPH, ITEM, TABLE):
            builder.zones += syntax.inline_zones(text, *block.span)
    mark_headings(builder, matcher, bare=False)
    return builder.document("rst")


class _Walk:
    """One pass over the lines. Each method for a kind of block adds the block of that kind that
    begins at line `at`, and returns its number of lines; 0 if there is none."""

    def __init__(self, builder: DocumentBuilder, lines: list[SourceLine], matcher: Matcher) -> None:
        self.builder = builder
        self.text = builder.text
        self.lines = lines
        self.matcher = matcher
        self.indents = [columns(self.text[line.start : line.first]) for line in lines]
        # of titles, in the order of their first use, which gives their level
        self.adornments: list[str] = []
        self.items: list[int] = []  # for each open list item, the column of its content
        self.at = 0

    def run(self) -> None:
        while self.at < len(self.lines):
            at = self.at
            while self.items and self.indents[at] < self.items[-1]:
                self.items.pop()
            self.at += (
                self.title(at)
                or self.marked(at)
                or self.item(at)
                or self.paragraph(at, self.lines[at].first)
            )

    def take_header(self) -> list[Entry]:
        """Read the RFC 822 header of a PEP, or the field list at the top, and return its entries;
        [] if there is none."""
        if not self.lines:
            return []
        entries: list[Entry] = []
        is_fields = self.lines[0].text[0] == ":"
        pattern = syntax.FIELD if is_fields else syntax.HEADER
        size = self.count_joined(0)
        for line in self.lines[:size]:
            is_continued = bool(entries) and line.first > line.start
            match = pattern.match(line.text) if line.first == line.start else None
            if match:
                span = Span(line.first + match.end(), line.last)
                entries.append(Entry(match[1].strip(), span.cut(self.text), span))
            elif not is_continued:
                return []
            else:
                entries[-1] = continued(entries[-1], self.text, line.start, line.last)
        if size < 2 and not is_fields:
            return []
        self.at = self.whole(FRONT_MATTER, 0, size)
        return entries

    def is_next(self, at: int) -> bool:
        """Whether line `at` exists and no blank line precedes it."""
        return at < len(self.lines) and not self.lines[at].after_blank

    def is_adornment(self, at: int) -> bool:
        """Whether line `at` consists of one punctuation mark, repeated."""
        return at < len(self.lines) and syntax.ADORNMENT.fullmatch(self.lines[at].text) is not None

    def title(self, at: int) -> int:
        """Add a section title with its underline, and its overline if it has one."""
        if not self.is_next(at + 1):
            return 0
        if self.is_adornment(at):
            return self.overlined_title(at)
        line, below = self.lines[at], self.lines[at + 1].text
        is_apart = line.after_blank or at == 0
        is_indented = self.indents[at] or self.indents[at + 1]
        if not is_apart or is_indented or not self.is_adornment(at + 1):
            return 0
        is_long = len(below) >= min(4, width(line.text))
        return self.heading(at, 2, at, below[0]) if is_long else 0

    def overlined_title(self, at: int) -> int:
        """Add a title between two lines of the same mark."""
        over, title = self.lines[at].text, self.lines[at + 1].text
        if len(over) < max(3, min(4, width(title))) or self.is_adornment(at + 1):
            return 0
        if not self.is_next(at + 2) or not self.is_adornment(at + 2):
            return 0
        is_same = self.lines[at + 2].text[0] == over[0]
        return self.heading(at, 3, at + 1, over[0] * 2) if is_same else 0

    def heading(self, at: int, size: int, title: int, adornment: str) -> int:
        """Add a heading of `size` lines whose title is line `title`."""
        if adornment not in self.adornments:
            self.adornments.append(adornment)
        level = self.adornments.index(adornment) + 1
        line = self.lines[title]
        span = Span(self.lines[at].first, self.lines[at + size - 1].end)
        self.items.clear()
        block = Block(HEADING, span, Span(line.first, line.last), level, marked=True)
        start = skip_emphasis(self.text, line.first, line.last)
        self.builder.add_prose(block, [line], start, "", line.first)
        return size

    def whole(self, kind: str, at: int, size: int, info: str = "") -> int:
        """Add a block of `size` lines without prose."""
        span = Span(self.lines[at].first, self.lines[at + size - 1].end)
        self.builder.add(Block(kind, span, span, depth=len(self.items), info=info))
        return size

    def count_deeper(self, at: int, indent: int) -> int:
        """The number of lines from `at` on that are indented more than `indent`."""
        end = at
        while end < len(self.lines) and self.indents[end] > indent:
            end += 1
        return end - at

    def count_joined(self, at: int, most: int | None = None) -> int:
        """The number of lines from `at` on, at most `most`, that follow each other without a blank
        line."""
        end = at + 1
        while self.is_next(end) and (most is None or end - at < most):
            end += 1
        return end - at

    def marked(self, at: int) -> int:
        """Add a rule, a table, a doctest, a literal block, or explicit markup (`..`)."""
        text = self.lines[at].text
        if syntax.GRID_TABLE.fullmatch(text):
            return self.whole(TABLE, at, self.count_joined(at))
        if syntax.SIMPLE_TABLE.fullmatch(text):
            return self.whole(TABLE, at, self.count_simple_table(at))
        if self.is_adornment(at) and len(text) >= 4:
            return self.whole(RULE, at, 1)
        if text.startswith(">>> "):
            return self.whole(CODE, at, self.count_joined(at), "python")
        if text == "::":
            return self.whole(CODE, at, 1 + self.count_deeper(at + 1, self.indents[at]))
        if text.startswith("__ "):
            return self.whole(HTML, at, 1)
        return self.explicit(at) if syntax.EXPLICIT.match(text) else 0

    @cached_property
    def borders(self) -> list[int]:
        """The indexes of the lines that may end a simple table: borders with a blank line after
        them."""
        return [
            at
            for at, line in enumerate(self.lines)
            if not self.is_next(at + 1)
            and line.text[0] == "="
            and syntax.SIMPLE_TABLE.fullmatch(line.text)
        ]

    def count_simple_table(self, at: int) -> int:
        """The number of lines of the simple table at line `at`."""
        after = bisect_right(self.borders, at)
        return self.borders[after] - at + 1 if after < len(self.borders) else self.count_joined(at)

    def explicit(self, at: int) -> int:
        """Add explicit markup (`.. `): a directive, a footnote, a target, or a comment."""
        line = self.lines[at]
        mark = syntax.EXPLICIT.match(line.text)
        start = line.first + (mark.end() if mark else 0)
        size = 1 + self.count_deeper(at + 1, self.indents[at])
        if start >= line.last and at + 1 < len(self.lines) and self.lines[at + 1].after_blank:
            return self.whole(COMMENT, at, 1)
        directive = syntax.DIRECTIVE.match(self.text, start, line.last)
        if directive:
            return self.directive(at, size, directive)
        footnote = syntax.FOOTNOTE.match(self.text, start, line.last)
        if footnote:
            return self.paragraph(at, footnote.end(), hanging=True)
        if syntax.TARGET.match(self.text, start, line.last):
            return self.whole(HTML, at, self.count_joined(at, size))
        return self.whole(COMMENT, at, size)

    def directive(self, at: int, size: int, match: re.Match[str]) -> int:
        """Add a directive. Unless it holds code or a table, only its first lines up to a blank line
        belong to it, and the rest is read as prose."""
        name, end = match[1].lower(), self.lines[at].last
        if name in syntax.CODE_DIRECTIVES:
            return self.whole(CODE, at, size, self.text[match.end() : end])
        if name in syntax.TABLE_DIRECTIVES:
            return self.whole(TABLE, at, size)
        if name in syntax.PROSE_DIRECTIVES and match.end() < end:
            return self.paragraph(at, match.end(), hanging=True)
        return self.whole(HTML, at, self.count_joined(at, size))

    def match_item(self, at: int) -> re.Match[str] | None:
        """The match of the bullet or number that line `at` begins with; None if there is none."""
        text = self.lines[at].text
        return syntax.BULLET.match(text) or syntax.ENUMERATOR.match(text)

    def item(self, at: int) -> int:
        """Add the first paragraph of a list item."""
        line, indent = self.lines[at], self.indents[at]
        match = self.match_item(at)
        if match is None:
            return 0
        column = indent + match.end()
        if self.is_next(at + 1):
            if self.indents[at + 1] > indent:
                column = self.indents[at + 1]
            elif self.indents[at + 1] == indent and not self.match_item(at + 1):
                return 0  # a paragraph that happens to begin like an item
        self.items.append(max(column, indent + 1))
        bullet = line.text[0]
        if bullet not in "-*+•‣⁃":
            return self.paragraph(at, line.first, ITEM, "1.")
        start = min(line.first + match.end(), line.last)
        return self.paragraph(at, start, ITEM, bullet if bullet in "-*+" else "-")

    def paragraph(
        self, at: int, start: int, kind: str = PARAGRAPH, bullet: str = "", hanging: bool = False
    ) -> int:
        """Add a paragraph, lines of the same indent up to a blank line, and the literal block after
        a `::`. With `hanging`, the lines after the first may be indented deeper, as in an item."""
        size = 1
        indent = self.indents[at] if kind == PARAGRAPH and not hanging else -1
        while self.is_next(at + size):
            if indent < 0 and self.indents[at + size] > self.indents[at]:
                indent = self.indents[at + size]
            if self.indents[at + size] != indent:
                break
            size += 1
        lines = self.lines[at : at + size]
        for number, part in enumerate(split_paragraph(lines, self.matcher)):
            first, last = part[0].first, part[-1]
            if number:
                start, kind, bullet = first, PARAGRAPH, ""
            content = Span(min(start, last.last), last.last)
            block = Block(kind, Span(first, last.end), content, depth=len(self.items))
            if bullet != "1.":
                start = skip_emphasis(self.text, content.start, part[0].last)
            self.builder.add_prose(block, part, max(start, first), bullet)
        return size + self.literal_block(at, size)

    def literal_block(self, at: int, size: int) -> int:
        """Add the literal block that the `size` lines from `at` on announce with `::`; 0 if there
        is none."""
        after = at + size
        if not self.lines[after - 1].text.endswith("::") or after >= len(self.lines):
            return 0
        base = self.indents[at]
        if self.items and base < self.items[-1]:
            base = self.items[-1]
        count = self.count_deeper(after, base)
        if not count and self.indents[after] == base:
            count = self.count_quoted(after)
        if count:
            self.whole(CODE, after, count)
        return count

    def count_quoted(self, at: int) -> int:
        """The number of lines of a quoted literal block, which all begin with the same punctuation
        mark; 0 for any other text."""
        mark = self.lines[at].text[0]
        if not syntax.ADORNMENT.fullmatch(mark) or syntax.EXPLICIT.match(self.lines[at].text):
            return 0
        end = at + 1
        while self.is_next(end) and self.lines[end].text[0] == mark:
            end += 1
        return end - at
