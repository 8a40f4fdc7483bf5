"""Insertion of comment marks into the bytes of the main part.

Bytes are inserted and never removed, so removing the same bytes again restores the document. To
cover part of a run, the run is closed and reopened with the same properties.
"""

from __future__ import annotations

import re

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint.docx.inline import Piece, kept
from reportlint.docx.names import W_STRICT, W
from reportlint.docx.xml import Node

_NAME = lazy(rb"<([^\s/>]+)")
_LOOK = lazy(rb"<(?:[\w.-]+:)?rPr(?:\s[^<>]*)?(?:/>|>.*?</(?:[\w.-]+:)?rPr\s*>)", re.DOTALL)
_CHARACTER = lazy(r"&[^;]*;|.", re.DOTALL)
_LOOKS = frozenset(
    {"w:rFonts", "w:rStyle", "w:vanish", "w:specVanish"}
)  # children of a run that are properties, not contents
_PRESERVE = b' xml:space="preserve"'


class Cut(NamedTuple):
    """A place within a run at which it can be split: the byte offset, the bytes that end the first
    half, and the bytes that begin the second."""

    offset: int
    ending: bytes
    beginning: bytes


class Boundary(NamedTuple):
    """One end of a comment's range: a run, a formula or a paragraph, and a place in the text of one
    of its pieces."""

    run: Node
    piece: Piece | None = None
    column: int = 0  # code points from the start of the piece


class Marks:
    """The marks to insert into the bytes of a part, `utf8`, whose nodes have their byte offsets. If
    `exact`, runs may be split."""

    def __init__(self, utf8: bytes, exact: bool) -> None:
        self._utf8 = utf8
        self._exact = exact
        self._ends: dict[int, list[bytes]] = {}
        self._starts: dict[int, list[bytes]] = {}
        self._cuts: dict[int, Cut] = {}
        # offsets in tags that need `xml:space`, because their text now ends with a blank
        self._spaced: set[int] = set()
        namespace = W_STRICT if W_STRICT.encode() in utf8 and W.encode() not in utf8 else W
        bound = re.search(rb'\sxmlns:w\s*=\s*["\']' + re.escape(namespace.encode()), utf8)
        self._declared = b"" if bound else b' xmlns:w="%s"' % namespace.encode()

    def add(self, id: str, start: Boundary, end: Boundary) -> None:
        """Add the marks of one comment, which covers the range from `start` to `end`."""
        first = self._cut(start)
        last = self._cut(end)
        begin = first.offset if first else self._before(start.run)
        finish = last.offset if last else self._behind(end.run)
        opening = self._mark("commentRangeStart", id)
        reference = b"<w:r%s><w:commentReference w:id=%s/></w:r>" % (self._declared, _quoted(id))
        closing = self._mark("commentRangeEnd", id) + reference
        if begin == finish:  # in a paragraph without runs
            self._ends.setdefault(finish, []).append(opening + closing)
        else:
            self._starts.setdefault(begin, []).append(opening)
            self._ends.setdefault(finish, []).append(closing)

    def _before(self, node: Node) -> int:
        return node.end if node.name == "w:p" else node.start

    def _behind(self, node: Node) -> int:
        """The byte offset after a run; for a paragraph without runs, that of its closing tag."""
        return node.end if node.name == "w:p" else self._utf8.index(b">", node.end) + 1

    def edited(self) -> bytes:
        """The bytes of the part with all marks inserted."""
        text, done = [], 0
        for offset in sorted({*self._starts, *self._ends, *self._spaced}):
            text.append(self._utf8[done:offset])
            done = offset
            cut = self._cuts.get(offset)
            text.append(cut.ending if cut else b"")
            text += self._ends.get(offset, ())
            text += self._starts.get(offset, ())
            text.append(cut.beginning if cut else b"")
            text.append(_PRESERVE if offset in self._spaced else b"")
        text.append(self._utf8[done:])
        return b"".join(text)

    def _mark(self, name: str, id: str) -> bytes:
        return b"<w:%s%s w:id=%s/>" % (name.encode(), self._declared, _quoted(id))

    def _cut(self, boundary: Boundary) -> Cut | None:
        """The cut at a place within a run; None if the place is at the edge of the run, or the run
        must not or cannot be split."""
        run, piece, column = boundary
        source = piece.source if piece else None
        if not self._exact or source is None or _is_edge(run, source, column):
            return None
        cut = _cut_at(self._utf8, run, source, column)
        if cut is None:
            return None
        self._cuts[cut.offset] = cut
        kept = source.attributes.get("space") == "preserve"
        if not kept and source.text[:column][-1:].isspace():
            self._spaced.add(source.start + len(_name_at(self._utf8, source)) + 1)
        return cut


def _is_edge(run: Node, source: Node, column: int) -> bool:
    """Whether a place in a text is at the start or end of the contents of its run."""
    content = [node for node in run.children if node.name not in _LOOKS]
    return not content or (
        (column <= 0 and content[0] is source)
        or (column >= len(source.text) and content[-1] is source)
    )


def _quoted(id: str) -> bytes:
    return b'"%s"' % id.encode()


def _name_at(utf8: bytes, node: Node) -> bytes:
    """The name of an element as written in its file, with its prefix."""
    match = _NAME.match(utf8, node.start)
    return match[1] if match else b""


def _cut_at(utf8: bytes, run: Node, source: Node, column: int) -> Cut | None:
    """The cut before a code point of a run's text. None if the run cannot be split: it holds a ruby
    or a tracked change of its properties, or its text as stored differs from its text as read."""
    head = utf8[run.start : source.start]
    start = utf8.index(b">", source.start) + 1
    written = utf8[start : source.end]
    if not any(child is source for child in run.children):  # base text of a ruby, in its own run
        return None
    if b"rPrChange" in head or b"<" in written or b"\r" in written:
        return None
    characters = _CHARACTER.findall(written.decode("utf-8"))
    if kept(source) != source.text or len(characters) != len(source.text):
        return None
    look = _LOOK.search(head)
    run_name, text_name = _name_at(utf8, run), _name_at(utf8, source)
    return Cut(
        start + len("".join(characters[:column]).encode()),
        b"</%s></%s>" % (text_name, run_name),
        b"<%s>%s<%s%s>" % (run_name, look[0] if look else b"", text_name, _PRESERVE),
    )
