"""A survey as a page: plots in SVG, one file, no scripts."""

from __future__ import annotations

from collections.abc import Sequence

from reportlint import __version__
from reportlint.core.survey import Alike, Count, Place, Survey
from reportlint.core.text import Text
from reportlint.output import survey_words as words
from reportlint.output.html_style import STYLE
from reportlint.output.safe_text import xml

_TAGS = {"zh": "zh-CN", "en": "en"}
_MOST = 25  # bars of a plot
_WIDTH, _NAME, _ROW = 800, 300, 22  # of a plot, its names and its rows, in pixels
_LONGEST_NAME = 30  # code points
_TALL = 160  # pixels of the plot of months
_STYLE = """\
svg { width: 100%; height: auto; font: 13px system-ui, sans-serif; }
svg text { fill: var(--ink); } svg .soft { fill: var(--soft); }
svg .findings { fill: var(--info); } svg .reports { fill: var(--line); }
td:nth-child(n) { width: auto; text-align: left; }
"""


def render(survey: Survey) -> str:
    """The whole page."""
    language = survey.language
    title = words.TITLE.to(language)
    plots = (
        (words.RULES, _bars(survey.rules, language)),
        (words.TYPES, _bars(survey.types, language)),
        (words.FOLDERS, _bars(survey.folders, language)),
        (words.MONTHS, _columns(survey.months, language)),
    )
    sections = "".join(f"<h2>{name.to(language)}</h2>\n{plot}" for name, plot in plots if plot)
    return (
        f'<!DOCTYPE html>\n<html lang="{_TAGS[language]}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{title}</title>\n<style>\n{STYLE}{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
        f'<p class="summary">{xml(words.head(survey))}</p>\n<p class="about">reportlint {__version__}</p>\n'
        f'{sections}<p class="about">{xml(words.months_from(survey))}</p>\n'
        f"{_leftovers(survey)}{_alike(survey)}</main>\n</body>\n</html>\n"
    )


def _bars(counts: Sequence[Count], language: str) -> str:
    """A bar for each name: how many findings, and behind the name how many reports."""
    shown = counts[:_MOST]
    most = max((one.findings for one in shown), default=0)
    rows = []
    for number, one in enumerate(shown):
        at = number * _ROW
        length = (_WIDTH - _NAME - 130) * one.findings / most if most else 0
        name = words.named(one, language)
        short = name if len(name) <= _LONGEST_NAME else "…" + name[1 - _LONGEST_NAME :]
        rows.append(
            f'<g><title>{xml(name)}</title><text x="{_NAME - 8}" y="{at + 15}" text-anchor="end">{xml(short)}</text>'
            f'<rect class="findings" x="{_NAME}" y="{at + 3}" width="{length:.1f}" height="{_ROW - 7}" rx="2"/>'
            f'<text x="{_NAME + length + 6:.1f}" y="{at + 15}">{one.findings} '
            f'<tspan class="soft">/ {one.reports}</tspan></text></g>'
        )
    if not rows:
        return ""
    rest = len(counts) - len(shown)
    more = f'<p class="about">… {rest}</p>\n' if rest else ""
    return f"{_legend(language)}{_svg(len(rows) * _ROW, rows)}{more}"


def _columns(months: Sequence[Count], language: str) -> str:
    """For each month that is known a column of its reports, and in it one of its findings."""
    known = [one for one in months if one.name]
    if not known:
        return ""
    most = max(max(one.reports, one.findings) for one in known)
    step = _WIDTH / len(known)
    every = max(1, len(known) // 12)  # so many months apart are their names
    parts = []
    for number, one in enumerate(known):
        at, wide = number * step, max(1.0, step * 0.42)
        for side, (kind, value) in enumerate(
            (("reports", one.reports), ("findings", one.findings))
        ):
            tall = _TALL * value / most if most else 0
            parts.append(
                f'<rect class="{kind}" x="{at + side * wide:.1f}" y="{_TALL - tall + 4:.1f}" width="{wide:.1f}" '
                f'height="{tall:.1f}"><title>{xml(one.name)}: {one.reports} / {one.findings}</title></rect>'
            )
        if number % every == 0:
            parts.append(f'<text class="soft" x="{at:.1f}" y="{_TALL + 20}">{xml(one.name)}</text>')
    said = Text("浅色：报告份数，深色：问题处数", "light: reports, dark: findings")
    return f'<p class="about">{said.to(language)}</p>\n{_svg(_TALL + 28, parts)}'


def _legend(language: str) -> str:
    said = Text("问题处数 / 报告份数", "findings / reports").to(language)
    return f'<p class="about">{said}</p>\n'


def _svg(tall: int, parts: Sequence[str]) -> str:
    inside = "\n".join(parts)
    return f'<svg viewBox="0 0 {_WIDTH} {tall}" role="img" xmlns="http://www.w3.org/2000/svg">\n{inside}\n</svg>\n'


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
        return f"<td>{xml(place.path)}:{place.line}</td>"

    return f"<tr><th>{pair.similarity:.2f}</th>{cell(pair.report)}{cell(pair.earlier)}</tr>\n"
