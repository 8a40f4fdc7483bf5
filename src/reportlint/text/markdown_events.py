"""The events of the Markdown parser → leaves and zones in code points.

The parser counts UTF-8 bytes. Most texts are shown to it with one byte in place of each code point. Of the others all offsets are
gathered first and turned into code points in one walk over the bytes, so that a line of any length costs no more than its length.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
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

# Of labels, math, processing instructions, addresses and escapes: there what is not ASCII counts.
_EXACT = ("]:", "$", "<?", "@", "\\")
_HAN_INFO = lazy(r"(?:```|~~~)[^\n]*[^\x00-\x7f\n]")
_LONE = lazy(r"\r(?!\n)")
INDENTED = "indented"  # code that four spaces make; what it is, its text decides
_INLINE = frozenset({"Emphasis", "Strong", "Strikethrough", "Superscript", "Subscript"})


class Leaf(NamedTuple):
    """A block as the parser sees it; offsets are code points."""

    kind: str
    start: int
    end: int
    first: int  # of its inline content, -1 without
    last: int
    level: int
    quote: int
    depth: int
    info: str
    bullets: tuple[
        tuple[int, bool], ...
    ]  # (offset, ordered) of the list items that begin with this leaf, the outermost first
    task: int  # the offset behind a task box, -1 without


class _Walk:
    """One walk over the events. `open` is the leaf that stands open, as a list in the order of Leaf."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.closed: list[list[Any]] = []  # leaves that nobody has taken yet
        self.zones: list[tuple[str, int, int]] = []
        self.open: list[Any] | None = None
        self.implicit = (
            False  # the open leaf is the text of a tight item, which has no events of its own
        )
        self.quote = 0
        self.items: list[bool] = []  # ordered?
        self.lists: list[bool] = []
        self.bullets: list[tuple[int, bool]] = []
        self.task = -1
        self.links: list[tuple[int, Any]] = []

    def begin(self, kind: str, span: Any, level: int = 0, info: str = "") -> None:
        self.close()
        self.open = [
            kind,
            span["start"],
            span["end"],
            -1,
            -1,
            level,
            self.quote,
            len(self.items),
            info,
            tuple(self.bullets),
            self.task,
        ]
        self.bullets = []
        self.task = -1

    def close(self) -> None:
        if self.open is not None:
            if self.implicit and self.open[4] >= 0:
                self.open[2] = self.open[4]
            self.closed.append(self.open)
        self.open = None
        self.implicit = False

    def inline(self, span: Any) -> None:
        """Something inside a paragraph, or inside a tight list item, which then opens one."""
        leaf = self.open
        if leaf is None:
            self.begin(PARAGRAPH, span)
            self.implicit = True
            leaf = self.open
        if leaf is not None and leaf[3] < 0:
            leaf[3] = span["start"]

    def reach(self, end: int) -> None:
        if self.open is not None and self.open[4] < end:
            self.open[4] = end

    def walk(self, events: Iterable[tuple[Any, Any]]) -> Iterator[list[Any]]:
        """The leaves as they close, so that those of a long text are never all there at once."""
        for event, span in events:
            if self.closed:
                yield from self.closed
                self.closed.clear()
            if type(event) is str:
                if event == "Rule":
                    self.begin(RULE, span)
                    self.close()
                continue
            for key, value in event.items():
                if key == "Text":
                    self.inline(span)
                    self.reach(span["end"])
                elif key == "Start":
                    self.start(value, span)
                elif key == "End":
                    self.end(value if type(value) is str else next(iter(value)), span)
                else:
                    self.other(key, value, span)
        self.close()
        yield from self.closed

    def other(self, key: str, value: Any, span: Any) -> None:
        if key == "TaskListMarker":
            if self.open is None:
                self.task = span["end"]
            else:
                self.open[10] = span["end"]
            return
        if key == "Html":
            return
        self.inline(span)
        self.reach(span["end"])
        kind = {
            "Code": ZONE_CODE,
            "InlineHtml": ZONE_TAG,
            "FootnoteReference": ZONE_LINK,
            "InlineMath": ZONE_MATH,
            "DisplayMath": ZONE_MATH,
        }
        if key in kind:
            self.zones.append((kind[key], span["start"], span["end"]))

    def start(self, value: Any, span: Any) -> None:
        detail: Any
        name, detail = (value, None) if type(value) is str else next(iter(value.items()))
        if name in _INLINE:
            self.inline(span)
        elif name in ("Link", "Image"):
            self.inline(span)
            self.links.append((span["start"] + (2 if name == "Image" else 1), detail["link_type"]))
        elif name == "Paragraph":
            self.begin(PARAGRAPH, span)
        elif name == "Heading":
            self.begin(HEADING, span, int(str(detail["level"])[-1]))
        elif name == "Item":
            self.close()
            self.task = -1
            self.bullets.append((self.behind_blanks(span["start"]), self.lists[-1]))
            self.items.append(self.lists[-1])
        elif name == "List":
            self.close()
            self.lists.append(detail is not None)
        elif name == "BlockQuote":
            self.close()
            self.quote += 1
        elif name == "CodeBlock":
            fenced = type(detail) is dict
            self.begin(
                CODE if fenced else INDENTED,
                span,
                info=detail["Fenced"] if type(detail) is dict else "",
            )
        elif name == "HtmlBlock":
            self.begin(HTML, span)
        elif name == "Table":
            self.begin(TABLE, span)

    def behind_blanks(self, start: int) -> int:
        """Where an item's marker is: the parser counts to an item what is left of an indent."""
        while self.data[start : start + 1] in (b" ", b"\t"):
            start += 1
        return start

    def end(self, name: str, span: Any) -> None:
        if name in _INLINE:
            self.reach(span["end"])
        elif name in ("Link", "Image"):
            self.link(span)
            self.reach(span["end"])
        elif name == "Item":
            if self.bullets and self.open is None:  # an item without content
                self.begin(PARAGRAPH, {"start": span["start"], "end": span["start"]})
            self.close()
            self.items.pop()
        elif name == "List":
            self.close()
            self.lists.pop()
        elif name == "BlockQuote":
            self.close()
            self.quote -= 1
        elif name in ("Paragraph", "Heading", "CodeBlock", "HtmlBlock", "Table"):
            self.close()

    def link(self, span: Any) -> None:
        """The zones of a link: the whole, and where its address is."""
        inner, link_type = self.links.pop()
        start, end = span["start"], span["end"]
        if link_type in ("Autolink", "Email"):
            self.zones.append((ZONE_URL, start, end))
            return
        self.zones.append((ZONE_LINK, start, end))
        last = max(inner, self.open[4] if self.open else inner)
        if type(link_type) is dict:  # [[target|text]]
            bar = self.data.find(b"|", start, end)
            if bar > 0:
                self.zones.append((ZONE_TARGET, start + 2, bar))
        elif self.data[last : last + 2] in (b"](", b"]["):
            self.zones.append((ZONE_TARGET, last + 2, max(last + 2, end - 1)))


