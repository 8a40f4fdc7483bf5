"""Where in a report a rule looks.

A rule's regex runs over the whole text, which is quick, and each find is then kept or dropped by the block and the zone that
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
from reportlint.core.span import Span
from reportlint.core.text import Text
from reportlint.kinds.cover import Cover

SECTION = "section:"
NOT = "not "
DEFAULT = ("prose", "table", "front-matter")
BLOCK_SCOPES = (
    "prose",
    "heading",
    "paragraph",
    "item",
    "table",
    "quote",
    "code",
    "comment",
    "html",
    "front-matter",
    "title",
    "body",
)
ZONE_SCOPES = ("inline-code", "link")
NAMES = (*BLOCK_SCOPES, *ZONE_SCOPES)

_TARGETS = frozenset({d.ZONE_TARGET, d.ZONE_URL, d.ZONE_TAG, d.ZONE_MATH})
_READABLE = d.PROSE | {d.TABLE}


class Scope(NamedTuple):
    """A rule's `scope`, taken apart once."""

    blocks: frozenset[str]  # names of BLOCK_SCOPES
    sections: tuple[str, ...]
    inside: frozenset[str]  # kinds of zones that are searched, whatever their block
    not_blocks: frozenset[str]
    not_sections: tuple[str, ...]
    outside: frozenset[str]  # kinds of zones that are never searched


def field(default: tuple[str, ...] = ()) -> Field:
    """The option `scope` of a kind."""
    item = Field(
        PLACE, Text("在哪里找", "where to look"), choices=(*NAMES, *(NOT + name for name in NAMES))
    )
    said = Text(
        "在哪里找：prose、table、quote、section:<节>……，前面加 not 表示除外",
        "where to look: prose, table, quote, section:<id> …; `not` before one takes it away",
    )
    return Field(LIST, said, default, item=item)


def scope(names: Sequence[str]) -> Scope:
    """The scope that `names` describe: the union of those without `not`, less those with it."""
    wanted = [name for name in names if not name.startswith(NOT)]
    unwanted = [name.removeprefix(NOT).strip() for name in names if name.startswith(NOT)]
    wanted = wanted or list(DEFAULT)
    outside = set(_TARGETS)
    if "comment" not in wanted:
        outside.add(d.ZONE_COMMENT)
    if "link" in wanted:
        outside -= {d.ZONE_TARGET, d.ZONE_URL}
    for name in unwanted:
        outside |= _zone_kinds(name)
    inside = frozenset(kind for name in wanted for kind in _zone_kinds(name))
    return Scope(
        frozenset(name for name in wanted if name in BLOCK_SCOPES),
        tuple(name.removeprefix(SECTION) for name in wanted if name.startswith(SECTION)),
        inside,
        frozenset(name for name in unwanted if name in BLOCK_SCOPES),
        tuple(name.removeprefix(SECTION) for name in unwanted if name.startswith(SECTION)),
        frozenset(outside),
    )


def _zone_kinds(name: str) -> set[str]:
    if name == "inline-code":
        return {d.ZONE_CODE}
    if name == "link":
        return {d.ZONE_LINK, d.ZONE_TARGET, d.ZONE_URL}
    return {d.ZONE_COMMENT} if name == "comment" else set()


class Area:
    """The part of one report that a scope covers. Made only where there is a find to judge."""

    def __init__(self, scope: Scope, reading: Reading) -> None:
        self._scope = scope
        self._blocks = reading.document.blocks
        zones = reading.document.zones
        self._outside = Cover(zone.span for zone in zones if zone.kind in scope.outside)
        self._inside = Cover(zone.span for zone in zones if zone.kind in scope.inside)
        self._sections = Cover(_sections(scope.sections, reading))
        self._not_sections = Cover(_sections(scope.not_sections, reading))

    def has(self, span: Span) -> bool:
        """Whether a find lies in the area: both its ends do. A find may hold a whole link or tag, but not begin or end in one."""
        last = max(span.start, span.end - 1)
        return self._covers(span.start) and (last == span.start or self._covers(last))

    def _covers(self, offset: int) -> bool:
        if self._outside.has(offset) or self._not_sections.has(offset):
            return False
        block = _block_at(self._blocks, offset)
        if block is None or any(_is(block, name) for name in self._scope.not_blocks):
            return False
        if any(_is(block, name) for name in self._scope.blocks) or self._inside.has(offset):
            return True
        return block.kind in _READABLE and self._sections.has(offset)


def _sections(ids: Iterable[str], reading: Reading) -> list[Span]:
    found = [reading.section_of(spec) for spec in ids]
    return [section.span for section in found if section is not None]


def _block_at(blocks: Sequence[Block], offset: int) -> Block | None:
    """The block around `offset`; the end of a block belongs to it, for finds of no width."""
    at = bisect_right(blocks, offset, key=lambda block: block.span.start) - 1
    return blocks[at] if at >= 0 and offset <= blocks[at].span.end else None


def _is(block: Block, name: str) -> bool:
    if name == "prose":
        return block.kind in d.PROSE
    if name == "quote":
        return block.quote > 0
    if name == "title":
        return block.role == d.TITLE
    if name == "body":
        return block.role == d.BODY and block.kind in d.PROSE
    return block.kind == name
