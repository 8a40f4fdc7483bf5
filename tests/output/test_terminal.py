from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.core.span import LineIndex, Span
from reportlint.output.safe_text import one_line
from reportlint.output.terminal import cells, excerpt, layout
from support.growth import assert_linear
from support.sample import LONG

PIECES = [
    "报告",
    "，",
    "abc",
    " ",
    "\t",
    "e\u0301",
    "👩‍👩‍👧",
    "🇨🇳",
    "👍🏽",
    "❤️",
    "ｱ",
    "한",
    "\x1b",
    "\u200b",
    "𠮷",
    "“",
    "\u202e",
    "ก็",
    "\u3000",
]
lines = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=60).map("".join)


def pick(text: str, span: Span, width: int = 77):
    return excerpt(text, LineIndex(text), span, width)


@given(before=lines, after=lines, width=st.integers(20, 120))
def test_the_caret_is_under_its_characters(before: str, after: str, width: int) -> None:
    before, after = (re.sub(r"[\r\n]", "", part) for part in (before, after))
    excerpt = pick(f"{before}目标{after}", Span(len(before), len(before) + 2), width)
    column = excerpt.carets.index("^")
    assert excerpt.carets == " " * column + "^^^^"
    shown = ""
    for cluster in layout(excerpt.line).shown:
        if cells(shown) == column:
            break
        shown += cluster
    assert cells(shown) == column
    assert excerpt.line[len(shown) :].startswith("目标")
    assert cells(excerpt.line) <= width or "…" not in excerpt.line


