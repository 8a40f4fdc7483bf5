from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.core.span import Span
from reportlint.kinds import repetition
from support import kinds as kind_tests
from support.growth import assert_linear
from support.shipped_rules import check, hits

RULE = "repeated-text"
LONG = "一年来，全局上下坚持问题导向，深入十二个乡镇、八十个村开展调查研究，梳理出二十三个具体问题，并且逐一明确责任、限期整改，取得实效。"
SAME = LONG.replace("，", ",").replace("、八", "、 八")
ENGLISH = "The outage began when the certificate of the message broker expired during the night, which nobody had noted in the calendar."

SILENT = [
    "我们抓学习、抓作风、抓落实。\n\n我们抓学习、抓作风、抓落实。\n",  # short
    f"{LONG}\n\n{LONG.replace('十二', '十三')}\n",  # another number
    f"## {LONG}\n\n好。\n\n## {LONG}\n\n好。\n",
    f"> {LONG}\n\n好。\n\n> {LONG}\n",
    f"```\n{LONG}\n```\n\n```\n{LONG}\n```\n",
    f"| {LONG} |\n|---|\n| {LONG} |\n",
    f"[{LONG[:-1]}]\n\n好。\n\n[{LONG[:-1]}]\n",  # prompts
    f"_{LONG}_\n\n好。\n\n_{LONG}_\n",
    f"请填写：{LONG}\n\n好。\n\n请填写：{LONG}\n",
    f"{LONG[:-1]}：\n\n- 甲\n\n{LONG[:-1]}：\n\n- 乙\n",  # a lead-in
    "\n\n".join([LONG] * 4),  # a form
    "XX单位" + LONG + "\n\n" + "XX单位" + LONG,
]
FIRES = [
    f"{LONG}\n\n好。\n\n⟦{LONG}⟧\n",
    f"{LONG}\n\n好。\n\n⟦{SAME}⟧\n",
    f"- {LONG}\n- 好。\n- ⟦{LONG}⟧\n",
    f"好。{LONG}\n\n行。⟦{LONG}⟧\n",
    f"{ENGLISH} We mended it.\n\nNobody saw. ⟦{ENGLISH}⟧\n",
    f"{ENGLISH} {LONG}\n\nNobody saw. ⟦{ENGLISH} {LONG}⟧ 好。\n",
]


@pytest.mark.parametrize("text", SILENT)
def test_silent(text: str) -> None:
    assert [hit.span.cut(text) for hit in hits(RULE, text, "markdown")] == []


@pytest.mark.parametrize("text", FIRES)
def test_found(text: str) -> None:
    (hit,) = check(RULE, text, "markdown")
    assert set(repetition.FIELDS) <= set(hit.values)
    assert hit.related[0][0].start < hit.span.start


def test_options() -> None:
    kind_tests.check("repetition", {"min-length": 4}, "好好学习。\n\n⟦好好学习。⟧")
    kind_tests.check(
        "repetition", {"min-length": 4, "unit": "paragraph"}, "好好学习。甲。\n\n好好学习。乙。"
    )
    kind_tests.check(
        "repetition", {"min-length": 4, "most": 3}, "好好学习\n\n⟦好好学习⟧\n\n⟦好好学习⟧"
    )
    kind_tests.check("repetition", {"min-length": 4, "unless": ["学习"]}, "好好学习\n\n好好学习")
    kind_tests.check(
        "repetition", {"min-length": 4, "scope": ["heading"]}, "# 好好学习\n\n# ⟦好好学习⟧"
    )


@given(
    st.lists(st.text("甲乙丙丁戊", min_size=60, max_size=70), min_size=1, max_size=8, unique=True),
    st.integers(0, 7),
)
def test_only_what_stands_twice_is_found(paragraphs: list[str], which: int) -> None:
    assert not hits(RULE, "\n\n".join(paragraphs), "markdown")
    copy = paragraphs[which % len(paragraphs)]
    text = "\n\n".join([*paragraphs, copy])
    assert [tuple(hit.span) for hit in hits(RULE, text, "markdown")] == [
        (len(text) - len(copy), len(text))
    ]


def test_time_is_linear() -> None:
    def find(many: int) -> Callable[[], object]:
        text = "".join(f"第{n}段，{LONG}\n\n" for n in range(many))
        return lambda: hits(RULE, text)

    assert_linear(find, 500)


FRONT = st.sampled_from(["", "1.", "（一）", "第十二是", "一是", "- ", "三百"])
MIDDLE = st.sampled_from(
    ["甲", "乙", "a", "Ｂ", "㎏", "①", " ", "，", ",", "“", "_", "**", "é", "e\u0301", "\0"]
)
TEXTS = st.builds(
    lambda front, middle, end: front + "".join(middle) + end,
    FRONT,
    st.lists(MIDDLE, max_size=40),
    st.just("丙"),
)


@given(st.lists(TEXTS, max_size=6))
def test_texts_of_one_key_are_alike(texts: list[str]) -> None:
    """The quick looks let through what the table would find, as long as the last letters stand near
    the end.
    """
    text = "\n\n".join(texts)
    pieces, at = [], 0
    for variant in texts:
        span = Span(at, at + len(variant))
        pieces.append(repetition.Piece(span, span))
        at += len(variant) + 2
    kept = repetition._candidates(pieces, text)
    ends = [unicodedata.normalize("NFKC", variant[-repetition.TAIL :]) for variant in texts]
    ends = [
        "".join(char for char in variant if char.isalnum())[-repetition.TAIL_LETTERS :]
        for variant in ends
    ]
    keys = [*repetition._keys(pieces, text)]
    alike = {
        piece
        for piece, key, end in zip(pieces, keys, ends, strict=True)
        if keys.count(key) > 1
        and all(other == end for same, other in zip(keys, ends, strict=True) if same == key)
    }
    assert alike <= set(kept)
