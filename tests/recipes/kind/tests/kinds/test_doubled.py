from __future__ import annotations

import pytest
from kind_support import check


@pytest.mark.parametrize("text", ["立即整改！", "为什么？！", "！\n\n！", "", "```\n！！\n```"])
def test_stays_silent(text: str) -> None:
    check("doubled", {"marks": "！？"}, text)


@pytest.mark.parametrize("text", ["立即整改⟦！！⟧", "⟦！！！⟧为什么⟦？？⟧", "好⟦！！⟧\n\n这也⟦？？？⟧好。"])
def test_fires(text: str) -> None:
    assert check("doubled", {"marks": "！？"}, text)
