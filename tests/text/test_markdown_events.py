from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from reportlint.text.markdown_events import Leaf, read

MARKS = (
    "甲 标题 ， 。 “ ： \u3000 \xa0 é 😀 （ ） 1. 1) - * + # ## > ` ~~ ** _ __ | |-|-| --- === \n"
    " \n\n \r\n \r \t [ ] ( ) [[ ]] ! < > </ /> <br> "
    '<div> <!-- --> https://a.b & &amp; ? % = " [x] [^a] <甲> <b甲> :-- ~~~ ```'
).split(" ")
TEXTS = st.lists(st.sampled_from([*MARKS, " ", "    "]), max_size=25).map("".join)
_FENCE = re.compile(r"(?:```|~~~)[^\n\r]*[^\x00-\x7f\n\r]")
_WIDE = re.compile(r"[^\x00-\x7f]")


@given(TEXTS)
def test_characters_of_several_bytes_are_counted_as_one(text: str) -> None:
    if _FENCE.search(text):  # what stands behind a fence is kept as it is written
        return
    assert read(text) == read(_WIDE.sub("%", text))


@given(TEXTS | st.text(max_size=20))
def test_leaves_stand_in_order_and_within_the_text(text: str) -> None:
    leaves, zones = read(text)
    starts = [leaf.start for leaf in leaves]
    assert starts == sorted(starts)
    for leaf in leaves:
        assert 0 <= leaf.start <= leaf.end <= len(text)
        assert leaf.first == -1 or leaf.start <= leaf.first <= leaf.last <= len(text)
    assert all(0 <= zone.span.start <= zone.span.end <= len(text) for zone in zones)


def seen(text: str) -> list[tuple[str, str, int, int]]:
    """For each leaf: its kind, its content, and the block quotes and items around it."""
    leaves, _ = read(text)
    return [(leaf.kind, content_of(leaf, text), leaf.quote, leaf.depth) for leaf in leaves]


def content_of(leaf: Leaf, text: str) -> str:
    """The inline content of a heading; the text of any other leaf."""
    if leaf.kind == "heading":
        return text[leaf.first : leaf.last]
    assert leaf.first == leaf.last == -1
    return text[leaf.start : leaf.end].strip()


def test_what_stands_around_a_leaf() -> None:
    assert seen("# 标 题 #\n\n> 引\n\n- 甲\n  - 乙\n\n    续\n") == [
        ("heading", "标 题", 0, 0),
        ("paragraph", "引", 1, 0),
        ("paragraph", "甲", 0, 1),
        ("paragraph", "乙", 0, 2),
        ("paragraph", "续", 0, 2),
    ]


def bullets(text: str) -> list[list[tuple[str, bool]]]:
    leaves, _ = read(text)
    return [[(text[at], ordered) for at, ordered in leaf.bullets] for leaf in leaves]


def test_the_items_that_begin_with_a_leaf() -> None:
    assert bullets("1. - 甲\n   - 乙\n2. 丙\n-\n") == [
        [("1", True), ("-", False)],
        [("-", False)],
        [("2", True)],
        [("-", False)],
    ]


def tasks(text: str) -> list[str]:
    leaves, _ = read(text)
    return [text[leaf.task :].split("\n")[0] if leaf.task >= 0 else "" for leaf in leaves]


def test_task_boxes() -> None:
    assert tasks("- [ ] 甲\n- [x] 乙\n- 丙\n") == [" 甲", " 乙", ""]
    assert tasks("- [ ] 甲\n\n- [x] 乙\n") == [" 甲", " 乙"]


def test_what_a_fence_names() -> None:
    leaves: list[Leaf] = read("```python 甲\nx\n```\n\n    y\n")[0]
    assert [(leaf.kind, leaf.info) for leaf in leaves] == [("code", "python 甲"), ("indented", "")]
