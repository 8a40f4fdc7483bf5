"""One finding on the page: the quoted sentence, and the text after the fix."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.core.diagnostic import SAFE, WARNING, Diagnostic, Edit, Fix
from reportlint.core.report import Report
from reportlint.core.span import Span
from reportlint.output.html_finding import Place, item, quote
from support.sample import file


def cut(text: str, piece: str) -> tuple[str, str, str]:
    start = text.index(piece)
    diagnostic = Diagnostic("placeholder", WARNING, Span(start, start + len(piece)), "")
    return quote(file("a.md", diagnostic, text=text), diagnostic)


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
    diagnostic = Diagnostic("x", WARNING, Span(start, end), "")
    made = file("a.md", diagnostic, text=text)
    before, marked, after = quote(made, diagnostic)
    whole = before + marked + after
    assert whole in text
    assert marked == text[start : start + len(marked)]
    assert not after or "\n" not in after


TEXT = "一是抓学习。三是抓落实。\n很长的一行" + "长" * 60 + "XX" + "长" * 60 + "\n\n完。\n"


def reads(*edits: Edit) -> str:
    """The finding with a fix of these edits, as HTML."""
    diagnostic = Diagnostic("x", WARNING, Span(0, 1), "", fix=Fix(SAFE, edits))
    made = file("a.md", diagnostic, text=TEXT)
    return item(Report((made,), "zh"), made, diagnostic, Place("here", "rule-0"))


def at(piece: str) -> Span:
    return Span(TEXT.index(piece), TEXT.index(piece) + len(piece))


@pytest.mark.parametrize(
    ("edits", "html"),
    [
        ((Edit(at("三"), "二"),), "一是抓学习。<del>三</del><ins>二</ins>是抓落实。</span>"),
        (
            (Edit(at("三"), "二"), Edit(at("一"), "首")),
            "<del>一</del><ins>首</ins>是抓学习。<del>三</del>",
        ),
        (
            (Edit(at("XX"), ""),),
            "…" + "长" * 24 + "<del>XX</del>" + "长" * 24 + "…</span>",
        ),
        ((Edit(Span(at("完").start, at("完").start), "<b>"),), "<ins>&lt;b&gt;</ins>完。</span>"),
    ],
)
def test_a_fix_is_shown_as_the_line_would_read(edits: tuple[Edit, ...], html: str) -> None:
    assert html in reads(*edits)


def test_a_finding_without_a_fix_says_nothing_of_one() -> None:
    diagnostic = Diagnostic("x", WARNING, Span(0, 1), "")
    made = file("a.md", diagnostic, text=TEXT)
    assert "<ins>" not in item(Report((made,)), made, diagnostic, Place("here", ""))


def test_a_fix_of_many_lines_is_cut() -> None:
    text = "一\n" * 9
    edits = tuple(Edit(Span(at, at + 1), "二") for at in range(0, 18, 2))
    diagnostic = Diagnostic("x", WARNING, Span(0, 1), "", fix=Fix(SAFE, edits))
    made = file("a.md", diagnostic, text=text)
    html = item(Report((made,), "zh"), made, diagnostic, Place("here", ""))
    assert html.count("<ins>") == 6
    assert "还有 3 行" in html
