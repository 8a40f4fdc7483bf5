"""A story of a document (its body, a header or a note) → lines.

Blocks come in the order of the file: paragraphs, tables cell by cell, and a text box after the
paragraph that it is anchored to.
"""

from __future__ import annotations

import itertools

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.span import Span
from reportlint.docx.errors import DocxError
from reportlint.docx.fields import Fields
from reportlint.docx.inline import RANGE_MARKS, Inline, Mark, Note, Piece, control_of, is_contents
from reportlint.docx.lines import Properties, lines_of, place, properties_of
from reportlint.docx.numbering import NO_LABEL, Counters, Label, Numbering
from reportlint.docx.styles import Styles
from reportlint.docx.values import BODY, BOX, Cell, DocxLine
from reportlint.docx.xml import Node

MOST_LINES = 200_000  # 1,240 real documents have up to 9,700
_CONTENTS_TITLE = lazy(r"\s*(?:目\s*[录錄次]|(?i:table of contents|contents))\s*")


class Definitions(NamedTuple):
    """The definitions that all stories of a document share."""

    styles: Styles
    numbering: Numbering


class ReadLine(NamedTuple):
    """A line, and the sources of its text. The spans of `pieces` are offsets in the line; the label
    has no piece."""

    line: DocxLine
    pieces: tuple[Piece, ...]
    paragraph: Node
    anchor: Node | None  # for text boxes and notes: the run of the body they are anchored to


class PlacedMark(NamedTuple):
    """A comment's mark, with its line (from 1) and column (from 0)."""

    mark: Mark
    line: int
    column: int


class Output:
    """The results of all stories read so far."""

    def __init__(self) -> None:
        self.lines: list[ReadLine] = []
        self.contents: list[str] = []
        self.marks: list[PlacedMark] = []
        self.notes: list[Note] = []
        self.sections: list[Node] = []
        self.paragraphs = 0
        self.tables = 0


