"""Lines and columns are those that a regex computes, in any order of calls."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.core import span
from reportlint.core.span import LineIndex, Position, Span, line_end, line_start

TEXTS = st.lists(
    st.sampled_from(["甲", "ab", "\n", "\r\n", "\r", "\u2028", "\x0c", "😀"]), max_size=12
).map("".join)


@pytest.mark.parametrize("short", [0, 100_000], ids=["as a long text", "as a short one"])
@given(text=TEXTS)
def test_lines(short: int, text: str) -> None:
    starts = [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text))]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(span, "_SHORT", short)
        index = LineIndex(text)
        assert len(index) == len(starts)
    for number, start in enumerate(starts, 1):
        assert index.position(start) == Position(number, 1)
        assert index.line(number).cut(text) == re.match(r"[^\r\n]*", text[start:])[0]  # type: ignore[index]
    assert index.line_of(len(text)) == len(starts)


TRIMMED = {
    "nothing to trim": ("甲乙丙", (0, 3), (0, 3)),
    "both ends, an ideographic space too": ("x　甲 \ny", (1, 5), (2, 3)),
    "only what is within": (" 甲 ", (1, 2), (1, 2)),
    "blank": ("甲 \t乙", (1, 3), (3, 3)),
    "empty": ("甲", (1, 1), (1, 1)),
}


@pytest.mark.parametrize(("text", "span", "trimmed"), TRIMMED.values(), ids=TRIMMED)
def test_trimmed(text: str, span: tuple[int, int], trimmed: tuple[int, int]) -> None:
    assert Span(*span).trimmed(text) == Span(*trimmed)


@given(text=TEXTS)
def test_the_start_of_a_line_is_behind_the_line_feed_before_it(text: str) -> None:
    lines = [text[:offset].split("\n") for offset in range(len(text) + 1)]
    starts = [line_start(text, offset) for offset in range(len(text) + 1)]
    assert starts == [offset - len(before[-1]) for offset, before in enumerate(lines)]


@given(text=TEXTS)
def test_the_end_of_a_line_is_before_its_line_feed(text: str) -> None:
    lines = [text[offset:].split("\n") for offset in range(len(text) + 1)]
    ends = [line_end(text, offset) for offset in range(len(text) + 1)]
    assert ends == [offset + len(after[0]) for offset, after in enumerate(lines)]


OVERLAPS = {
    "one within the other": ((0, 9), (2, 3), (2, 3)),
    "partly": ((0, 4), (2, 6), (2, 4)),
    "side by side": ((0, 2), (2, 4), (2, 2)),
}


@pytest.mark.parametrize(("first", "second", "common"), OVERLAPS.values(), ids=OVERLAPS)
def test_overlap(first: tuple[int, int], second: tuple[int, int], common: tuple[int, int]) -> None:
    assert Span(*first).overlap(Span(*second)) == Span(*common)
    assert Span(*second).overlap(Span(*first)) == Span(*common)


def test_spans_that_are_apart_have_nothing_in_common() -> None:
    start, end = Span(0, 2).overlap(Span(4, 6))
    assert end < start
