"""The lines of a Word document → blocks.

Markdown marks mean nothing here, and no line is wrapped. Headings are the paragraphs that the
document marks as headings, and numbered lines as in all formats; unnumbered lines can be headings
only if the document marks none. Text beside the body is not prose, nor are small cells of tables. A
cell that holds paragraphs, such as the big field of a form, is read like the body.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, groupby

from reportlint.core.document import (
    HEADING,
    ITEM,
    NOTE,
    TABLE,
    ZONE_BLANK,
    ZONE_MATH,
    Block,
    Document,
    Remark,
    Zone,
)
from reportlint.core.span import Span
from reportlint.docx.values import BODY, Cell, Comment, DocxLine, DocxText
from reportlint.ordinals.matcher import Matcher
from reportlint.text.builder import DocumentBuilder
from reportlint.text.headings import mark_headings
from reportlint.text.lines import SourceLine, source_line

DOCX = "docx"

_INDENT = 2  # columns of indent per level of a list
_PROSE_PARAGRAPHS = 3  # paragraphs in one cell that make it prose
_PROSE_LENGTH = 200  # code points in one cell that make it prose


def parse_docx(docx: DocxText, matcher: Matcher) -> Document:
    """The document of the text read from a .docx; its lines are those of `docx`. Never raises."""
    builder = DocumentBuilder(docx.text)
    walk = _Walk(builder, docx)
    start = 0
    for line in docx.lines:
        walk.take(line, start)
        start += len(line.text) + 1
    walk.end_table()
    mark_headings(builder, matcher, bare=not any(line.level for line in docx.lines))
    return builder.document(DOCX)._replace(remarks=_remarks(docx))


def _remarks(docx: DocxText) -> tuple[Remark, ...]:
    """The comments with a range in the text, ordered by that range."""
    starts = [0, *accumulate(len(line.text) + 1 for line in docx.lines)]
    placed = [
        Remark(comment.text, _span(comment, starts)) for comment in docx.comments if comment.line
    ]
    return tuple(sorted(placed, key=lambda remark: remark.span))


def _span(comment: Comment, starts: Sequence[int]) -> Span:
    """The span that a comment covers. A comment that ends at the start of a line is cut back to the
    line break before."""
    start = starts[comment.line - 1] + comment.column
    end = starts[comment.end_line - 1] + comment.end_column - (not comment.end_column)
    return Span(start, max(start, end))


def _prose_cells(lines: Iterable[DocxLine]) -> set[Cell | None]:
    """The cells that hold paragraphs of prose, and None for the text outside of tables."""
    prose: set[Cell | None] = {None}
    in_cells = (line for line in lines if line.cell is not None and line.part == BODY)
    for cell, group in groupby(in_cells, key=lambda line: line.cell):
        texts = [line.text for line in group if line.text.strip()]
        if len(texts) >= _PROSE_PARAGRAPHS or sum(map(len, texts)) >= _PROSE_LENGTH:
            prose.add(cell)
    return prose


class _Walk:
    """Adds a block for each line, and one block for adjacent cells of a table."""

    def __init__(self, builder: DocumentBuilder, docx: DocxText) -> None:
        self._builder = builder
        self._prose_cells = _prose_cells(docx.lines)
        self._above = int(any(line.title for line in docx.lines))  # levels taken by the title
        self._table: list[SourceLine] = []
        self._table_number = 0
        self._behind_title = False  # whether the last line was a title

    def take(self, line: DocxLine, start: int) -> None:
        """Add a line that begins at offset `start`."""
        zones = [(ZONE_BLANK, control.span) for control in line.controls if not control.filled]
        zones += [(ZONE_MATH, span) for span in line.formulas]
        self._builder.zones += [
            Zone(kind, Span(start + span.start, start + span.end)) for kind, span in zones
        ]
        source = source_line(self._builder.text, start, start + len(line.text))
        if source is None:
            return
        if line.part == BODY and line.cell not in self._prose_cells:
            self._take_cell(source, line.cell)
            return
        self.end_table()
        if line.part == BODY:
            self._take_prose(source, line)
        else:
            span = Span(source.first, source.end)
            content = Span(source.first, source.last)
            self._builder.add(Block(NOTE, span, content, info=line.part))

    def _take_cell(self, source: SourceLine, cell: Cell | None) -> None:
        number = cell.table if cell else 0
        if number != self._table_number:
            self.end_table()
        self._table_number = number
        self._table.append(source)

    def end_table(self) -> None:
        """Add one block for the collected cells."""
        if self._table:
            span = Span(self._table[0].first, self._table[-1].end)
            self._builder.add(Block(TABLE, span, span))
            self._table = []

    def _take_prose(self, source: SourceLine, line: DocxLine) -> None:
        """Add a line of the body. The second line of a title is a paragraph."""
        level = 1 if line.title else line.level + self._above if line.level else 0
        span = Span(source.first, source.end)
        if level and not (line.title and self._behind_title):
            content = Span(source.first, source.last)
            block = Block(HEADING, span, content, level, marked=True)
            self._builder.add_prose(block, [source], source.first)
        elif line.bullet and source.first == source.start:
            start = min(source.start + line.label, source.last)
            block = Block(ITEM, span, Span(start, source.last), depth=1)
            self._builder.add_prose(block, [source], start, "-")
        else:
            self._builder.add_paragraph(source)
        if line.depth and not level:
            # Word's indentation is not in the text; it follows from the level in the list.
            head = self._builder.lines.pop()
            self._builder.lines.append(head._replace(indent=head.indent + line.depth * _INDENT))
        self._behind_title = line.title
