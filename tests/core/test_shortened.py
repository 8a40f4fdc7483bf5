"""A long line is shortened to the text around a place."""

from __future__ import annotations

import pytest

from reportlint.core.shortened import LONGEST, shortened

LINE = "".join(chr(0x4E00 + number) for number in range(500))


@pytest.mark.parametrize("column", [1, 60, 120])
def test_a_short_line_is_shown_whole(column: int) -> None:
    assert shortened(LINE[:LONGEST], column) == LINE[:LONGEST]


@pytest.mark.parametrize("column", [1, 2, 60, 61, 62, 250, 439, 440, 441, 499, 500, 501])
def test_what_is_meant_is_in_what_is_shown(column: int) -> None:
    shown = shortened(LINE, column)
    assert len(shown) == LONGEST
    assert LINE[min(column, len(LINE)) - 1] in shown
    assert shown.strip("…") in LINE
    assert shown.startswith("…") == (LINE[0] not in shown)
    assert shown.endswith("…") == (LINE[-1] not in shown)
