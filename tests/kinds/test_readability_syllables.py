"""Syllables, about: the words below are counted right; over a text the few that are not make no
odds.
"""

from __future__ import annotations

import pytest

from reportlint.kinds.readability import syllables

WORDS = {
    "en": {
        1: "the cake asked make makes queue strength smooth I",
        2: "table wanted houses boxes poet going nation special create science quiet people simple",
        3: "media idea area religious beautiful banana",
        5: "university readability",
    },
    "de": {1: "Schiff quer", 2: "Häuser Leute eine", 3: "Verwaltung", 5: "Universität"},
    "fr": {1: "eau chose parlent", 2: "maison château idée", 5: "administration"},
    "es": {2: "ciudad queso país río guerra leer", 3: "construcción", 5: "administración"},
    "pt": {1: "não", 2: "ações quente país", 3: "cidade construção"},
}


@pytest.mark.parametrize(
    ("language", "number", "word"),
    [
        (language, number, word)
        for language, by_number in WORDS.items()
        for number, words in by_number.items()
        for word in words.split()
    ],
)
def test_syllables(language: str, number: int, word: str) -> None:
    assert syllables(word, language) == number
