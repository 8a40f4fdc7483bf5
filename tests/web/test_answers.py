"""What the page is told: places as a browser counts them, differences, examples in the language of the page."""

from __future__ import annotations

import pytest

from reportlint import Linter
from reportlint.core.rule import Example, Rule
from reportlint.web import answers
from reportlint.web.places import Places


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
    told = answers.of_text(text, linter.lint(text), linter.outline(text))
    gap = next(one for one in told["findings"] if one["rule"] == "ordinal-gap")
    browser = text.encode("utf-16-le")
    assert browser[2 * gap["start"] : 2 * gap["end"]].decode("utf-16-le") == "四是"
    edit = gap["fix"]["edits"][0]
    assert browser[2 * edit["start"] : 2 * edit["end"]].decode("utf-16-le") == "四"
    assert gap["fix"]["safe"] is False
    assert sum(told["counts"].values()) == len(told["findings"])
    assert told["safe"] == 0


def test_a_text_without_findings_is_told_so() -> None:
    linter = Linter(language="zh")
    told = answers.of_text(
        "情况如常。\n", linter.lint("情况如常。\n"), linter.outline("情况如常。\n")
    )
    assert told["findings"] == []
    assert set(told["counts"].values()) == {0}


def test_more_findings_than_are_shown_are_counted() -> None:
    text = "事项XX家。\n\n" * (answers.MOST_FINDINGS + 5)
    linter = Linter(language="zh", select=["placeholder"])
    told = answers.of_text(text, linter.lint(text), linter.outline(text))
    assert len(told["findings"]) == answers.MOST_FINDINGS
    assert told["counts"]["error"] == answers.MOST_FINDINGS + 5


def test_fixes_are_told_by_the_lines_that_they_change() -> None:
    told = answers.of_fixes("甲\n乙\n丙\n丁\n", "甲\n二\n丙\n丁\n戊\n", ["a", "b", "a"])
    assert told["changes"] == [
        {"line": 2, "old": ["乙"], "new": ["二"]},
        {"line": 5, "old": [], "new": ["戊"]},
    ]
    assert told["fixed"] == {"a": 2, "b": 1}
    assert answers.of_fixes("甲\n", "甲\n", [])["changes"] == []


def test_examples_in_the_language_of_the_page_come_first() -> None:
    examples = (
        Example("TODO: say why", ((0, 4),)),
        Example("取缔场所XX家", ((4, 6),)),
        Example("All is said.", ()),
        Example("取缔场所三家", ()),
    )
    rule = Rule("r", "p", "pattern", "error", {}, {"zh": "因", "en": "why"}, {}, examples=examples)
    assert answers.of_rule(rule, "zh")["bad"][0] == {"text": "取缔场所XX家", "marks": [[4, 6]]}
    assert answers.of_rule(rule, "en")["bad"][0]["text"] == "TODO: say why"
    assert answers.of_rule(rule, "zh")["good"][0]["text"] == "取缔场所三家"
    assert answers.of_rule(rule, "en")["why"] == "why"
