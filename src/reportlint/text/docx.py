"""The lines of a Word document → blocks.

Marks of Markdown mean nothing here, and no line is wrapped. What the document has marked as a heading is one; where it has marked
nothing, headings are sought by their numbers and looks, as in plain text. Text beside the body is no prose, nor are the small cells
of a table; a cell that holds paragraphs, as the big field of a form does, is read like the body.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from reportlint.core.document import (
    HEADING,
    ITEM,
    NOTE,
    TABLE,
    ZONE_BLANK,
    ZONE_MATH,
    Block,
    Document,
    Zone,
)
from reportlint.core.span import Span
from reportlint.docx.values import BODY, Cell, DocxLine, DocxText
from reportlint.text.lines import SPACE, Draft, Row
from reportlint.text.plain import finish, mark_headings

DOCX = "docx"

_PROSE_PARAGRAPHS = 3  # as many in one cell make it a field of prose
_PROSE_LENGTH = 200  # code points of one cell that make it one


def parse_docx(docx: DocxText) -> Document:
    """The document of what was read from a .docx; its lines are those of `docx`. Never raises."""
    draft = Draft(docx.text)
    builder = _Builder(draft, docx)
    start = 0
    for line in docx.lines:
        builder.add(line, start)
        start += len(line.text) + 1
    builder.end_table()
    mark_headings(draft, bare=not any(line.level for line in docx.lines))
    return finish(draft, DOCX, ())


def _prose_cells(lines: Iterable[DocxLine]) -> set[Cell | None]:
    """The cells that hold paragraphs of prose; None, the text outside of tables, is among them."""
    prose: set[Cell | None] = {None}
    in_cells = (line for line in lines if line.cell is not None and line.part == BODY)
    for cell, group in groupby(in_cells, key=lambda line: line.cell):
        texts = [line.text for line in group if line.text.strip()]
        if len(texts) >= _PROSE_PARAGRAPHS or sum(map(len, texts)) >= _PROSE_LENGTH:
            prose.add(cell)
    return prose


class _Builder:
    """Makes a block of each line, and one of neighbouring cells of a table."""

    def __init__(self, draft: Draft, docx: DocxText) -> None:
        self._draft = draft
        self._prose_cells = _prose_cells(docx.lines)
        self._above = int(any(line.title for line in docx.lines))  # levels above a first heading
        self._table: list[Row] = []
        self._table_number = 0
        self._behind_title = False  # whether the last line was a title

    def add(self, line: DocxLine, start: int) -> None:
        """Take a line that begins at offset `start`."""
        zones = [(ZONE_BLANK, control.span) for control in line.controls if not control.filled]
        zones += [(ZONE_MATH, span) for span in line.formulas]
        self._draft.zones += [
            Zone(kind, Span(start + span.start, start + span.end)) for kind, span in zones
        ]
        row = _row(self._draft.text, start, start + len(line.text))
        if row is None:
            return
        if line.part == BODY and line.cell not in self._prose_cells:
            self._cell(row, line.cell)
            return
        self.end_table()
        if line.part == BODY:
            self._prose(row, line)
        else:
            span = Span(row.first, row.end)
            self._draft.add(Block(NOTE, span, Span(row.first, row.last), info=line.part))

    def _cell(self, row: Row, cell: Cell | None) -> None:
        number = cell.table if cell else 0
        if number != self._table_number:
            self.end_table()
        self._table_number = number
        self._table.append(row)

    def end_table(self) -> None:
        """Make one block of the cells that were taken."""
        if self._table:
            span = Span(self._table[0].first, self._table[-1].end)
            self._draft.add(Block(TABLE, span, span))
            self._table = []

    def _prose(self, row: Row, line: DocxLine) -> None:
        """Take a line of the body. A title of two lines has its second beside it, not under it."""
        level = 1 if line.title else line.level + self._above if line.level else 0
        if level and not (line.title and self._behind_title):
            span = Span(row.first, row.end)
            block = Block(HEADING, span, Span(row.first, row.last), level)
            self._draft.prose(block, [row], row.first)
        elif line.bullet and row.first == row.start:
            content = min(row.start + line.label, row.last)
            block = Block(ITEM, Span(row.first, row.end), Span(content, row.last), depth=1)
            self._draft.prose(block, [row], content, "-")
        else:
            self._draft.paragraph(row)
        self._behind_title = line.title


def _row(text: str, start: int, end: int) -> Row | None:
    """The line from `start` to `end` as all formats have it; None where it is blank."""
    bare = text[start:end].lstrip(SPACE)
    if not bare:
        return None
    first = end - len(bare)
    return Row(start, first, first + len(bare.rstrip(SPACE)), end, False, text)
