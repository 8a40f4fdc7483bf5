from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.text.lines import (
    SPACE,
    bullet_at,
    columns,
    inside_emphasis,
    skip_emphasis,
    skip_quotes,
    source_lines,
    width,
    without_closing_hashes,
)


@given(st.text("甲a \t\u3000\n\r\u200b", max_size=30))
def test_all_lines_with_content_are_there(text: str) -> None:
    lines = source_lines(text)
    normal = text.replace("\r\n", "\n").replace("\r", "\n")
    stripped = [line.strip(SPACE) for line in normal.split("\n")]
    assert [line.text for line in lines] == [line for line in stripped if line]
    for line in lines:
        assert line.start <= line.first < line.last <= line.end
        assert not set(text[line.start : line.end]) & set("\r\n")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_which_lines_stand_behind_a_blank_one(end: str) -> None:
    lines = source_lines(end.join(["甲", "乙", "", "丙", " \u3000", "丁", "戊"]))
    assert [line.text for line in lines if line.after_blank] == ["甲", "丙", "丁"]


def test_lines_from_an_offset() -> None:
    assert [line.text for line in source_lines("甲\n乙\n丙", 1)] == ["乙", "丙"]


@pytest.mark.parametrize(
    ("text", "size"), [("", 0), ("abc", 3), ("汉字", 4), ("a汉", 3), ("，。", 4)]
)
def test_width(text: str, size: int) -> None:
    assert width(text) == size


@pytest.mark.parametrize(
    ("indent", "size"),
    [("", 0), ("   ", 3), ("\t", 4), (" \t ", 5), ("\u3000\u3000", 4), ("\u200b ", 1)],
)
def test_columns(indent: str, size: int) -> None:
    assert columns(indent) == size


@pytest.mark.parametrize(
    ("text", "bullet", "content"),
    [
        ("-甲", "", "-甲"),
        ("——甲", "", "——甲"),
        ("- 甲", "-", "甲"),
        ("* [x] 甲", "*", "甲"),
        ("●\u3000甲", "-", "甲"),
        ("+", "+", ""),
    ],
)
def test_bullet_at(text: str, bullet: str, content: str) -> None:
    mark, at = bullet_at(text, 0, len(text))
    assert (mark, text[at:]) == (bullet, content)


@pytest.mark.parametrize(
    ("text", "content"), [("> > 甲", "甲"), (">甲", "甲"), ("甲 > 乙", "甲 > 乙"), (">", "")]
)
def test_skip_quotes(text: str, content: str) -> None:
    assert text[skip_quotes(text, 0, len(text)) :] == content


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("**甲**", "甲**"),
        ("_甲_", "甲_"),
        ("* 甲", "* 甲"),
        ("****甲", "****甲"),
        ("甲*", "甲*"),
        ("____年", "____年"),
    ],
)
def test_skip_emphasis(text: str, content: str) -> None:
    assert text[skip_emphasis(text, 0, len(text)) :] == content


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("**甲**", "甲"),
        ("**甲** **乙**", "**甲** **乙**"),
        ("**甲**乙", "**甲**乙"),
        ("***甲***", "甲"),
        ("**", "**"),
    ],
)
def test_inside_emphasis(text: str, inside: str) -> None:
    assert text[slice(*inside_emphasis(text, 0, len(text)))] == inside


@pytest.mark.parametrize(
    ("text", "content"),
    [("甲 ##", "甲"), ("甲##", "甲##"), ("C#", "C#"), ("甲 # 乙", "甲 # 乙"), ("##", "")],
)
def test_closing_hashes(text: str, content: str) -> None:
    assert text[: without_closing_hashes(text, 0, len(text))] == content
