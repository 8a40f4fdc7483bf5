"""Columns of text, aligned by terminal cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.output.safe_text import one_line
from reportlint.output.terminal import cells

GAP = 2


def table(rows: Sequence[Sequence[str]], width: int = 0) -> Iterator[str]:
    """The rows as lines; with a `width`, lines longer than that many cells are cut."""
    rows = [[one_line(cell) for cell in row] for row in rows]
    sizes = [max(cells(cell) for cell in column) for column in zip(*rows, strict=True)]
    for row in rows:
        padded = "".join(
            cell + " " * (size - cells(cell) + GAP)
            for cell, size in zip(row[:-1], sizes, strict=False)
        )
        yield cut(padded + row[-1], width) if width else padded + row[-1]


def cut(line: str, width: int) -> str:
    """`line`, cut to `width` cells with an ellipsis at its end if it is longer."""
    if cells(line) <= width:
        return line
    while cells(line) >= width:
        line = line[:-1]
    return line.rstrip() + "…"
