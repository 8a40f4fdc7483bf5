"""Counts as plots in SVG, and the page around them: one file, no scripts."""

from __future__ import annotations

import math
from collections.abc import Sequence

from reportlint.core.survey import Count
from reportlint.core.text import Text, cut_start
from reportlint.output.html_style import STYLE
from reportlint.output.safe_text import xml
from reportlint.output.survey_words import named

_TAGS = {"zh": "zh-CN", "en": "en"}
_MOST = 25  # bars in a plot
_WIDTH, _NAME, _ROW = 800, 300, 22  # pixels: width of a plot, width of its names, height of a row
_LONGEST_NAME = 30  # code points
_TALL, _ABOVE = 160, 18  # pixels: height of the columns of months, and of the space above them
_LABEL, _NUMBER = 64, 36  # pixels: width of a month's name, and of a number
_WIDEST = 48.0  # pixels: width of a column
_STYLE = """\
svg { width: 100%; height: auto; overflow: visible; font: 13px system-ui, sans-serif; }
svg text { fill: var(--ink); } svg .soft { fill: var(--soft); }
svg .findings { fill: var(--info); } svg .reports { fill: var(--line); }
td:nth-child(n) { width: auto; text-align: left; }
"""


def page(title: str, language: str, content: str, style: str = "") -> str:
    """A whole page; `content` is HTML and goes below the title."""
    return (
        f'<!DOCTYPE html>\n<html lang="{_TAGS[language]}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src'
        " 'unsafe-inline'\">\n"
        f"<title>{xml(title)}</title>\n<style>\n{STYLE}{_STYLE}{style}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{xml(title)}</h1>\n{content}</main>\n</body>\n</html>\n"
    )


def bars(counts: Sequence[Count], title: Text, language: str) -> str:
    """A bar for each name: its length and label are the findings, followed by the number of
    reports."""
    shown = counts[:_MOST]
    most = max((count.findings for count in shown), default=0)
    rows = []
    for number, count in enumerate(shown):
        at = number * _ROW
        length = (_WIDTH - _NAME - 130) * count.findings / most if most else 0
        name = named(count, language)
        short = cut_start(name, _LONGEST_NAME)
        rows.append(
            f'<g><title>{xml(name)}</title><text x="{_NAME - 8}" y="{at + 15}"'
            f' text-anchor="end">{xml(short)}</text>'
            f'<rect class="findings" x="{_NAME}" y="{at + 3}" width="{length:.1f}"'
            f' height="{_ROW - 7}" rx="2"/>'
            f'<text x="{_NAME + length + 6:.1f}" y="{at + 15}">{count.findings} '
            f'<tspan class="soft">/ {count.reports}</tspan></text></g>'
        )
    if not rows:
        return ""
    rest = len(counts) - len(shown)
    more = f'<p class="about">… {rest}</p>\n' if rest else ""
    return f"{_legend(language)}{_svg(len(rows) * _ROW, rows, title.to(language))}{more}"


def columns(months: Sequence[Count], title: Text, language: str) -> str:
    """Two columns for each known month: reports, and findings with their number above."""
    known = [month for month in months if month.name]
    if not known:
        return ""
    most = max(max(month.reports, month.findings) for month in known)
    step = _WIDTH / len(known)
    every = math.ceil(_LABEL / step)  # months from one label to the next
    parts = []
    for number, month in enumerate(known):
        at, wide = number * step, min(_WIDEST, max(1.0, step * 0.42))
        for side, (kind, value) in enumerate(
            (("reports", month.reports), ("findings", month.findings))
        ):
            tall = _TALL * value / most if most else 0
            top, left = _TALL - tall + _ABOVE, at + side * wide
            parts.append(
                f'<rect class="{kind}" x="{left:.1f}" y="{top:.1f}" width="{wide:.1f}" '
                f'height="{tall:.1f}"><title>{xml(month.name)}: {month.reports} /'
                f" {month.findings}</title></rect>"
            )
            if side and step >= _NUMBER:
                middle = left + wide / 2
                parts.append(
                    f'<text class="soft" x="{middle:.1f}" y="{top - 4:.1f}"'
                    f' text-anchor="middle">{value}</text>'
                )
        if number % every == 0:
            below = _ABOVE + _TALL + 16
            parts.append(f'<text class="soft" x="{at:.1f}" y="{below}">{xml(month.name)}</text>')
    legend = Text("灰色：报告份数，蓝色：问题处数", "grey: reports, blue: findings")
    drawn = _svg(_ABOVE + _TALL + 24, parts, title.to(language))
    return f'<p class="about">{legend.to(language)}</p>\n{drawn}'


def _legend(language: str) -> str:
    label = Text("问题处数 / 报告份数", "findings / reports").to(language)
    return f'<p class="about">{label}</p>\n'


def _svg(tall: int, parts: Sequence[str], name: str) -> str:
    inside = "\n".join(parts)
    return (
        f'<svg viewBox="0 0 {_WIDTH} {tall}" role="img" aria-label="{xml(name)}" '
        f'xmlns="http://www.w3.org/2000/svg">\n{inside}\n</svg>\n'
    )
