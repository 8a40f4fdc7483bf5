"""Where in a report a rule looks.

A rule's regex runs over the whole text, which is quick, and each match is then kept or dropped by the block and the zone that
it lies in, found by bisection.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core import document as d
from reportlint.core.document import Block
from reportlint.core.reading import Reading
from reportlint.core.schema import LIST, PLACE, Field
from reportlint.core.span import Span, Spans
from reportlint.core.text import Text

SECTION = "section:"
NOT = "not "
DEFAULT = ("prose", "table", "front-matter")
BLOCK_SCOPES = (
    *("prose", "heading", "paragraph", "item", "table", "quote", "code", "comment", "html"),
    *("note", "front-matter", "title", "body"),
)
ZONE_SCOPES = ("inline-code", "link")
NAMES = (*BLOCK_SCOPES, *ZONE_SCOPES)

_ZONES = {
    "inline-code": frozenset({d.ZONE_CODE}),
    "link": frozenset({d.ZONE_LINK, d.ZONE_TARGET, d.ZONE_URL}),
    "comment": frozenset({d.ZONE_COMMENT}),
}
_UNREAD = frozenset({d.ZONE_TARGET, d.ZONE_URL, d.ZONE_TAG, d.ZONE_MATH, d.ZONE_COMMENT})
_READABLE = d.PROSE | {d.TABLE}


class Places(NamedTuple):
    """What the names of a scope stand for."""

    blocks: frozenset[str]  # names of BLOCK_SCOPES
    sections: tuple[str, ...]
    zones: frozenset[str]  # kinds of zones


class Scope(NamedTuple):
    """A rule's `scope`, taken apart once."""

    wanted: Places  # zones of these are searched whatever their block
    unwanted: Places
    never: frozenset[str]  # kinds of zones that are not searched


def field(default: tuple[str, ...] = ()) -> Field:
    """The option `scope` of a kind."""
    choices = (*NAMES, *(NOT + name for name in NAMES))
    doc = Text(
        "在哪里找：prose、table、quote、section:<节>……，前面加 not 表示除外",
        "where to look: prose, table, quote, section:<id> …; `not` before one takes it away",
    )
    return Field(
        LIST, doc, default, item=Field(PLACE, Text("在哪里找", "where to look"), choices=choices)
    )


def scope(names: Sequence[str]) -> Scope:
    """The scope that `names` describe: the union of those without `not`, less those with it."""
    wanted = _places([name for name in names if not name.startswith(NOT)] or DEFAULT)
    unwanted = _places([name.removeprefix(NOT).strip() for name in names if name.startswith(NOT)])
    return Scope(wanted, unwanted, (_UNREAD - wanted.zones) | unwanted.zones)


def _places(names: Sequence[str]) -> Places:
    return Places(
        frozenset(name for name in names if name in BLOCK_SCOPES),
        tuple(name.removeprefix(SECTION) for name in names if name.startswith(SECTION)),
        frozenset(kind for name in names for kind in _ZONES.get(name, ())),
    )


class Area:
    """The part of one report that a scope covers. Made only where there is a match to judge."""

    def __init__(self, scope: Scope, reading: Reading) -> None:
        self._scope = scope
        self._blocks = reading.document.blocks
        zones = reading.document.zones
        self._never = Spans(zone.span for zone in zones if zone.kind in scope.never)
        self._zones = Spans(zone.span for zone in zones if zone.kind in scope.wanted.zones)
        self._sections = Spans(_sections(scope.wanted.sections, reading))
        self._not_sections = Spans(_sections(scope.unwanted.sections, reading))

    def has(self, span: Span) -> bool:
        """Whether both ends of a match lie in the area. It may hold a whole link or tag, but not begin or end in one."""
        last = max(span.start, span.end - 1)
        return self._covers(span.start) and (last == span.start or self._covers(last))

    def _covers(self, offset: int) -> bool:
        if self._never.has(offset) or self._not_sections.has(offset):
            return False
        block = _block_at(self._blocks, offset)
        if block is None or any(_is(block, name) for name in self._scope.unwanted.blocks):
            return False
        if any(_is(block, name) for name in self._scope.wanted.blocks) or self._zones.has(offset):
            return True
        return block.kind in _READABLE and self._sections.has(offset)


def _sections(ids: Iterable[str], reading: Reading) -> list[Span]:
    sections = [reading.section_of(spec_id) for spec_id in ids]
    return [section.span for section in sections if section is not None]


def _block_at(blocks: Sequence[Block], offset: int) -> Block | None:
    """The block around `offset`; the end of a block belongs to it, for matches of no width."""
    at = bisect_right(blocks, offset, key=lambda block: block.span.start) - 1
    return blocks[at] if at >= 0 and offset <= blocks[at].span.end else None


def _is(block: Block, name: str) -> bool:
    """Whether `block` is one of what `name`, of BLOCK_SCOPES, stands for."""
    if name == "prose":
        return block.kind in d.PROSE
    if name == "quote":
        return block.quote > 0
    if name == "title":
        return block.role == d.TITLE
    if name == "body":
        return block.role == d.BODY and block.kind in d.PROSE
    return block.kind == name
