"""Detection of slides, by the keys that slide programs expect in the front matter."""

from __future__ import annotations

from reportlint.core.document import Document

_KEYS = frozenset({"marp", "paginate", "highlighter", "transition", "slidenumber", "revealjs"})


def is_of_slides(document: Document) -> bool:
    """Whether a text is a set of slides (Slidev, Marp, reveal.js). Its headings stand alone, and it
    has no opening and closing like a report."""
    keys = {entry.key.strip().lower() for entry in document.entries}
    return not keys.isdisjoint(_KEYS)
