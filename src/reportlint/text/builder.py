"""The document builder that all formats share, and the detection of bare addresses."""

from __future__ import annotations

from collections.abc import Sequence

from reportlint._startup import late_re as re
from reportlint._startup.lazy_pattern import lazy
from reportlint.core.document import PARAGRAPH, ZONE_URL, Block, Document, Entry, Line, Zone
from reportlint.core.span import LineIndex, Span
from reportlint.text.front_matter import front_matter
from reportlint.text.lines import SourceLine, columns, skip_emphasis, skip_quotes

# Only ASCII: Chinese text may follow an address directly, 详见https://example.org的说明.
_URL = lazy(r"(?:https?|ftp)://[!#-;=?-_a-~]+|(?<![A-Za-z0-9_.])www\.[!#-;=?-_a-~]+", re.IGNORECASE)
_SCHEMES = ("https", "http", "ftp")
_LONGEST_SCHEME = 5
_MARKS = frozenset(">*_")  # quote marks and emphasis
_NOT_LAST = ".,;:!?'*)]}"  # characters that an address does not end in
_LOCAL = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._%+-"
_HOST = lazy(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


class DocumentBuilder:
    """Collects the blocks of a text in order, and its zones in any order; `document` makes a
    Document of them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.blocks: list[Block] = []
        self.lines: list[Line] = []
        self.zones: list[Zone] = []
        self.entries: tuple[Entry, ...] = ()

    def take_front_matter(self) -> int:
        """Add the front matter, if the text has any, and return the offset at which it ends."""
        front, self.entries = front_matter(self.text)
        if front is None:
            return 0
        self.add(front)
        return front.span.end

    def add(self, block: Block) -> int:
        """Append a block without lines and return its index."""
        self.blocks.append(block)
        return len(self.blocks) - 1

    def add_paragraph(self, line: SourceLine) -> None:
        """Append a line without any marks as a paragraph. Most blocks are of this kind."""
        span = Span(line.first, line.end)
        content = span if line.last == line.end else Span(line.first, line.last)
        whole, indent = span, 0
        if line.start != line.first:
            whole, indent = Span(line.start, line.end), columns(self.text[line.start : line.first])
        self.lines.append(Line(whole, line.first, len(self.blocks), indent))
        self.blocks.append(Block(PARAGRAPH, span, content))

    def add_prose(
        self,
        block: Block,
        lines: Sequence[SourceLine],
        start: int,
        bullet: str = "",
        indent_end: int = -1,
    ) -> int:
        """Append a prose block with its lines and return its index.

        `start` is the offset of the first line's content. `indent_end` is the offset at which its
        indent ends, if that is not the block's start.
        """
        index = self.add(block)
        text, head, span = self.text, lines[0], block.span
        first = span.start if indent_end < 0 else indent_end
        indent = columns(text[head.start : first]) if first > head.start else 0
        whole = head.start, head.end
        self.lines.append(
            Line(span if span == whole else Span(*whole), start, index, indent, bullet)
        )
        for line in lines[1:] if len(lines) > 1 else ():
            self._add_line(line, index)
        return index

    def _add_line(self, line: SourceLine, index: int) -> None:
        """Append a further line of the prose block with this index."""
        text = self.text
        first = content = line.first
        if text[first] in _MARKS:
            first = skip_quotes(text, first, line.last)
            content = skip_emphasis(text, first, line.last)
        indent = columns(text[line.start : first]) if first > line.start else 0
        self.lines.append(Line(Span(line.start, line.end), content, index, indent))

    def document(self, format: str) -> Document:
        """The document. Its zones are ordered by start, and an outer zone precedes those within
        it."""
        zones = sorted(
            {*self.zones, *addresses(self.text)},
            key=lambda zone: (zone.span.start, -zone.span.end, zone.kind),
        )
        return Document(
            self.text,
            format,
            tuple(self.blocks),
            tuple(self.lines),
            tuple(zones),
            self.entries,
            LineIndex(self.text),
        )


def addresses(text: str) -> list[Zone]:
    """The zones of bare web and e-mail addresses in `text`."""
    zones = _mail_addresses(text)
    end = 0
    for start in _web_addresses(text):
        match = _URL.match(text, start) if start >= end else None
        if match is None:
            continue
        end = match.end()
        size = len(match[0].rstrip(_NOT_LAST))
        if match[0].count("(") and match[0][size : size + 1] == ")":
            size += 1  # it closes a bracket of the address itself
        zones.append(Zone(ZONE_URL, Span(start, start + size)))
    return zones


def _web_addresses(text: str) -> list[int]:
    """The offsets at which web addresses may begin, ascending. A plain search takes a tenth of the
    time of a regex that ignores case."""
    starts: list[int] = []
    at = text.find("://")
    while at >= 0:
        scheme = text[max(0, at - _LONGEST_SCHEME) : at].lower()
        size = next((len(known) for known in _SCHEMES if scheme.endswith(known)), 0)
        if size:
            starts.append(at - size)
        at = text.find("://", at + 1)
    for mark in ("w.", "W."):
        at = text.find(mark)
        while at >= 0:
            if text[max(0, at - 2) : at].lower() == "ww":
                starts.append(at - 2)
            at = text.find(mark, at + 1)
    return sorted(starts)


def _mail_addresses(text: str) -> list[Zone]:
    """The zones of e-mail addresses. From each @, the search goes outward no further than an
    address may be long, so a text with many @ is no slower."""
    zones = []
    at = text.find("@")
    while at >= 0:
        local = text[max(0, at - 64) : at]
        size = len(local) - len(local.rstrip(_LOCAL))
        host = _HOST.match(text, at + 1, at + 255) if size else None
        if host:
            zones.append(Zone(ZONE_URL, Span(at - size, host.end())))
        at = text.find("@", at + 1)
    return zones
