"""Properties that every document has, whatever its text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shipped import parse

from reportlint.core.document import PROSE, Document
from reportlint.text.parse import FORMATS, format_of
from support.growth import assert_linear

_WORD = re.compile(r"[^\W_]")
_PIECES = [
    "\n", "\n\n", "\r\n", "\r", "    ", "\t", "　", "\u00a0", "\u200b", "\u2028", "\x0c", "\x00", "# ", "#一、", "## ", "- ", "* ",
    "+ ", "1. ", "2) ", "> ", ">", "```", "~~~", "`", "``", "**", "_", "__", "*", "[a](http://b.c)", "[a]: http://x", "[^1]",
    "[^1]: n", "[[w|x]]", "![i](u)", "<br>", "<请填写>", "<your name>", "<div>", "</div>", "<!--", "-->", "<!-- c -->", "<h1>x</h1>",
    "|", "|a|b|", "|---|---|", "---", "===", "----------", "+---+", "== ==", ".. ", ".. note:: ", "::", ".. code-block:: py",
    ":a: b", "a: b", "key:", "+++", "$", "$$", "x@y.zz", "http://a.b/c)", "一、", "（一）", "第一章 ", "1.1 ", "目录", "标题", "二是",
    "各位代表：", "正文文字，很长的一段。", "word", "a", "[ ] ", "[x] ", "\\", "&nbsp;", "`x <u>`_", "``l``", "[1]_", "__ x",
]  # fmt: skip
_SOUP = st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=5)), max_size=30).map("".join)


def keeps_to_the_contract(text: str, document: Document) -> None:
    at = 0
    for block in document.blocks:
        assert at <= block.span.start <= block.span.end <= len(text)
        assert block.span.start <= block.content.start <= block.content.end <= block.span.end
        assert not _WORD.search(text, at, block.span.start), "a word outside of all blocks"
        at = block.span.end
    assert not _WORD.search(text, at)
    at = 0
    for line in document.lines:
        block = document.blocks[line.block]
        assert block.kind in PROSE
        assert at <= line.span.start <= line.start <= line.span.end <= block.span.end
        assert block.span.start <= line.start
        assert not set(line.span.cut(text)) & {"\n", "\r"}
        at = line.span.end
    assert {line.block for line in document.lines} == {
        number for number, block in enumerate(document.blocks) if block.kind in PROSE
    }
    assert [zone.span.start for zone in document.zones] == sorted(
        zone.span.start for zone in document.zones
    )
    assert all(0 <= zone.span.start <= zone.span.end <= len(text) for zone in document.zones)
    assert all(entry.span.cut(text) == entry.value for entry in document.entries)


@given(text=st.one_of(_SOUP, st.text()), format=st.sampled_from(FORMATS))
def test_any_text_makes_a_document(text: str, format: str) -> None:
    keeps_to_the_contract(text, parse(text, format))


@pytest.mark.parametrize("format", FORMATS)
def test_a_lone_surrogate_does_no_harm(format: str) -> None:
    text = "甲\ud800乙 [文](http://a.b)"
    keeps_to_the_contract(text, parse(text, format))


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("breaks", ["\r\n", "\r"])
def test_line_breaks_make_no_difference(format: str, breaks: str) -> None:
    text = "# 标题\n\n一、情况\n正文。\n\n- 甲\n- 乙\n\n```\n代码\n```\n\n末段。"
    other = text.replace("\n", breaks)
    first, second = parse(text, format), parse(other, format)
    assert [(b.kind, b.level, b.depth) for b in first.blocks] == [
        (b.kind, b.level, b.depth) for b in second.blocks
    ]
    cut = [b.content.cut(text).replace("\n", breaks) for b in first.blocks]
    assert cut == [b.content.cut(other) for b in second.blocks]


_HOSTILE = {
    "comments": "<!---->" * 6_000 + "y",
    "open comments": "<!-- --> 一" + "<!--" * 6_000,
    "blank front matter": "---\n" + "\r\n" * 20_000 + "x\n---\n",
    "spaces before a hash": "# a" + " " * 40_000 + "x",
    "hash": "#一" + "x" * 40_000,
    "target": ".. _" + "`a" * 20_000,
    "tables": "== ==\nx\n\n" * 3_000,
    "at": "@" * 40_000,
    "tags": "<p>一</p>\n" * 3_000,
    "han": "汉" * 40_000,
    "fences": "```x\n" * 6_000,
    "contents": "目录\nx\n" * 3_000,
}


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", _HOSTILE)
def test_no_text_is_slow(name: str, format: str) -> None:
    text = _HOSTILE[name]
    eighth = len(text) // 8
    assert_linear(lambda size: lambda: parse(text[:size], format), eighth)


def test_format_of() -> None:
    names = {
        "a.md": "markdown",
        "b/C.MARKDOWN": "markdown",
        "a.rst": "rst",
        "a.txt": "text",
        "a": "text",
        "b.md/c": "text",
        "README": "text",
    }
    assert {name: format_of(name) for name in names} == names


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(ValueError, match="html"):
        parse("", "html")