@given(lines, st.data())
def test_any_span_can_be_shown(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    excerpt = pick(text, Span(start, end), data.draw(st.integers(0, 100)))
    assert "^" in excerpt.carets
    assert not re.search(r"[\x00-\x1f\x7f]", excerpt.line)


def test_a_short_line_is_shown_whole() -> None:
    assert pick("取缔场所XX家。", Span(4, 6)) == (1, "取缔场所XX家。", "        ^^", 0)


def test_a_long_line_is_cut_on_both_sides() -> None:
    at = LONG.index("XX")
    excerpt = pick(LONG, Span(at, at + 2))
    assert excerpt.line.startswith("…")
    assert excerpt.line.endswith("…")
    assert cells(excerpt.line) in (76, 77)
    assert 30 < excerpt.carets.index("^") < 45


def test_a_long_line_is_cut_on_one_side_near_its_ends() -> None:
    first, last = pick(LONG, Span(0, 2)), pick(LONG, Span(len(LONG) - 1, len(LONG)))
    assert (first.line[0], first.line[-1], first.carets) == ("认", "…", "^^^^")
    assert (last.line[0], last.line[-1]) == ("…", "。")
    assert cells(last.line) == len(last.carets)


def test_a_finding_longer_than_the_line_is_marked_to_its_end() -> None:
    excerpt = pick(LONG, Span(10, 500))
    assert excerpt.line.endswith("…")
    assert len(excerpt.carets) == cells(excerpt.line)


def test_a_place_without_characters_gets_one_caret() -> None:
    assert pick("abc", Span(3, 3))[1:3] == ("abc", "   ^")
    assert pick("", Span(0, 0))[1:3] == ("", "^")


def test_a_finding_over_several_lines_is_marked_to_the_end_of_its_first() -> None:
    assert pick("第一行\r\n第二行\n第三行", Span(1, 7)) == (1, "第一行", "  ^^^^", 1)
    assert pick("第一行\n第二行\n", Span(0, 4)) == (
        1,
        "第一行",
        "^^^^^^",
        0,
    )  # only the line break itself is beyond


def test_control_characters_cannot_reach_the_terminal() -> None:
    assert (
        one_line("a\x1b[31m\x07\x7f\x85\u202e\u2028\ud800b")
        == "a␛[31m␇␡\\x85\\u202e\\u2028\\ud800b"
    )


def test_cells() -> None:
    table = {
        "报": 2,
        "a": 1,
        "，": 2,
        "“": 1,
        "ｱ": 1,
        "ａ": 2,
        "e\u0301": 1,
        "👩‍👩‍👧": 2,
        "🇨🇳": 2,
        "❤️": 2,
        "👍🏽": 2,
        "각": 2,
        "\u3000": 2,
    }
    assert {text: cells(text) for text in table} == table
    assert cells("a\tb") == 5


def test_the_time_for_many_findings_in_one_long_line_is_linear() -> None:
    def excerpts(many: int) -> Callable[[], object]:
        text = "认真履行职责，取缔XX家。" * (100 * many)
        index = LineIndex(text)
        spans = [Span(number * 1300 + 9, number * 1300 + 11) for number in range(many)]
        return lambda: [excerpt(text, index, span, 77) for span in spans]

    assert_linear(excerpts, 100)


def test_the_quick_way_to_measure_a_character_is_the_careful_one() -> None:
    from reportlint.output import terminal
    from reportlint.output.safe_text import is_hidden

    plain = {char: terminal._plain_cells(char) for char in map(chr, range(0x110000))}
    assert len(plain) > sum(map(bool, plain.values())) > 20_000
    for char, width in plain.items():
        if width:
            assert terminal._shown(char, 0) == (char, width)
            assert not terminal._combines(char, "甲")
            assert not is_hidden(char)


@pytest.mark.parametrize(
    ("text", "starts", "shown", "width"),
    [
        ("", [], [], 0),
        ("甲a", [0, 1], ["甲", "a"], 3),
        ("👩\u200d👧a", [0, 3], ["👩\u200d👧", "a"], 3),
        ("👩\u200d甲", [0, 2], ["👩\u200d", "甲"], 4),
        ("👩\u200dé", [0, 2], ["👩\u200d", "é"], 3),
        ("👩\u200d\x1b", [0, 2], ["👩\u200d", "␛"], 3),
        ("~\u200dé", [0, 1, 2], ["~", "\\u200d", "é"], 8),
        ("a\u200d👧", [0, 1, 2], ["a", "\\u200d", "👧"], 9),
        ("\u0301a", [0, 1], ["\u25cc\u0301", "a"], 2),
        ("ab\tc", [0, 1, 2, 3], ["a", "b", "  ", "c"], 5),
        ("甲甲\tc", [0, 1, 2, 3], ["甲", "甲", "    ", "c"], 9),
        ("甲##vso[x", [0, 1, 2, 3, 4, 5, 6, 7], ["甲", "\\x23", "#", "v", "s", "o", "[", "x"], 12),
    ],
)
def test_a_line_is_laid_out_in_clusters(
    text: str, starts: list[int], shown: list[str], width: int
) -> None:
    made = layout(text)
    assert (list(made.starts), list(made.shown), cells(text)) == (starts, shown, width)


@pytest.mark.parametrize(
    ("before", "marked", "after", "line", "carets"),
    [
        ("", "X" * 20, "", "X" * 20, "^" * 20),
        ("", "X" * 21, "", "X" * 18 + "…", "^" * 19),
        ("a" * 9, "XX", "b" * 9, "a" * 9 + "XX" + "b" * 9, " " * 9 + "^^"),
        ("a" * 10, "XX", "b" * 9, "…" + "a" * 8 + "XX" + "b" * 8 + "…", " " * 9 + "^^"),
        ("a" * 30, "X" * 18, "b", "…" + "X" * 18 + "…", " " + "^" * 18),
        ("a" * 30, "X" * 19, "b", "…" + "X" * 18 + "…", " " + "^" * 19),
        ("甲" * 30, "XX", "乙" * 30, "…" + "甲" * 4 + "XX" + "乙" * 4 + "…", " " * 9 + "^^"),
        ("", "XX", "乙" * 30, "XX" + "乙" * 8 + "…", "^^"),
        ("甲" * 30, "XX", "", "…" + "甲" * 8 + "XX", " " * 17 + "^^"),
    ],
)
def test_a_line_that_is_too_long_is_cut_to_the_width(
    before: str, marked: str, after: str, line: str, carets: str
) -> None:
    span = Span(len(before), len(before) + len(marked))
    excerpt = pick(before + marked + after, span, 20)
    assert (excerpt.line, excerpt.carets) == (line, carets)
