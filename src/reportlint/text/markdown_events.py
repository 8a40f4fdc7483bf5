"""The events of the Markdown parser → leaves and zones, in code points.

A leaf is a block that contains no other blocks. The parser counts UTF-8 bytes. All offsets are
collected first and then converted to code points in one pass over the bytes, so the time grows only
linearly with the length of a line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.native import part_of
from reportlint._startup.typed import Any
from reportlint.core.document import (
    CODE,
    HEADING,
    HTML,
    PARAGRAPH,
    RULE,
    TABLE,
    ZONE_CODE,
    ZONE_LINK,
    ZONE_MATH,
    ZONE_TAG,
    ZONE_TARGET,
    ZONE_URL,
    Zone,
)
from reportlint.core.span import Span

INDENTED = "indented"  # a block indented by four spaces: code or prose, depending on its text
_LONE_RETURN = lazy(r"\r(?!\n)")
_LEAVES = {"Paragraph": PARAGRAPH, "HtmlBlock": HTML, "Table": TABLE}
_CLOSED = frozenset({*_LEAVES, "Heading", "CodeBlock"})
_CONTAINERS = frozenset({"Item", "List", "BlockQuote"})
_EMPHASIS = frozenset({"Emphasis", "Strong", "Strikethrough", "Superscript", "Subscript"})
_ZONES = {
    "Code": ZONE_CODE,
    "InlineHtml": ZONE_TAG,
    "FootnoteReference": ZONE_LINK,
    "InlineMath": ZONE_MATH,
    "DisplayMath": ZONE_MATH,
}


class Leaf(NamedTuple):
    """A block as the parser reports it."""

    kind: str
    level: int  # of a heading
    quote: int
    depth: int
    info: str
    start: int
    end: int
    first: int  # of the inline content of a heading, else -1
    last: int
    task: int  # the offset after a task box, -1 if it has none
    # the list items that begin with this leaf, outermost first: (offset, ordered)
    bullets: tuple[tuple[int, bool], ...]


_OFFSETS = slice(5, 10)  # of the fields of a leaf, those from its start to its task


def read(text: str, base: int = 0) -> tuple[list[Leaf], list[Zone]]:
    """The leaves of the Markdown behind the front matter, which ends at offset `base` of `text`, in
    order, and its zones."""
    source = text[base:] if base else text
    if "\r" in source:
        # the parser treats a lone carriage return as a line break only in some places
        source = _LONE_RETURN.sub("\n", source)
    data = source.encode("utf-8", "replace")
    walk = _Walk(data)
    walk.run(_events(data.decode("utf-8")))
    if len(data) == len(source) and not base:
        leaves = [Leaf(*leaf) for leaf in walk.leaves]
        return leaves, [Zone(kind, Span(start, end)) for kind, start, end in walk.zones]
    points = _code_points(data, walk.leaves, walk.zones, base)
    leaves = [_moved(leaf, points) for leaf in walk.leaves]
    zones = [Zone(kind, Span(points[start], points[end])) for kind, start, end in walk.zones]
    return leaves, zones


# Flags of `pyromark.Options`; the numbers are those of the parser in Rust.
TABLES, FOOTNOTES, STRIKETHROUGH, TASKLISTS, MATH, WIKILINKS = 2, 4, 8, 16, 1024, 32768
OPTIONS = TABLES | FOOTNOTES | STRIKETHROUGH | TASKLISTS | MATH | WIKILINKS


def _events(text: str) -> Iterable[tuple[Any, Any]]:
    events: Iterable[tuple[Any, Any]] = part_of("pyromark", "_pyromark").events_with_range(
        text, options=OPTIONS
    )
    return events


class _Walk:
    """One pass over the events; all offsets are bytes."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.leaves: list[tuple[Any, ...]] = []  # the fields of Leaf
        self.zones: list[tuple[str, int, int]] = []
        # the open leaf: kind, start, end, level, info, bullets
        self.open: tuple[str, int, int, int, str, tuple[tuple[int, bool], ...]] | None = None
        # whether the open leaf is the text of a tight item, which has no events of its own
        self.is_implicit = False
        self.first = self.last = -1  # of its inline content
        self.quote = 0
        self.depth = 0
        self.lists: list[bool] = []  # the open lists: whether each is ordered
        self.bullets: list[tuple[int, bool]] = []  # of items whose first leaf has not begun
        self.task = -1
        self.links: list[tuple[int, Any]] = []  # open links: offset of the text, link type

    def run(self, events: Iterable[tuple[Any, Any]]) -> None:
        """Process all events."""
        for event, span in events:
            if "Text" in event:  # the most frequent
                self.inline(span["start"], span["end"])
            elif "Start" in event:
                self.start(event["Start"], span["start"], span["end"])
            elif "End" in event:
                self.end(event["End"], span["start"], span["end"])
            else:
                self.other(event, span["start"], span["end"])
        self.close()

    def begin(self, kind: str, start: int, end: int, level: int = 0, info: str = "") -> None:
        """Open a leaf; an open one is closed first."""
        self.close()
        self.open = kind, start, end, level, info, tuple(self.bullets)
        self.bullets = []

    def close(self) -> None:
        """Close the open leaf, if there is one."""
        if self.open is None:
            return
        kind, start, end, level, info, bullets = self.open
        first = last = -1
        if kind == HEADING:
            first, last = self.first, self.last
        elif self.is_implicit and self.last >= 0:
            end = self.last
        offsets = start, end, first, last, self.task, bullets
        self.leaves.append((kind, level, self.quote, self.depth, info, *offsets))
        self.open = None
        self.first = self.last = self.task = -1
        self.is_implicit = False

    def inline(self, start: int, end: int = -1) -> None:
        """Record inline content from `start` to `end`; -1 if the end is not known yet. In a tight
        list item without an open leaf, it opens a paragraph."""
        if self.open is None:
            self.begin(PARAGRAPH, start, start)
            self.is_implicit = True
        if self.first < 0:
            self.first = start
        if self.last < end:
            self.last = end

    def reach(self, end: int) -> None:
        """Extend the inline content of the open leaf to `end`."""
        if self.open is not None and self.last < end:
            self.last = end

    def other(self, event: Any, start: int, end: int) -> None:
        """Process an event that is neither text nor a start or end."""
        if event == "Rule":
            self.begin(RULE, start, end)
            self.close()
        if type(event) is str:
            return
        (key,) = event
        if key == "TaskListMarker":
            self.task = end
        elif key != "Html":
            self.inline(start, end)
            if key in _ZONES:
                self.zones.append((_ZONES[key], start, end))

    def start(self, value: Any, start: int, end: int) -> None:
        """Process the start of a block or of inline markup."""
        detail: Any = None
        name = value
        if type(value) is not str:
            ((name, detail),) = value.items()
        if name in _LEAVES:
            self.begin(_LEAVES[name], start, end)
        elif name in _CONTAINERS:
            self.close()
            self.start_container(name, detail, start)
        elif name == "Heading":
            self.begin(HEADING, start, end, level=int(str(detail["level"])[-1]))
        elif name in _EMPHASIS:
            self.inline(start)
        elif name == "Link" or name == "Image":
            self.inline(start)
            self.links.append((start + (2 if name == "Image" else 1), detail["link_type"]))
        elif name == "CodeBlock":
            is_fenced = type(detail) is dict
            info = detail["Fenced"] if is_fenced else ""
            self.begin(CODE if is_fenced else INDENTED, start, end, info=info)

    def start_container(self, name: str, detail: Any, start: int) -> None:
        if name == "List":
            self.lists.append(detail is not None)
        elif name == "BlockQuote":
            self.quote += 1
        else:
            # the parser includes the rest of an indent in the item
            while self.data[start : start + 1] in (b" ", b"\t"):
                start += 1
            self.task = -1
            self.bullets.append((start, self.lists[-1]))
            self.depth += 1

    def end(self, value: Any, start: int, end: int) -> None:
        """Process the end of a block or of inline markup."""
        name = value if type(value) is str else next(iter(value))
        if name in _CLOSED:
            self.close()
        elif name in _CONTAINERS:
            if name == "Item" and self.bullets and self.open is None:  # an item without content
                self.begin(PARAGRAPH, start, start)
            self.close()
            self.end_container(name)
        elif name in _EMPHASIS:
            self.reach(end)
        elif name == "Link" or name == "Image":
            self.end_link(start, end)
            self.reach(end)

    def end_container(self, name: str) -> None:
        if name == "List":
            self.lists.pop()
        elif name == "BlockQuote":
            self.quote -= 1
        else:
            self.depth -= 1

    def end_link(self, start: int, end: int) -> None:
        """Add the zones of a link: the whole link, and its target."""
        text_start, link_type = self.links.pop()
        if link_type in ("Autolink", "Email"):
            self.zones.append((ZONE_URL, start, end))
            return
        self.zones.append((ZONE_LINK, start, end))
        text_end = max(text_start, self.last if self.open else text_start)
        if type(link_type) is dict:  # [[target|text]]
            bar = self.data.find(b"|", start, end)
            if bar > 0:
                self.zones.append((ZONE_TARGET, start + 2, bar))
        elif self.data[text_end : text_end + 2] in (b"](", b"]["):
            self.zones.append((ZONE_TARGET, text_end + 2, max(text_end + 2, end - 1)))


