"""The HTML page: complete, without scripts, linked, and independent of the machine."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from reportlint.core.diagnostic import Diagnostic
from reportlint.core.report import Report, cap
from reportlint.core.span import Span
from reportlint.output.compare import Earlier
from reportlint.output.formats import RenderOptions, load
from support.sample import EMPTY, file, many, report

VOID = {"meta", "input", "br"}
TAGS = {
    "html",
    "head",
    "title",
    "style",
    "body",
    "main",
    "h1",
    "h2",
    "p",
    "ul",
    "ol",
    "li",
    "section",
    "b",
    "span",
    "q",
    "ins",
    "del",
}
TAGS |= {"a", "nav", "table", "caption", "tbody", "tr", "th", "td", "fieldset", "legend", "label"}
TAGS |= {"small", "time", "i"}
TAGS |= {"blockquote", "mark", "code", "details", "summary", *VOID}


ATTRIBUTES = set("class lang charset name content http-equiv id href style type checked".split())
ATTRIBUTES |= {"scope", "aria-label"}
STYLED = re.compile(r"(width:\d+%)?")


class Page(HTMLParser):
    """Parse a page: its open elements, and the text of some elements."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS
        values = dict(attributes)
        assert set(values) <= ATTRIBUTES
        assert STYLED.fullmatch(values.get("style") or "")
        if values.get("id"):
            self.ids.append(values["id"] or "")
        if "href" in values:
            self.links.append((values["href"] or "").removeprefix("#"))
        if tag not in VOID:
            self.open.append(tag)
        self.texts.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open:
            self.texts[self.open[-1]][-1] += data


@pytest.mark.parametrize(
    "result", [report("zh"), report("en"), EMPTY, many(10_000)], ids=["zh", "en", "empty", "10000"]
)
def test_a_page_is_whole_and_nothing_of_a_report_is_markup(result: Report) -> None:
    text = load("html").render(result, RenderOptions())
    page = Page(text)
    assert page.texts["title"] == page.texts["h1"]
    with_findings = [checked_file for checked_file in result.files if checked_file.diagnostics]
    assert len(page.texts.get("h2", [])) == len(with_findings)
    names = "".join(page.texts.get("a", []))
    assert all(checked_file.path.split("\n")[0] in names for checked_file in with_findings)
    assert len(set(page.ids)) == len(page.ids)
    assert set(page.links) <= set(page.ids)
    assert len(page.texts.get("mark", [])) == sum(
        len(checked_file.diagnostics) for checked_file in result.files if checked_file.text
    )
    assert "http://" not in text
    assert "https://" not in text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_count_has_a_bar(language: str) -> None:
    """By severity, file, rule, section and type."""
    text = load("html").render(report(language), RenderOptions())
    page = Page(text)
    assert len(page.texts["caption"]) == 4
    rows = len(page.texts["tr"])
    severities = len(
        {diagnostic.severity for file in report().files for diagnostic in file.diagnostics}
    )
    assert text.count('<span class="bar"') == rows + severities


def test_files_without_findings_are_named_but_not_where_findings_are_left_out() -> None:
    assert "good.md" in load("html").render(report(), RenderOptions())
    assert "good.md" not in load("html").render(cap(report(), 3), RenderOptions())


def links(result: Report) -> list[str]:
    return Page(load("html").render(result, RenderOptions())).links


def test_a_link_to_a_finding_stays_when_lines_come_before_it() -> None:
    text = "# 述职报告\n\n取缔场所XX家。\n"
    moved = "# 述职报告\n\n一段新的话。\n\n取缔场所XX家。\n"

    def made(text: str) -> Report:
        start = text.index("XX")
        diagnostic = Diagnostic("placeholder", "error", Span(start, start + 2), "没有填")
        return Report((file("a.md", diagnostic, text=text),), "zh")

    assert links(made(text)) == links(made(moved))
    assert links(made(text)) != links(made(text.replace("场所", "网点")))


def test_the_page_says_when_and_of_what_it_was_made_where_that_is_known() -> None:
    page = load("html").render(report(), RenderOptions())
    assert "<time>" not in page
    assert "提交" not in page
    options = RenderOptions(made="2026-01-02 03:04", commit="0123<b>")
    page = load("html").render(report(), options)
    assert "<time>2026-01-02 03:04</time>" in page
    assert "提交 <code>0123&lt;b&gt;</code>" in page


def test_what_is_new_since_an_earlier_report_is_marked() -> None:
    result = report("en")
    old = Earlier("reports/duty.md", 9, "placeholder", "error", "“XX”没有填")
    gone = Earlier("good.md", 2, "x", "info", "<gone>")
    page = load("html").render(result, RenderOptions(earlier=(old, gone)))
    total = sum(len(checked_file.diagnostics) for checked_file in result.files)
    assert f"{total - 1} new, 1 gone, 1 still there" in page
    assert page.count('<span class="badge">') == total - 1
    assert "&lt;gone&gt;" in page
    assert page.count(' still">') == 1
    assert 'class="badge"' not in load("html").render(result, RenderOptions())
