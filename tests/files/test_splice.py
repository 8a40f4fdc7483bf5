"""Edits in bytes: all other bytes stay the same, in every encoding."""

from __future__ import annotations

import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.core.diagnostic import Edit, apply
from reportlint.core.span import Span
from reportlint.files.decode import decode
from reportlint.files.sources import Source
from reportlint.files.splice import UnwritableError, splice, writable

HAN = "一二三四是第项工作报告总结学习落实，。；：（）"
BREAKS = {"LF": ["\n"], "CRLF": ["\r\n"], "CR": ["\r"], "mixed": ["\n", "\r\n", "\r"]}
ENCODINGS = [
    ("utf-8", b""),
    ("utf-8", codecs.BOM_UTF8),
    ("gb18030", b""),
    ("gb18030", b"\x84\x31\x95\x33"),
    ("utf-16-le", codecs.BOM_UTF16_LE),
    ("utf-16-be", codecs.BOM_UTF16_BE),
    ("utf-16-le", b""),
    ("utf-16-be", b""),
    ("big5", b""),
]


def source(data: bytes, encoding: str = "") -> Source:
    return Source("a.md", decode(data, encoding), data, encoding)


def edit(start: int, end: int, text: str) -> Edit:
    return Edit(Span(start, end), text)


@st.composite
def edited(draw: st.DrawFn, breaks: list[str], alphabet: str) -> tuple[str, list[Edit]]:
    """A text of a few lines, with or without a line end at its end, and edits of it."""
    lines = draw(st.lists(st.text(alphabet, max_size=12), min_size=1, max_size=5))
    text = "".join(line + draw(st.sampled_from(breaks)) for line in lines[:-1]) + lines[-1]
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    return text, [
        edit(start, end, draw(st.text(alphabet, max_size=4)))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]


@pytest.mark.parametrize("breaks", BREAKS)
@pytest.mark.parametrize(
    ("encoding", "mark"),
    ENCODINGS,
    ids=lambda value: value if isinstance(value, str) else value.hex() or "no mark",
)
@given(data=st.data())
def test_bytes_outside_of_the_edits_are_the_same(
    encoding: str, mark: bytes, breaks: str, data: st.DataObject
) -> None:
    alphabet = (
        "一是報告abc 0，（"
        if encoding == "big5"
        else HAN + "abc 0" + ("" if encoding == "gb2312" else "😀é")
    )
    text, edits = data.draw(edited(BREAKS[breaks], alphabet))
    old = mark + text.encode(encoding)
    new = apply(text, edits)
    made = splice(source(old, encoding), [edits], new)
    assert made == mark + new.encode(encoding)
    at = 0
    for (start, end), _ in edits:  # what lies between two edits stands in both, in the same order
        between = text[at:start].encode(encoding)
        assert between in old
        assert between in made
        at = end
    assert made.endswith(text[at:].encode(encoding))
    assert made.startswith(mark)


def test_several_rounds_are_made_one_after_the_other() -> None:
    old = "甲乙丙\r\n丁".encode("gb18030")
    made = splice(
        source(old, "gb18030"),
        [[edit(0, 1, "一二")], [edit(1, 3, ""), edit(6, 7, "戊")]],
        "一丙\r\n戊",
    )
    assert made == "一丙\r\n戊".encode("gb18030")


def test_a_character_with_two_codes_keeps_the_one_it_has() -> None:
    """Big5 has 十 at A2CC and at A451. Both are decoded to the same character, so encoding it again
    would make them equal."""
    old = b"\xa4\x40\xa2\xcc\xa4\x51\xa4\x54"
    text = old.decode("big5")
    assert text == "一十十三"
    assert text.encode("big5") != old
    made = splice(source(old, "big5"), [[edit(3, 4, "二")]], text[:3] + "二")
    assert made == b"\xa4\x40\xa2\xcc\xa4\x51" + "二".encode("big5")


def test_a_code_of_two_characters_is_not_cut() -> None:
    old = b"\xa4\x40\x88\x62\xc9\x4a\xa4\x54"
    text = old.decode("big5hkscs")
    assert len(text) == 5
    with pytest.raises(UnwritableError):
        splice(source(old, "big5hkscs"), [[edit(2, 3, "")]], text[:2] + text[3:])


@pytest.mark.parametrize("encoding", ["utf-7", "iso2022_jp", "hz"])
def test_an_encoding_with_shifts_is_mended_rightly_or_not_at_all(encoding: str) -> None:
    text = "abc 一二三 def 三二一"
    old = text.encode(encoding)
    written = []
    for start in range(len(text)):
        new = text[:start] + "四" + text[start + 1 :]
        with suppress(UnwritableError):
            made = splice(source(old, encoding), [[edit(start, start + 1, "四")]], new)
            written.append((made.decode(encoding), new))
    assert written
    assert [made for made, _ in written] == [new for _, new in written]


@pytest.mark.parametrize(
    ("change", "made"),
    [
        (edit(0, 0, "x"), b"xabc \x1b$B0l\x1b(B\x1b$BFs\x1b(B def"),
        (edit(0, 1, "x"), b"xbc \x1b$B0l\x1b(B\x1b$BFs\x1b(B def"),
        (edit(1, 2, "x"), b"axc \x1b$B0l\x1b(B\x1b$BFs\x1b(B def"),
        (edit(7, 10, "x"), b"abc \x1b$B0l\x1b(B\x1b$BFs\x1b(B x"),
        (edit(10, 10, "x"), b"abc \x1b$B0l\x1b(B\x1b$BFs\x1b(B defx"),
    ],
)
def test_a_shift_more_than_is_needed_stays(change: Edit, made: bytes) -> None:
    old, text = b"abc \x1b$B0l\x1b(B\x1b$BFs\x1b(B def", "abc 一二 def"
    assert old.decode("iso2022_jp") == text
    assert text.encode("iso2022_jp") != old
    assert splice(source(old, "iso2022_jp"), [[change]], apply(text, [change])) == made


def test_what_would_no_longer_be_read_as_it_is_meant_is_not_written() -> None:
    """The Chinese text makes it GB18030; without it, the rest would be decoded differently."""
    old = "一是学习，二是工作é".encode("gb18030")
    original = source(old)
    assert original.decoded.encoding == "gb18030"
    text = original.decoded.text
    with pytest.raises(UnwritableError):
        splice(original, [[edit(0, len(text) - 1, "")]], text[-1:])


@pytest.mark.parametrize(
    ("encoding", "text", "fits"),
    [
        ("gb2312", "一", True),
        ("gb2312", "€", False),
        ("big5", "一", True),
        ("big5", "们", False),
        ("utf-16-le", "😀", True),
    ],
)
def test_writable(encoding: str, text: str, fits: bool) -> None:
    assert writable(source("一是".encode(encoding), encoding), text) == fits
