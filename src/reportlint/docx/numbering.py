"""The automatic numbers of a document, which Word prints before paragraphs and does not store in
their text.

A paragraph names a list (`w:num`) and a level. The list names an abstract list, which defines for
each level where it starts and how its label is written. All lists with the same abstract list share
their counters, unless a list restarts a level (`w:startOverride`). ISO/IEC 29500-1 §17.9; where the
standard is silent, a comment states what Word is known to do.
"""

from __future__ import annotations

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint.docx.number_formats import numeral
from reportlint.docx.styles import ListMembership, Styles
from reportlint.docx.symbols import bullet
from reportlint.docx.xml import Node, small_number

LEVELS = 9
_LONGEST_CHAIN = 8  # lists that refer to each other by numbering styles
_PLACE = lazy(r"%([1-9])")
_CLOSED = frozenset("、，。．：；）》】〕』」")  # no space follows a label that ends in these


class Level(NamedTuple):
    """One level of a list: where it starts, and how its label is written."""

    start: int = 1
    format: str = "decimal"
    pattern: str = ""  # of the format "custom"
    text: str = ""  # as `w:lvlText`: "第%1章", "%1.%2"
    # the deepest level (from 1) that restarts this one; 0: none, -1: every level above it
    restart: int = -1
    legal: bool = False  # all numbers in its label are Arabic
    suffix: str = "tab"
    hidden: bool = False
    font: str = ""
    style: str = ""  # the paragraph style tied to this level


class Label(NamedTuple):
    """The label printed before a paragraph, with the blank that separates it from the text."""

    text: str
    bullet: bool = False
    depth: int = 0  # enclosing levels that the label does not show


class ListDefinition(NamedTuple):
    """A list that paragraphs refer to: its levels, the start values that it overrides, and the
    abstract list whose counters it uses."""

    counted_with: str
    levels: dict[int, Level]
    starts: dict[int, int]


NO_LABEL = Label("")


class Numbering:
    """The lists that numbering.xml defines."""

    def __init__(self, root: Node | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, Node] = {}
        self._nums: dict[str, Node] = {}
        self._lists: dict[str, ListDefinition | None] = {}
        for node in root.children if root else ():
            if node.name == "w:abstractNum":
                self._abstract.setdefault(node.attributes.get("abstractNumId", ""), node)
            elif node.name == "w:num":
                self._nums.setdefault(node.attributes.get("numId", ""), node)

    def list(self, num_id: str) -> ListDefinition | None:
        """The list with the id `num_id`; None if there is none, as for "0", which takes a paragraph
        out of its style's list."""
        if num_id not in self._lists:
            node = self._nums.get(num_id)
            self._lists[num_id] = self._list(node) if node is not None else None
        return self._lists[num_id]

    def _list(self, num: Node) -> ListDefinition:
        abstract_id = num.value("w:abstractNumId")
        for _ in range(_LONGEST_CHAIN):
            abstract = self._abstract.get(abstract_id)
            link = abstract.value("w:numStyleLink") if abstract else ""
            linked = self._nums.get(self._styles.list_of(link).num_id) if link else None
            if linked is None:
                break
            abstract_id = linked.value("w:abstractNumId")
        levels = dict(_levels(self._abstract.get(abstract_id)))
        starts = {}
        for override in num.all("w:lvlOverride"):
            index = small_number(override.attributes.get("ilvl", ""), -1)
            levels.update(_levels(override))
            if override.child("w:startOverride"):
                starts[index] = small_number(override.value("w:startOverride"), 1)
        return ListDefinition(abstract_id, levels, starts)

    def level_of(self, membership: ListMembership) -> int:
        """The level (from 0) of a paragraph in its list: the level tied to its style, else the
        level that it names."""
        definition = self.list(membership.num_id)
        if definition and membership.style:
            for index, level in definition.levels.items():
                if level.style == membership.style:
                    return index
        return min(max(small_number(membership.level), 0), LEVELS - 1)


