"""Packed sequences agree with the tuples that they stand for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.core import document as d
from reportlint.core.document import Block, Line
from reportlint.core.span import Span
from reportlint.text.packed import Made, packed_blocks, packed_lines, replaced

NUMBERS = st.integers(0, 1 << 30)
SPANS = st.builds(Span, NUMBERS, NUMBERS)
WORDS = st.sampled_from(["", d.PARAGRAPH, d.HEADING, "python"])
BLOCKS = st.builds(
    Block, WORDS, SPANS, SPANS, NUMBERS, WORDS, st.integers(0, 9), st.integers(0, 9), WORDS
)
LINES = st.builds(Line, SPANS, NUMBERS, NUMBERS, st.integers(-1, 80), WORDS)
PLACES = st.integers(-12, 12) | st.none()
SLICES = st.builds(slice, PLACES, PLACES, PLACES.filter(lambda step: step != 0))


@given(st.lists(BLOCKS, max_size=10), SLICES)
def test_blocks(blocks: list[Block], part: slice) -> None:
    packed = packed_blocks()
    for block in blocks:
        packed.append(block)
    assert (list(packed), len(packed)) == (blocks, len(blocks))
    assert [packed[at] for at in range(-len(blocks), len(blocks))] == blocks + blocks
    assert list(packed[part]) == blocks[part]
    assert list(reversed(packed)) == blocks[::-1]
    for beyond in (len(blocks), -len(blocks) - 1):
        with pytest.raises(IndexError):
            packed[beyond]


@given(st.lists(LINES, max_size=10), SLICES)
def test_lines(lines: list[Line], part: slice) -> None:
    packed = packed_lines()
    for line in lines:
        packed.append(line)
    assert list(packed) == lines
    assert list(packed[part]) == lines[part]


@given(st.lists(BLOCKS, min_size=1, max_size=10), st.dictionaries(st.integers(0, 9), BLOCKS))
def test_replaced(blocks: list[Block], changes: dict[int, Block]) -> None:
    packed = packed_blocks()
    for block in blocks:
        packed.append(block)
    changes = {at: block for at, block in changes.items() if at < len(blocks)}
    wanted = tuple(changes.get(at, block) for at, block in enumerate(blocks))
    assert (
        tuple(replaced(packed, changes.items()))
        == wanted
        == replaced(tuple(blocks), changes.items())
    )
    assert list(packed) == blocks, "what was there is left as it was"


@given(st.lists(st.integers(0, 99)), SLICES)
def test_made(numbers: list[int], part: slice) -> None:
    made, wanted = Made(str, numbers), [str(number) for number in numbers]
    assert (list(made), len(made)) == (wanted, len(wanted))
    assert [made[at] for at in range(-len(numbers), len(numbers))] == wanted + wanted
    assert list(made[part]) == wanted[part]
