"""A survey as a page: plots in SVG, one file, no scripts."""

from __future__ import annotations

from reportlint import __version__
from reportlint.core.survey import Alike, Place, Survey
from reportlint.output import plots
from reportlint.output import survey_words as words
from reportlint.output.safe_text import xml


def render(survey: Survey) -> str:
    """The whole page of a survey."""
    language = survey.language
    title = words.TITLE.to(language)
    drawn = (
        (words.RULES, plots.bars(survey.rules, words.RULES, language)),
        (words.TYPES, plots.bars(survey.types, words.TYPES, language)),
        (words.FOLDERS, plots.bars(survey.folders, words.FOLDERS, language)),
        (words.MONTHS, plots.columns(survey.months, words.MONTHS, language)),
    )
    sections = "".join(f"<h2>{name.to(language)}</h2>\n{plot}" for name, plot in drawn if plot)
    return plots.page(
        title,
        language,
        f'<p class="summary">{xml(words.head(survey))}</p>\n<p class="about">reportlint'
        f" {__version__}</p>\n"
        f'{sections}<p class="about">{xml(words.months_from(survey))}</p>\n'
        f"{_leftovers(survey)}{_alike(survey)}",
    )


def _leftovers(survey: Survey) -> str:
    if not survey.leftovers:
        return ""
    rows = "".join(
        f"<tr><th><code>{xml(text)}</code></th><td>{number}</td></tr>\n"
        for text, number in survey.leftovers
    )
    return f"<h2>{words.LEFTOVERS.to(survey.language)}</h2>\n<table>\n{rows}</table>\n"


def _alike(survey: Survey) -> str:
    if survey.alike is None:
        return ""
    rows = "".join(map(_row, survey.alike))
    title = f"{words.ALIKE.to(survey.language)} <small>≥ {survey.least_alike:.2f}: {len(survey.alike)}</small>"
    return f"<h2>{title}</h2>\n<table>\n{rows}</table>\n"


def _row(pair: Alike) -> str:
    def cell(place: Place) -> str:
        return f"<td>{xml(words.placed(place))}</td>"

    return f"<tr><th>{pair.similarity:.2f}</th>{cell(pair.report)}{cell(pair.earlier)}</tr>\n"
