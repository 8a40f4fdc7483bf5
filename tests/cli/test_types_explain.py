"""The output of `types --explain`; the cases `types-explain*` have whole pages."""

from __future__ import annotations

import pytest

from reportlint.cli.types import explained_page
from reportlint.run.recognition import Explained, Likely

LIKELY = Likely("memo", {"en": "memo"}, 0.8, ("title", "opening"), False, ("A",), ("B", "C"))

PAGES = [
    (Explained("a.md", "", False, ()), ["a.md: of no known type", "  front matter"]),
    (
        Explained("a.md", "memo", True, (LIKELY,)),
        [
            "a.md: memo",
            "  none of its headings",
            "  memo (memo): 80%, by its title, its opening",
            "    has: A",
            "    lacks: B, C",
        ],
    ),
    (
        Explained("a\x1b.md", "", False, (LIKELY._replace(confidence=0.2, foreign=True),)),
        [
            "a␛.md: of no known type",
            "  memo (memo): 20%, too little, by its title, its opening; another language",
            "    has: A",
            "    lacks: B, C",
            "  front matter",
        ],
    ),
]


@pytest.mark.parametrize(("explained", "lines"), PAGES)
def test_page(explained: Explained, lines: list[str]) -> None:
    printed = list(explained_page(explained, "en"))
    assert len(printed) == len(lines)
    for line, expected in zip(printed, lines, strict=True):
        assert line.startswith(expected)
