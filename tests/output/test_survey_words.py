"""A survey as lines for a terminal."""

from __future__ import annotations

from reportlint.core.survey import Alike, Count, Place, Survey
from reportlint.output import survey_words

SURVEY = Survey(
    3,
    4,
    2,
    {"error": 4},
    (Count("placeholder", 2, 4),),
    (Count("", 2, 3), Count("周报", 1, 1)),
    tuple(Count(f"folder-{number}", 1, 0) for number in range(30)),
    (Count("", 1, 1), Count("2024-05", 2, 3)),
    {"name": 2, "": 1},
    (("XX", 4),),
    (Alike(Place("b.md", 3), Place("a.md", 1), 0.91234, 7),),
    0.8,
)


def test_lines_say_what_told_the_months() -> None:
    lines = "\n".join(survey_words.page(SURVEY))
    assert "names 2, unknown 1" in lines
    assert "… 15" in lines  # of 30 folders
    assert "0.91  b.md:3  ~  a.md:1" in lines
