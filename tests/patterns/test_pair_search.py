"""Literals are found by their pairs of characters exactly where they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.patterns.pair_search import PairSearch
from reportlint.patterns.prefilter import fold_case

CHARACTERS = "abABiİı\u0307ſß 十年\n\u3000，"
LITERALS = st.text(CHARACTERS, min_size=2, max_size=5)
TEXTS = st.text(CHARACTERS, max_size=30)

SILENT = [
    ("ab", "a b", "its characters are in two words"),
    ("a b", "ab", "its white space is missing"),
    ("aba", "ab ba", "its pairs are in several words"),
    ("  ", "a b", "only white space, and too little of it"),
    ("a\nb", "a b", "another white space"),
    ("AB", "ab", "in another case"),
]
FIRES = [
    ("ab", "xaby", "within a word"),
    ("a b", "a b", "over two words"),
    ("a ", "a b", "up to the white space"),
    (" b", "a b", "from the white space on"),
    ("\n", "a\nb", "only white space"),
    ("  ", "a  b", "several spaces"),
    ("\u0307x", "i\u0307x", "from a dot on, which folding drops"),
    ("ß年", "ß年", "a character that folds to two"),
]


@pytest.mark.parametrize(
    ("literal", "text"), [row[:2] for row in SILENT], ids=[r[2] for r in SILENT]
)
def test_what_is_not_there(literal: str, text: str) -> None:
    assert PairSearch([literal], []).present(text) == (set(), set())


@pytest.mark.parametrize(("literal", "text"), [row[:2] for row in FIRES], ids=[r[2] for r in FIRES])
def test_what_is_there(literal: str, text: str) -> None:
    assert PairSearch([literal], []).present(text) == ({literal}, set())


def test_the_folded_text_is_searched_for_folded_literals_only() -> None:
    assert PairSearch(["Ab"], ["ab", "c d"]).present("aB C D") == (set(), {"ab", "c d"})


@given(st.lists(LITERALS, max_size=6), st.lists(LITERALS, max_size=4), TEXTS)
def test_as_the_naive_way(exact: list[str], folded: list[str], text: str) -> None:
    folded = [literal for literal in map(fold_case, folded) if literal]
    assert PairSearch(exact, folded).present(text) == (
        {literal for literal in exact if literal in text},
        {literal for literal in folded if literal in fold_case(text)},
    )
