"""Plain text → blocks.

One line is one paragraph, as Chinese offices write, unless the text is hard-wrapped (see `wrap`):
then the lines of a paragraph are joined into one block. The few Markdown marks that people use in
plain text are recognised: front matter, fenced code, `#` and underlined headings, lists with
bullets, tables between bars, rules.
"""

from __future__ import annotations

from reportlint._startup import late_re as re
from reportlint._startup.lazy_pattern import lazy
from reportlint.core.characters import SPACES
from reportlint.core.document import CODE, HEADING, ITEM, PARAGRAPH, RULE, TABLE, Block, Document
from reportlint.core.span import Span
from reportlint.ordinals.matcher import Matcher
from reportlint.text.builder import DocumentBuilder
from reportlint.text.headings import mark_headings
from reportlint.text.lines import (
    SourceLine,
    bullet_at,
    inside_emphasis,
    skip_emphasis,
    skip_quotes,
    source_lines,
    width,
    without_closing_hashes,
)
from reportlint.text.ruled_tables import ruled_tables
from reportlint.text.wrap import MARKS, breaks_brackets, joins, wrap_column

_NOT_TEXT = MARKS | frozenset("*_>")  # marks that a line may begin with
_RULE = lazy(r"([-=_*~─━—–―＿﹍═＊])(?:[ \t]*\1){2,}")
_UNDERLINE = lazy(r"={3,}|-{3,}")
_FENCE = lazy(r"(`{3,}(?=[^`]*$)|~{3,})[ \t]*([^\s`]*)")
_ATX = lazy(rf"(#{{1,6}})(?:[{SPACES}]+|(?=[^\x00-\xff]|\())")


def parse_plain(text: str, matcher: Matcher) -> Document:
    """The document of a plain text; never raises."""
    builder = DocumentBuilder(text)
    _Walk(builder, source_lines(text, builder.take_front_matter()), matcher).run()
    mark_headings(builder, matcher, bare=True)
    return builder.document("text")


class _Walk:
    """One pass over the lines. Each method for a kind of block adds the block of that kind that
    begins at line `at`, and returns its number of lines; 0 if there is none."""

    def __init__(self, builder: DocumentBuilder, lines: list[SourceLine], matcher: Matcher) -> None:
        self.builder = builder
        self.text = builder.text
        self.lines = lines
        self.matcher = matcher
        self.wrap = wrap_column(lines)
        self.may_join = self.wrap > 0 or breaks_brackets(self.text)
        self.tables = ruled_tables(self.text, lines)
        self.unclosed: set[str] = set()  # fences that nothing closes, which are text

    def run(self) -> None:
        at = 0
        while at < len(self.lines):
            line = self.lines[at]
            first = self.text[line.first]
            if first not in _NOT_TEXT and not self.may_join and not self.is_underlined(at):
                self.builder.add_paragraph(line)
                at += 1
            else:
                at += self.marked(at, first) or self.underlined_heading(at) or self.paragraph(at)

    def is_underlined(self, at: int) -> bool:
        """Whether the line directly below line `at` begins with = or -."""
        under = self.lines[at + 1] if at + 1 < len(self.lines) else None
        return under is not None and not under.after_blank and self.text[under.first] in "=-"

    def marked(self, at: int, first: str) -> int:
        """Add the block that the mark `first` begins at line `at`; 0 if it begins none."""
        if first not in MARKS:
            return 0
        if at in self.tables:
            return self.whole(TABLE, at, self.tables[at] - at)
        text = self.lines[at].text
        if first in "`~" and (fence := _FENCE.match(text)):
            return self.fenced_code(at, fence)
        if _RULE.fullmatch(text):
            return self.whole(RULE, at, 1)
        if first == "#":
            return self.hash_heading(at)
        return self.table(at) if first == "|" else 0

    def whole(self, kind: str, at: int, size: int) -> int:
        """Add a block of `size` lines without prose."""
        span = Span(self.lines[at].first, self.lines[at + size - 1].end)
        self.builder.add(Block(kind, span, span))
        return size

    def hash_heading(self, at: int) -> int:
        """Add a heading that begins with #; 0 if the # is text."""
        line = self.lines[at]
        match = _ATX.match(line.text)
        if not match or match.end() == len(line.text):
            return 0
        start = line.first + match.end()
        end = without_closing_hashes(self.text, start, line.last)
        content = Span(*inside_emphasis(self.text, start, end))
        span = Span(line.first, line.end)
        block = Block(HEADING, span, content, len(match[1]), marked=True)
        self.builder.add_prose(block, [line], skip_emphasis(self.text, start, line.last))
        return 1

    def table(self, at: int) -> int:
        """Add a table, lines that begin with a bar; 0 for a single line that does not end in a
        bar."""
        end = at + 1
        while end < len(self.lines) and self.lines[end].text[0] == "|":
            if self.lines[end].after_blank:
                break
            end += 1
        size = end - at
        return self.whole(TABLE, at, size) if size > 1 or self.lines[at].text[-1] == "|" else 0

    def fenced_code(self, at: int, fence: re.Match[str]) -> int:
        """Add fenced code; 0 if nothing closes the fence."""
        mark = fence[1]
        if mark in self.unclosed:
            return 0
        for size in range(1, len(self.lines) - at):
            text = self.lines[at + size].text
            if text.startswith(mark) and not text.strip(mark[0]):
                first, last = self.lines[at], self.lines[at + size]
                inside = Span(self.lines[at + 1].start, last.start)
                self.builder.add(Block(CODE, Span(first.first, last.end), inside, info=fence[2]))
                return size + 1
        self.unclosed.add(mark)
        return 0

    def underlined_heading(self, at: int) -> int:
        """Add a heading, a short line that the next line underlines; 0 for any other line."""
        if not self.is_underlined(at):
            return 0
        line, under = self.lines[at], self.lines[at + 1]
        if not _UNDERLINE.fullmatch(under.text) or not line.after_blank:
            return 0
        if line.text[-1] in "。；，：;,:" or width(line.text) > 80:
            return 0
        if bullet_at(self.text, line.first, line.last)[0]:
            return 0
        level = 1 if under.text[0] == "=" else 2
        span, content = Span(line.first, under.end), Span(line.first, line.last)
        block = Block(HEADING, span, content, level, marked=True)
        self.builder.add_prose(block, [line], skip_emphasis(self.text, line.first, line.last))
        return 2

    def paragraph(self, at: int) -> int:
        """Add one paragraph: one line, or all lines into which a hard wrap has cut it."""
        size = 1
        while at + size < len(self.lines) and joins(
            self.lines[at + size - 1], self.lines[at + size], self.wrap, self.matcher
        ):
            size += 1
        line, last = self.lines[at], self.lines[at + size - 1]
        first = skip_quotes(self.text, line.first, line.last)
        bullet, start = bullet_at(self.text, first, line.last)
        block = Block(
            ITEM if bullet else PARAGRAPH,
            Span(line.first, last.end),
            Span(min(start, last.last), last.last),
            quote=self.text.count(">", line.first, first),
            depth=1 if bullet else 0,
        )
        content = skip_emphasis(self.text, start, line.last)
        self.builder.add_prose(block, self.lines[at : at + size], content, bullet, first)
        return size
