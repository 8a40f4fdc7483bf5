from __future__ import annotations

import pytest

from reportlint.core.lexicon import Style
from reportlint.core.numbering import Marker
from reportlint.core.span import Span
from reportlint.ordinals.style import StyleMatcher, marker_like, numeral_like

ITEMS = Style("items", "arabic", suffix=(".",), before="图", after="[0-9]", doubt="[x年]")
LISTS = {"units": ["年", "月"]}


def matcher(style: Style) -> StyleMatcher:
    return StyleMatcher(3, style, LISTS)


@pytest.mark.parametrize(
    ("text", "pair", "answer"),
    [
        ("two digits", "12", True),
        ("a suffix", "1.", True),
        ("anything else", "1、", False),
        ("no digit", "一.", False),
        ("the end of the text", "1", True),
    ],
)
def test_which_pairs_a_marker_may_begin_with(text: str, pair: str, answer: bool) -> None:
    assert matcher(ITEMS).may_begin(pair) is answer, text


@pytest.mark.parametrize(
    ("style", "pair", "answer"),
    [
        (Style("a", "chinese", prefix=("第",), suffix=("章",)), "第一", True),
        (Style("a", "chinese", prefix=("第",), suffix=("章",)), "第章", False),
        (Style("a", "chinese", prefix=("其中",), suffix=("",)), "其中", True),
        (Style("a", "chinese", prefix=("其中",), suffix=("",)), "其他", False),
        (Style("a", "dotted", suffix=("",)), "1.", True),
        (Style("a", "dotted", suffix=("、",)), "1、", False),
        (Style("a", "words", words=(("first",),), suffix=(",",)), "FI", True),
        (Style("a", "arabic", suffix=("",)), "1年", True),
    ],
)
def test_other_pairs(style: Style, pair: str, answer: bool) -> None:
    assert matcher(style).may_begin(pair) is answer


def test_what_stands_around_a_marker() -> None:
    items = matcher(ITEMS)
    assert items.match("1.5", 0, 3) is None  # `after`
    assert items.match("1.甲", 0, 1) is None  # it ends too late
    assert items.match("1.甲", 0, 3) == (Span(0, 1), 2)
    assert not items.is_allowed("图1.", 1)
    assert items.is_allowed("**==1.", 4)  # a highlighter
    doubts = [items.reading(text, 0, Span(0, 1), 2).doubt for text in ("1.x", "1.甲")]  # type: ignore[union-attr]
    assert doubts == [True, False]


def test_a_regex_may_name_a_list_of_words() -> None:
    style = ITEMS._replace(doubt=r"\L<units>")
    reading = matcher(style).reading("3.月", 0, Span(0, 1), 2)
    assert reading is not None
    assert reading.doubt


def test_a_number_that_is_none_is_no_marker_but_of_a_label() -> None:
    text = "00."
    assert matcher(ITEMS).reading(text, 0, Span(0, 2), 3) is None
    label = matcher(ITEMS._replace(counted=False)).reading(text, 0, Span(0, 2), 3)
    assert label is not None
    assert label.value == 0


@pytest.mark.parametrize(
    ("style", "text"),
    [
        (Style("a", "arabic", suffix=(".", "、")), "1.甲 12、乙 1234.丙 3"),
        (Style("a", "arabic", prefix=("（", "("), suffix=("）", ")")), "（1）甲(2)乙（3 （x）"),
        (Style("a", "latin-small", suffix=("th)", ")")), "a) bth) ab) c)"),
        (Style("a", "roman", suffix=("th", ")")), "the IVth of II) or Xth"),
        (Style("a", "chinese", prefix=("其",), suffix=("", "、")), "其一、其二，其他"),
    ],
)
def test_a_scan_finds_what_the_regex_does(style: Style, text: str) -> None:
    style_matcher = matcher(style)
    matches = [
        (m.start(), Span(*m.span("n")), m.end()) for m in style_matcher.pattern.finditer(text)
    ]
    assert list(style_matcher.scan(text)) == matches
    assert matches


STYLES = {
    "paren": Style("paren", "chinese", prefix=("（", "("), suffix=("）", ")")),
    "dotted": Style("dotted", "dotted"),
    "english": Style("english", "words", words=(("first",), ("second",)), suffix=(",",)),
    "letter": Style("letter", "latin"),
}


@pytest.mark.parametrize(
    ("style", "text", "numeral", "number", "written"),
    [
        ("paren", "(二）", "二", 3, "(三）"),
        ("dotted", "1.2 ", "1.2", 3, "1.3 "),
        ("english", "First,", "First", 2, "Second,"),
        ("english", "First,", "First", 3, ""),
        ("letter", "Z.", "Z", 27, ""),
    ],
)
def test_a_marker_is_written_as_another_is(
    style: str, text: str, numeral: str, number: int, written: str
) -> None:
    start = text.index(numeral)
    span = Span(start, start + len(numeral))
    model = Marker(style, 1, Span(0, len(text)), "line", 0, span)
    assert marker_like(STYLES[style], number, model, text) == written
    assert bool(numeral_like(STYLES[style], number, numeral)) is bool(written)
