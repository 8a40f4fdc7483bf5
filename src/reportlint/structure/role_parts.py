"""What the search for roles sees of a block."""

from __future__ import annotations

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.document import Block, Document
from reportlint.structure.candidates import hard_level
from reportlint.structure.titles import MARKS

LONGEST_NAME = 30  # code points of a signature line
LONGEST_TITLE = 60


class Part(NamedTuple):
    """A prose block with its text, trimmed of marks."""

    number: int  # index into Document.blocks
    block: Block
    text: str
    hard: bool  # a heading by its markup


def part_of(document: Document, number: int, block: Block) -> Part:
    """Block `number` of `document`."""
    text = document.text[block.content.start : block.content.end].strip(MARKS)
    return Part(number, block, text, hard_level(document, block) > 0)


def lines_of(text: str) -> list[str]:
    """The lines of a block's text, trimmed, the empty ones left out."""
    return [line for raw in text.splitlines() if (line := raw.strip(MARKS))]


def is_sentence(text: str) -> bool:
    """Whether a block is running text rather than a title, a name or a date."""
    return text.endswith(("。", "！", "？", ".", "!", "?")) or (
        len(text) >= 8 and any(char in text for char in "。！？；.!?;，,：:")
    )
