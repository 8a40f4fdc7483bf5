"""The page for people: whole, without scripts, and with the sentence that is meant."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.core.diagnostic import WARNING, Diagnostic
from reportlint.core.report import Report, cap
from reportlint.core.span import Span
from reportlint.output.formats import RenderOptions, load
from reportlint.output.html import quote
from support.sample import EMPTY, file, many, report

VOID = {"meta"}
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
TAGS |= {"blockquote", "mark", "code", "details", "summary", *VOID}


class Page(HTMLParser):
    """Notes what is open, and the text of some elements."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS
        assert all(
            name in ("class", "lang", "charset", "name", "content", "http-equiv")
            for name, _ in attributes
        )
        if tag not in VOID:
            self.open.append(tag)
        self.texts.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open:
            self.texts[self.open[-1]][-1] += data


@pytest.mark.parametrize(
    "found", [report("zh"), report("en"), EMPTY, many(10_000)], ids=["zh", "en", "empty", "10000"]
)
def test_a_page_is_whole_and_nothing_of_a_report_is_markup(found: Report) -> None:
    text = load("html").render(found, RenderOptions())
    page = Page(text)
    assert page.texts["title"] == page.texts["h1"]
    assert [one.split("\u240a")[0] for one in page.texts.get("h2", [])] == [
        one.path.split("\n")[0] for one in found.files if one.diagnostics
    ]
    assert len(page.texts.get("mark", [])) == sum(
        len(one.diagnostics) for one in found.files if one.text
    )
    assert "http://" not in text
    assert "https://" not in text


def test_files_without_findings_are_named_but_not_where_findings_are_left_out() -> None:
    assert "good.md" in load("html").render(report(), RenderOptions())
    assert "good.md" not in load("html").render(cap(report(), 3), RenderOptions())


def cut(text: str, piece: str) -> tuple[str, str, str]:
    start = text.index(piece)
    one = Diagnostic("placeholder", WARNING, Span(start, start + len(piece)), "")
    return quote(file("a.md", one, text=text), one)


@pytest.mark.parametrize(
    ("text", "piece", "quoted"),
    [
        ("第一句。取缔XX家。第三句。", "XX", ("取缔", "XX", "家。")),
        ("他说：“好。”取缔XX家！”还有。", "XX", ("取缔", "XX", "家！”")),
        ("上一行\n取缔XX家\n下一行", "XX", ("取缔", "XX", "家")),
        ("It was 3.5 km. Then TODO came. And more.", "TODO", ("Then ", "TODO", " came.")),
        ("很" * 200 + "XX" + "长" * 200, "XX", ("…" + "很" * 80, "XX", "长" * 80 + "…")),
        ("整句都是。\n另一行", "整句都是。\n另", ("", "整句都是。", "")),
    ],
)
def test_the_sentence_is_quoted(text: str, piece: str, quoted: tuple[str, str, str]) -> None:
    assert cut(text, piece) == quoted


@given(st.text(alphabet="报告。！”\n\r .ab;", max_size=60), st.data())
def test_a_quotation_is_a_piece_of_one_line(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    one = Diagnostic("x", WARNING, Span(start, end), "")
    made = file("a.md", one, text=text)
    before, marked, after = quote(made, one)
    whole = before + marked + after
    assert whole in text
    assert marked == text[start : start + len(marked)]
    assert not after or "\n" not in after
