"""A survey as JSON; the names are those of docs/scale.md in every language."""

from __future__ import annotations

from collections.abc import Iterable

from reportlint._startup.typed import Any
from reportlint.core.survey import Alike, Count, Place, Survey
from reportlint.output.safe_text import to_json

VERSION = 1  # of the JSON's structure


def render(survey: Survey) -> str:
    """A survey as one JSON object."""
    value: dict[str, Any] = {
        "version": VERSION,
        "reports": survey.reports,
        "findings": survey.findings,
        "reports_with_findings": survey.with_findings,
        "severities": dict(survey.severities),
        "rules": _counts(survey.rules),
        "types": _counts(survey.types),
        "folders": _counts(survey.folders),
        "months": _counts(survey.months),
        "months_from": dict(survey.months_from),
        "leftovers": [{"text": text, "findings": number} for text, number in survey.leftovers],
    }
    if survey.alike is not None:
        value["near_duplicates"] = [_alike(pair) for pair in survey.alike]
        value["least_similarity"] = survey.least_alike
    return to_json(value, indent=2) + "\n"


def _counts(counts: Iterable[Count]) -> list[dict[str, Any]]:
    return [
        {"name": count.name, "reports": count.reports, "findings": count.findings}
        for count in counts
    ]


def _alike(pair: Alike) -> dict[str, Any]:
    return {
        "similarity": round(pair.similarity, 3),
        "report": _place(pair.report),
        "earlier": _place(pair.earlier),
        "sentences": pair.sentences,
    }


def _place(place: Place) -> dict[str, Any]:
    there = {"path": place.path, "line": place.line}
    return {**there, "commit": place.commit} if place.commit else there
