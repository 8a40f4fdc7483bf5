"""Markers found from their ends: a numeral with a suffix behind it."""

from __future__ import annotations

import pytest

from reportlint.core.lexicon import Style
from reportlint.ordinals.end_scan import EndScan, WordScan, is_found_by_end, is_found_by_words
from reportlint.ordinals.numerals import Words
from reportlint.ordinals.style import StyleMatcher

ENDS = [
    Style("han", "chinese", suffix=("、", "是")),
    Style("brackets", "chinese", prefix=("（",), suffix=("）",)),
    Style("dot", "arabic", suffix=(". ", ".")),
    Style("part", "arabic", prefix=("第",), suffix=("章",)),
    Style("letter", "latin-small", suffix=(")",)),
]
WORDS = [
    Style(
        "adverb",
        "words",
        suffix=(",", ":"),
        words=(("First",), ("Second",), ("Third",)),
        place="clause",
    ),
]


def matcher(index: int, style: Style) -> StyleMatcher:
    return StyleMatcher(index, style, {})


def markers_in(scan: EndScan | WordScan, text: str) -> list[tuple[str, str]]:
    return [(style.style.id, text[start:end]) for style, start, _, end in scan.scan(text)]


@pytest.fixture(scope="module")
def ends() -> EndScan:
    scan = EndScan()
    for style in (matcher(index, style) for index, style in enumerate(ENDS)):
        assert is_found_by_end(style)
        assert style.system is not None
        scan.add(style, style.system)
    return scan


@pytest.mark.parametrize(
    "text",
    [
        "",
        "一",
        "、一",  # the suffix is in front
        "一 、",  # apart
        "(一)",  # other brackets
        "一）",  # without its prefix
        "3章",  # without its prefix
        "ab)",  # a word, not a letter
        "１\n.",
    ],
)
def test_no_end(ends: EndScan, text: str) -> None:
    assert markers_in(ends, text) == []


@pytest.mark.parametrize(
    ("text", "markers"),
    [
        ("一、修路。二、架桥", [("han", "一、"), ("han", "二、")]),
        ("十二是修路", [("han", "十二是")]),
        ("见（一）和（十二）", [("brackets", "（一）"), ("brackets", "（十二）")]),
        ("1. a", [("dot", "1. ")]),
        ("1.a", [("dot", "1.")]),
        ("第12章", [("part", "第12章")]),
        ("a) x", [("letter", "a)")]),
    ],
)
def test_an_end(ends: EndScan, text: str, markers: list[tuple[str, str]]) -> None:
    assert markers_in(ends, text) == markers


@pytest.fixture(scope="module")
def words() -> WordScan:
    scan = WordScan()
    for style in (matcher(index, style) for index, style in enumerate(WORDS)):
        assert isinstance(style.numerals, Words)
        assert is_found_by_words(style, style.numerals)
        scan.add(style, style.numerals)
    return scan


@pytest.mark.parametrize("text", ["", "First", "First we", ",First", "Fourth, x", "First , x"])
def test_no_word(words: WordScan, text: str) -> None:
    assert markers_in(words, text) == []


@pytest.mark.parametrize(
    ("text", "markers"),
    [
        ("First, a. Second: b", [("adverb", "First,"), ("adverb", "Second:")]),
        ("a\nTHIRD, b", [("adverb", "THIRD,")]),
    ],
)
def test_a_word(words: WordScan, text: str, markers: list[tuple[str, str]]) -> None:
    assert markers_in(words, text) == markers


def test_without_styles_nothing_is_found() -> None:
    assert markers_in(EndScan(), "一、1. a)") == []
    assert markers_in(WordScan(), "First, a") == []
