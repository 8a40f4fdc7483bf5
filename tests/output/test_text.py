"""The output in a terminal."""

from __future__ import annotations

import re

import pytest

from reportlint.core.diagnostic import (
    ERROR,
    INFO,
    UNSAFE,
    Diagnostic,
    Edit,
    Fix,
    Related,
)
from reportlint.core.report import Report, Terms
from reportlint.core.span import Span
from reportlint.output.formats import RenderOptions, load
from support.sample import file, rendered, report

ANSI = re.compile(r"\x1b\[[0-9;]*m")


@pytest.mark.parametrize("form", ["full", "concise"])
def test_colour_changes_nothing_but_the_colour(form: str) -> None:
    made = load(form).render(report(), RenderOptions(color=True))
    assert "\x1b[1;31merror\x1b[0m" in made
    assert ANSI.sub("", made) == load(form).render(report(), RenderOptions())


@pytest.mark.parametrize("form", ["full", "concise"])
def test_a_shipped_rule_leads_to_its_page_and_the_text_stays(form: str) -> None:
    made = load(form).render(report(), RenderOptions(links=True))
    link = re.search(r"\x1b]8;;(https:[^\x1b]*)\x1b\\placeholder\x1b]8;;\x1b\\", made)
    assert link is not None
    assert link[1].endswith("/zh-CN/rules/placeholder/")
    without = re.sub(r"\x1b]8;;[^\x1b]*\x1b\\", "", made)
    assert without == load(form).render(report(), RenderOptions())


@pytest.mark.parametrize("form", ["full", "concise"])
def test_both_are_for_a_terminal_and_have_statistics(form: str) -> None:
    assert load(form).for_terminal
    assert load(form).statistics


def one_finding(text: str, span: Span, *related: Related, line: int = 1) -> str:
    text = "\n" * (line - 1) + text
    span = Span(span.start + line - 1, span.end + line - 1)
    checked_file = file("a.md", Diagnostic("x", INFO, span, "m", related=related), text=text)
    return rendered("full", Report((checked_file,), "en"), RenderOptions(quiet=True))


def test_a_finding_is_shown_with_its_line() -> None:
    assert one_finding("取缔场所XX家。", Span(4, 6)) == (
        "a.md:1:5: info x m\n    1 | 取缔场所XX家。\n      |         ^^\n\n"
    )


def test_blanks_at_the_end_of_a_line_are_not_shown() -> None:
    assert "    1 | 甲\n" in one_finding("甲  ", Span(0, 1))


def test_a_finding_of_several_lines_says_where_it_ends() -> None:
    result = one_finding("甲\n乙\n丙\n丁", Span(0, 5))
    assert "^^ 到第 3 行\n" in result  # in the language of the report's file


def test_the_margin_is_as_wide_as_the_number_of_the_line() -> None:
    shown = one_finding("XX", Span(0, 2), line=1_234_567)
    assert "\n1234567 | XX\n        | ^^\n" in shown


def test_related_places_follow() -> None:
    shown = one_finding("一是。三是。", Span(3, 5), Related(Span(0, 2), "前一个"))
    assert shown.endswith("      = a.md:1:1: 前一个\n\n")


def test_a_file_that_could_not_be_read_has_no_line() -> None:
    unread = file("a.md", Diagnostic("undecodable", ERROR, Span(0, 0), "m"), text="")
    shown = rendered("full", Report((unread,), "en"), RenderOptions(quiet=True))
    assert shown == "a.md:1:1: error undecodable m\n"


def test_statistics_are_counts_by_rule_the_most_frequent_first() -> None:
    statistics = load("full").statistics
    assert statistics is not None
    lines = statistics(report("en"), RenderOptions()).splitlines()
    assert lines[:2] == ["7 error   placeholder", "2 warning placeholder"]
    assert lines[-1].startswith("7 files checked")
    assert statistics(Report((), "en"), RenderOptions(quiet=True)) == ""


FIXED = Fix(UNSAFE, (Edit(Span(0, 1), "乙"),))


def with_fix(fix: Fix | None) -> Report:
    return Report((file("a.md", Diagnostic("x", INFO, Span(0, 1), "m", fix=fix), text="甲"),), "en")


@pytest.mark.parametrize("fix", [None, Fix(UNSAFE, ())])
def test_what_cannot_be_mended_bears_no_mark(fix: Fix | None) -> None:
    assert "[*]" not in rendered("full", with_fix(fix))


def test_what_can_be_mended_bears_a_mark_for_people_and_none_for_editors() -> None:
    assert rendered("full", with_fix(FIXED)).startswith("a.md:1:1: info x [*] m\n")
    assert rendered("concise", with_fix(FIXED)).startswith("a.md:1:1: info x m\n")
    assert "[*]" not in rendered("concise", with_fix(FIXED))


def test_severities_are_words_of_the_language_that_was_asked_for() -> None:
    result = with_fix(None)
    result = result._replace(
        files=tuple(file._replace(terms=Terms(language="zh")) for file in result.files)
    )
    assert "a.md:1:1: 提示 x m" in rendered("full", result)
    assert "a.md:1:1: info x m" in rendered("concise", result)
    assert "a.md:1:1: info x m" in rendered("full", with_fix(None))
