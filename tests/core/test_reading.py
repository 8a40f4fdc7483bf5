"""The results of a kind. mypy checks that `structure` implements the protocol of a Reading."""

from __future__ import annotations

from reportlint.core.reading import Hit, Reading
from reportlint.core.span import Span


def test_a_hit_says_nothing_but_its_place_unless_it_is_told_to() -> None:
    hit = Hit(Span(0, 1))
    assert (hit.values, hit.related, hit.severity, hit.fix, hit.message) == ({}, (), "", None, {})


def test_every_part_of_a_reading_says_what_it_is() -> None:
    """By its docstring, or by a type that only this part has."""
    parts = {name: part for name, part in vars(Reading).items() if not name.startswith("_")}
    assert {"document", "lexicon", "type", "language", "body", "runs", "sections"} <= parts.keys()
