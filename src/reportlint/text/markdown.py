"""Markdown → blocks.

The Markdown parser says where not to look; what Chinese office text means otherwise than CommonMark is mended here: an
indented block with Han text is prose, a tag that HTML does not know is text, a line under a sentence is a rule and no heading,
`#一、标题` and `**一、标题**` are headings, and in Han text each line is a paragraph of its own unless it is wrapped.
"""

from __future__ import annotations

from bisect import bisect_right

from reportlint._startup.lazy_pattern import lazy
from reportlint.core.document import (
    CODE,
    HEADING,
    HTML,
    ITEM,
    PARAGRAPH,
    RULE,
    ZONE_COMMENT,
    ZONE_MATH,
    ZONE_TAG,
    ZONE_TARGET,
    Block,
    Document,
    Zone,
)
from reportlint.core.span import Span
from reportlint.text.front_matter import front_matter
from reportlint.text.headings import is_bare, numbered
from reportlint.text.html_blocks import html
from reportlint.text.lines import (
    SPACE,
    WORD,
    Draft,
    Row,
    before_hashes,
    behind_emphasis,
    behind_quotes,
    has_han,
    rows,
    unwrapped,
    width,
)
from reportlint.text.markdown_events import INDENTED, Leaf, read
from reportlint.text.plain import finish, mark_headings
from reportlint.text.wrap import chunks_of
from reportlint.text.zones import known_tag, tags

_MARKS = frozenset("#>*_")  # what a paragraph may begin with that is no text of its own
_HASH = lazy(r"(#{1,6})[\u3000\xa0]*(?=[^\x00-\xff]|\(|\d+[.、．])(?!.*[^\s#].*#)")
_BULLET_END = lazy(r"(?:[-+*]|\d{1,9}[.)])[ \t]*")
_DEFINITION = lazy(r"\[[^\]]+\]:")
_CODE_COMMENT = lazy(r"#|//|/\*|--|;|\"|'|<!--")


def parse_markdown(text: str) -> Document:
    """The document of a Markdown text; never raises."""
    draft = Draft(text)
    front, entries = front_matter(text)
    base = 0
    if front:
        draft.add(front)
        base = front.span.end
    zones: list[Zone] = []
    builder = _Builder(draft, rows(text, base), base)
    for leaf in read(text[base:], zones):
        builder.leaf(leaf)
    builder.leftover(len(builder.rows))
    draft.zones += [kept for zone in zones if (kept := _zone(text, zone, base))]
    mark_headings(draft, bare=False)
    return finish(draft, "markdown", entries)


def _zone(text: str, zone: Zone, base: int) -> Zone | None:
    """The zone at its place in the whole text; None for a tag that is none, and for amounts of money that look like math."""
    span = Span(zone.span.start + base, zone.span.end + base)
    if zone.kind == ZONE_TAG:
        tag = span.cut(text)
        if tag.startswith("<!--"):
            return Zone(ZONE_COMMENT, span)
        return Zone(ZONE_TAG, span) if known_tag(tag) else None
    if (
        zone.kind == ZONE_MATH
        and not text.startswith("$$", span.start)
        and any(mark in span.cut(text) for mark in "，。；、：")
    ):
        return None
    return Zone(zone.kind, span)


