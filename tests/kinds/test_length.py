from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import LEXICON, REPORT, reading

from reportlint.kinds import length
from reportlint.kinds.length import measure
from support.kinds import check, hits
from support.steps import grows_linearly

SENTENCE = {"of": "sentence", "max": 8, "unit": "han"}
TEN = "甲乙丙丁戊己庚辛壬癸"

SILENT: list[tuple[dict[str, Any], str]] = [
    ({"of": "paragraph", "max": 10}, f"{TEN}\n"),  # exactly as long as it may be
    ({"of": "paragraph", "min": 10}, f"{TEN}\n"),
    (
        {"of": "paragraph", "max": 10},
        "甲 乙 丙\n丁戊己庚辛\u3000壬癸",
    ),  # white space does not count
    ({"of": "paragraph", "max": 10}, f"**{TEN}**"),  # nor marks of Markdown
    ({"of": "paragraph", "max": 4}, "[甲乙丙丁](https://example.org/a/very/long/address)"),
    ({"of": "paragraph", "max": 4}, "甲乙<!-- 这里以后还要补充 -->丙丁"),
    (
        {"of": "paragraph", "max": 4},
        f"# {TEN}\n\n```\n{TEN}{TEN}\n```\n\n| {TEN} |\n|---|\n| {TEN} |\n",
    ),
    (
        {"of": "paragraph", "max": 4},
        f"甲乙。\n\n2026年1月5日\n\n附件：{TEN}\n",
    ),  # date and afterword are not body
    (SENTENCE, "甲乙丙丁。戊己庚辛！壬癸？"),
    (SENTENCE, "甲乙丙丁(e.g. this) 3.14 戊己庚辛。"),
    (SENTENCE, "“甲乙丙丁！”戊己庚辛"),
    (
        {"of": "sentence", "max": 4, "unit": "words"},
        "One two three four. Five six, seven eight! It's well-known here.",
    ),
    (
        {"of": "heading", "max": 4},
        "# 这是一个很长的标题文字\n\n## 甲乙\n\n好。",
    ),  # the title is no heading
    ({"of": "heading", "max": 5, "unit": "han"}, "# 题\n\n## 一、《甲乙》v2.0（丙丁）\n\n好。"),
    ({"of": "title", "max": 4}, "# 述职报告\n\n## 这是一个很长的小标题\n"),
    (
        {"of": "section", "min": 4},
        "# 题\n\n## 甲\n\n### 乙\n\n丙丁戊己。\n",
    ),  # what is in its sections is in it
    (
        {"of": "document", "max": 12},
        "---\ntitle: 这里的字不算在内因为是元数据\n---\n# 题\n\n甲乙。\n",
    ),
    ({"of": "document", "min": 1}, ""),
    ({"of": "document", "min": 1}, "```\ncode\n```\n"),
    ({"of": "item", "max": 4}, "- 甲乙\n- 丙丁\n\n戊己庚辛壬癸\n"),
    ({"of": "row", "max": 4}, "| 姓名的名称很长 | 单位 |\n|---|---|\n| 甲 | 乙 |\n"),
    ({"of": "paragraph", "max": 4, "scope": ["prose", "not quote"]}, f"> {TEN}\n"),
    ({"of": "paragraph", "max": 4, "scope": ["section:next"]}, f"# 题\n\n## 履职情况\n\n{TEN}\n"),
]

