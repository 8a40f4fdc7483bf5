"""The answers to the page: places in the units of a browser, differences, and examples in the
language of the page."""

from __future__ import annotations

import pytest

from reportlint import Linter
from reportlint.core.rule import Example, Rule
from reportlint.web import answers
from reportlint.web.answers import Places


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [("一二三", 2, 2), ("𠮷二三", 0, 0), ("𠮷二三", 1, 2), ("一𠮷𠮷", 3, 5), ("", 0, 0)],
)
def test_places_are_those_of_a_browser(text: str, offset: int, place: int) -> None:
    assert Places(text)(offset) == place
    assert len(text[:offset].encode("utf-16-le")) // 2 == place


def test_findings_of_a_text_have_places_fixes_and_counts() -> None:
    text = "𠮷县工作记录\n\n今年做了三件事：一是修路；二是架桥；四是通水。\n"
    linter = Linter(language="zh")
    answer = answers.of_text(text, linter.lint(text), linter.outline(text))
    gap = next(finding for finding in answer["findings"] if finding["rule"] == "ordinal-gap")
    browser = text.encode("utf-16-le")
    assert browser[2 * gap["start"] : 2 * gap["end"]].decode("utf-16-le") == "四是"
    edit = gap["fix"]["edits"][0]
    assert browser[2 * edit["start"] : 2 * edit["end"]].decode("utf-16-le") == "四"
    assert gap["fix"]["safe"] is False
    assert sum(answer["counts"].values()) == len(answer["findings"])
    assert answer["safe"] == 0


def test_a_text_without_findings_is_told_so() -> None:
    linter = Linter(language="zh")
    answer = answers.of_text(
        "情况如常。\n", linter.lint("情况如常。\n"), linter.outline("情况如常。\n")
    )
    assert answer["findings"] == []
    assert set(answer["counts"].values()) == {0}


def test_more_findings_than_are_shown_are_counted() -> None:
    text = "事项XX家。\n\n" * (answers.MOST_FINDINGS + 5)
    linter = Linter(language="zh", select=["placeholder"])
    answer = answers.of_text(text, linter.lint(text), linter.outline(text))
    assert len(answer["findings"]) == answers.MOST_FINDINGS
    assert answer["counts"]["error"] == answers.MOST_FINDINGS + 5


def test_fixes_are_told_by_the_lines_that_they_change() -> None:
    answer = answers.of_fixes("甲\n乙\n丙\n丁\n", "甲\n二\n丙\n丁\n戊\n", ["a", "b", "a"])
    assert answer["changes"] == [
        {"line": 2, "old": ["乙"], "new": ["二"]},
        {"line": 5, "old": [], "new": ["戊"]},
    ]
    assert answer["fixed"] == {"a": 2, "b": 1}
    assert answers.of_fixes("甲\n", "甲\n", [])["changes"] == []


EXAMPLES = (
    Example("TODO: say why", ((0, 4),), family="todo"),
    Example("见附件〔〕", ((3, 5),), family="square"),
    Example("取缔场所XX家", ((4, 6),), family="x"),
    Example("All is said.", (), family="todo"),
    Example("〔2024〕5号", (), family="square"),
    Example("取缔场所三家", (), family="x"),
)
RULE = Rule("r", "p", "pattern", "error", {}, {"zh": "因", "en": "why"}, {}, examples=EXAMPLES)


@pytest.mark.parametrize(
    ("matched", "language", "bad", "good"),
    [
        ("", "zh", "见附件〔〕", "〔2024〕5号"),
        ("XX", "zh", "取缔场所XX家", "取缔场所三家"),
        ("XXX", "zh", "取缔场所XX家", "取缔场所三家"),
        ("〔 〕", "zh", "见附件〔〕", "〔2024〕5号"),
        ("XX", "en", "TODO: say why", "All is said."),
    ],
)
def test_examples_like_the_finding_and_in_the_language_of_the_page_come_first(
    matched: str, language: str, bad: str, good: str
) -> None:
    answer = answers.of_rule(RULE, matched, language)
    assert (answer["bad"][0]["text"], answer["good"][0]["text"]) == (bad, good)
    assert answer["why"] == {"zh": "因", "en": "why"}[language]


def test_marks_of_examples_are_places() -> None:
    assert answers.of_rule(RULE, "XX", "zh")["bad"][0]["marks"] == [[4, 6]]
    assert answers.of_rule(RULE._replace(examples=()), "XX", "zh")["bad"] == []
