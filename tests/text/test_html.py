from __future__ import annotations

import pytest
from shape import shape, zones
from shipped import parse

from reportlint.text.html import is_tag, tag_zones


@pytest.mark.parametrize(
    "tag", ["<姓名>", "<your name>", "<title>", "<b甲>", "<3>", "br>", "<n = m>", '<your "name">']
)
def test_no_tag(tag: str) -> None:
    assert not is_tag(tag)


@pytest.mark.parametrize(
    "tag", ["<br>", "<br/>", "</DIV>", '<a href="x">', "<!-- c -->", "<?php ?>", '<sapn id="b">']
)
def test_a_tag(tag: str) -> None:
    assert is_tag(tag)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲<乙>丙", []),
        ("1 < 2 and 3 > 2", []),
        ("甲<b>乙</b><!-- 丙 -->丁", ["<b>", "</b>", "<!-- 丙 -->"]),
        ("<!-- 没有完 <b>甲</b>", ["<b>", "</b>"]),
    ],
)
def test_tag_zones(text: str, expected: list[str]) -> None:
    assert [zone.span.cut(text) for zone in tag_zones(text, 0, len(text))] == expected


BLOCKS = {
    "a table": ("<table>\n<tr><td>一、甲</td></tr>\n</table>", ["html <table>\n<tr><td>一、甲</td></tr>\n</table>"]),
    "English in a paragraph tag": ("<div>text</div>", ["html <div>text</div>"]),
    "tags alone": ("<div>\n<!-- 甲 -->\n<p>正文</p>\n</div>", ["html <div>", "comment <!-- 甲 -->", "paragraph 正文</p>", "html </div>"]),
    "a comment": ("<!-- 一 -->\n<!-- 二 -->", ["comment <!-- 一 -->", "comment <!-- 二 -->"]),
    "text behind a comment": ("<!-- 提示 --> 正文", ["paragraph 正文"]),
    "a tag over two lines": ('<p\nalign="right">某局</p>\n正文', ["paragraph 某局</p>", "paragraph 正文"]),
    "a tag that is none": ("<请填写>同志\n<你>好", ["paragraph <请填写>同志", "paragraph <你>好"]),
    "a heading": ('<h2 id="a">总结</h2>', ["heading2 总结"]),
}  # fmt: skip


@pytest.mark.parametrize("name", BLOCKS)
def test_blocks_that_begin_with_a_tag(name: str) -> None:
    text, expected = BLOCKS[name]
    assert shape(parse(text, "markdown")) == expected


def test_the_tags_of_a_block_are_zones() -> None:
    text = '<p align="right">某某局</p>'
    assert zones(parse(text, "markdown")) == [
        ("html-tag", '<p align="right">'),
        ("html-tag", "</p>"),
    ]