def _code_points(
    data: bytes, leaves: Sequence[tuple[Any, ...]], zones: Iterable[tuple[str, int, int]], base: int
) -> dict[int, int]:
    """A map of the offsets of the leaves and zones, from bytes of `data`, which begins at the code
    point `base`, to code points."""
    offsets = set(chain.from_iterable([leaf[_OFFSETS] for leaf in leaves]))
    offsets.update([offset for leaf in leaves for offset, _ in leaf[-1]])
    offsets.update(chain.from_iterable([zone[1:] for zone in zones]))
    offsets.discard(-1)
    points = {-1: -1}
    before, count = 0, base
    for offset in sorted(offsets):
        piece = data[before:offset]
        count += len(piece if piece.isascii() else piece.decode("utf-8", "ignore"))
        points[offset] = count
        before = offset
    return points


def _moved(leaf: tuple[Any, ...], points: Mapping[int, int]) -> Leaf:
    """The leaf with its offsets converted to code points."""
    kind, level, quote, depth, info, start, end, first, last, task, bullets = leaf
    return Leaf(
        kind,
        level,
        quote,
        depth,
        info,
        points[start],
        points[end],
        points[first],
        points[last],
        points[task],
        tuple([(points[offset], ordered) for offset, ordered in bullets]) if bullets else (),
    )
