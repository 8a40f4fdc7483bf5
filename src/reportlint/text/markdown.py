"""Markdown → blocks.

The Markdown parser tells which parts are not prose. CommonMark is corrected where Chinese office
text means something else: an indented block with Han text is prose, a tag unknown to HTML is text,
a line under a sentence is a rule and not a heading underline, `#一、标题` and `**一、标题**` are
headings, and each line of Han text is a paragraph of its own unless the text is wrapped.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
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
_BULLETS = "-+*"
_BLANKS = (" ", "\t")
_FENCES = ("```", "~~~")
_DEFINITION = lazy(r"\[[^\]]+\]:")
_CODE_COMMENT = lazy(r"#|//|/\*|--|;|\"|'|<!--")


def parse_markdown(text: str, matcher: Matcher) -> Document:
    """The document of a Markdown text; never raises."""
    builder = DocumentBuilder(text)
    base = builder.take_front_matter()
    leaves, zones = read(text, base)
    walk = _Walk(builder, source_lines(text, base), matcher)
    for leaf in leaves:
        walk.take(leaf)
    walk.take_rest(len(walk.lines))
    builder.zones += [kept for zone in zones if (kept := _zone(text, zone))]
    mark_headings(builder, matcher, bare=False)
    return builder.document("markdown")


def _zone(text: str, zone: Zone) -> Zone | None:
    """The zone in the terms of this tool; None for a tag unknown to HTML, and for amounts of money
    parsed as math."""
    if zone.kind not in (ZONE_TAG, ZONE_MATH):
        return zone
    content = zone.span.cut(text)
    if zone.kind == ZONE_TAG:
        if content.startswith("<!--"):
            return Zone(ZONE_COMMENT, zone.span)
        return zone if is_tag(content) else None
    if content.startswith("$$") or not any(mark in content for mark in "，。；、："):
        return zone
    return None


class _Walk:
    """Assigns lines to the leaves of the parser; every line belongs to at most one block."""

    def __init__(self, builder: DocumentBuilder, lines: list[SourceLine], matcher: Matcher) -> None:
        self.builder = builder
        self.text = builder.text
        self.lines = lines
        self.starts = [line.start for line in lines]
        self.matcher = matcher
        self.tables = ruled_tables(builder.text, lines)
        self.next = 0  # the first line that is in no block yet

    def take(self, leaf: Leaf) -> None:
        """Add the blocks of one leaf."""
        begin = leaf.bullets[0][0] if leaf.bullets else leaf.start
        at = bisect_right(self.starts, begin, 1) - 1
        end = bisect_left(self.starts, leaf.end)
        if at < self.next or end <= at:
            at, end = max(at, self.next), max(end, at + 1)
        if at >= len(self.lines) or end <= at:
            return
        if at > self.next:
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
        if not leaf.bullets:
            begin = self.skip_quotes(lines[0])
        self.add(leaf, lines, max(begin, lines[0].start))

    def add_table(self, leaf: Leaf, lines: list[SourceLine], begin: int) -> None:
        """Add a table, and as paragraphs the lines from the first one without a bar on: the parser
        makes rows of them, but an author who left no blank line behind the table meant text. The
        rows of a single column need no bar."""
        texts = [self.text[line.first : line.last] for line in lines]
        is_wide = any("|" in text.strip("> \t|") for text in texts[1:2])
        bare = (at for at, text in enumerate(texts) if at and is_wide and "|" not in text)
        size = next(bare, len(lines))
        rows, rest = lines[:size], lines[size:]
        span = Span(begin, rows[-1].end)
        self.builder.add(Block(TABLE, span, span, quote=leaf.quote, depth=leaf.depth))
        if rest:
            self.add_paragraphs(leaf._replace(bullets=()), rest, self.skip_quotes(rest[0]))

    def is_plain(self, leaf: Leaf, line: SourceLine) -> bool:
        """Whether a leaf of one line is a paragraph without any marks, as most leaves are."""
        is_inside = bool(leaf.bullets) or leaf.quote > 0 or leaf.depth > 0
        return leaf.kind == PARAGRAPH and not is_inside and self.text[line.first] not in _NOT_TEXT

    def add(self, leaf: Leaf, lines: list[SourceLine], begin: int) -> None:
        """Add the blocks of a leaf that covers `lines` from offset `begin` on."""
        if leaf.kind == HEADING:
            self.add_heading(leaf, lines, begin)
            return
        if leaf.kind == PARAGRAPH:
            self.add_paragraphs(leaf, lines, begin)
            return
        if leaf.kind == TABLE:
            self.add_table(leaf, lines, begin)
            return
        span = Span(begin, lines[-1].end)
        block = Block(leaf.kind, span, span, leaf.level, "", leaf.quote, leaf.depth, leaf.info)
        if leaf.kind == HTML:
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

    def add_heading(self, leaf: Leaf, lines: list[SourceLine], begin: int) -> None:
        text, last_line = self.text, lines[-1]
        span = Span(begin, last_line.end)
        start = end = lines[0].last
        if leaf.first >= 0:
            start, end = leaf.first, leaf.last
        if len(lines) > 1 and not text.startswith("#", leaf.start):
            lines = lines[:-1]
            if not self.is_underlined_heading(text[start : lines[-1].last], lines, last_line):
                self.add_paragraphs(leaf, lines, begin)
                span = Span(self.skip_quotes(last_line), last_line.end)
                self.builder.add(Block(RULE, span, span, quote=leaf.quote, depth=leaf.depth))
                return
        content = Span(*inside_emphasis(text, start, max(start, min(end, last_line.last))))
        # in `- # name` the hash only makes the item large
        is_marked = not leaf.bullets
        heading = Block(
            HEADING, span, content, leaf.level, "", leaf.quote, leaf.depth, "", is_marked
        )
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

    def add_paragraphs(self, leaf: Leaf, lines: list[SourceLine], begin: int) -> None:
        """Add a paragraph or list item from offset `begin` on, split where Han text begins a new
        paragraph."""
        kind, start, bullet = PARAGRAPH, begin, ""
        if leaf.bullets:
            kind = ITEM
            start, bullet = self.item_content(leaf)
        for number, paragraph in enumerate(split_paragraph(lines, self.matcher)):
            if number:
                begin = start = self.skip_quotes(paragraph[0])
                kind, bullet = PARAGRAPH, ""
            _, _, last, end, _, _ = paragraph[-1]
            content = Span(min(start, last), last)
            part = Block(kind, Span(begin, end), content, 0, "", leaf.quote, leaf.depth)
            if kind == ITEM or not self.add_hash_heading(part, paragraph, start):
                self.add_prose(part, paragraph, start, bullet)

    def add_hash_heading(self, block: Block, lines: Sequence[SourceLine], start: int) -> bool:
        """Add a heading without a space after its hashes (#一、标题) and return True. Return False,
        and add nothing, if the paragraph is not one."""
        end = lines[0].last
        if len(lines) > 1 or end - start > _MOST_COLUMNS or not self.text.startswith("#", start):
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
                return offset, "1."
        offset = leaf.bullets[-1][0]
        bullet = self.text[offset]
        if leaf.task >= 0:
            task = leaf.task
            behind_box = self.text[task : task + 8]
            return task + len(behind_box) - len(behind_box.lstrip(" \t")), bullet
        if bullet in _BULLETS:
            offset += 1
            while self.text.startswith(_BLANKS, offset):
                offset += 1
        return offset, bullet

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
