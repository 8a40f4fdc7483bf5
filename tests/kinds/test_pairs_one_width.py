"""A bracket in full width and its partner in half width are made alike."""

from __future__ import annotations

import pytest

from reportlint.core.diagnostic import SAFE, apply
from support.kinds import hits as run


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("(四）抓落实。", "（四）抓落实。"),
        ("（四)抓落实。", "（四）抓落实。"),
        ("(1）加强学习。", "（1）加强学习。"),
        ("see （a) below", "see (a) below"),
        ("用［甲]表示。", "用［甲］表示。"),
        pytest.param("[here]（https)", "", id="it would become a link"),
        pytest.param("see 「a｣ below", "", id="no bracket"),
    ],
)
def test_mixed_widths_are_made_one(text: str, mended: str) -> None:
    findings = run(
        "pairs", {"mixed-width": True, "pairs": ["（）", "()", "［］", "[]", "「」", "｢｣"]}, text
    )
    assert len(findings) == 1
    fix = findings[0].fix
    assert (apply(text, fix.edits) if fix else "") == mended
    assert fix is None or fix.safety == SAFE
