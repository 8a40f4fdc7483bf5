"""The order of severities, and edits of a text."""

from __future__ import annotations

from itertools import pairwise

import pytest

from reportlint.core.diagnostic import SEVERITIES, Edit, apply, at_least
from reportlint.core.span import Span


@pytest.mark.parametrize(
    ("severity", "threshold"),
    [("info", "warning"), ("info", "error"), ("warning", "error"), ("error", "never")],
)
def test_not_grave_enough(severity: str, threshold: str) -> None:
    assert not at_least(severity, threshold)


@pytest.mark.parametrize(
    ("severity", "threshold"),
    [("info", "info"), ("warning", "info"), ("error", "warning"), ("error", "error")],
)
def test_grave_enough(severity: str, threshold: str) -> None:
    assert at_least(severity, threshold)


def test_the_gravest_comes_first() -> None:
    assert [at_least(graver, lighter) for graver, lighter in pairwise(SEVERITIES)] == [True, True]


@pytest.mark.parametrize(
    ("edits", "text"),
    [
        ([], "甲乙丙"),
        ([((0, 1), "")], "乙丙"),
        ([((1, 1), "x")], "甲x乙丙"),
        ([((0, 1), "x"), ((1, 3), "yz")], "xyz"),
        ([((3, 3), "。")], "甲乙丙。"),
    ],
)
def test_edits(edits: list[tuple[tuple[int, int], str]], text: str) -> None:
    assert apply("甲乙丙", [Edit(Span(*span), new) for span, new in edits]) == text
