"""A copy of a document with Word comments added.

Nothing else changes: all other parts are copied, and bytes are only added to the main part. Word
allows no comments in headers, footers, notes and text boxes. A remark about a note or text box is
put at its anchor in the body. A remark about a header or footer is put at the start of the body.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint.docx.comments import CommentsPart
from reportlint.docx.marks import Boundary, Marks
from reportlint.docx.reader import read_source
from reportlint.docx.story import ReadLine
from reportlint.docx.values import BODY
from reportlint.docx.xml import Node, as_utf8, encoded_as


class Remark(NamedTuple):
    """A message about a range in a line (from 1): the code points from `start` up to, not
    including, `end`."""

    line: int
    start: int
    end: int
    author: str
    text: str  # a line break begins a new paragraph of the comment


def annotate(
    data: bytes, remarks: Iterable[tuple[int, int, int, str, str]], exact: bool = True
) -> bytes:
    """The document in `data` with a comment for each remark. Raises DocxError.

    Remarks refer to the lines that `reader.read` returns. If `exact`, a comment covers exactly its
    words, for which a run may be split in two; otherwise it covers whole runs, and only comment
    marks are added to the main part. A remark is dropped if the body has no paragraph.
    """
    source = read_source(data, places=True)
    package = source.package
    body = package.read(package.main)
    utf8 = as_utf8(body, package.main)
    comments = CommentsPart(package, utf8.decode("utf-8"))
    marks = Marks(utf8, exact)
    for remark in map(Remark._make, remarks):
        place = _place(source.lines, remark)
        if place is not None:
            marks.add(comments.add(remark.author, remark.text), *place)
    changed = comments.changed()
    if changed:
        edited = marks.edited()
        is_utf8 = utf8 is body
        changed[package.main] = (
            edited if is_utf8 else encoded_as(body, package.main, edited.decode("utf-8"))
        )
    return package.with_parts(changed)


def _place(lines: Sequence[ReadLine], remark: Remark) -> tuple[Boundary, Boundary] | None:
    """The start and end of the comment for a remark; None if the body has nothing to attach it
    to."""
    if not lines:
        return None
    index = min(max(remark.line, 1), len(lines)) - 1
    line = lines[index]
    start, end = remark.start, max(remark.end, remark.start + 1)
    touched = [piece for piece in line.pieces if piece.span.start < end and start < piece.span.end]
    if line.line.part == BODY and touched:
        first, last = touched[0], touched[-1]
        return (
            Boundary(first.run, first, max(start - first.span.start, 0)),
            Boundary(last.run, last, min(end, last.span.end) - last.span.start),
        )
    anchor = _anchor(line, at_end=start > line.line.label)
    if anchor is None:  # an empty line, or a line of a header
        anchor = _nearest(lines, index if line.line.part == BODY else 0)
    return (Boundary(anchor), Boundary(anchor)) if anchor else None


def _anchor(line: ReadLine, at_end: bool) -> Node | None:
    """The run of the body that a comment about a line is attached to; None if there is none."""
    if line.line.part == BODY and line.pieces:
        return line.pieces[-1 if at_end else 0].run
    return line.anchor


def _nearest(lines: Sequence[ReadLine], index: int) -> Node | None:
    """The nearest run before the line `index` (from 0), else the nearest after it. If no line has a
    run, the first paragraph that is not an empty element (`<w:p/>`)."""
    for line in reversed(lines[:index]):
        anchor = _anchor(line, at_end=True)
        if anchor:
            return anchor
    for line in lines[index:]:
        anchor = _anchor(line, at_end=False)
        if anchor:
            return anchor
    paragraphs = (line.paragraph for line in lines if line.line.part == BODY)
    return next((node for node in paragraphs if node.end > node.start), None)
