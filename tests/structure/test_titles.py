from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import MATCHER
from shipped import MATCHER as SHIPPED

from reportlint.core.lexicon import Lexicon
from reportlint.core.report_type import Phrases
from reportlint.ordinals.matcher import Matcher
from reportlint.patterns.phrases import phrase_pattern
from reportlint.structure.titles import (
    EXACT,
    PART,
    SEARCH,
    WHOLE,
    Accepted,
    Titles,
    accepted,
    bare,
    core,
    normal,
    parts,
    title_of,
    title_start,
)

# line, title
KEPT = ["工作回顾", "2025年工作回顾", "首先是回顾", "1234. 回顾", "一二、回顾", "Sections 1"]
STRIPPED = [
    ("一、工作回顾", "工作回顾"),
    ("（二）工作回顾", "工作回顾"),
    ("**一、**工作回顾", "工作回顾"),
    ("3．工作回顾", "工作回顾"),
    ("第一章　总则", "总则"),
    ("1.2 总则", "总则"),
    ("7　附则", "附则"),
    ("①工作回顾", "工作回顾"),
]
STRIPPED_BY_THE_PACKS = [
    *STRIPPED,
    ("第2章 需求分析", "需求分析"),
    ("第3条 范围", "范围"),
    ("Section 6. Elections", "Elections"),
    ("Appendix B: Terms", "Terms"),
    ("Chapter IV", ""),
    ("2.JSON.parse()", "JSON.parse()"),
    ("2.1) gather", "gather"),
    ("00 20订单时间", "20订单时间"),
]


@pytest.mark.parametrize("matcher", [MATCHER, SHIPPED])
@pytest.mark.parametrize("line", KEPT)
def test_there_is_no_ordinal(line: str, matcher: Matcher) -> None:
    assert title_start(line, 0, len(line), matcher) == (0, None)


@pytest.mark.parametrize(("line", "title"), STRIPPED)
def test_the_ordinal_is_stripped(line: str, title: str) -> None:
    start, marker = title_start(line, 0, len(line), MATCHER)
    assert line[start:] == title
    assert marker is not None


@pytest.mark.parametrize(("line", "title"), STRIPPED_BY_THE_PACKS)
def test_the_packs_know_more(line: str, title: str) -> None:
    start, _ = title_start(line, 0, len(line), SHIPPED)
    assert line[start:] == title


def test_what_an_ordinal_is_stands_in_the_packs() -> None:
    assert title_start("1. 总则", 0, 5, Matcher(Lexicon())) == (0, None)


OTHERS = ["概况", "打算怎么办？", "Imported"]


def fit(title: str, to: Accepted) -> int:
    """How well a title fits, the last of several in one report."""
    titles = Titles(enumerate(map(title_of, [*OTHERS, title])))
    assert titles.any_fits(to) == bool(titles.that_fit(to))
    return next((good for good, index in titles.that_fit(to) if index == len(OTHERS)), 0)


@pytest.mark.parametrize(
    ("title", "of_type", "good"),
    [
        ("对工作回顾的思考", "工作回顾", 0),
        ("主要工作", "工作", 0),
        ("在补短板上再加力", "短板", 0),
        ("关于“监管有漏洞”的问题", "存在的问题", 0),
        ("问题整改情况", "存在的问题", 0),
        ("Imported", "Import", 0),
        ("Root cause of the second outage", "Root cause", 0),
        ("📌 工作回顾", "工作回顾", EXACT),
        ("【工作回顾】", "工作回顾", EXACT),
        ("工作回顾（2025年）", "工作回顾", EXACT),
        ("Timeline (UTC)", "Timeline", EXACT),
        ("Risks [optional] {#risks}", "Risks", EXACT),
        ("[Working groups](https://example.org/groups)", "Working groups", EXACT),
        ('<a name="risks"></a>Risks', "Risks", EXACT),
        ("工作回顾", "工作回顾", EXACT),
        ("工 作 回 顾：", "工作回顾", EXACT),
        ("Action items", "action Items", EXACT),
        ("问题(一)", "问题（一）", EXACT),
        ("存在问题及下一步打算", "下一步打算", PART),
        ("Motivation and goals", "goals", PART),
        ("我局存在的主要问题", "存在的问题", PART),
        ("面临的困难和不足", "存在不足", PART),
        ("2026年工作思路", "下一步工作思路", PART),
        ("下学期工作打算", "工作打算", PART),
    ],
)
def test_fit(title: str, of_type: str, good: int) -> None:
    assert fit(title, accepted([of_type], None)) == good


PLANS = phrase_pattern(Phrases(regex=("^(?:初步)?打算",)), Lexicon())


@pytest.mark.parametrize(
    ("title", "good"),
    [
        ("工作回顾", 0),
        ("说说打算很多", 0),
        ("打算一件一件落实；不留尾巴", 0),
        ("打算好，落实快", SEARCH),
        ("初步打算", WHOLE),
        ("打算", EXACT),
    ],
)
def test_a_pattern_is_the_last_resort(title: str, good: int) -> None:
    assert fit(title, accepted(["打算"], PLANS)) == good


def test_of_several_titles_each_is_told_by_its_index() -> None:
    titles = Titles([(2, title_of("打算")), (5, title_of("概况")), (7, title_of("初步打算"))])
    assert titles.that_fit(accepted(["打算"], PLANS)) == [(EXACT, 2), (WHOLE, 7)]
    assert titles.that_fit(accepted(["小结"], None)) == []


PIECES = st.sampled_from(
    [*"工作 和 以及 及 以 and sand Ａ b １ 、 ； ： \u3000 \x0b \u2028 ǆ Ⅳ".split(" "), " "]
)
TITLES = st.lists(PIECES, max_size=8).map("".join) | st.text(max_size=8)
PLAIN = TITLES.filter(lambda title: all(c.isalnum() or c in "和 \u3000\x0b\u2028" for c in title))


@pytest.mark.parametrize(
    ("name", "expected"),
    [("主要工作", "主要工作"), ("root cause", ""), ("2025年度履职情况", "履职"), ("问题", "问题")],
)
def test_core(name: str, expected: str) -> None:
    assert core(name) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("What happened?", "what happened"),
        ("差距在哪里？", "差距在哪里"),
        ("Why? How?", "why? how"),
        ("?", ""),
        ("What?!", "what?!"),
    ],
)
def test_a_question_is_named_without_its_mark(title: str, expected: str) -> None:
    assert normal(title) == expected


@given(PLAIN)
def test_a_normal_title_is_what_these_regexes_say(title: str) -> None:
    folded = unicodedata.normalize("NFKC", bare(title)).strip(
        " \t\r\n\u00a0\u3000\u200b\u200c\u200d\ufeff*_~`：:。.；;、，,"
    )
    closed = re.sub(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])", "", folded)
    assert normal(title) == re.sub(r"\s+", " ", closed).casefold()


@given(TITLES)
def test_the_parts_of_a_title_are_what_this_regex_splits(title: str) -> None:
    pieces = re.split(r"以及|[和及与、，,;；/&+]|\band\b", title)
    assert parts(title) == (
        tuple(piece.strip() for piece in pieces if piece.strip()) if len(pieces) > 1 else ()
    )
