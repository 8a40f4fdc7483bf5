"""A trend as a page: a plot for all rules and one for each, and a table of the numbers."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import __version__
from reportlint.core.survey import Count
from reportlint.core.text import Text
from reportlint.core.trend import Trend
from reportlint.output import plots
from reportlint.output import trend_words as words
from reportlint.output.safe_text import xml

_STYLE = """\
.numbers { overflow-x: auto; }
.numbers table { width: auto; }
.numbers th, .numbers td:nth-child(n) { text-align: right; padding: .15rem .5rem; white-space: nowrap; }
.numbers th:first-child { text-align: left; }
"""


def render(trend: Trend) -> str:
    """The whole page of a trend."""
    language = trend.language
    content = (
        f'<p class="summary">{xml(words.head(trend))}</p>\n'
        f'<p class="about">{xml(words.basis(trend))} · reportlint {__version__}</p>\n'
    )
    if trend.months:
        whole = [Count(month.name, month.reports, month.findings) for month in trend.months]
        content += f"<h2>{words.ALL.to(language)}</h2>\n{plots.columns(whole, words.ALL, language)}"
        content += "".join(_rule(rule, trend) for rule in trend.rules) + _numbers(trend)
    return plots.page(words.TITLE.to(language), language, content, _STYLE)


def _rule(rule: str, trend: Trend) -> str:
    counts = [month.of_rule(rule) for month in trend.months]
    plot = plots.columns(counts, Text(rule, rule), trend.language)
    return f"<h2><code>{xml(rule)}</code></h2>\n{plot}"


def _numbers(trend: Trend) -> str:
    """The table with a row for each month and a column for each rule."""
    language = trend.language
    title = words.FINDINGS.to(language)
    heads = [words.REPORTS.to(language), title, *trend.rules]
    first = "".join(f'<th scope="col">{xml(head)}</th>' for head in heads)
    return (
        f'<h2>{title}</h2>\n<div class="numbers" tabindex="0" role="region"'
        f' aria-label="{xml(title)}">\n<table>\n'
        f"<tr><td></td>{first}</tr>\n{''.join(_rows(trend))}</table>\n</div>\n"
    )


def _rows(trend: Trend) -> Iterator[str]:
    for month in trend.months:
        counts = (month.of_rule(rule).findings for rule in trend.rules)
        cells = "".join(f"<td>{number}</td>" for number in (month.reports, month.findings, *counts))
        yield f'<tr><th scope="row">{month.name}</th>{cells}</tr>\n'