class Story:
    """Reads one story into an output.

    `anchor` is the run of the body that the story is anchored to. With `keep_contents`, a table of
    contents is ordinary text. `counters` continue the lists of another story.
    """

    def __init__(
        self,
        definitions: Definitions,
        output: Output,
        part: str = BODY,
        anchor: Node | None = None,
        keep_contents: bool = False,
        counters: Counters | None = None,
    ) -> None:
        self._definitions = definitions
        self._styles = definitions.styles
        self._output = output
        self._part = part
        self._anchor = anchor
        self._keep_contents = keep_contents
        self._counters = counters or Counters(definitions.numbering)
        self._fields = Fields(keep_contents)
        self._controls: list[Node] = []  # the content controls around the current block
        self._in_contents = 0  # how many of them are frames of a table of contents
        self._marks: list[Node] = []  # comment marks between paragraphs
        self._carried: Inline | None = None  # a paragraph that the next one continues

    @property
    def lost_in_contents(self) -> bool:
        """Whether the story ended within a table of contents: its field then never ends and hides
        the rest."""
        return self._fields.in_contents

    def read(self, root: Node, cell: Cell | None = None) -> None:
        """Read the blocks of a body, a cell or a note."""
        last = self._blocks(root, cell)
        if self._carried is not None and last is not None:
            self._finish(self._carried, last, properties_of(last), cell)
            self._carried = None

    def _blocks(self, root: Node, cell: Cell | None) -> Node | None:
        """Read the blocks of a node and return its last paragraph; None if it has none."""
        last = None
        for node in root.children:
            if node.name == "w:p":
                last = node
                self._paragraph(node, cell)
            elif node.name == "w:tbl":
                self._table(node, cell)
            elif node.name == "w:sdt":
                self._enter(node)
                last = self._blocks(node, cell) or last
                self._leave()
            elif node.name == "w:body":
                last = self._blocks(node, cell)
            elif node.name == "w:sectPr":
                self._output.sections.append(node)
            elif node.name in RANGE_MARKS:
                self._marks.append(node)
        return last

    def _enter(self, control: Node) -> None:
        self._controls.append(control)
        self._in_contents += is_contents(control)

    def _leave(self) -> None:
        self._in_contents -= is_contents(self._controls.pop())

    def _table(self, table: Node, cell: Cell | None) -> None:
        self._output.tables += 1
        self._rows(table, Cell(self._output.tables, 0, 0, cell.depth + 1 if cell else 1))

    def _rows(self, table: Node, at: Cell) -> Cell:
        for node in table.children:
            if node.name == "w:sdt":
                self._enter(node)
                at = self._rows(node, at)
                self._leave()
            elif node.name == "w:tr" and not _is_removed(node):
                at = at._replace(row=at.row + 1)
                self._cells(node, at)
        return at

    def _cells(self, row: Node, at: Cell) -> Cell:
        for node in row.children:
            if node.name == "w:sdt":
                self._enter(node)
                at = self._cells(node, at)
                self._leave()
            elif node.name == "w:tc":
                at = at._replace(column=at.column + 1)
                if not _is_merged(node):
                    self.read(node, at)
        return at

    def _paragraph(self, node: Node, cell: Cell | None) -> None:
        properties = properties_of(node)
        inline = self._carried or Inline(self._styles, self._fields)
        self._carried = None
        for mark in self._marks:
            inline.mark(mark)
        self._marks.clear()
        inline.read(node, properties.style)
        self._fields.end_paragraph()
        if properties.section is not None:
            self._output.sections.append(properties.section)
        if properties.goes_on:
            self._carried = inline
        else:
            self._finish(inline, node, properties, cell)

    def _finish(
        self, inline: Inline, node: Node, properties: Properties, cell: Cell | None
    ) -> None:
        """Add the lines of a complete paragraph to the output."""
        if not self._keep_contents and self._is_contents(inline, properties):
            self._take_contents(inline)
            return
        for control in self._controls:
            placed = control_of(control, Span(0, inline.size))
            if placed:
                inline.controls.append(placed)
        output = self._output
        output.paragraphs += 1
        heading = properties.heading or self._styles.heading(properties.style)
        line = DocxLine("", output.paragraphs, self._part, heading.level, heading.title, cell=cell)
        cuts = lines_of(inline, line, self._next_label(inline, properties))
        for mark in inline.marks:
            index, column = place(cuts, mark.offset)
            output.marks.append(PlacedMark(mark, len(output.lines) + 1 + index, column))
        if len(output.lines) > MOST_LINES:
            raise DocxError(
                f"文档超过 {MOST_LINES:,} 段",
                f"the document has more than {MOST_LINES:,} paragraphs",
            )
        output.lines += [ReadLine(cut.line, cut.pieces, node, self._anchor) for cut in cuts]
        output.notes += inline.notes
        self._boxes(inline, cell)

    def _next_label(self, inline: Inline, properties: Properties) -> Label:
        """The label of the paragraph from its own list or that of its style. The call counts the
        paragraph."""
        membership = properties.list or self._styles.list_of(properties.style)
        # An empty paragraph with a section only breaks the section; Word does not number it.
        if not membership.num_id or not inline.size and properties.section is not None:
            return NO_LABEL
        return self._counters.next(membership)

    def _boxes(self, inline: Inline, cell: Cell | None) -> None:
        """Read the text boxes anchored to a paragraph. In a header, their lines are lines of the
        header."""
        part = BOX if self._part == BODY else self._part
        for box in inline.boxes:
            anchor = self._anchor or (box.run if self._part == BODY else None)
            story = Story(self._definitions, self._output, part, anchor, self._keep_contents)
            story.read(_content(box.content), cell)

    def _is_contents(self, inline: Inline, properties: Properties) -> bool:
        """Whether a paragraph belongs to a table of contents and holds nothing else."""
        if self._in_contents or self._styles.is_contents(properties.style):
            return True
        return bool(inline.contents) and not inline.text.strip()

    def _take_contents(self, inline: Inline) -> None:
        """Set aside a paragraph of a table of contents. A title 目录 before it is set aside too: it
        would be a heading without text."""
        output = self._output
        if inline.contents or inline.size:
            output.contents.append("".join(inline.contents) + inline.text)
        end = len(output.lines)
        while end and not output.lines[end - 1].line.text.strip():
            end -= 1
        if end and _CONTENTS_TITLE.fullmatch(output.lines[end - 1].line.text):
            title = output.lines[end - 1].line
            output.contents.insert(-1, title.text)
            output.paragraphs = title.paragraph - 1
            del output.lines[end - 1 :]
            output.marks = [mark for mark in output.marks if mark.line < end]


def _content(box: Node) -> Node:
    """The contents of a text box. Lettering (`v:textpath`) has its text in an attribute, so a
    paragraph is made for it."""
    if box.name != "v:textpath":
        return box
    nodes = [Node(name, {}) for name in ("w:txbxContent", "w:p", "w:r", "w:t")]
    for outer, inner in itertools.pairwise(nodes):
        outer.children.append(inner)
    nodes[-1].text = box.attributes.get("string", "")
    return nodes[0]


def _is_removed(row: Node) -> bool:
    """Whether a row is hidden, or deleted in a tracked change."""
    properties = row.child("w:trPr")
    if properties is None:
        return False
    removed = properties.child("w:del") or properties.child("w:moveFrom")
    return removed is not None or bool(properties.flag("w:hidden"))


def _is_merged(cell: Node) -> bool:
    """Whether a cell is merged into the one above or before it, or was deleted in a tracked change:
    nothing in it is printed."""
    for name in ("w:vMerge", "w:hMerge"):
        merge = cell.child(name)
        if merge is not None and merge.attributes.get("val", "continue") == "continue":
            return True
    return cell.child("w:cellDel") is not None
