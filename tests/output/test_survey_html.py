"""A survey as a page, as JSON and as lines."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest

from reportlint.core.survey import Alike, Count, Place, Survey
from reportlint.output import survey_html, survey_words

HOSTILE = "<script>alert(1)</script>\x1b[31m"
SURVEY = Survey(
    3,
    4,
    2,
    {"error": 4},
    (Count("placeholder", 2, 4),),
    (Count("", 2, 3), Count("周报", 1, 1)),
    tuple(Count(f"{HOSTILE}{number}", 1, 0) for number in range(30)),
    (Count("", 1, 1), Count("2024-05", 2, 3)),
    {"name": 2, "": 1},
    ((HOSTILE, 4),),
    (Alike(Place("b.md", 3), Place(HOSTILE, 1), 0.91234, 7),),
    0.8,
)
EMPTY = Survey(0, 0, 0, {}, (), (), (), (), {}, ())


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_has_plots_and_no_scripts(language: str) -> None:
    page = survey_html.render(SURVEY._replace(language=language))
    assert page.count("<svg") == 4
    assert "<script" not in page
    assert "\x1b" not in page
    for svg in page.split("<svg")[1:]:
        ElementTree.fromstring("<svg" + svg.split("</svg>")[0] + "</svg>")
    assert "b.md:3" in page


def test_an_empty_archive_has_no_plots() -> None:
    assert "<svg" not in survey_html.render(EMPTY)
    assert next(iter(survey_words.page(EMPTY))).startswith("0 reports")


def test_json_has_both_places() -> None:
    value = json.loads(survey_words.json(SURVEY))
    assert value["near_duplicates"] == [
        {
            "similarity": 0.912,
            "report": {"path": "b.md", "line": 3},
            "earlier": {"path": HOSTILE, "line": 1},
            "sentences": 7,
        }
    ]
    assert value["months_from"] == {"name": 2, "": 1}
    assert value["rules"] == [{"name": "placeholder", "reports": 2, "findings": 4}]
    assert "near_duplicates" not in json.loads(survey_words.json(EMPTY))
