"""Format `llm`: place, rule, fix and the lines around, and nothing that a terminal would
interpret."""

from __future__ import annotations

from reportlint.core.diagnostic import SAFE, WARNING, Diagnostic, Edit, Fix
from reportlint.core.report import FileReport, Report
from reportlint.core.span import LineIndex, Span
from reportlint.output.formats import RenderOptions
from reportlint.output.llm import llm

TEXT = "甲\n乙(丙）丁\n戊\x1b[31m\n己\n"


def rendered(*diagnostics: Diagnostic, text: str = TEXT, quiet: bool = True) -> str:
    file = FileReport("a.md", text, LineIndex(text), diagnostics, "zh")
    return llm(Report((file,), "zh"), RenderOptions(quiet=quiet))


def test_nothing_found_is_nothing_said() -> None:
    assert rendered() == ""


def test_a_finding_with_its_cure_and_the_lines_around() -> None:
    fix = Fix(SAFE, (Edit(Span(3, 4), "（"),))
    diagnostic = Diagnostic("bracket-pair", WARNING, Span(3, 6), "半角配全角", fix=fix)
    assert rendered(diagnostic).split("\n") == [
        "a.md:2:2 warning bracket-pair: 半角配全角",
        "  修法 (safe): 2:2 “(” → “（”",
        "    1: 甲",
        "  > 2: 乙(丙）丁",
        "    3: 戊␛[31m",
        "",
    ]


def test_lines_are_those_of_the_place_whatever_other_breaks_they_hold() -> None:
    diagnostic = Diagnostic("placeholder", WARNING, Span(8, 10), "m")
    assert rendered(diagnostic, text="甲\x0c乙\u2028丙\n\r\nXX\r丁").split("\n")[1:] == [
        "    2:",
        "  > 3: XX",
        "    4: 丁",
        "",
    ]


def test_a_finding_at_the_end_of_the_text_is_on_its_last_line() -> None:
    diagnostic = Diagnostic("r", WARNING, Span(2, 2), "m")
    assert rendered(diagnostic, text="甲\n").split("\n")[1:] == ["    1: 甲", "  > 2:", ""]


def test_a_long_line_is_cut() -> None:
    shown = rendered(Diagnostic("r", WARNING, Span(0, 1), "m"), text="字" * 500)
    assert shown.count("字") == 119
    assert shown.endswith("…\n")


def test_of_a_long_line_the_words_of_the_finding_are_shown() -> None:
    text = "字" * 300 + "缺" + "字" * 300
    shown = rendered(Diagnostic("r", WARNING, Span(300, 301), "m"), text=text)
    assert "字缺字" in shown
    assert shown.count("…") == 2
