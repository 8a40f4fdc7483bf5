"""The results of the reader: the lines of a document and their places in it."""

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
    """A cell of a table. All counts are from 1. A cell merged with the one above still counts in
    its row."""

    table: int
    row: int
    column: int
    depth: int = 1  # how many tables enclose the text


class Control(NamedTuple):
    """A content control or a form field: a place to be filled in. `span` is its span in the
    line."""

    span: Span
    title: str  # as its author named it; "" if it has none
    filled: bool


class DocxLine(NamedTuple):
    """One line: a paragraph of the document, or a part of one between two manual line breaks."""

    text: str
    paragraph: int  # number in the document, from 1; tables of contents are not counted
    part: str = BODY
    level: int = 0  # of a heading, from 1
    title: bool = False
    # code points of the number or bullet that Word prints, and of the blank after it
    label: int = 0
    bullet: bool = False
    depth: int = 0  # enclosing levels of its list that the label does not show
    cell: Cell | None = None
    controls: tuple[Control, ...] = ()
    formulas: tuple[Span, ...] = ()


class Comment(NamedTuple):
    """A comment of the document, and its range from a column of one line to a column of another.
    Lines count from 1, columns from 0; line 0 means no range."""

    author: str
    text: str
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0


class DocxText(NamedTuple):
    """A document as it is printed: the body with its text boxes, then notes, headers and
    footers."""

    lines: tuple[DocxLine, ...]
    comments: tuple[Comment, ...] = ()
    contents: tuple[str, ...] = ()  # lines of tables of contents, not in `lines`

    @property
    def text(self) -> str:
        """All lines, each ending in a line feed."""
        return "".join(f"{line.text}\n" for line in self.lines)

    def headings(self, line: int) -> tuple[str, ...]:
        """The headings around line `line` (from 1) of the body, outermost first. Only those that
        the document marks as headings are known."""
        path: dict[int, str] = {}
        for heading in self.lines[:line]:
            if heading.level and heading.text.strip():
                path = {level: text for level, text in path.items() if level < heading.level}
                path[heading.level] = heading.text.strip()
        return tuple(path.values())
