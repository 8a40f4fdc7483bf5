"""Items said in other words; near misses first."""

from __future__ import annotations

import pytest
from fault_tables import faults

SILENT = {
    "the first thing, as the subject of its clause": "本学期的第一件事是招生。第二，抓好教学。第三，抓好科研。\n",
    "two parts of one lecture": "- 2.1 概况\n- 2.2 安装（上）\n- 2.2 安装（下）\n- 2.3 调试\n",
    "two ways of one item": "4.3.1 递交\n\n4.3.2 （A）纸质\n\n4.3.2 （B）电子\n\n4.3.3 撤回\n",
    "two cases of one item": (
        "一、投标函\n二、身份证明（适用于无代理人的情况）\n二、授权书（适用于有代理人的情况）\n三、保证金\n"
    ),
    "the new wording in quotes": (
        'a. Una medida.\n\nb. Otra medida.\n\n"b. Otra medida mejor.\n\nc. La última.\n'
    ),
    "dots for what is left out": "a) Edad máxima.\n\n[...]\n\nd) Otra causa.\n\ne) La última.\n",
    "the first one": "第一个是经济。\n\n第二、住房。\n\n第三，内需。\n",
    "the first thing": "第一件事是学习。第二，要工作。第三，要团结。\n",
    "then": "First, we stop. Then we copy. Third, we start.\n",
    "the first reason": "The first reason is cost. Second, it is slow. Third, it is old.\n",
    "a step with two parts": "1. Write.\n2. Read.\n\n3a. Talk.\n\n3b. Listen.\n\n4. Close.\n",
    "the first step with two parts": (
        "## Path\n\n### 1a) Move\n\nText.\n\n### 1b) Draw\n\nText.\n\n### 2) Test\n\nText.\n\n### 3) End\n"
    ),
    "two in one place of a ranking": "7. Oslo\n8. Tied: Bern, Rome\n10. Kiel\n11. Graz\n",
    "the same in Chinese": "1. 一队\n2. 二队（并列）\n4. 四队\n5. 五队\n",
    "a phase with two parts": (
        "_Phase 1_. Write.\n\n_Phase 2a_. Read.\n\n_Phase 2b_. Talk.\n\n_Phase 3_. Close.\n"
    ),
    "the first within a clause": "The risks are (i) costs; (ii) delay; and (iii) growth.\n",
    "and that of a second list": (
        "Risks are (i) costs; (ii) delay; and (iii) growth. The chances are (i) prices; "
        "(ii) demand; and (iii) reforms.\n"
    ),
    "an item of two numbers": "1. Eins.\n\n2. und 3. (weggefallen)\n\n4. Vier.\n",
    "an item of three": "1. bis 3. ...\n\n4. Vier ist geblieben.\n\n5. Fünf.\n",
    "the first in the line before": (
        "We propose (i) a rule by which we decide\nto move; (ii) a vote on it; and\n(iii) a move in steps.\n"
    ),
    "chapters told of together": (
        "第一章说明背景。\n第二章梳理现状。\n第三章与第四章给出方案。\n第五章分析条件。\n第六章总结全文。\n"
    ),
    "no j between i and k": "".join(
        f"{letter}) Die Prüfung ist für den Betrieb und das Werk.\n\n" for letter in "abcdefghikl"
    ),
    "an article that was put in": "第一条 甲\n第二条 乙\n第三条之一 丙\n第四条 丁\n",
}
FIRING = {
    "a knot": ("1. Cast off.\n2. Tie the knot.\n4. Sail.\n5. Land.\n", ("gap", 3, "4.")),
    "a life that is tied to another": (
        "1. Plan.\n2. Tied to the plan, build.\n4. Test.\n5. End.\n",
        ("gap", 3, "4."),
    ),
    "the second step alone has parts": (
        "Path:\n\n### 2a) Move\n\nText.\n\n### 2) Test\n\nText.\n\n### 3) End\n",
        ("start", 7, "2)"),
    ),
    "the same part twice": (
        "- 2.1 概况\n- 2.2 安装（上）\n- 2.2 调试（上）\n- 2.3 验收\n",
        ("duplicate", 3, "2.2"),
    ),
    "the same way twice": (
        "4.3.1 递交\n\n4.3.2 （A）纸质\n\n4.3.2 （A）电子\n\n4.3.3 撤回\n",
        ("duplicate", 5, "4.3.2"),
    ),
    "dots that end a sentence": (
        "a) Edad máxima...\n\nd) Otra causa.\n\ne) La última.\n",
        ("gap", 3, "d)"),
    ),
    "nothing before": (
        "抓好工作。第二，要工作。第三，要团结。\n",
        ("start", 1, "第二，"),
    ),
    "no clause begins so": (
        "产业为第一个百亿集群。第二，要工作。第三，要团结。\n",
        ("start", 1, "第二，"),
    ),
    "the letter begins a word": (
        "1. Write.\n2. Read.\n\n3as we said.\n\n4. Close.\n",
        ("gap", 6, "4."),
    ),
    "another number is split": (
        "1. Write.\n2. Read.\n\n2a. Talk.\n\n4. Close.\n",
        ("gap", 6, "4."),
    ),
    "the first one in another paragraph": (
        "We propose (i) a rule.\n\nWe ask for consent; (ii) delay; and\n(iii) growth.\n",
        ("start", 3, "(ii)"),
    ),
    "no first one within the clause": (
        "Risks, of five: (ii) delay; (iii) growth.\n",
        ("start", 1, "(ii)"),
    ),
    "a copy, and no second list": (
        "The risks are: (i) costs; (ii) delay; (ii) growth.\n",
        ("duplicate", 1, "(ii)"),
    ),
    "said before, and led in by a colon": (
        "最重要的是背景。\n\n优势有三：第二，覆盖广；第三，成本低。\n",
        ("start", 3, "第二，"),
    ),
    "said under another heading": (
        "## 背景\n\n首先说明背景。\n\n## 优势\n\n第二，覆盖广。\n\n第三，成本低。\n",
        ("start", 7, "第二，"),
    ),
    "another number is joined": (
        "1. Eins.\n\n2. und 7. bleiben.\n\n4. Vier.\n",
        ("gap", 5, "4."),
    ),
    "a chapter told of with another": (
        "第一章说明背景。\n第二章梳理现状。\n第三章与第二章衔接。\n第五章分析条件。\n第六章总结全文。\n",
        ("gap", 4, "第五章"),
    ),
    "no j in English": (
        "".join(f"{letter}) The test is for the works.\n\n" for letter in "abcdefghikl"),
        ("gap", 19, "k)"),
    ),
    "a number is missing": (
        "First, we stop. Second, we copy. Fourth, we start.\n",
        ("gap", 1, "Fourth,"),
    ),
}


@pytest.mark.parametrize("name", SILENT)
def test_what_is_right_is_silent(name: str) -> None:
    assert faults(SILENT[name]) == []


@pytest.mark.parametrize("name", FIRING)
def test_what_is_wrong_is_found(name: str) -> None:
    text, *expected = FIRING[name]
    assert [fault[:3] for fault in faults(text)] == expected