FIRES: list[tuple[dict[str, Any], str]] = [
    ({"of": "paragraph", "max": 9}, f"⟦{TEN}⟧\n\n甲\n"),
    ({"of": "paragraph", "min": 2}, f"{TEN}\n\n⟦甲⟧\n"),
    ({"of": "paragraph", "max": 9}, f"- ⟦{TEN}⟧\n"),
    (SENTENCE, f"甲。⟦{TEN}。⟧乙。"),
    (
        {"of": "sentence", "max": 3, "unit": "words"},
        "One two! ⟦Three is\nmore than three⟧",
    ),  # a sentence may be wrapped, and lack its stop
    ({"of": "sentence", "max": 3, "unit": "words"}, "⟦One two three four.⟧ Five six."),
    (
        {"of": "sentence", "max": 3, "unit": "words"},
        "⟦在Linux上用⟧",
    ),  # a Han character is a word, as word processors count
    ({"of": "heading", "max": 4}, "# 题\n\n## ⟦甲乙丙丁戊⟧ ##\n\n好。"),
    ({"of": "title", "max": 4}, "# ⟦甲乙丙丁戊⟧\n\n好。"),
    ({"of": "section", "min": 8}, "# 题\n\n## ⟦甲⟧\n\n乙丙。\n\n## 丁\n\n戊己庚辛壬癸子丑。\n"),
    ({"of": "document", "max": 5}, "# ⟦述职报告⟧\n\n甲乙丙丁。\n"),
    ({"of": "document", "max": 5}, "⟦甲乙丙丁。⟧\n戊己庚辛。\n"),  # on its first line
    ({"of": "item", "max": 4}, "- ⟦甲乙丙⟧\n\n  丁戊\n- 己\n"),  # an item with all its paragraphs
    ({"of": "row", "max": 4}, "| 甲 | 乙 |\n|---|---|\n⟦| 甲乙丙 | 丁戊 |⟧\n"),
    (
        {"of": "paragraph", "max": 4, "scope": ["section:next"]},
        f"# 题\n\n## 下一步打算\n\n⟦{TEN}⟧\n\n## 别的\n\n{TEN}\n",
    ),
]


@pytest.mark.parametrize(("options", "text"), SILENT)
def test_stays_silent(options: dict[str, Any], text: str) -> None:
    check("length", options, text, of=REPORT)


@pytest.mark.parametrize(("options", "text"), FIRES)
def test_fires(options: dict[str, Any], text: str) -> None:
    assert check("length", options, text, of=REPORT)


def test_what_the_message_can_say() -> None:
    long, short = hits(
        "length", {"of": "paragraph", "max": 3, "min": 2, "unit": "han"}, "甲乙丙丁\n\n甲\n"
    )
    assert (long.values["length"], long.values["limit"], long.values["bound"]["en"]) == (
        "4",
        "3",
        "more than",
    )
    assert (short.values["length"], short.values["limit"], short.values["bound"]["zh"]) == (
        "1",
        "2",
        "少于",
    )
    assert long.values["unit"]["zh"] == "个汉字"


TEXTS = st.text(st.sampled_from("甲乙ab1 \n，。.-#|*>\u3000"), max_size=60)


@given(TEXTS, TEXTS)
def test_measures_add_up(first: str, second: str) -> None:
    for unit in ("han", "characters"):
        assert measure(first, unit) + measure(second, unit) == measure(first + second, unit)
    assert measure(first, "words") + measure(second, "words") == measure(
        first + "\n" + second, "words"
    )
    assert measure(first, "han") <= measure(first, "words") <= measure(first, "characters")


@given(
    TEXTS,
    st.sampled_from(["sentence", "paragraph", "heading", "section", "document", "item", "row"]),
    st.integers(1, 9),
)
def test_every_piece_is_too_long_or_short_enough_and_a_higher_limit_reports_less(
    text: str, of: str, limit: int
) -> None:
    long = {hit.span for hit in hits("length", {"of": of, "max": limit}, text)}
    longer = {hit.span for hit in hits("length", {"of": of, "max": limit + 1}, text)}
    short = {hit.span for hit in hits("length", {"of": of, "min": limit + 1}, text)}
    assert longer <= long
    assert not long & short
    assert all(0 <= span.start < span.end <= len(text) for span in long)


def test_a_document_that_begins_with_a_bullet_alone_has_a_place() -> None:
    (hit,) = hits("length", {"of": "document", "max": 1, "unit": "characters"}, "-\n11")
    assert hit.span.start < hit.span.end


@pytest.mark.parametrize("of", ["paragraph", "sentence", "item"])
def test_many_pieces_take_time_in_proportion(of: str) -> None:
    prepared = length.prepare({"of": of, "max": 1}, LEXICON)

    def measured(size: int):  # type: ignore[no-untyped-def]
        made = reading("- 甲乙丙，[丁](https://a.org)。\n\n" * size)
        list(length.find(made, prepared))
        return lambda: list(length.find(made, prepared))

    assert grows_linearly(measured, 50)
