"""Bar charts of counts in SVG."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from reportlint.core.survey import Count
from reportlint.core.text import Text
from reportlint.output.plots import bars, columns, page

TITLE = Text("图", "plot")


def drawn(html: str) -> ElementTree.Element:
    """The SVG of a chart, which must be well-formed."""
    match = re.search(r"<svg.*</svg>", html, re.DOTALL)
    assert match
    return ElementTree.fromstring(match[0])


def sizes(html: str, side: str) -> list[float]:
    """The widths or heights of the bars of findings."""
    return [
        float(rect.get(side, ""))
        for rect in drawn(html).iter()
        if rect.tag.endswith("rect") and rect.get("class") == "findings"
    ]


def test_a_bar_is_as_long_as_its_count() -> None:
    long, half = sizes(bars([Count("a", 1, 8), Count("b", 1, 4)], TITLE, "en"), "width")
    assert long == 2 * half > 0


def test_names_are_text_and_not_markup() -> None:
    html = bars([Count("<b>&\"'", 1, 1)], TITLE, "en")
    assert "<b>" not in html
    assert "<b>&\"'" in "".join(drawn(html).itertext())


def test_more_bars_than_fit_are_counted() -> None:
    html = bars([Count(f"n{number}", 1, 1) for number in range(30)], TITLE, "zh")
    assert len(sizes(html, "width")) == 25
    assert "… 5" in html


def test_nothing_is_no_plot() -> None:
    assert bars([], TITLE, "en") == columns([Count("", 1, 1)], TITLE, "en") == ""


def test_a_column_is_as_tall_as_its_count() -> None:
    tall, half = sizes(
        columns([Count("2025-01", 2, 6), Count("2025-02", 6, 3)], TITLE, "en"), "height"
    )
    assert tall == 2 * half > 0


def test_a_page_takes_nothing_from_elsewhere() -> None:
    html = page("<T>", "zh", "<p>甲</p>\n")
    assert '<html lang="zh-CN">' in html
    assert "<title>&lt;T&gt;</title>" in html
    assert "default-src 'none'" in html
    assert "<script" not in html
