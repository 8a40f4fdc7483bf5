"""The column of each unit is the length of the text before it on its line, in that unit."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reportlint.core.span import LineIndex, Span
from reportlint.output.formats import RenderOptions
from reportlint.output.locations import (
    Columns,
    as_uri,
    code_points,
    from_root,
    utf8_bytes,
)
from support.growth import assert_linear

BREAKS = ["\n", "\r\n", "\r", "\u2028", "\x85", "\f", ""]
PIECES = [
    "报告",
    "a",
    "é",
    "e\u0301",
    "😀",
    "𠮷",
    "👩‍👩‍👧",
    "\t",
    "\ufeff",
    "\uffff",
    "\x00",
    *BREAKS,
]
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=30).map("".join)


def utf16_units(text: str) -> int:
    """A unit that no format uses: `Columns` accepts any."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def before(text: str, offset: int) -> str:
    """The text before `offset` on its line."""
    index = LineIndex(text)
    return text[index.line(index.line_of(offset)).start : offset]


@given(texts, st.data())
def test_a_column_is_the_length_of_what_stands_before_it(text: str, data: st.DataObject) -> None:
    """In any order of offsets: each call starts from the previous place."""
    places = st.lists(st.integers(0, len(text)), max_size=12)
    index = LineIndex(text)
    bytes_, units, points = (
        Columns(text, index, unit) for unit in (utf8_bytes, utf16_units, code_points)
    )
    for offset in data.draw(places):
        head = before(text, offset)
        assert points.position(offset) == index.position(offset)
        assert bytes_.position(offset) == (
            index.line_of(offset),
            len(head.encode("utf-8", "surrogatepass")) + 1,
        )
        assert units.position(offset) == (
            index.line_of(offset),
            len(head.encode("utf-16-le", "surrogatepass")) // 2 + 1,
        )


@given(texts, st.data())
def test_whoever_counts_in_a_unit_finds_the_same_characters(text: str, data: st.DataObject) -> None:
    """Cut the encoded line at the columns, as a reader of the format does, and decode it."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    index = LineIndex(text)
    for unit, encoding, width in ((utf8_bytes, "utf-8", 1), (utf16_units, "utf-16-le", 2)):
        line, column, end_line, end_column = Columns(text, index, unit).place(Span(start, end))
        assume(line == end_line)
        first = index.line(line).start
        whole = text[first:].encode(encoding, "surrogatepass")
        cut = whole[(column - 1) * width : (end_column - 1) * width]
        assert cut.decode(encoding, "surrogatepass") == text[start:end]


@given(texts, st.data())
def test_columns_grow_with_the_text(text: str, data: st.DataObject) -> None:
    """There are at least as many bytes as UTF-16 units, and at least as many of these as code
    points; in ASCII text all are equal."""
    offset = data.draw(st.integers(0, len(text)))
    index = LineIndex(text)
    bytes_, units, points = (
        Columns(text, index, unit).position(offset).column
        for unit in (utf8_bytes, utf16_units, code_points)
    )
    assert bytes_ >= units >= points
    assert (bytes_ == points) == before(text, offset).isascii()


@pytest.mark.parametrize(
    ("text", "offset", "columns"),
    [
        ("abc", 3, (4, 4, 4)),
        ("取缔XX", 2, (3, 3, 7)),
        ("😀XX", 1, (2, 3, 5)),
        ("𠮷XX", 1, (2, 3, 5)),
        ("甲\r\n乙XX", 4, (2, 2, 4)),
        ("甲\u2028乙XX", 3, (4, 4, 10)),
    ],
)
def test_by_hand(text: str, offset: int, columns: tuple[int, int, int]) -> None:
    index = LineIndex(text)
    assert (
        tuple(
            Columns(text, index, unit).position(offset).column
            for unit in (code_points, utf16_units, utf8_bytes)
        )
        == columns
    )


def test_the_time_for_many_places_in_one_long_line_is_linear() -> None:
    def positions(many: int) -> Callable[[], object]:
        text = "认真履行职责，取缔XX家。" * many

        def work() -> None:
            columns = Columns(text, LineIndex(text), utf8_bytes)
            for at in range(0, len(text), 100):
                columns.position(at)

        return work

    assert_linear(positions, 5_000)


UNIX = RenderOptions(folder="/repo/sub", root="/repo")
WINDOWS = RenderOptions(folder="C:/Repo/sub", root="C:/Repo")


@pytest.mark.parametrize(
    ("path", "options", "seen"),
    [
        ("a.md", RenderOptions(), "a.md"),
        ("./b/../a.md", RenderOptions(), "a.md"),
        ("a.md", RenderOptions(folder="/repo"), "a.md"),
        ("a.md", RenderOptions(root="/repo"), "a.md"),
        ("a.md", UNIX, "sub/a.md"),
        ("../a.md", UNIX, "a.md"),
        ("/repo/sub/a.md", UNIX, "sub/a.md"),
        ("../../else/a.md", UNIX, "../../else/a.md"),
        ("/repository/a.md", UNIX, "/repository/a.md"),
        ("C:/a.md", UNIX, "sub/C:/a.md"),
        ("a\\b.md", UNIX, "sub/a\\b.md"),
        ("a.md", UNIX._replace(root="/repo/"), "sub/a.md"),
        ("b\\a.md", WINDOWS, "sub/b/a.md"),
        ("c:\\repo\\SUB\\a.md", WINDOWS, "SUB/a.md"),
        ("D:\\a.md", WINDOWS, "D:/a.md"),
    ],
)
def test_a_path_is_seen_from_the_root(path: str, options: RenderOptions, seen: str) -> None:
    assert from_root(path, options) == seen


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a.md", "a.md"),
        ("a:b.md", "a%3Ab.md"),
        ("a/", "a/"),
        ("述职 1.md", "%E8%BF%B0%E8%81%8C%201.md"),
        ("a%b#c?d.md", "a%25b%23c%3Fd.md"),
        ("/a/b.md", "file:///a/b.md"),
        ("C:/a b.md", "file:///C%3A/a%20b.md"),
        ("a\udcff.md", "a%FF.md"),
        ("a\ud800.md", "a%EF%BF%BD.md"),
    ],
)
def test_a_path_is_a_uri(path: str, uri: str) -> None:
    assert as_uri(path) == uri
