from __future__ import annotations

import pytest
from readings import reading

from reportlint.structure.slides import is_of_slides


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("title: 述职报告", False),
        ("theme: plain\nlayout: post", False),  # a blog has these too
        ("marp: true\ntheme: plain", True),
        ("layout: cover\nHighlighter: shiki", True),
    ],
)
def test_is_of_slides(front: str, expected: bool) -> None:
    assert is_of_slides(reading(f"---\n{front}\n---\n\n# 述职\n").document) is expected


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("page: 3", False),
        ("a theme: plain", False),
        ("page_number: true", True),
        ("$theme: gaia", True),
        ("*template: invert", True),
    ],
)
def test_a_comment_sets_slides(comment: str, expected: bool) -> None:
    document = reading(f"# 何をつくるのか\n\n---\n<!-- {comment} -->\n\n# 終\n").document
    assert is_of_slides(document) is expected
