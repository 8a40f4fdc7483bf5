"""Whether a text is a row of slides, told by what programs for slides want in the front matter."""

from __future__ import annotations

from reportlint.core.document import Document

_KEYS = frozenset({"marp", "paginate", "highlighter", "transition", "slidenumber", "revealjs"})


def is_of_slides(document: Document) -> bool:
    """Whether a text is shown and not read: its headings stand alone, and it neither opens nor
    closes as a report does (Slidev, Marp, reveal.js)."""
    keys = {entry.key.strip().lower() for entry in document.entries}
    return not keys.isdisjoint(_KEYS)
