"""The styles of a document: the properties that a paragraph gets from its style and the styles it
is based on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint.docx.xml import Node, small_number

_LONGEST_CHAIN = 40  # styles that are based on each other; Word allows eleven
_HEADING = lazy(r"(?:heading|标题|標題)\s*([1-9])", re.I)
_TITLES = frozenset({"title", "标题", "標題"})
_SUBTITLES = frozenset({"subtitle", "副标题", "副標題"})
_CONTENTS = lazy(r"(?:toc|目录|目錄)\s*(?:[1-9]|heading|标题|標題)|table of figures", re.I)


class Style(NamedTuple):
    """One style as its file defines it, without inherited properties."""

    id: str
    name: str
    based_on: str
    outline: int  # as `w:outlineLvl`: 0 is a heading of level 1, 9 body text; -1: unset
    num_id: str  # the list of the style's paragraphs; "": unset, "0": none
    list_level: str
    hidden: bool | None


class Heading(NamedTuple):
    """The kind of heading that a style makes of a paragraph: a heading of a level from 1, a title,
    or neither (0, False)."""

    level: int = 0
    title: bool = False


class ListMembership(NamedTuple):
    """The list of a paragraph: its number in numbering.xml and its level, "" if the paragraph names
    no level."""

    num_id: str
    level: str
    style: str = ""  # the style that names the list; "" if the paragraph does


class Styles:
    """The styles of one document, by their ids."""

    def __init__(self, root: Node | None) -> None:
        nodes = root.all("w:style") if root else ()
        self._styles: dict[str, Style] = {}
        self._default = ""
        self._lists: dict[str, ListMembership] = {}
        self._headings: dict[str, Heading] = {}
        self._hidden: dict[str, bool] = {}
        for node in nodes:
            style = _style(node)
            self._styles.setdefault(style.id, style)
            if node.attributes.get("type") == "paragraph" and node.attributes.get("default") in (
                "1",
                "true",
                "on",
            ):
                self._default = style.id

    def chain(self, style_id: str) -> Iterator[Style]:
        """The style and the styles that it is based on, nearest first. A paragraph without a style
        has the default style."""
        seen: set[str] = set()
        style = self._styles.get(style_id or self._default) or self._styles.get(self._default)
        while style is not None and style.id not in seen and len(seen) < _LONGEST_CHAIN:
            seen.add(style.id)
            yield style
            style = self._styles.get(style.based_on)

    def heading(self, style_id: str) -> Heading:
        """The kind of heading that the style makes of its paragraphs."""
        if style_id not in self._headings:
            self._headings[style_id] = self._heading(style_id)
        return self._headings[style_id]

    def _heading(self, style_id: str) -> Heading:
        for style in self.chain(style_id):
            match = _HEADING.fullmatch(style.name)
            name = style.name.lower()
            if name in _TITLES or name in _SUBTITLES:  # Chinese Word gives both an outline level
                return Heading(0, name in _TITLES)
            if style.outline >= 0:
                return Heading(style.outline + 1 if style.outline < 9 else 0)
            if match:
                return Heading(int(match[1]))
        return Heading()

    def list_of(self, style_id: str) -> ListMembership:
        """The list to which the style adds its paragraphs; `num_id` is "" if there is none."""
        if style_id not in self._lists:
            num_id = level = source = ""
            for style in self.chain(style_id):
                level = level or style.list_level
                if style.num_id:
                    num_id, source = style.num_id, style.id
                    break
            self._lists[style_id] = ListMembership(num_id, level, source)
        return self._lists[style_id]

    def hidden(self, style_id: str) -> bool:
        """Whether the style hides text; False for "", which is no style."""
        if not style_id:
            return False
        if style_id not in self._hidden:
            switches = (style.hidden for style in self.chain(style_id))
            self._hidden[style_id] = next((on for on in switches if on is not None), False)
        return self._hidden[style_id]

    def is_contents(self, style_id: str) -> bool:
        """Whether the style is that of a table of contents."""
        style = self._styles.get(style_id)
        return style is not None and _CONTENTS.match(style.name) is not None


def _style(node: Node) -> Style:
    of_paragraph = node.child("w:pPr")
    of_text = node.child("w:rPr")
    numbering = of_paragraph.child("w:numPr") if of_paragraph else None
    return Style(
        node.attributes.get("styleId", ""),
        node.value("w:name").strip(),
        node.value("w:basedOn"),
        small_number(of_paragraph.value("w:outlineLvl"), -1) if of_paragraph else -1,
        numbering.value("w:numId") if numbering else "",
        numbering.value("w:ilvl") if numbering else "",
        of_text.flag("w:vanish") if of_text else None,
    )
