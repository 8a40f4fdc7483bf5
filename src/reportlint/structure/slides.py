"""Detection of slides, by the keys that slide programs expect in front matter or comments."""

from __future__ import annotations

from reportlint._startup.lazy_pattern import lazy
from reportlint.core.document import COMMENT, Document

_KEYS = frozenset({"marp", "paginate", "highlighter", "transition", "slidenumber", "revealjs"})
# A setting of Marp for one slide or all: <!-- page_number: true -->, <!-- *template: invert -->
_DIRECTIVE = lazy(
    r"<!--\s*[$*_]?(?:theme|template|page_number|paginate|marp|class|backgroundColor)\s*:"
)


def is_of_slides(document: Document) -> bool:
    """Whether a text is a set of slides (Slidev, Marp, reveal.js). Its headings stand alone, and it
    has no opening and closing like a report."""
    keys = {entry.key.strip().lower() for entry in document.entries}
    if not keys.isdisjoint(_KEYS):
        return True
    comments = (block for block in document.blocks if block.kind == COMMENT)
    return any(_DIRECTIVE.match(document.text, *block.span) for block in comments)
