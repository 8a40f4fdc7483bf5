"""The matcher against what it stands for: one regex for each style, with all that may stand around
it.
"""

from __future__ import annotations

from typing import Any

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st
from shipped import LEXICON, MATCHER

from reportlint.core.lexicon import Lexicon, Style
from reportlint.ordinals.matcher import Matcher, Readings
from reportlint.ordinals.numerals import numerals_of
from reportlint.ordinals.style import LOOK_BACK

ODD = Matcher(
    Lexicon(
        (
            Style("nothing-around", "arabic"),
            Style("bare-or-led", "chinese", prefix=("", "第"), suffix=("", "、")),
            Style(
                "led", "chinese", prefix=("其", "其中"), suffix=("、", "、、", ""), after="[点个]"
            ),
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
            Style(
                "words-behind",
                "words",
                words=(("first", "ﬁrst"), ("Second", "ß"), ("sixth", "第一")),
                suffix=(",", " 、"),
            ),
            Style("space-behind", "arabic", suffix=(" 、", "）")),
            Style("before", "arabic", suffix=("、",), before="第|\n", doubt="[0-9]"),
            Style("letter-led", "latin", prefix=("第", "Part "), suffix=("", ".")),
            Style("letter-behind", "latin-small", suffix=("a", ")")),
            Style("letter-apart", "roman", prefix=("", "("), suffix=(")", ") ", "、")),
            Style("label", "arabic", prefix=("图",), suffix=(" ",), counted=False),
            Style("labels", "chinese", prefix=("其", "Item "), suffix=("", "、"), label=True),
            Style("labels-behind", "arabic", prefix=("第",), suffix=("条", "章"), label=True),
        ),
        {},
    )
)


def either(texts: tuple[str, ...]) -> str:
    return (
        "(?:" + "|".join(regex.escape(text) for text in sorted(texts, key=len, reverse=True)) + ")"
    )


def pattern_of(style: Style, lists: dict[str, Any]) -> Any:
    """The regex that the style stands for."""
    numeral = numerals_of(style).pattern
    after = f"(?!{style.after})" if style.after else ""
    prefixes = style.prefix
    if style.label:  # a space may stand between a label and its number
        prefixes = (*prefixes, *(f"{prefix.rstrip()} " for prefix in prefixes if prefix))
    source = f"{either(prefixes)}(?P<n>{numeral}){either(style.suffix)}{after}"
    flags = regex.IGNORECASE if style.numerals == "words" else 0
    return regex.compile(source, flags, ignore_unused=True, **lists)


def reading_of(index: int, style: Style, text: str, match: Any, lists: dict[str, Any]) -> Any:
    """What a match is read as: (style, series, number, numeral, end, doubt); None where its numeral
    is no number.
    """
    number = numerals_of(style).read(match["n"])
    if number is None and style.counted:
        return None
    doubt = regex.compile(style.doubt, ignore_unused=True, **lists).match(text, match.end())
    place = match.span("n"), match.end(), bool(style.doubt and doubt)
    series, value = number or ("", 0)
    if style.label:
        before = text[match.start() : match.start("n")]
        behind = text[place[0][1] : match.end()]
        if not all(any(map(str.isalpha, suffix)) for suffix in style.suffix):
            behind = ""  # the word before says what is counted
        series = (before.strip() + "".join(filter(str.isalpha, behind))).casefold()
    return index, series, value, *place


def scanned_by_regex(text: str, lexicon: Lexicon) -> dict[int, list[Any]]:
    """What is found by searching the whole text for each style, by where it starts."""
    by_offset: dict[int, list[Any]] = {}
    lists: dict[str, Any] = {name: list(words) for name, words in lexicon.words.items()}
    for index, style in enumerate(lexicon.styles):
        is_sought = style.counted and not style.takes_any_label
        for match in pattern_of(style, lists).finditer(text) if is_sought else ():
            start = match.start()
            before = regex.compile(f"(?:{style.before})\\Z", ignore_unused=True, **lists)
            if style.before and before.search(text, max(0, start - LOOK_BACK), start):
                continue
            reading = reading_of(index, style, text, match, lists)
            if reading is not None:
                by_offset.setdefault(start, []).append(reading)
    return by_offset


def longest_by_regex(text: str, lexicon: Lexicon) -> Any:
    """The longest marker that the text begins with."""
    lists: dict[str, Any] = {name: list(words) for name, words in lexicon.words.items()}
    readings = []
    for index, style in enumerate(lexicon.styles):
        bare = not any(style.prefix) and not any(style.suffix)
        if style.soft or (bare and style.numerals in ("chinese", "arabic", "words")):
            continue
        if style.takes_any_label:
            continue
        match = pattern_of(style, lists).match(text)
        reading = reading_of(index, style, text, match, lists) if match else None
        if reading is not None:
            readings.append(reading)
    return max(readings, key=lambda reading: reading[4], default=None)


def plain(readings: Readings) -> dict[int, list[Any]]:
    return {start: [tuple(reading) for reading in all_] for start, all_ in readings.items()}


