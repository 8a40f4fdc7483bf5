"""A text that is too long is cut at its end, at its start, or around a place."""

from __future__ import annotations

import pytest

from reportlint.core.text import LONGEST, cut_end, cut_start, shortened

LINE = "".join(chr(0x4E00 + number) for number in range(500))


@pytest.mark.parametrize(
    ("text", "end", "start"),
    [("", "", ""), ("甲乙丙", "甲乙丙", "甲乙丙"), ("甲乙丙丁", "甲乙…", "…丙丁")],
)
def test_cut(text: str, end: str, start: str) -> None:
    assert (cut_end(text, 3), cut_start(text, 3)) == (end, start)


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