def _levels(node: Node | None) -> list[tuple[int, Level]]:
    """The levels of a definition or an override, with their numbers from 0."""
    nodes = node.all("w:lvl") if node is not None else ()
    return [(small_number(level.attributes.get("ilvl", "")), _level(level)) for level in nodes]


def _level(node: Node) -> Level:
    format = node.child("w:numFmt")
    look = node.child("w:rPr")
    fonts = look.child("w:rFonts") if look else None
    return Level(
        small_number(node.value("w:start")) if node.child("w:start") else 0,
        format.attributes.get("val", "decimal") if format else "decimal",
        format.attributes.get("format", "") if format else "",
        node.value("w:lvlText"),
        small_number(node.value("w:lvlRestart"), -1),
        bool(node.flag("w:isLgl")),
        node.value("w:suff") or "tab",
        bool(look.flag("w:vanish")) if look else False,
        fonts.attributes.get("ascii", "") if fonts else "",
        node.value("w:pStyle"),
    )


class Counters:
    """The counters of the lists in one story. A header, all notes of one kind, and each text box
    are stories of their own."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._values: dict[str, dict[int, int]] = {}  # by abstract list and level
        self._restarted: set[tuple[str, int]] = set()

    def next(self, membership: ListMembership) -> Label:
        """Count one paragraph and return the label printed before it; NO_LABEL if there is none."""
        definition = self._numbering.list(membership.num_id)
        if definition is None:
            return NO_LABEL
        index = self._numbering.level_of(membership)
        level = definition.levels.get(index)
        if level is None:
            return NO_LABEL
        values = self._values.setdefault(definition.counted_with, {})
        self._count(values, definition, membership.num_id, index)
        if level.hidden:
            return NO_LABEL
        return _label(index, definition, values)

    def _count(
        self, values: dict[int, int], definition: ListDefinition, num_id: str, index: int
    ) -> None:
        # A skipped level counts as begun: Word gives a Heading 1 that follows a first Heading 2 the
        # number 2 (Microsoft Knowledge Base Q197139).
        for above in range(index):
            values.setdefault(above, self._start(definition, above))
        if index in definition.starts and (num_id, index) not in self._restarted:
            self._restarted.add((num_id, index))
            values[index] = definition.starts[index]
        elif index in values:
            values[index] += 1
        else:
            values[index] = self._start(definition, index)
        for below in range(index + 1, LEVELS):
            restart = definition.levels[below].restart if below in definition.levels else -1
            if restart and index < (below if restart < 0 else restart):
                values.pop(below, None)

    def _start(self, definition: ListDefinition, index: int) -> int:
        if index in definition.starts:
            return definition.starts[index]
        return definition.levels[index].start if index in definition.levels else 1


def _label(index: int, definition: ListDefinition, values: dict[int, int]) -> Label:
    level = definition.levels[index]
    if level.format == "bullet":
        sign = bullet(level.text, level.font)
        return Label(f"{sign} ", True, index) if sign else NO_LABEL

    def written(place: str) -> str:
        index = int(place) - 1
        shown = definition.levels.get(index, Level())
        value = values.get(index, shown.start)
        format = "decimal" if level.legal and shown.format not in _KEPT_LEGAL else shown.format
        return numeral(value, format, shown.pattern)

    text = _PLACE.sub(lambda match: written(match[1]), level.text)
    if not text.strip():
        return NO_LABEL
    return Label(text + _separator(text, level.suffix), depth=_hidden_depth(index, definition))


def _hidden_depth(index: int, definition: ListDefinition) -> int:
    """How many of the levels above have labels of the same form as this one: 1. within 1."""

    def look(at: int) -> tuple[str, str]:
        level = definition.levels[at]
        return level.format, level.text.replace(f"%{at + 1}", "%")

    return sum(above < index and look(above) == look(index) for above in definition.levels)


_KEPT_LEGAL = frozenset({"none", "decimalZero", "custom"})


def _separator(text: str, suffix: str) -> str:
    """The text between label and paragraph: one blank, or "" if an author would not type one."""
    return "" if suffix == "nothing" or text[-1] in _CLOSED or text[-1].isspace() else " "
