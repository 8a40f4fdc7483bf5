"""Assigns a role to each block: title, masthead, addressee, body, signature, date, afterword.

The end of the body matters most: the required closing is searched there, and signature, date,
annexes and notes come after it. A line gets another role than the body only if its place fits too.
"""

from __future__ import annotations

from reportlint.core.document import BODY, Document
from reportlint.ordinals.matcher import Matcher
from reportlint.structure.role_head import fill_head
from reportlint.structure.role_parts import parts_of
from reportlint.structure.role_tail import fill_tail


def with_roles(document: Document, matcher: Matcher) -> Document:
    """`document` with the role of each block filled in; the same object if they already are."""
    if document.has_roles:
        return document
    roles = [BODY] * len(document.blocks)
    parts = parts_of(document)
    body = fill_head(parts, roles, document, matcher)
    fill_tail(parts, body, roles, matcher)
    blocks = [
        block._replace(role=role) if role else block
        for block, role in zip(document.blocks, roles, strict=True)
    ]
    return document._replace(blocks=tuple(blocks), has_roles=True)
