"""Blocks that begin with a tag: comments, HTML, and prose with tags in it or before it that are none."""

from __future__ import annotations

import re

from reportlint._startup.lazy_pattern import lazy
from reportlint.core.document import COMMENT, HEADING, HTML, PARAGRAPH, ZONE_COMMENT, Block, Zone
from reportlint.core.span import Span
from reportlint.text.lines import Draft, Row, behind_emphasis, behind_quotes, has_han
from reportlint.text.zones import HTML_TAGS, tags

_HTML_HEADING = lazy(r"<h([1-6])\b[^>]*>(.*)</h\1\s*>", re.IGNORECASE | re.DOTALL)
_HTML_TAG = lazy(r"</?([A-Za-z][A-Za-z0-9-]*)")
_HTML_PROSE = frozenset(
    "p div center br font span b strong i em u a section h1 h2 h3 h4 h5 h6 big small sup sub mark img hr".split()
)
_ALL_COMMENT = lazy(r"(?:\s*(?><!--.*?(?:-->|\Z)))+\s*", re.DOTALL)
_GAP = lazy(r"[ \t]*")


def html(draft: Draft, block: Block, parts: list[Row]) -> None:
    """A block that begins with a tag: a comment, HTML, or text with a tag before it that is none."""
    text = draft.text
    body = block.span.cut(text)
    if body.startswith("<!--"):
        if _ALL_COMMENT.fullmatch(body):
            draft.add(block._replace(kind=COMMENT))
            return
        _tagged(draft, block, parts)
        return
    heading = _HTML_HEADING.fullmatch(body.strip()) if len(parts) == 1 else None
    names = [match[1].lower() for match in _HTML_TAG.finditer(body)]
    if heading:
        start = block.span.start
        content = Span(start + heading.start(2), start + heading.end(2))
        draft.zones += tags(text, *block.span)
        inner = behind_emphasis(text, content.start, parts[0].last)
        draft.prose(
            block._replace(kind=HEADING, level=int(heading[1]), content=content),
            parts,
            inner,
            before=block.span.start,
        )
    elif names and (
        names[0] not in HTML_TAGS or (has_han(body) and all(_lets_prose(name) for name in names))
    ):
        _tagged(draft, block, parts)
    else:
        draft.add(block)


def _lets_prose(name: str) -> bool:
    """Whether a tag leaves what it holds a paragraph: a table or a list in HTML does not."""
    return name in _HTML_PROSE or name not in HTML_TAGS


def _tagged(draft: Draft, block: Block, parts: list[Row]) -> None:
    """Prose with tags and comments in it, a paragraph a line where none of these spans several."""
    text = draft.text
    zones = tags(text, *block.span)
    draft.zones += zones
    at = 0
    for number, row in enumerate(parts):
        while at < len(zones) and zones[at].span.end <= row.start:
            at += 1
        if number and at < len(zones) and zones[at].span.start < row.start:
            continue  # the row lies in a tag or comment that began before it: it went with that row
        size = 1
        behind = at
        while number + size < len(parts):
            after = parts[number + size]
            while behind < len(zones) and zones[behind].span.end <= after.start:
                behind += 1
            if behind == len(zones) or zones[behind].span.start >= after.start:
                break
            size += 1
        _tagged_row(draft, block, parts[number : number + size], zones, at)


def _tagged_row(draft: Draft, block: Block, group: list[Row], zones: list[Zone], at: int) -> None:
    """One paragraph of such a block; nothing but tags is HTML, nothing but comments a comment."""
    text = draft.text
    first = max(block.span.start, behind_quotes(text, group[0].first, group[0].last))
    start, last = first, group[-1].last
    only = True
    while at < len(zones) and zones[at].span.start <= start:
        only = only and zones[at].kind == ZONE_COMMENT
        gap = _GAP.match(text, zones[at].span.end, last)
        start = gap.end() if gap else last
        at += 1
    part = block._replace(
        kind=PARAGRAPH, span=Span(first, group[-1].end), content=Span(min(start, last), last)
    )
    if start < last:
        draft.prose(
            part,
            group,
            min(behind_emphasis(text, start, last), group[0].end),
            before=block.span.start,
        )
    else:
        draft.add(part._replace(kind=COMMENT if only else HTML, content=part.span))
