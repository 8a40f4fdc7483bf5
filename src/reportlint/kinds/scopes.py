"""The places in a report that a rule searches.

A rule's regex runs over the whole text, which is quick. Each match is then kept or dropped by the
block and the zone around it, which are found by bisection.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core import document as d
from reportlint.core.document import Block
from reportlint.core.reading import Reading
from reportlint.core.schema import CHOICE, LIST, PLACE, Field
from reportlint.core.span import Span, Spans
from reportlint.core.text import Text
from reportlint.kinds import parts

SECTION = "section:"
NOT = "not "
DEFAULT = ("prose", "table", "front-matter")
BLOCK_SCOPES = (
    *("prose", "heading", "paragraph", "item", "table", "quote", "code", "comment", "html"),
    *("note", "front-matter", "title", "body"),
)
ZONE_SCOPES = ("inline-code", "link")
PART_SCOPES = tuple(name for name in parts.NAMES if name not in BLOCK_SCOPES)
NAMES = (*BLOCK_SCOPES, *PART_SCOPES, *ZONE_SCOPES)

_ZONES = {
    "inline-code": frozenset({d.ZONE_CODE}),
    "link": frozenset({d.ZONE_LINK, d.ZONE_TARGET, d.ZONE_URL}),
    "comment": frozenset({d.ZONE_COMMENT}),
}
_UNREAD = frozenset({d.ZONE_TARGET, d.ZONE_URL, d.ZONE_TAG, d.ZONE_MATH, d.ZONE_COMMENT})
_READABLE = d.PROSE | {d.TABLE}


class Places(NamedTuple):
    """The names of a scope, sorted by what they denote."""

    blocks: frozenset[str]  # names of BLOCK_SCOPES
    sections: tuple[str, ...]
    zones: frozenset[str]  # kinds of zones
    parts: tuple[str, ...] = ()  # names of PART_SCOPES


class Scope(NamedTuple):
    """The parsed `scope` of a rule."""

    wanted: Places  # its zones are searched in blocks of any kind
    unwanted: Places
    never: frozenset[str]  # kinds of zones that are never searched
    which: str = ""  # one of parts.WHICH: which of the wanted blocks or parts; "" is all


def field(default: tuple[str, ...] = ()) -> Field:
    """The option `scope` of a kind."""
    choices = (*NAMES, *(NOT + name for name in NAMES))
    doc = Text(
        "在哪里找：prose、table、quote、section:<节>……，前面加 not 表示除外",
        "where to search: prose, table, quote, section:<id> …; `not` before one excludes it",
    )
    return Field(
        LIST, doc, default, item=Field(PLACE, Text("在哪里找", "where to look"), choices=choices)
    )


def which_field() -> Field:
    """The option `which` of a kind that has a scope."""
    doc = Text(
        "只看 scope 里的第一个、最后一个，或除最后一个以外的；条目按列表算，句子按段落算，"
        "单元格按行算",
        "search only the first, the last, or all except the last of the places in `scope`: items"
        " of each list, sentences of each paragraph, cells of each row",
    )
    return Field(CHOICE, doc, "", choices=parts.WHICH)


def scope(names: Sequence[str], which: str = "") -> Scope:
    """The scope that `names` describe: the union of the names without `not`, minus those with
    it."""
    return _scope(tuple(names), which)


@lru_cache(maxsize=64)  # most rules have the same
def _scope(names: tuple[str, ...], which: str) -> Scope:
    wanted = _places([name for name in names if not name.startswith(NOT)] or DEFAULT)
    unwanted = _places([name.removeprefix(NOT).strip() for name in names if name.startswith(NOT)])
    return Scope(wanted, unwanted, (_UNREAD - wanted.zones) | unwanted.zones, which)


def _places(names: Sequence[str]) -> Places:
    return Places(
        frozenset(name for name in names if name in BLOCK_SCOPES),
        tuple(name.removeprefix(SECTION) for name in names if name.startswith(SECTION)),
        frozenset(kind for name in names for kind in _ZONES.get(name, ())),
        tuple(name for name in names if name in PART_SCOPES),
    )


class Area:
    """The part of one report that a scope covers. Created only if there is a match to judge."""

    def __init__(self, scope: Scope, reading: Reading) -> None:
        self._scope = scope
        self._blocks = reading.document.blocks
        zones = reading.document.zones
        self._never = Spans(zone.span for zone in zones if zone.kind in scope.never)
        self._zones = Spans(zone.span for zone in zones if zone.kind in scope.wanted.zones)
        self._sections = Spans(_sections(scope.wanted.sections, reading))
        self._not_sections = Spans(_sections(scope.unwanted.sections, reading))
        self._parts = Spans(_parts(scope.wanted.parts, reading))
        self._not_parts = Spans(_parts(scope.unwanted.parts, reading))
        self._chosen = Spans(_chosen(scope, reading)) if scope.which else None
        self._marks = frozenset(_marks_of_links(reading, scope))

    def has(self, span: Span) -> bool:
        """Whether both ends of a match lie in the area. The match may contain a whole link or tag,
        but not begin or end inside one."""
        last = max(span.start, span.end - 1)
        if span.start in self._marks:
            return False
        return self._covers(span.start) and (last == span.start or self._covers(last))

    def _covers(self, offset: int) -> bool:
        block = _block_at(self._blocks, offset)
        if block is None or self._excludes(offset, block):
            return False
        if any(spans.has(offset) for spans in (self._zones, self._parts)):
            return True
        if any(_is(block, name) for name in self._scope.wanted.blocks):
            return True
        return block.kind in _READABLE and self._sections.has(offset)

    def _excludes(self, offset: int, block: Block) -> bool:
        """Whether the scope excludes `offset`, which lies in `block`."""
        if any(spans.has(offset) for spans in (self._never, self._not_sections, self._not_parts)):
            return True
        if self._chosen is not None and not self._chosen.has(offset):
            return True
        return any(_is(block, name) for name in self._scope.unwanted.blocks)


def _marks_of_links(reading: Reading, scope: Scope) -> Iterator[int]:
    """The offsets of the ( and ) around the targets of [text](target), which are Markdown syntax
    and not brackets of the text; none if the scope includes links."""
    text = reading.document.text
    for zone in reading.document.zones if d.ZONE_TARGET in scope.never else ():
        start, end = zone.span
        if (
            zone.kind == d.ZONE_TARGET
            and text.startswith("](", start - 2)
            and text[end : end + 1] == ")"
        ):
            yield from (start - 1, end)


def _sections(ids: Iterable[str], reading: Reading) -> list[Span]:
    sections = [reading.section_of(spec_id) for spec_id in ids]
    return [section.span for section in sections if section is not None]


def _parts(names: Iterable[str], reading: Reading) -> list[Span]:
    groups = (group for name in names for group in _groups(name, reading))
    return [span for group in groups for span in group]


def _groups(name: str, reading: Reading) -> list[list[Span]]:
    """The groups of parts of one name. A part that fills a block also contains the offset after it,
    for zero-width matches there."""
    groups = parts.parts(reading, name)
    return groups if name in parts.WITHIN_BLOCKS else [_with_ends(group) for group in groups]


def _with_ends(group: Iterable[Span]) -> list[Span]:
    return [Span(span.start, span.end + 1) for span in group]


def _chosen(scope: Scope, reading: Reading) -> list[Span]:
    """The wanted blocks and parts that `which` selects."""
    wanted = scope.wanted
    blocks = [b for b in reading.document.blocks if any(_is(b, name) for name in wanted.blocks)]
    groups = [_with_ends(group) for group in parts.grouped(reading, blocks)]
    for name in wanted.parts:
        groups += _groups(name, reading)
    return [span for group in groups for span in parts.chosen(group, scope.which)]


def _block_at(blocks: Sequence[Block], offset: int) -> Block | None:
    """The block around `offset`; it includes its end offset, for zero-width matches there."""
    at = bisect_right(blocks, offset, key=lambda block: block.span.start) - 1
    return blocks[at] if at >= 0 and offset <= blocks[at].span.end else None


def _is(block: Block, name: str) -> bool:
    """Whether `name`, one of BLOCK_SCOPES, includes `block`."""
    if name == "prose":
        return block.kind in d.PROSE
    if name == "quote":
        return block.quote > 0
    if name == "title":
        return block.role == d.TITLE
    if name == "body":
        return block.role == d.BODY and block.kind in d.PROSE
    return block.kind == name
