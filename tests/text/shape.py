"""Short notations for the contents of a document."""

from __future__ import annotations

from reportlint.core.document import Document


def shape(document: Document) -> list[str]:
    """The kind, level or depth, and content of each block, in one word."""
    names = []
    for block in document.blocks:
        marks = f"{block.level or ''}{'>' * block.quote}{'-' * block.depth}"
        names.append(f"{block.kind}{marks} {block.content.cut(document.text)}")
    return names


def headings(document: Document) -> list[tuple[int, str]]:
    """The level and text of each heading."""
    return [
        (block.level, block.content.cut(document.text)) for block in document.blocks if block.level
    ]


def zones(document: Document) -> list[tuple[str, str]]:
    """The kind and text of each zone."""
    return [(zone.kind, zone.span.cut(document.text)) for zone in document.zones]


def starts(document: Document) -> list[tuple[str, str, int]]:
    """For each line: the first two characters of its content, its bullet and its indent."""
    return [
        (document.text[line.start : line.start + 2], line.bullet, line.indent)
        for line in document.lines
    ]
