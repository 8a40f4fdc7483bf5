"""Which part each block plays: title, masthead, addressee, body, signature, date, afterword.

The end of the body matters most: what a report must close with is sought there, and signature, date, annexes and notes
come after it. A line is called one of these only where its place says so too, and the body is what is left.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportlint.core.document import BODY, PROSE, Document
from reportlint.structure.role_head import fill_head
from reportlint.structure.role_parts import Part, part_of
from reportlint.structure.role_tail import fill_tail

_LAST = 64  # parts that are remembered; who walks along looks at the same few several times

_last: tuple[Document, Document] | None = None


def with_roles(document: Document) -> Document:
    """`document` with the role of each block filled in. The last answer is remembered: a report is recognised, then read."""
    global _last
    if _last is None or _last[0] is not document:
        _last = document, _with_roles(document)
    return _last[1]


def _with_roles(document: Document) -> Document:
    blocks = document.blocks
    roles = [BODY] * len(blocks)
    parts = _parts(document)
    fill_tail(parts, fill_head(parts, roles, document), roles)
    if not any(roles):
        return document
    if isinstance(blocks, tuple):
        changed = [
            block._replace(role=role) if role else block
            for block, role in zip(blocks, roles, strict=True)
        ]
        return document._replace(blocks=tuple(changed))
    from reportlint.text.packed import replaced

    changes = ((at, blocks[at]._replace(role=role)) for at, role in enumerate(roles) if role)
    return document._replace(blocks=replaced(blocks, changes))


def _parts(document: Document) -> Sequence[Part]:
    """The prose of a document; where the blocks are packed, each part is made when it is looked at."""
    if isinstance(document.blocks, tuple):
        return [
            part_of(document, i, block)
            for i, block in enumerate(document.blocks)
            if block.kind in PROSE
        ]
    from functools import lru_cache

    from reportlint.text.packed import Made

    part = lru_cache(_LAST)(lambda number: part_of(document, number, document.blocks[number]))
    numbers = (i for i, block in enumerate(document.blocks) if block.kind in PROSE)
    return Made(part, numbers)
