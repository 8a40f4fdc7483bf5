"""What the reader gives: the lines of a document, and where each stands in it."""

from __future__ import annotations

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.span import Span
from reportlint.core.word import BOX as BOX

# The parts of a document that a line may be in.
BODY = "body"
FOOTNOTE = "footnote"
ENDNOTE = "endnote"
HEADER = "header"
FOOTER = "footer"
PARTS = (BODY, BOX, FOOTNOTE, ENDNOTE, HEADER, FOOTER)


class Cell(NamedTuple):
    """A cell of a table. All count from 1; a cell that is merged with the one above counts in its
    row."""

    table: int
    row: int
    column: int
    depth: int = 1  # how many tables are around the text


class Control(NamedTuple):
    """A content control or a form field: a place that the document wants filled in. `span` counts
    in the line."""

    span: Span
    title: str  # what its author called it; "" for nothing
    filled: bool


class DocxLine(NamedTuple):
    """One line: a paragraph of the document, or what stands between two line breaks that were set
    by hand in one."""

    text: str
    paragraph: (
        int  # which paragraph of the document, from 1; those of a table of contents are not counted
    )
    part: str = BODY
    level: int = 0  # of a heading, from 1
    title: bool = False
    # how much of the text is the number or bullet that Word prints, and the blank after it
    label: int = 0
    bullet: bool = False
    depth: int = 0  # levels of its list around it that the label does not tell of
    cell: Cell | None = None
    controls: tuple[Control, ...] = ()
    formulas: tuple[Span, ...] = ()


class Comment(NamedTuple):
    """A comment of the document, and what it is on: from a column of one line to a column of
    another. Lines count from 1, columns from 0; line 0 is nowhere."""

    author: str
    text: str
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0


class DocxText(NamedTuple):
    """A document as its reader sees it printed: the body with its text boxes, then notes, headers
    and footers."""

    lines: tuple[DocxLine, ...]
    comments: tuple[Comment, ...] = ()
    contents: tuple[str, ...] = ()  # the lines of tables of contents, which are not among `lines`

    @property
    def text(self) -> str:
        """All lines, each with a line break at its end."""
        return "".join(f"{line.text}\n" for line in self.lines)

    def headings(self, line: int) -> tuple[str, ...]:
        """The headings around a line of the body, the outermost first, as far as the document has
        marked them as such."""
        path: dict[int, str] = {}
        for heading in self.lines[:line]:
            if heading.level and heading.text.strip():
                path = {level: text for level, text in path.items() if level < heading.level}
                path[heading.level] = heading.text.strip()
        return tuple(path.values())