class _Builder:
    """Puts leaves on rows: every row belongs to one block at most."""

    def __init__(self, draft: Draft, lines: list[Row], base: int) -> None:
        self.draft = draft
        self.text = draft.text
        self.rows = lines
        self.starts = [row.start for row in lines]
        self.base = base
        self.next = 0  # the first row that no block has

    def leaf(self, leaf: Leaf) -> None:
        """Take one leaf."""
        base = self.base
        begin = leaf.bullets[0][0] if leaf.bullets else leaf.start
        at = max(bisect_right(self.starts, begin + base) - 1, 0)
        end = self.row_end(leaf.end + base)
        if at < self.next or end <= at:
            at, end = max(at, self.next), max(end, at + 1)
        if at >= len(self.rows) or end <= at:
            return
        self.leftover(at)
        self.next = end
        parts = self.rows[at:end]
        plain = (
            leaf.kind == PARAGRAPH
            and len(parts) == 1
            and not (leaf.bullets or leaf.quote or leaf.depth)
        )
        if plain and self.text[parts[0].first] not in _MARKS:
            self.draft.paragraph(parts[0])
            return
        start = (
            begin + base
            if leaf.bullets
            else behind_quotes(self.text, parts[0].first, parts[0].last)
        )
        span = Span(max(start, parts[0].start), parts[-1].end)
        block = Block(
            leaf.kind, span, span, leaf.level, quote=leaf.quote, depth=leaf.depth, info=leaf.info
        )
        if leaf.kind == HEADING:
            self.heading(block, leaf, parts)
        elif leaf.kind == PARAGRAPH:
            self.paragraph(block, leaf, parts)
        elif leaf.kind == HTML:
            html(self.draft, block, parts)
        elif leaf.kind == INDENTED:
            self.indented(block, parts)
        elif leaf.kind == CODE:
            self.draft.add(
                block._replace(
                    content=_inside(self.text, parts), info=leaf.info.split(" ")[0].strip()
                )
            )
        else:
            self.draft.add(block)

    def row_end(self, end: int) -> int:
        """The index behind the row that holds the character before `end`."""
        return bisect_right(self.starts, max(end - 1, 0))

    def leftover(self, until: int) -> None:
        """Rows that the parser gave no event for: definitions of links, mostly; whatever else has words is a paragraph."""
        while self.next < until:
            row = self.rows[self.next]
            self.next += 1
            first = behind_quotes(self.text, row.first, row.last)
            if not WORD.search(self.text, first, row.last):
                continue
            span = Span(first, row.end)
            quote = self.text.count(">", row.first, first)
            definition = _DEFINITION.match(self.text, first, row.last)
            if definition:
                self.draft.add(Block(HTML, span, span, quote=quote))
                self.draft.zones.append(Zone(ZONE_TARGET, Span(definition.end(), row.last)))
            else:
                self.prose(Block(PARAGRAPH, span, Span(first, row.last), quote=quote), [row], first)

    def prose(self, block: Block, parts: list[Row], start: int, bullet: str = "") -> None:
        inner = start if bullet == "1." else behind_emphasis(self.text, start, parts[0].last)
        self.draft.prose(block, parts, inner, bullet, block.span.start)

    def heading(self, block: Block, leaf: Leaf, parts: list[Row]) -> None:
        text = self.text
        start = leaf.first + self.base if leaf.first >= 0 else parts[0].last
        under = parts[-1]
        atx = text.startswith("#", leaf.start + self.base)
        last = leaf.last + self.base if leaf.first >= 0 else start
        if not atx and len(parts) > 1:
            parts = parts[:-1]
            whole = text[start : parts[-1].last]
            if (
                len(parts) > 1
                or not (numbered(whole) or is_bare(whole) or _short_latin(whole))
                and under.text.strip(">" + SPACE)[:1] == "-"
            ):
                self.paragraph(
                    block._replace(
                        kind=PARAGRAPH, level=0, span=Span(block.span.start, parts[-1].end)
                    ),
                    leaf,
                    parts,
                )
                first = behind_quotes(text, under.first, under.last)
                span = Span(first, under.end)
                self.draft.add(Block(RULE, span, span, quote=leaf.quote, depth=leaf.depth))
                return
        content = Span(*unwrapped(text, start, max(start, min(last, under.last))))
        self.prose(block._replace(content=content), parts, start)

    def paragraph(self, block: Block, leaf: Leaf, parts: list[Row]) -> None:
        """A paragraph or list item, cut where Han text begins a new one."""
        text = self.text
        start, bullet = self.begin(leaf, block.span.start)
        if not leaf.bullets:
            start = block.span.start
        chunks = chunks_of(text, parts)
        for number, chunk in enumerate(chunks):
            last = chunk[-1]
            first = start if number == 0 else behind_quotes(text, chunk[0].first, chunk[0].last)
            span = Span(block.span.start if number == 0 else first, last.end)
            part = block._replace(
                kind=ITEM if leaf.bullets and number == 0 else PARAGRAPH,
                span=span,
                content=Span(min(first, last.last), last.last),
            )
            short = len(chunk) == 1 and part.kind == PARAGRAPH and last.last - first <= 84
            hashes = _HASH.match(text, first, last.last) if short else None
            if hashes and width(text[first : last.last]) <= 84:
                content = Span(
                    *unwrapped(text, hashes.end(), before_hashes(text, hashes.end(), last.last))
                )
                self.prose(
                    part._replace(kind=HEADING, level=len(hashes[1]), content=content),
                    chunk,
                    hashes.end(),
                )
            else:
                self.prose(part, chunk, first, bullet if number == 0 else "")

    def begin(self, leaf: Leaf, start: int) -> tuple[int, str]:
        """Where a list item's content begins, and its bullet. The number of an ordered one is content: it is an ordinal."""
        for offset, ordered in leaf.bullets:
            if ordered:
                return offset + self.base, "1."
        if not leaf.bullets:
            return start, ""
        offset = leaf.bullets[-1][0] + self.base
        if leaf.task >= 0:
            at = leaf.task + self.base
            return at + len(self.text[at : at + 8]) - len(
                self.text[at : at + 8].lstrip(" \t")
            ), self.text[offset]
        match = _BULLET_END.match(self.text, offset)
        return (match.end() if match else offset), self.text[offset]

    def indented(self, block: Block, parts: list[Row]) -> None:
        """Four spaces before a line: prose if most of its lines hold Han text outside comments of code."""
        han = sum(1 for row in parts if has_han(row.text) and not _CODE_COMMENT.match(row.text))
        if han * 2 < len(parts) or not han:
            self.draft.add(block._replace(kind=CODE, content=block.span))
            return
        for row in parts:
            first = behind_quotes(self.text, row.first, row.last)
            part = block._replace(
                kind=PARAGRAPH, span=Span(first, row.end), content=Span(first, row.last)
            )
            self.draft.zones += tags(self.text, first, row.last)
            self.prose(part, [row], first)


def _inside(text: str, parts: list[Row]) -> Span:
    """What stands between the fences of code; an unclosed fence runs to the block's end."""
    fence = text[parts[0].first : parts[0].last].lstrip("> \t-+*0123456789.)")[:3]
    closed = len(parts) > 1 and fence and not parts[-1].text.lstrip("> \t").strip(fence[0])
    if len(parts) == 1:
        return Span(parts[0].end, parts[0].end)
    return Span(min(parts[1].start, parts[-1].end), parts[-1].start if closed else parts[-1].end)


def _short_latin(text: str) -> bool:
    return text.isascii() and len(text) <= 80 and text[-1:] not in ".,;:!?"
