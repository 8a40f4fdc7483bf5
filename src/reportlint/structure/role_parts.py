"""The blocks of a document as the search for roles sees them."""

from __future__ import annotations

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.characters import CLAUSE_ENDS
from reportlint.core.document import PROSE, Block, Document
from reportlint.structure.titles import MARKS

LONGEST_NAME = 30  # code points of a signature line
LONGEST_TITLE = 60
_CLAUSE_MARKS = frozenset(CLAUSE_ENDS + ".，,")


class Part(NamedTuple):
    """A prose block with its text, stripped of marks."""

    number: int  # index of the block in Document.blocks
    block: Block
    text: str

    @property
    def inside(self) -> bool:
        """Whether the block is in a quote or a list."""
        return self.block.quote > 0 or self.block.depth > 0


def parts_of(document: Document) -> list[Part]:
    """The prose blocks of a document."""
    text = document.text
    parts: list[Part] = []
    for number, block in enumerate(document.blocks):
        if block.kind in PROSE:
            start, end = block.content
            parts.append(Part(number, block, text[start:end].strip(MARKS)))
    return parts


def lines_of(text: str) -> list[str]:
    """The lines of a block's text, stripped, without empty ones."""
    return [line for raw in text.splitlines() if (line := raw.strip(MARKS))]


def is_running_text(text: str) -> bool:
    """Whether a block is running text rather than a title, a name or a date."""
    return text.endswith(("。", "！", "？", ".", "!", "?")) or (
        len(text) >= 8 and not _CLAUSE_MARKS.isdisjoint(text)
    )
