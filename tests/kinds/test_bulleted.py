"""Lists without numbers; near misses first."""

from __future__ import annotations

import pytest

from reportlint.kinds.bulleted import bulleted
from reportlint.text.parse import parse
from support.shipped_rules import matcher

# text → how many items each of its lists has
SILENT = {
    "no bullets": ("1. One.\n2. Two.\n", []),
    "a remark is no item": ("- One.\n- Two.\n- Note: both are ours.\n", [2]),
    "nor in Chinese": ("- 甲\n- 乙\n- 注：均已办结。\n", [2]),
    "a picture is no item": ("- One\n- Two\n- ![a picture](a.png)\n", [2]),
    "a list inside an item is of it": ("* One\n  * a\n  * b\n* Two\n", [2]),
}
FIRING = {
    "items": ("- One.\n- Two.\n- Three.\n", [3]),
    "another bullet is another list": ("- One.\n- Two.\n\n* Three.\n", [2, 1]),
    "boxes to tick are another list": ("- One.\n- Two.\n\n- [x] Done.\n", [2, 1]),
    "boxes to tick are items": ("- [ ] One.\n- [x] Two.\n", [2]),
    "a paragraph between": ("- One.\n- Two.\n\nText.\n\n- Three.\n", [2, 1]),
}


@pytest.mark.parametrize("name", [*SILENT, *FIRING])
def test_lists(name: str) -> None:
    text, expected = {**SILENT, **FIRING}[name]
    document = parse(text, "markdown", matcher())
    assert [len(run.markers) for run in bulleted(document)] == expected