def read(text: str, zones: list[Zone]) -> Iterator[Leaf]:
    """The leaves of a Markdown text in order; when they are through, `zones` has its zones. The front matter must be gone."""
    if "\r" in text:
        text = _LONE.sub(
            "\n", text
        )  # the parser takes a lone carriage return for a line break only here and there
    exact = any(mark in text for mark in _EXACT) or _names_code_in_han(text)
    data = text.encode("utf-8", "replace") if exact else _one_byte_each(text)
    walk = _Walk(data)
    leaves: Iterable[list[Any]] = walk.walk(_events(data.decode("utf-8")))
    if len(data) != len(text):
        leaves = list(leaves)
        _to_points(leaves, walk)
    for leaf in leaves:
        yield Leaf(*leaf)
    zones += [Zone(kind, Span(start, end)) for kind, start, end in walk.zones]


def _names_code_in_han(text: str) -> bool:
    """Whether something that is not ASCII may stand behind a fence: what it says there is kept as it is."""
    return ("```" in text or "~~~" in text) and _HAN_INFO.search(text) is not None


def _one_byte_each(text: str) -> bytes:
    """`text` with one byte for each code point, in which the parser sees the same blocks and zones; it must have none of `_EXACT`.

    What is not ASCII has no part in the structure of Markdown but in labels, and in what emphasis may stand beside, which nobody
    asks for. A percent sign has none at all.
    """
    return text.encode("ascii", "replace").replace(b"?", b"%")


def _events(text: str) -> Iterable[tuple[Any, Any]]:
    import pyromark

    options = pyromark.Options
    return pyromark.events_with_range(
        text,
        options=options.ENABLE_TABLES
        | options.ENABLE_FOOTNOTES
        | options.ENABLE_STRIKETHROUGH
        | options.ENABLE_TASKLISTS
        | options.ENABLE_MATH
        | options.ENABLE_WIKILINKS,
    )


def _to_points(leaves: Iterable[list[Any]], walk: _Walk) -> None:
    """Turn all offsets of the leaves and of the walk's zones from bytes to code points, in place."""
    needed = {offset for _, start, end in walk.zones for offset in (start, end)}
    for leaf in leaves:
        needed.update((leaf[1], leaf[2], leaf[3], leaf[4], leaf[10]))
        needed.update(offset for offset, _ in leaf[9])
    needed.discard(-1)
    point = {-1: -1}
    at = count = 0
    for offset in sorted(needed):
        count += len(walk.data[at:offset].decode("utf-8", "ignore"))
        at = offset
        point[offset] = count
    walk.zones = [(kind, point[start], point[end]) for kind, start, end in walk.zones]
    for leaf in leaves:
        for field in (1, 2, 3, 4, 10):
            leaf[field] = point[leaf[field]]
        leaf[9] = tuple((point[offset], ordered) for offset, ordered in leaf[9])
