"""Where a match can start."""

from __future__ import annotations

import pytest

from reportlint.patterns.heads import MOST_HEADS, NO_HEADS, Heads, heads_of, starts_in

FILL = "的" * 1000  # long enough for a few places


@pytest.mark.parametrize(
    "heads",
    [NO_HEADS, Heads(("的",)), Heads(("的", "X")), Heads(("的的",))],
    ids=["nothing known", "everywhere", "one of two everywhere", "two characters everywhere"],
)
def test_a_search_is_as_quick(heads: Heads) -> None:
    assert starts_in(FILL, heads) is None


@pytest.mark.parametrize(
    ("heads", "text", "places"),
    [
        (Heads(("X",)), FILL, []),
        (Heads(("X",)), f"X{FILL}XX", [0, 1001, 1002]),
        (Heads(("XX",)), f"{FILL}XXX", [1000, 1001]),
        (Heads(("#", "X")), f"{FILL}X#", [1000, 1001]),
        (Heads(("X",), True), f"X{FILL}X\nX", [0, 1003]),
        (Heads(("X",), True), f"{FILL}X\n X", []),
    ],
)
def test_where_a_match_may_begin(heads: Heads, text: str, places: list[int]) -> None:
    assert starts_in(text, heads) == places


def test_of_too_many_nothing_is_known() -> None:
    chars = [chr(ord("一") + at) for at in range(MOST_HEADS + 1)]
    assert heads_of(chars, False, False) == NO_HEADS
    assert len(heads_of(chars[1:], False, False).texts) == MOST_HEADS
