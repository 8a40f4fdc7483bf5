from __future__ import annotations

from typing import Any

import pytest

from support.kinds import check

SILENT: list[tuple[dict[str, Any], str]] = [
    ({"marks": "！？"}, "立即整改！"),
    ({"marks": "！？"}, "为什么？！"),
    ({"marks": "！？"}, "怎么办？\n\n？"),
    ({"marks": "！？"}, "好。。"),
    ({"marks": "！？"}, ""),
    ({"marks": "！？"}, "```\n！！\n```"),
]
FIRES: list[tuple[dict[str, Any], str]] = [
    ({"marks": "！？"}, "立即整改⟦！！⟧"),
    ({"marks": "！？"}, "⟦！！！⟧为什么⟦？？⟧"),
    ({"marks": "。"}, "好⟦。。⟧\n\n这也好⟦。。。⟧"),
]


@pytest.mark.parametrize(("options", "text"), SILENT)
def test_stays_silent(options: dict[str, Any], text: str) -> None:
    check("doubled", options, text)


@pytest.mark.parametrize(("options", "text"), FIRES)
def test_fires(options: dict[str, Any], text: str) -> None:
    assert check("doubled", options, text)
