"""Spoken lists without their first item; near misses first."""

from __future__ import annotations

import pytest
from fault_tables import thin_faults

SILENT = {
    "the first in other words": "The first reason is cost. Second, it is slow. Third, it is old.\n",
    "a second list, whose first item is in other words": (
        "It has two flaws. First, it is slow. Second, it is dear.\n\nThe first flaw is in the text.\n\n"
        "Second, the proposal fails.\n"
    ),
    "the same in Chinese": "一是抓学习。二是抓作风。\n\n第一个是队伍问题。二是经费问题。\n",
    "an adverb within a clause": (
        "后续工作首先应补齐现场数据。\n\n第二，可以扩展视频处理。\n\n第三，完善制度。\n"
    ),
    "one item": "It was slow. Second, it was dear.\n",
    "not in a row": "It was slow. Second, it was dear. Fourth, it was late.\n",
    "all there": "First, it was slow. Second, it was dear. Third, it was late.\n",
}
FIRING = {
    "a number that comes again, and the first is only mentioned": (
        "First, it is slow. Second, it is dear.\n\nHere is the first.\n\nSecond, it fails.\n",
        ("duplicate", 5, False),
    ),
    "below a heading": (
        "## Lessons\n\nSecond, a job needs a limit. Third, an alarm needs an owner.\n",
        ("start", 3, False),
    ),
    "behind a colon": ("What remains: Second, the price. Third, the date.\n", ("start", 1, False)),
    "in the midst": ("It was slow. Second, it was dear. Third, it was late.\n", ("start", 1, True)),
    "German": ("Der Rat stimmt zu. Zweitens, es eilt. Drittens, es passt.\n", ("start", 1, True)),
    "Japanese": ("方針は三つある。二つ目は増設で、三つ目は連絡である。\n", ("start", 1, True)),
}


@pytest.mark.parametrize("name", SILENT)
def test_silent(name: str) -> None:
    assert thin_faults(SILENT[name]) == []


@pytest.mark.parametrize("name", FIRING)
def test_found(name: str) -> None:
    text, *expected = FIRING[name]
    assert thin_faults(text) == expected
