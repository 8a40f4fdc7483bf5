"""Markdown → blocks.

The Markdown parser tells which parts are not prose. CommonMark is corrected where Chinese office
text means something else: an indented block with Han text is prose, a tag unknown to HTML is text,
a line under a sentence is a rule and not a heading underline, `#一、标题` and `**一、标题**` are
headings, and each line of Han text is a paragraph of its own unless the text is wrapped.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from reportlint._startup.lazy_pattern import lazy
from reportlint.core.characters import has_han
from reportlint.core.document import (
    CODE,
    HEADING,
    HTML,
    ITEM,
    PARAGRAPH,
    RULE,
    TABLE,
    ZONE_COMMENT,
    ZONE_MATH,
    ZONE_TAG,
    ZONE_TARGET,
    Block,
    Document,
    Zone,
)
from reportlint.core.span import Span
from reportlint.ordinals.matcher import Matcher
from reportlint.text.bare_headings import is_bare
from reportlint.text.builder import DocumentBuilder
from reportlint.text.headings import mark_headings
from reportlint.text.html import add_html, is_tag, tag_zones
from reportlint.text.lines import (
    SPACE,
    WORD,
    SourceLine,
    inside_emphasis,
    skip_emphasis,
    skip_quotes,
    source_lines,
    width,
    without_closing_hashes,
)
from reportlint.text.markdown_events import INDENTED, Leaf, read
from reportlint.text.numbered_lines import is_numbered_heading
from reportlint.text.ruled_tables import ruled_tables
from reportlint.text.wrap import split_paragraph

_NOT_TEXT = frozenset("#>*_")  # marks that a paragraph may begin with
_HASHES = lazy(r"(#{1,6})[\u3000\xa0]*(?=[^\x00-\xff]|\(|\d+[.、．])(?!.*[^\s#].*#)")
_MOST_COLUMNS = 84  # of a heading without a space after its hashes
_BULLET = lazy(r"(?:[-+*]|\d{1,9}[.)])[ \t]*")
_FENCES = ("```", "~~~")
_DEFINITION = lazy(r"\[[^\]]+\]:")
_CODE_COMMENT = lazy(r"#|//|/\*|--|;|\"|'|<!--")


def parse_markdown(text: str, matcher: Matcher) -> Document:
    """The document of a Markdown text; never raises."""
    builder = DocumentBuilder(text)
    base = builder.take_front_matter()
    leaves, zones = read(text[base:] if base else text)
    walk = _Walk(builder, source_lines(text, base), base, matcher)
    for leaf in leaves:
        walk.take(leaf)
    walk.take_rest(len(walk.lines))
    moved = (Zone(kind, Span(start + base, end + base)) for kind, (start, end) in zones)
    builder.zones += [kept for zone in moved if (kept := _zone(text, zone))]
    mark_headings(builder, matcher, bare=False)
    return builder.document("markdown")


def _zone(text: str, zone: Zone) -> Zone | None:
    """The zone in the terms of this tool; None for a tag unknown to HTML, and for amounts of money
    parsed as math."""
    content = zone.span.cut(text)
    if zone.kind == ZONE_TAG:
        if content.startswith("<!--"):
            return Zone(ZONE_COMMENT, zone.span)
        return zone if is_tag(content) else None
    if zone.kind == ZONE_MATH and not content.startswith("$$"):
        return None if any(mark in content for mark in "，。；、：") else zone
    return zone


class _Walk:
    """Assigns lines to the leaves of the parser; every line belongs to at most one block."""

    def __init__(
        self, builder: DocumentBuilder, lines: list[SourceLine], base: int, matcher: Matcher
    ) -> None:
        """`base` is the offset in `builder.text` at which the parsed text begins."""
        self.builder = builder
        self.text = builder.text
        self.lines = lines
        self.starts = [line.start for line in lines]
        self.base = base
        self.matcher = matcher
        self.tables = ruled_tables(builder.text, lines)
        self.next = 0  # the first line that is in no block yet

    def take(self, leaf: Leaf) -> None:
        """Add the blocks of one leaf."""
        begin = self.base + (leaf.bullets[0][0] if leaf.bullets else leaf.start)
        at = max(bisect_right(self.starts, begin) - 1, 0)
        end = bisect_right(self.starts, max(leaf.end + self.base - 1, 0))
        if at < self.next or end <= at:
            at, end = max(at, self.next), max(end, at + 1)
        if at >= len(self.lines) or end <= at:
            return
        self.take_rest(at)
        if at in self.tables:
            self.next = self.tables[at]
            span = Span(self.lines[at].first, self.lines[self.next - 1].end)
            self.builder.add(Block(TABLE, span, span))
            return
        self.next = end
        lines = self.lines[at:end]
        if len(lines) == 1 and self.is_plain(leaf, lines[0]):
            self.builder.add_paragraph(lines[0])
            return
        start = begin if leaf.bullets else self.skip_quotes(lines[0])
        span = Span(max(start, lines[0].start), lines[-1].end)
        block = Block(leaf.kind, span, span, leaf.level, "", leaf.quote, leaf.depth, leaf.info)
        if leaf.kind == TABLE:
            self.add_table(leaf, lines, block)
        else:
            self.add(leaf, lines, block)

    def add_table(self, leaf: Leaf, lines: list[SourceLine], block: Block) -> None:
        """Add a table, and as paragraphs the lines from the first one without a bar on: the parser
        makes rows of them, but an author who left no blank line behind the table meant text. The
        rows of a single column need no bar."""
        texts = [self.text[line.first : line.last] for line in lines]
        is_wide = any("|" in text.strip("> \t|") for text in texts[1:2])
        bare = (at for at, text in enumerate(texts) if at and is_wide and "|" not in text)
        size = next(bare, len(lines))
        rows, rest = lines[:size], lines[size:]
        span = Span(block.span.start, rows[-1].end)
        self.builder.add(block._replace(span=span, content=span))
        if rest:
            span = Span(self.skip_quotes(rest[0]), rest[-1].end)
            paragraph = block._replace(kind=PARAGRAPH, span=span, content=span)
            self.add_paragraphs(paragraph, leaf._replace(bullets=()), rest)

    def is_plain(self, leaf: Leaf, line: SourceLine) -> bool:
        """Whether a leaf of one line is a paragraph without any marks, as most leaves are."""
        is_inside = bool(leaf.bullets) or leaf.quote > 0 or leaf.depth > 0
        return leaf.kind == PARAGRAPH and not is_inside and self.text[line.first] not in _NOT_TEXT

    def add(self, leaf: Leaf, lines: list[SourceLine], block: Block) -> None:
        """Add the blocks of a leaf that covers `lines`; `block` is the leaf as one block."""
        if leaf.kind == HEADING:
            self.add_heading(block, leaf, lines)
        elif leaf.kind == PARAGRAPH:
            self.add_paragraphs(block, leaf, lines)
        elif leaf.kind == HTML:
            add_html(self.builder, block, lines)
        elif leaf.kind == INDENTED:
            self.add_indented(block, lines)
        elif leaf.kind == CODE:
            info = leaf.info.split(" ")[0].strip()
            block = self.behind_number(block, leaf, lines[0])
            self.builder.add(block._replace(content=_inside_fences(self.text, lines), info=info))
        else:
            self.builder.add(block)

    def behind_number(self, block: Block, leaf: Leaf, line: SourceLine) -> Block:
        """The code block without the number of an ordered item before its fence (1. ```). The
        number is added as an item of its own, which the next item continues."""
        if not any(ordered for _, ordered in leaf.bullets):
            return block
        start, bullet = self.item_content(leaf)
        fence = next(
            (at for mark in _FENCES if (at := self.text.find(mark, start, line.last)) > 0), -1
        )
        number = self.text[start:fence].rstrip()
        if fence < 0 or not number:
            return block
        end = start + len(number)
        span = Span(block.span.start, fence)
        item = block._replace(kind=ITEM, span=span, content=Span(start, end))
        self.add_prose(item, [line._replace(last=end, end=fence)], start, bullet)
        return block._replace(span=Span(fence, block.span.end))

    def skip_quotes(self, line: SourceLine) -> int:
        """The offset of a line's content after its quote marks."""
        return skip_quotes(self.text, line.first, line.last)

    def take_rest(self, until: int) -> None:
        """Add the lines before `until` for which the parser gave no event.

        Most are definitions of links; any other line with words is a paragraph.
        """
        while self.next < until:
            line = self.lines[self.next]
            self.next += 1
            first = self.skip_quotes(line)
            if not WORD.search(self.text, first, line.last):
                continue
            span = Span(first, line.end)
            quote = self.text.count(">", line.first, first)
            definition = _DEFINITION.match(self.text, first, line.last)
            if definition:
                self.builder.add(Block(HTML, span, span, quote=quote))
                target = Span(definition.end(), line.last)
                self.builder.zones.append(Zone(ZONE_TARGET, target))
            else:
                block = Block(PARAGRAPH, span, Span(first, line.last), quote=quote)
                self.add_prose(block, [line], first)

    def add_prose(
        self, block: Block, lines: Sequence[SourceLine], start: int, bullet: str = ""
    ) -> None:
        """Add a prose block whose content begins at `start`. Emphasis there is skipped, except in
        an ordered item, whose number may be in bold."""
        inner = start if bullet == "1." else skip_emphasis(self.text, start, lines[0].last)
        self.builder.add_prose(block, lines, inner, bullet, block.span.start)

    def add_heading(self, block: Block, leaf: Leaf, lines: list[SourceLine]) -> None:
        text, last_line = self.text, lines[-1]
        start = end = lines[0].last
        if leaf.first >= 0:
            start, end = leaf.first + self.base, leaf.last + self.base
        if not text.startswith("#", leaf.start + self.base) and len(lines) > 1:
            lines = lines[:-1]
            if not self.is_underlined_heading(text[start : lines[-1].last], lines, last_line):
                span = Span(block.span.start, lines[-1].end)
                paragraph = block._replace(kind=PARAGRAPH, level=0, span=span)
                self.add_paragraphs(paragraph, leaf, lines)
                span = Span(self.skip_quotes(last_line), last_line.end)
                self.builder.add(Block(RULE, span, span, quote=leaf.quote, depth=leaf.depth))
                return
        content = Span(*inside_emphasis(text, start, max(start, min(end, last_line.last))))
        # in `- # name` the hash only makes the item large
        heading = block._replace(content=content, marked=not leaf.bullets)
        self.add_prose(heading, lines, start)

    def is_underlined_heading(
        self, title: str, lines: Sequence[SourceLine], underline: SourceLine
    ) -> bool:
        """Whether `title` with a line under it is a heading; otherwise the line is a rule under a
        paragraph."""
        if len(lines) > 1:
            return False
        if is_numbered_heading(title, self.matcher) or is_bare(title):
            return True
        is_short = not has_han(title) and len(title) <= 80 and title[-1:] not in ".,;:!?"
        return is_short or underline.text.strip(">" + SPACE)[:1] != "-"

    def add_paragraphs(self, block: Block, leaf: Leaf, lines: list[SourceLine]) -> None:
        """Add a paragraph or list item, split where Han text begins a new paragraph."""
        start, bullet = self.item_content(leaf) if leaf.bullets else (block.span.start, "")
        for number, paragraph in enumerate(split_paragraph(lines, self.matcher)):
            line, last = paragraph[0], paragraph[-1]
            if number:
                start, bullet = self.skip_quotes(line), ""
            part = block._replace(
                kind=ITEM if leaf.bullets and number == 0 else PARAGRAPH,
                span=Span(start if number else block.span.start, last.end),
                content=Span(min(start, last.last), last.last),
            )
            if part.kind == ITEM or not self.add_hash_heading(part, paragraph, start):
                self.add_prose(part, paragraph, start, bullet)

    def add_hash_heading(self, block: Block, lines: Sequence[SourceLine], start: int) -> bool:
        """Add a heading without a space after its hashes (#一、标题) and return True. Return False,
        and add nothing, if the paragraph is not one."""
        end = lines[0].last
        if len(lines) > 1 or end - start > _MOST_COLUMNS:
            return False
        hashes = _HASHES.match(self.text, start, end)
        if not hashes or width(self.text[start:end]) > _MOST_COLUMNS:
            return False
        title = hashes.end()
        content = inside_emphasis(self.text, title, without_closing_hashes(self.text, title, end))
        heading = block._replace(kind=HEADING, level=len(hashes[1]), content=Span(*content))
        self.add_prose(heading._replace(marked=True), lines, title)
        return True

    def item_content(self, leaf: Leaf) -> tuple[int, str]:
        """The offset of a list item's content, and its bullet. The number of an ordered item
        belongs to the content: it is an ordinal."""
        for offset, ordered in leaf.bullets:
            if ordered:
                return offset + self.base, "1."
        offset = leaf.bullets[-1][0] + self.base
        bullet = self.text[offset]
        if leaf.task >= 0:
            task = leaf.task + self.base
            behind_box = self.text[task : task + 8]
            return task + len(behind_box) - len(behind_box.lstrip(" \t")), bullet
        match = _BULLET.match(self.text, offset)
        return (match.end() if match else offset), bullet

    def add_indented(self, block: Block, lines: Sequence[SourceLine]) -> None:
        """Add an indented block: prose if at least half of its lines hold Han text and are not code
        comments, otherwise code."""
        texts = [line.text for line in lines]
        han = sum(1 for text in texts if has_han(text) and not _CODE_COMMENT.match(text))
        if han * 2 < len(lines) or not han:
            self.builder.add(block._replace(kind=CODE, content=block.span))
            return
        for line in lines:
            first = self.skip_quotes(line)
            part = block._replace(
                kind=PARAGRAPH, span=Span(first, line.end), content=Span(first, line.last)
            )
            self.builder.zones += tag_zones(self.text, first, line.last)
            self.add_prose(part, [line], first)


def _inside_fences(text: str, lines: Sequence[SourceLine]) -> Span:
    """The span between the fences of code; an unclosed fence runs to the block's end."""
    first, last = lines[0], lines[-1]
    if len(lines) == 1:
        return Span(first.end, first.end)
    fence = text[first.first : first.last].lstrip("> \t-+*0123456789.)")[:3]
    closed = fence and not last.text.lstrip("> \t").strip(fence[0])
    return Span(min(lines[1].start, last.end), last.start if closed else last.end)
