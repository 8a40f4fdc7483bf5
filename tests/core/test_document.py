"""Blocks before the body."""

from __future__ import annotations

import pytest

from reportlint.core.document import (
    ADDRESSEE,
    BODY,
    COMMENT,
    FRONT_MATTER,
    HEADING,
    PARAGRAPH,
    TITLE,
    Block,
    before_body,
)
from reportlint.core.span import Span


def block(kind: str, role: str) -> Block:
    return Block(kind, Span(0, 0), Span(0, 0), role=role)


FRONT = block(FRONT_MATTER, BODY)
NAME = block(HEADING, TITLE)
TO = block(PARAGRAPH, ADDRESSEE)
TEXT = block(PARAGRAPH, BODY)
NOTE = block(COMMENT, BODY)


@pytest.mark.parametrize(
    ("blocks", "before"),
    [
        ([], 0),
        ([TEXT], 0),
        ([TEXT, NAME], 0),
        ([NAME, TO, TEXT, NAME], 2),
        ([FRONT, NOTE, NAME, TEXT], 3),
        ([NAME, TO], 2),
    ],
)
def test_what_stands_before_the_body(blocks: list[Block], before: int) -> None:
    assert list(before_body(blocks)) == blocks[:before]
