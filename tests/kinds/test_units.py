"""The pieces of a report that a rule counts in."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import reading

from reportlint.core.span import Span
from reportlint.kinds.units import UNITS, sentences, units

TEXT = """\
# 报告

## 甲

第一句。第二句！第三句？

- 一项

  一项的另一段
  - 项中项
- 又一项

| 头 | 头 |
|---|---|
| 行 | 一 |
| 行 | 二 |
"""


def pieces(name: str, text: str = TEXT) -> list[tuple[str, str]]:
    return [(unit.span.cut(text), unit.place.cut(text)) for unit in units(reading(text), name)]


@pytest.mark.parametrize("name", UNITS)
@pytest.mark.parametrize("text", ["", "\n\n", "```\ncode\n```\n", "<!-- a -->\n"])
def test_no_pieces(name: str, text: str) -> None:
    assert pieces(name, text) == []


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("document", ["报告"]),
        ("title", ["报告"]),
        ("heading", ["甲"]),
        ("section", ["甲"]),
        ("section-with-subsections", ["甲"]),
        (
            "paragraph",
            ["第一句。第二句！第三句？", "一项", "一项的另一段", "项中项", "又一项"],
        ),
        (
            "sentence",
            ["第一句。", "第二句！", "第三句？", "一项", "一项的另一段", "项中项", "又一项"],
        ),
        ("item", ["一项", "又一项"]),
        ("row", ["| 行 | 一 |", "| 行 | 二 |"]),
    ],
)
def test_pieces(name: str, places: list[str]) -> None:
    assert [place for _, place in pieces(name)] == places


def test_what_belongs_to_a_piece() -> None:
    assert pieces("document")[0][0] == TEXT
    assert pieces("item")[0][0] == "一项\n\n  一项的另一段\n  - 项中项"
    assert pieces("section")[0][0].endswith("| 行 | 二 |")


SUBSECTIONS = "# 题\n\n## 甲\n\n子。\n\n### 乙\n\n丑。\n\n## 丙\n\n### 丁\n\n#### 戊\n\n寅。\n"


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("section", ["子。", "丑。", "寅。"]),
        (
            "section-with-subsections",
            ["子。 ### 乙 丑。", "丑。", "### 丁 #### 戊 寅。", "#### 戊 寅。", "寅。"],
        ),
    ],
)
def test_what_stands_in_a_subsection_is_counted_again_only_where_that_is_asked_for(
    name: str, texts: list[str]
) -> None:
    parts = [piece.partition("\n") for piece, _ in pieces(name, SUBSECTIONS)]
    assert [" ".join(rest.split()) for _, _, rest in parts] == texts


def test_without_a_title_the_document_is_shown_on_the_first_line_of_its_first_block() -> None:
    text = "第一行，\n第二行。\n\n又一段。"
    assert [place for _, place in pieces("document", text)] == ["第一行，"]


@given(st.text("甲a。.!？” \n", max_size=30))
def test_sentences_are_apart_and_hold_all_but_spaces(text: str) -> None:
    spans = list(sentences(text, Span(0, len(text))))
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert "".join("".join(span.cut(text).split()) for span in spans) == "".join(text.split())
