"""Announced lists of headings: which of them are what is counted."""

from __future__ import annotations

import pytest

from support.shipped_rules import hits

RULE = "announced-count"
HEADINGS = "### （一）修路\n\n甲。\n\n### （二）架桥\n\n乙。\n\n### （三）{last}\n\n丙。\n"


@pytest.mark.parametrize("last", ["小结", "如何选择", "两项比较", "注意事项"])
def test_a_last_heading_that_sums_up_is_not_counted(last: str) -> None:
    text = "## 二、办好两项实事\n\n" + HEADINGS.format(last=last)
    assert not hits(RULE, text, "markdown")


@pytest.mark.parametrize("last", ["通水", "改造结构", "选址"])
def test_any_other_heading_below_one_that_announces_is_counted(last: str) -> None:
    text = "## 二、办好两项实事\n\n" + HEADINGS.format(last=last)
    assert [hit.span.cut(text) for hit in hits(RULE, text, "markdown")] == ["两"]


def test_in_text_a_last_heading_may_be_none_of_what_is_counted() -> None:
    text = "## 二、实事\n\n常见实事有两项。\n\n" + HEADINGS.format(last="通水")
    assert not hits(RULE, text, "markdown")
