"""Lists without numbers: bullets of one indent that follow each other, as runs, so that they can be
counted like those with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.core.document import ITEM, Block, Document
from reportlint.core.numbering import Marker, Run
from reportlint.core.span import Span
from reportlint.core.word import FORMAT as DOCX

_REMARKS = ("Note:", "NOTE:", "注：", "注:", "备注：", "備註：", "说明：")
BULLETS = frozenset("-*+•·")


def bulleted(document: Document) -> Iterator[Run]:
    """The lists of bullets of a document, in order, without those inside an item of one."""
    indents = {line.block: line.indent for line in reversed(document.lines)}
    markers: list[Marker] = []
    list_indent = 0  # the indent of the list that is open
    for number, block in enumerate(document.blocks):
        bullet = _bullet(document, block)
        indent = indents.get(number, list_indent + block.depth)
        if markers and indent > list_indent or _is_picture(document.text, block):
            continue  # of the item before, as is a list in it
        if markers and (bullet != markers[0].style or indent < list_indent):
            yield _run(markers)
            markers = []
        if bullet:
            list_indent = indent
            at = Span(block.span.start, block.span.start + 1)
            markers.append(Marker(bullet, len(markers) + 1, at, "line", number, at))
    if markers:
        yield _run(markers)


def _bullet(document: Document, block: Block) -> str:
    """The bullet that an item begins with, with the box to tick behind it; "" for any other block,
    and for a remark on the list. Word has bullets of any sign, and no other items."""
    first = document.text[block.span.start : block.span.start + 1]
    if block.kind != ITEM or not (first in BULLETS or document.format == DOCX):
        return ""
    if _is_remark(document.text, block):
        return ""
    between = document.text[block.span.start + 1 : block.content.start]
    return f"{first}[" if "[" in between else first


def _is_picture(text: str, block: Block) -> bool:
    """Whether an item is nothing but a picture, which is no item of a count."""
    content = block.content.cut(text).strip()
    return block.kind == ITEM and content.startswith("![") and content.endswith(")")


def _is_remark(text: str, block: Block) -> bool:
    """Whether an item is a remark on the list: none of what was counted."""
    content = block.content.cut(text).lstrip("*_ ")
    return content.startswith(_REMARKS)


def _run(markers: Sequence[Marker]) -> Run:
    return Run(markers[0].style, tuple(markers), -1, ())
