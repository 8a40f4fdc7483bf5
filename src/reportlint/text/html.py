"""HTML in a text: known HTML tags, and the Markdown blocks that begin with a tag."""

from __future__ import annotations

from collections.abc import Sequence

from reportlint._startup import late_re as re
from reportlint._startup.lazy_pattern import lazy
from reportlint.core.characters import has_han
from reportlint.core.document import (
    COMMENT,
    HEADING,
    HTML,
    PARAGRAPH,
    ZONE_COMMENT,
    ZONE_TAG,
    Block,
    Zone,
)
from reportlint.core.span import Span
from reportlint.text.builder import DocumentBuilder
from reportlint.text.lines import SourceLine, skip_emphasis, skip_quotes

_TAG = lazy(r"</?([A-Za-z][A-Za-z0-9-]*)(?:[\s/][^<>]*)?>")
_ATTRIBUTE = lazy(r"\s[A-Za-z-]+=(\"[^\"<>]*\"|'[^'<>]*')\s*/?>\Z")
_TAG_NAME = lazy(r"</?([A-Za-z][A-Za-z0-9-]*)")
_HEADING = lazy(r"<h([1-6])\b[^>]*>(.*)</h\1\s*>", re.IGNORECASE | re.DOTALL)
_COMMENTS = lazy(r"(?:\s*(?><!--.*?(?:-->|\Z)))+\s*", re.DOTALL)
_SPACES = lazy(r"[ \t]*")

_TAGS = frozenset(
    "a abbr acronym address article aside audio b base bdi bdo big blockquote body br button"
    " canvas caption center cite code "
    "col colgroup dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font"
    " footer form frame frameset "
    "h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link"
    " main map mark menu meta nav "
    "noscript object ol optgroup option output p param picture pre q rp rt ruby s samp script"
    " search section select slot small "
    "source span strike strong style sub summary sup svg table tbody td template textarea tfoot th"
    " thead time tr track "
    "tt u ul var video wbr".split()
)
# Tags whose contents are not paragraphs, such as those of tables and lists. All other tags may
# contain paragraphs.
_NO_PROSE_TAGS = _TAGS - set(
    "p div center br font span b strong i em u a section h1 h2 h3 h4 h5 h6 big small sup sub mark img hr".split()
)


def is_tag(tag: str) -> bool:
    """Whether `tag` (`<br/>`, `</div>`, a comment, a declaration) is HTML, or has an attribute as
    only tags have (`<sapn id="a">`); `<your name>` and `<title>` are not."""
    if tag.startswith(("<!", "<?")):
        return True
    match = _TAG.fullmatch(tag)
    if match is None:
        return False
    return match[1].lower() in _TAGS or _ATTRIBUTE.search(tag) is not None


def tag_zones(text: str, start: int, end: int) -> list[Zone]:
    """The zones of comments and known HTML tags in `text[start:end]`, ordered by start."""
    zones = []
    at = text.find("<", start, end)
    may_close = True  # False after a comment that nothing closes
    while at >= 0:
        after = at + 1
        if text.startswith("<!--", at):
            close = text.find("-->", at + 4, end) if may_close else -1
            may_close = close >= 0
            if may_close:
                after = close + 3
                zones.append(Zone(ZONE_COMMENT, Span(at, after)))
        elif (match := _TAG.match(text, at, end)) and is_tag(match[0]):
            after = match.end()
            zones.append(Zone(ZONE_TAG, Span(at, after)))
        at = text.find("<", after, end)
    return zones


def add_html(builder: DocumentBuilder, block: Block, lines: list[SourceLine]) -> None:
    """Add a block that begins with a tag: as a comment, HTML, a heading, or prose if its tags are
    unknown or allow paragraphs."""
    content = block.span.cut(builder.text)
    if content.startswith("<!--"):
        if _COMMENTS.fullmatch(content):
            builder.add(block._replace(kind=COMMENT))
        else:
            _add_prose(builder, block, lines)
        return
    heading = _HEADING.fullmatch(content.strip()) if len(lines) == 1 else None
    names = [match[1].lower() for match in _TAG_NAME.finditer(content)]
    if heading:
        _add_heading(builder, block, lines[0], heading)
    elif names and (
        names[0] not in _TAGS or (has_han(content) and _NO_PROSE_TAGS.isdisjoint(names))
    ):
        _add_prose(builder, block, lines)
    else:
        builder.add(block)


def _add_heading(
    builder: DocumentBuilder, block: Block, line: SourceLine, match: re.Match[str]
) -> None:
    """Add a heading `<h1>…</h1>` of one line."""
    start = block.span.start
    content = Span(start + match.start(2), start + match.end(2))
    builder.zones += tag_zones(builder.text, *block.span)
    # Not `marked`: authors use it to centre the title of a README, and headings of other levels
    # follow.
    heading = block._replace(kind=HEADING, level=int(match[1]), content=content)
    inner = skip_emphasis(builder.text, content.start, line.last)
    builder.add_prose(heading, [line], inner)


def _add_prose(builder: DocumentBuilder, block: Block, lines: Sequence[SourceLine]) -> None:
    """Add prose that contains tags and comments, one paragraph per line; lines that a tag or
    comment spans stay together."""
    zones = tag_zones(builder.text, *block.span)
    builder.zones += zones
    first_zone = 0
    at = 0
    while at < len(lines):
        first_zone = _skip_zones(zones, first_zone, lines[at].start)
        size = 1
        last_zone = first_zone
        while at + size < len(lines):
            start = lines[at + size].start
            last_zone = _skip_zones(zones, last_zone, start)
            if last_zone == len(zones) or zones[last_zone].span.start >= start:
                break
            size += 1
        _add_prose_lines(builder, block, lines[at : at + size], zones, first_zone)
        at += size


def _skip_zones(zones: Sequence[Zone], index: int, start: int) -> int:
    """The index of the first zone, from `index` on, that ends after `start`."""
    while index < len(zones) and zones[index].span.end <= start:
        index += 1
    return index


def _add_prose_lines(
    builder: DocumentBuilder,
    block: Block,
    lines: Sequence[SourceLine],
    zones: Sequence[Zone],
    index: int,
) -> None:
    """Add some lines of a prose block as one paragraph; as HTML if they hold only tags, as a
    comment if only comments. `index` is that of their first zone."""
    text = builder.text
    first = max(block.span.start, skip_quotes(text, lines[0].first, lines[0].last))
    start, last = first, lines[-1].last
    only_comments = True
    while index < len(zones) and zones[index].span.start <= start:
        only_comments = only_comments and zones[index].kind == ZONE_COMMENT
        spaces = _SPACES.match(text, zones[index].span.end, last)
        start = spaces.end() if spaces else last
        index += 1
    span = Span(first, lines[-1].end)
    if start >= last:
        kind = COMMENT if only_comments else HTML
        builder.add(block._replace(kind=kind, span=span, content=span))
        return
    paragraph = block._replace(kind=PARAGRAPH, span=span, content=Span(min(start, last), last))
    inner = min(skip_emphasis(text, start, last), lines[0].end)
    builder.add_prose(paragraph, lines, inner, indent_end=block.span.start)
