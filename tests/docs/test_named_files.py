"""Each page shows the names of the files in it, because readers do not see the comments that the
tests read."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [
    path
    for path in sorted([*(ROOT / "docs").glob("*.md"), *ROOT.glob("README*.md")])
    if "<!-- file:" in path.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_the_name_of_a_file_stands_above_it(path: Path) -> None:
    paragraphs = re.split(r"\n\s*\n", path.read_text(encoding="utf-8"))
    unseen = [
        name
        for before, paragraph in pairwise(paragraphs)
        for name in re.findall(r"\A\s*<!-- file: (\S+) -->", paragraph)
        if name not in before
    ]
    assert unseen == []
