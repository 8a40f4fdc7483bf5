"""Conversion of lines and columns to and from the units of an editor."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.editor.positions import UTF_8, UTF_16, UTF_32, Positions

TEXT = "报告\r\n😀x\n\u2028y\rz"


@pytest.mark.parametrize(
    ("encoding", "offset", "place"),
    [
        (UTF_16, 0, (0, 0)),
        (UTF_16, 2, (0, 2)),
        (UTF_16, 5, (1, 2)),  # behind a character of two units
        (UTF_8, 5, (1, 4)),
        (UTF_32, 5, (1, 1)),
        (UTF_8, 1, (0, 3)),
        (UTF_16, 8, (2, 1)),  # U+2028 ends no line
        (UTF_16, 10, (3, 0)),  # a lone CR does
        (UTF_16, 11, (3, 1)),
    ],
)
def test_there_and_back(encoding: str, offset: int, place: tuple[int, int]) -> None:
    positions = Positions(TEXT, encoding)
    assert positions.of(offset) == place
    assert positions.offset(*place) == offset


@pytest.mark.parametrize(
    ("place", "offset"),
    [((0, 99), 2), ((1, 99), 6), ((9, 0), len(TEXT)), ((1, 1), 5)],  # the last: within a pair
)
def test_places_that_there_are_not(place: tuple[int, int], offset: int) -> None:
    assert Positions(TEXT, UTF_16).offset(*place) == offset


@given(st.text(st.sampled_from("a字😀\r\n\u2028"), max_size=30), st.integers(0, 30))
def test_any_offset_comes_back(text: str, at: int) -> None:
    at = min(at, len(text))
    if at and text[at - 1] == "\r" and text[at : at + 1] == "\n":
        at -= 1  # no place within a line end
    for encoding in (UTF_8, UTF_16, UTF_32):
        positions = Positions(text, encoding)
        assert positions.offset(*positions.of(at)) == at