PIECES = [
    *"一二十百零〇两123０９、，,．.:：。；;（()）)第其条章节是要点个\n 　①③⑵⒈ⅠⅣIVXivxABab",
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
        "ſIXTH 、",
        "ß,",
        "SS,",
        "2 、",
        "三つ目",
        "첫째,",
        "iv) ",
        "XII、",
        "a. b. ",
        "Part I",
        "Appendix B: ",
        "第3章",
        "图 2 ",
    ),
]
# Close together what a marker is made of, since by chance it hardly comes so.
MARKERS = st.builds(
    lambda before, numeral, after: before + numeral + after,
    st.sampled_from(
        [
            "",
            "",
            "",
            "（",
            "(",
            "第",
            "其",
            "其中",
            "、",
            "十",
            "百",
            "零",
            "7",
            "X",
            "\n",
            "图",
            "Item ",
        ]
    ),
    st.text("一二十百零两123０９ivXa", min_size=1, max_size=6),
    st.sampled_from(
        [
            "",
            "、",
            "，",
            "．",
            ".",
            ".1",
            "）",
            ")",
            ") ",
            "是",
            "要",
            "条",
            "章",
            "、一",
            "、（",
            "年",
            "a",
        ]
    ),
)
TEXTS = st.lists(st.sampled_from(PIECES) | MARKERS, max_size=10).map("".join)


@settings(max_examples=600, deadline=None)
@given(TEXTS)
def test_the_shipped_styles_are_found_where_their_regexes_are(text: str) -> None:
    assert plain(MATCHER.scan(text)) == scanned_by_regex(text, LEXICON)


@settings(max_examples=600, deadline=None)
@given(TEXTS)
def test_so_are_styles_that_nobody_would_write(text: str) -> None:
    assert plain(ODD.scan(text)) == scanned_by_regex(text, ODD.lexicon)


@settings(max_examples=400, deadline=None)
@given(MARKERS | TEXTS, st.sampled_from([MATCHER, ODD]))
def test_a_line_begins_with_the_longest_of_what_the_regexes_match(
    text: str, matcher: Matcher
) -> None:
    marker = matcher.at(text, 0, len(text))
    assert (tuple(marker) if marker else None) == longest_by_regex(text, matcher.lexicon)


@given(TEXTS, st.integers(0, 12))
def test_a_marker_ends_where_the_line_does_at_the_latest(text: str, stop: int) -> None:
    marker = MATCHER.at(text, 0, min(stop, len(text)))
    assert marker is None or marker.end <= stop


# What a line may begin with that is no marker, near misses first.
SILENT = [
    "统一是大事",
    "百一、",
    "1234、",
    "二〇二五年",
    "2025年",
    "第一时间",
    "第一条例",
    "其一般情况",
    "一二、",  # no number
    "首先",  # an adverb
    "3",
    "A",
    "I think",
    "Section by section",
    "",
]
FIRING = {
    "一是抓学习": "cn-shi",
    "（一）抓学习": "cn-paren",
    "（12）抓学习": "arabic-paren",
    "③抓学习": "circled",
    "十二、抓学习": "cn-dun",
    "１、抓学习": "arabic-dun",
    "1.2 总则": "dotted",
    "第一章总则": "chapter",
    "第3章 设计": "chapter-arabic",
    "第二部分": "part",
    "7　附则": "bare-number",
    "2.1) 范围": "bare-dotted",
    "IV. Results": "roman-dot",
    "Appendix B": "english-section-letter",
    "Section 12: Scope": "english-section",
    "Part III": "english-section-roman",
    "Phase 2: Rollout": "english-phase",
    "Day 3": "english-day",
    "Table 2: Costs": "english-figure",
    "第2阶段：整改": "stage-arabic",
    "步骤三：验收": "item-label",
    "任务 2、验收": "item-label-arabic",
    "附件2": "attachment-arabic",
    "图 3 位置": "caption",
    "丙、总务": "heavenly-stem",
    "다. 총무": "hangul",
    "3.) Test": "arabic-dot-paren",
    "三つ目は": "japanese-tsume",
}


@pytest.mark.parametrize("text", SILENT)
def test_no_marker_at_the_start(text: str) -> None:
    assert MATCHER.at(text, 0, len(text)) is None


@pytest.mark.parametrize("text", FIRING)
def test_a_marker_at_the_start(text: str) -> None:
    marker = MATCHER.at(text, 0, len(text))
    assert marker is not None
    assert MATCHER.style(marker).id == FIRING[text]


NO_HEADINGS = ["一是抓学习", "③抓学习", "第一条 目的", "Phase 2: Rollout", "7　附则", "（a）抓学习"]
HEADINGS = [
    "一、总则",
    "（一）总则",
    "1.总则",
    "（1）总则",
    "1.1 总则",
    "第一章",
    "第2节",
    "IV. Results",
    "Part III",
]


@pytest.mark.parametrize("text", NO_HEADINGS + HEADINGS)
def test_which_styles_head_sections(text: str) -> None:
    assert (MATCHER.heading_at(text, 0, len(text)) is not None) is (text in HEADINGS)


def test_bare_numbers_are_not_counted() -> None:
    assert MATCHER.scan("7　附则\n图 2\n") == {}
    assert ODD.scan("图3 甲").keys() == {1}  # the digit alone, which is a style of its own there


@pytest.mark.parametrize("deepest", [1, 2, 4])
def test_what_the_markers_of_headings_begin_with(deepest: int) -> None:
    firsts = MATCHER.firsts(deepest)
    assert "一" in firsts
    assert ("（" in firsts) is (deepest >= 2)
    assert ("1" in firsts) is (deepest >= 3)
    assert "第" not in firsts  # chapters have no level
