"""Markers that a label leads, of all styles at once."""

from __future__ import annotations

import pytest

from reportlint.core.lexicon import Style
from reportlint.ordinals.label_scan import LabelScan
from reportlint.ordinals.style import StyleMatcher

STYLES = [
    Style("annex", "arabic", prefix=("附件", "附件材料"), suffix=("：", ""), label=True),
    Style("annex-han", "chinese", prefix=("附件",), suffix=("：",), label=True),
    Style("phase", "arabic", prefix=("Phase ", "Sub-Phase "), suffix=(":",), label=True),
    Style("appendix", "latin", prefix=("Appendix ",), suffix=(":", ""), label=True),
]
SCAN = LabelScan(StyleMatcher(index, style, {}) for index, style in enumerate(STYLES))


def labels_in(text: str) -> list[tuple[str, str]]:
    return [(style.style.id, text[start:end]) for style, start, _, end in SCAN.scan(text)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1",
        "附件",
        "附件：1",
        "附件  1",  # two spaces
        "附件\n1",
        "附件一",  # no suffix
        "Phase 2 ends",
        "Phase two:",
        "phase 2:",
        "Appendix Basic:",
    ],
)
def test_is_none(text: str) -> None:
    assert labels_in(text) == []


@pytest.mark.parametrize(
    ("text", "markers"),
    [
        ("附件1", [("annex", "附件1")]),
        ("附件 1", [("annex", "附件 1")]),
        ("附件\u30001：", []),  # the space of a label is a plain one
        ("附件材料3", [("annex", "附件材料3")]),  # the longest label
        ("见附件1：甲和附件一：乙", [("annex", "附件1："), ("annex-han", "附件一：")]),
        ("Phase 2: a. Sub-Phase 3: b", [("phase", "Phase 2:"), ("phase", "Sub-Phase 3:")]),
        ("Appendix B", [("appendix", "Appendix B")]),
    ],
)
def test_is_one(text: str, markers: list[tuple[str, str]]) -> None:
    assert sorted(labels_in(text)) == sorted(markers)


def test_without_styles_nothing_is_found() -> None:
    assert list(LabelScan([]).scan("附件1")) == []
