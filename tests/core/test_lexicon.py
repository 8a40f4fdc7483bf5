"""The properties of a marker style."""

from __future__ import annotations

from reportlint.core.lexicon import Style


def test_a_bare_number_is_no_word_and_heads_nothing() -> None:
    style = Style("dot", "arabic", suffix=(".",))
    assert not style.is_word
    assert not style.heads


def test_a_chapter_is_a_word_and_heads_sections() -> None:
    style = Style("chapter", "chinese", prefix=("第",), suffix=("章",), heading=True)
    assert style.is_word
    assert style.heads
    assert not style._replace(place="clause").heads
