"""Where a marker may stand: what is no candidate, near misses first, and how the others stand."""

from __future__ import annotations

import pytest
from shipped import MATCHER, parse

from reportlint.structure import quotations as module
from reportlint.structure.candidates import (
    BODY_RANK,
    CLAUSE,
    COMMA,
    INLINE_RANK,
    LINE,
    MID,
    SPACE,
    Candidate,
    candidates,
)
from reportlint.structure.quotations import quotations as quotations_of


def of(text: str, format: str = "markdown") -> list[Candidate]:
    return candidates(parse(text, format), MATCHER)


SILENT = {
    "a decimal within a clause": "增长5.4%，高于全国0.4个百分点",
    "a label that the text speaks of": "如下，详见 图3 所示。",
    "a step that the text speaks of": "Appendix 手順1：あ\n\n説明 手順2：い\n",
    "a half bracket that closes another": "成长（等级 * 1) 计算",
    "a number whose second part is Roman": "## 5.iii 共享内存\n\n## 5.xiv 对象取值\n",
    "the steps of another list": "2.a若无名单，返回。",
    "addresses of computers": "198.51.100.7 网关\n10.0.0.2 主机\n",
    "a day": "**6.27**\n",
    "nothing": "",
    "no text": "1\n",
    "code": "```\n1. 甲\n```\n",
    "inline code": "运行 `1. 甲` 看看",
    "a table": "| 1. 甲 |\n|---|\n| 2. 乙 |\n",
    "a comment": "<!-- 1. 甲 -->",
    "a link's target": "[甲](a/1.txt)",
}
# text → the places of its candidates
FIRING = {
    "📚 2. 甲": [LINE],
    "📚 甲 2. 乙": [SPACE],
    "（注）1.甲": [CLAUSE],
    "甲（注）1.乙": [MID],
    "1. 甲": [LINE],
    "5.vim 配置": [LINE],
    "5.x": [LINE],
    "1.2.3.4 甲": [LINE],
    "6.2 甲": [LINE],
    "6.27 甲": [LINE],
    "2.c语言": [LINE],
    "2.a 型": [LINE],
    "1.2 2.0 版": [LINE],
    "5. i 的取值": [LINE],
    "> 一、甲": [LINE],
    "**一、** 甲": [LINE],
    "- （一）甲": [LINE],
    "甲。一是乙；二是丙": [CLAUSE, CLAUSE],
    "It fell. (1) One": [CLAUSE],
    "甲，一是乙": [COMMA],
    "甲 （1）乙": [SPACE],
    "甲（1）乙": [MID],
    "“1.甲”": [MID],
    "“1.甲；\n2.乙”": [LINE, LINE],
    "3.1 甲": [LINE],  # not item 3 that begins with a 1
    "“甲” （1）乙": [SPACE],
}


@pytest.mark.parametrize("name", SILENT)
def test_no_candidate(name: str) -> None:
    assert of(SILENT[name]) == []


@pytest.mark.parametrize("text", FIRING)
def test_where_candidates_stand(text: str) -> None:
    assert [candidate.place for candidate in of(text)] == FIRING[text]


def test_the_longer_of_two_that_overlap_is_kept() -> None:
    text = "第二，一是甲"
    assert [text[c.start : c.readings[0].end] for c in of(text)] == ["第二，", "一是"]


def test_ranks() -> None:
    text = "## 一、甲\n\n一、乙\n\n丙；一是丁。\n"
    assert [candidate.site.rank for candidate in of(text)] == [2, BODY_RANK, INLINE_RANK]


@pytest.mark.parametrize(
    ("text", "led"),
    [
        ("做好以下工作。\n\n1. 甲", False),
        ("做好以下工作：\n\n1. 甲", True),
        ("**做好以下工作：**\n\n1. 甲", True),
        ("做好以下工作：一是甲", True),
        ("做好以下工作。一是甲", False),
        ("做好以下工作，一是甲", False),
        ("做好工作 （1）甲", False),
        ("做好工作（1）甲", False),
        ("（注）1.甲", True),  # as a lead-in
        ("做好以下工作：\n\n“1.甲\n”", False),  # an excerpt is led in itself
    ],
)
def test_what_a_colon_leads_to(text: str, led: bool) -> None:
    assert [candidate.after_colon for candidate in of(text)] == [led]


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("1. 丁\n\n文。\n", 0),  # a lone item
        ("1. 丁\n\n## 戊\n\n2. 己\n", 0),
        ("文。\n\n1. 丁\n2. 戊\n", 0),
        ("1. 丁\n2. 戊\n", 1),
        ("文：\n\n1. 丁\n2. 戊\n", 3),
    ],
)
def test_before_which_block_no_lone_item_is_of_a_list_that_visibly_begins(
    text: str, begins: int
) -> None:
    assert of(f"# 报告\n\n## 甲\n\n乙。\n\n## 丙\n\n{text}")[0].begins == begins


FULL = "全面推进中华民族伟大复兴的历史进程，实现祖国完全统"


@pytest.mark.parametrize(
    ("line", "place"),
    [
        (FULL + "。", LINE),  # a sentence ends
        ("推进祖国统", LINE),  # too short to have been broken
        ("一、" + FULL, LINE),  # an item itself
        (FULL + "统统统统", COMMA),
    ],
)
def test_a_line_that_goes_on_with_the_one_before_begins_no_list(line: str, place: int) -> None:
    text = f"{line}\n一、两岸一家亲，共同发展。\n"
    assert of(text, "rst")[-1].place == place


@pytest.mark.parametrize(
    ("text", "quotation"),
    [
        ("（三）甲", 0),
        ("“（三）甲”", 0),  # on one line
        ("“（三）甲；\n\n（四）乙”", 1),
        ("> （三）甲", -1),
    ],
)
def test_quotations_over_several_lines(text: str, quotation: int) -> None:
    assert {candidate.site.quotation for candidate in of(text)} == {quotation}


def test_the_numbers_of_an_ordered_list_are_told() -> None:
    assert [candidate.bullet for candidate in of("1. 甲\n2. 乙\n\n1、丙")] == [True, True, False]


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ("“甲乙”", []),
        ("“甲\n乙”", [(0, 4)]),
        ("”甲“\n# 乙\n”", []),  # marks the wrong way round, and a heading between
        ("“甲“乙\n丙”丁”", [(0, 8)]),  # the outer one alone
        ("”甲\n乙“", []),
        ("「甲\n乙」丙“丁\n”", [(0, 4), (6, 9)]),
        ("“甲乙丙丁\n戊己庚”", [(0, 9)]),
        ("“甲乙丙丁\n戊己庚辛”", []),  # too long for one, and likely a mark that was forgotten
    ],
)
def test_an_excerpt_is_the_outer_of_two_quotations_and_not_too_long(
    text: str, quotations: list[tuple[int, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_LONGEST_QUOTATION", 10)
    assert [tuple(span) for span in quotations_of(text)] == quotations
