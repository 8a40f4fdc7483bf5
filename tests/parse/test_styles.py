"""The finder of markers against what it stands for: one regex for each style, with all that may stand around it."""

from __future__ import annotations

from typing import Any

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from reportlint.core.lexicon import Lexicon, Style
from reportlint.core.request import Settings
from reportlint.ordinals.numerals import SYSTEMS
from reportlint.ordinals.styles import DOTTED, LOOK_BACK, Finder, Sense
from reportlint.run.setup import Setups

SHIPPED = Setups(Settings(isolated=True)).of("report.md").library.lexicon
ODD = Lexicon(
    (
        Style("nothing-around", "arabic"),
        Style("bare-or-led", "chinese", prefix=("", "第"), suffix=("", "、")),
        Style("led", "chinese", prefix=("其", "其中"), suffix=("、", "、、", ""), after="[点个]"),
        Style("same-around", "arabic", prefix=("、",), suffix=("、",)),
        Style("either-side", "chinese", prefix=("", "、", "（"), suffix=("、", "）", "、（")),
        Style("digit-behind", "arabic", suffix=(".1", "．")),
        Style("digit-before", "chinese", prefix=("十", "第十"), suffix=("条",)),
        Style(
            "of-words",
            "words",
            prefix=("", "Item "),
            words=(("first", "第一"), ("Second", "ﬁrst")),
            suffix=(",", "："),
        ),
        Style("before", "arabic", suffix=("、",), before="第|\n", doubt="[0-9]"),
    ),
    {},
)


def either(texts: tuple[str, ...]) -> str:
    return (
        "(?:" + "|".join(regex.escape(text) for text in sorted(texts, key=len, reverse=True)) + ")"
    )


def by_regex(text: str, lexicon: Lexicon) -> dict[int, list[tuple[Any, ...]]]:
    """What is found by searching the whole text for each style: (style, number, numeral, end, doubt) by where it starts."""
    found: dict[int, list[tuple[Any, ...]]] = {}
    lists: dict[str, Any] = {name: list(words) for name, words in lexicon.words.items()}
    for number, style in enumerate(lexicon.styles):
        words = {word.lower(): i + 1 for i, group in enumerate(style.words) for word in group}
        system = SYSTEMS.get(style.numerals)
        numeral = (
            system.pattern
            if system
            else DOTTED
            if style.numerals == "dotted"
            else either(tuple(words))
        )
        source = f"{either(style.prefix)}(?P<n>{numeral}){either(style.suffix)}" + (
            f"(?!{style.after})" if style.after else ""
        )
        flags = regex.IGNORECASE if words else 0
        for match in regex.finditer(source, text, flags, ignore_unused=True, **lists):
            start, end = match.span()
            before = regex.compile(f"(?:{style.before})\\Z", ignore_unused=True, **lists)
            if style.before and before.search(text, max(0, start - LOOK_BACK), start):
                continue
            series, _, last = match["n"].rpartition(".")
            value = (
                words.get(match["n"].lower(), 0)
                if words
                else system.value(match["n"])
                if system
                else int(last)
            )
            if value or match["n"] == "0" or series:
                doubt = bool(
                    style.doubt
                    and regex.compile(style.doubt, ignore_unused=True, **lists).match(text, end)
                )
                found.setdefault(start, []).append((number, value, match.span("n"), end, doubt))
    return found


def readings(text: str, lexicon: Lexicon) -> dict[int, tuple[Sense, ...]]:
    found: dict[int, tuple[Sense, ...]] = {}
    Finder(lexicon).find(text, found)
    return found


def by_finder(text: str, lexicon: Lexicon) -> dict[int, list[tuple[Any, ...]]]:
    return {
        start: [(one.style, one.value, tuple(one.numeral), one.end, one.doubt) for one in senses]
        for start, senses in readings(text, lexicon).items()
    }


PIECES = [
    *"一二十百零〇两123０９、，,.．:：。；;（()）)第其条章节是要点个\n 　①③⑵⒈ⅠⅣIVXivxABab",
    *(
        "一是",
        "二、",
        "（三）",
        "(4)",
        "第五，",
        "其二",
        "六要",
        "3.1",
        "1.2.3",
        "12）",
        "首先",
        "Second,",
        "first,",
        "Step 2:",
        "Phase 1 -",
    ),
    *(
        "其中一",
        "第一条",
        "第十二章",
        "二〇二五年",
        "2025年",
        "一零二、",
        "二零一零二三四、",
        "一、二、三产业",
        "、1、2、",
        "ﬁrst,",
        "三つ目",
        "첫째,",
    ),
]
# Close together what a marker is made of, since by chance it hardly comes so.
MARKERS = st.builds(
    lambda before, numeral, after: before + numeral + after,
    st.sampled_from(
        ["", "", "", "（", "(", "第", "其", "其中", "、", "十", "百", "零", "7", "X", "\n"]
    ),
    st.text("一二十百零两123０９", min_size=1, max_size=6),
    st.sampled_from(
        ["", "、", "，", "．", ".", ".1", "）", ")", "是", "要", "条", "章", "、一", "、（", "年"]
    ),
)
TEXTS = st.lists(st.sampled_from(PIECES) | MARKERS, max_size=10).map("".join)


@settings(max_examples=600, deadline=None)
@given(TEXTS)
def test_the_shipped_styles_are_found_where_their_regexes_are(text: str) -> None:
    assert by_finder(text, SHIPPED) == by_regex(text, SHIPPED)


@settings(max_examples=600, deadline=None)
@given(TEXTS)
def test_so_are_styles_that_nobody_would_write(text: str) -> None:
    assert by_finder(text, ODD) == by_regex(text, ODD)


@pytest.mark.parametrize(
    ("text", "styles"),
    [
        ("统一是大事", []),
        ("百一、", []),
        ("1234、", []),
        ("二〇二五年", []),
        ("一是抓学习", ["cn-shi"]),
        ("（一）抓学习", ["cn-paren"]),
        ("（12）抓学习", ["arabic-paren"]),
        ("③抓学习", ["circled"]),
        ("十二、抓学习", ["cn-dun"]),
        ("１、抓学习", ["arabic-dun"]),
        ("First, learn", ["english"]),
    ],
)
def test_styles(text: str, styles: list[str]) -> None:
    assert [
        SHIPPED.styles[sense.style].id for sense in readings(text, SHIPPED).get(0, ())
    ] == styles
