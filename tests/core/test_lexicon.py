"""What a marker style says of lines that begin with its markers."""

from __future__ import annotations

import pytest

from reportlint.core.lexicon import Lexicon, Style

NO_HEADING = [
    Style("paren", "arabic", suffix=(")",)),
    Style("clause", "chinese", suffix=("是",), place="clause", level=1),
    Style("anywhere", "chinese", place="anywhere", heading=True),
]
HEADING = [
    Style("dun", "chinese", suffix=("、",), level=1),
    Style("chapter", "chinese", prefix=("第",), suffix=("章",), heading=True),
]


@pytest.mark.parametrize("style", NO_HEADING, ids=lambda style: style.id)
def test_heads_no_section(style: Style) -> None:
    assert not style.heads


@pytest.mark.parametrize("style", HEADING, ids=lambda style: style.id)
def test_heads_sections(style: Style) -> None:
    assert style.heads


@pytest.mark.parametrize(
    ("style", "is_word"),
    [
        (Style("dun", "chinese", suffix=("、",)), False),
        (Style("paren", "arabic", prefix=("（",), suffix=("）",)), False),
        (Style("chapter", "chinese", prefix=("第",), suffix=("章",)), True),
        (Style("appendix", "latin", prefix=("Appendix ",)), True),
    ],
)
def test_a_marker_of_letters_is_a_title_by_itself(style: Style, is_word: bool) -> None:
    assert style.is_word is is_word


def test_a_lexicon_of_nothing() -> None:
    assert Lexicon() == Lexicon((), {}, None)
