"""The sentence before a list, and the numbers that it announces: what is no announcement first."""

from __future__ import annotations

import pytest
from readings import LEXICON, reading

from reportlint.kinds.announcements import Family, Lead, announced, lead_of
from reportlint.patterns.rule_pattern import from_regex

ITEMS = "一是学习。二是调研。"


def family(**parts: list[str]) -> Family:
    patterns = {
        name: tuple(from_regex(source, LEXICON, True) for source in parts.get(name, ()))
        for name in ("phrases", "suspects", "cues", "verbs", "unless", "more", "tails")
    }
    return Family(numbers={"两": 2}, severity="", **patterns)


FAMILY = family(
    phrases=["(?P<n>[两二三四五十]+|[0-9]+)(?:项|个方面)"],
    cues=["以下"],
    verbs=["抓好"],
    unless=["第[二三四]个方面"],
)


def lead(text: str) -> Lead | None:
    made = reading(text)
    starts = [line.span.start for line in made.document.lines]
    return lead_of(made, made.runs[0], starts)


@pytest.mark.parametrize(
    ("text", "sentence", "colon", "same_line", "line"),
    [
        pytest.param(f"做好三项：{ITEMS}", "做好三项", True, True, False, id="its line, a colon"),
        pytest.param(f"先说别的。做好三项。{ITEMS}", "做好三项", False, True, False, id="a stop"),
        pytest.param(f"做好三项：\n\n{ITEMS}", "做好三项", True, False, False, id="the line above"),
        pytest.param(f"三项工作\n\n{ITEMS}", "三项工作", False, False, True, id="a short line"),
        pytest.param(f"**三项工作**\n\n{ITEMS}", "三项工作", False, False, True, id="in bold"),
        pytest.param(
            f"See 1.5. Do three things: {ITEMS}",
            "Do three things",
            True,
            True,
            False,
            id="a full stop and a space",
        ),
    ],
)
def test_the_sentence_before_a_list(
    text: str, sentence: str, colon: bool, same_line: bool, line: bool
) -> None:
    announcement = lead(text)
    assert announcement is not None
    assert (announcement.span.cut(text), *announcement[1:4]) == (sentence, colon, same_line, line)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(ITEMS, id="nothing before it"),
        pytest.param("长" * 41 + f"\n\n{ITEMS}", id="a long line that does not end"),
        pytest.param(f"三项：\n\n```\ncode\n```\n\n{ITEMS}", id="something between"),
    ],
)
def test_no_sentence_before_a_list(text: str) -> None:
    assert lead(text) is None


def counts(text: str, distance: int = 16, of: Family = FAMILY) -> list[int]:
    announcement = lead(text + ITEMS)
    assert announcement is not None
    return [count.value for count in announced(text + ITEMS, announcement, of, distance)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("工作如下：", id="no number"),
        pytest.param("三项指标很好。", id="no colon, cue or verb"),
        pytest.param("抓好第三个方面：", id="excused"),
        pytest.param("抓好三项，还有别的：", id="a break behind the number"),
        pytest.param(f"抓好三项{'很' * 17}：", id="too far from the end"),
        pytest.param("抓好一项：", id="one is no number of items"),
        pytest.param("抓好三项", id="within a line a verb counts only before a stop"),
    ],
)
def test_nothing_is_announced(text: str) -> None:
    assert counts(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("抓好三项：", [3]),
        ("抓好两项：", [2]),
        ("抓好12项：", [12]),
        ("抓好二十三项：", [23]),
        ("以下三项。", [3]),
        ("抓好三项工作五个方面：", [3, 5]),
        ("抓好三项。\n\n", [3]),
        ("三个方面\n\n", [3]),
    ],
)
def test_announced(text: str, values: list[int]) -> None:
    assert counts(text) == values


def test_a_text_without_a_suspect_is_not_searched() -> None:
    suspicious = FAMILY._replace(suspects=(from_regex("三项", LEXICON, True),))
    assert counts("抓好三项：", of=suspicious) == [3]
    assert counts("抓好四项：", of=suspicious) == []
