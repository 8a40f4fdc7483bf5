"""The alternatives of a regex."""

from __future__ import annotations

import pytest

from reportlint.lint.coverage import branches, without_branch

SILENT = ["甲", "(甲)", r"甲\|乙", "[甲|乙]", r"[^]|]", r"\(甲\)", "(?P<at>甲)"]
FOUND = [
    ("甲|乙", ["甲", "乙"]),
    ("(?:甲|乙)丙", ["甲", "乙"]),
    ("(?P<at>甲|乙)", ["甲", "乙"]),
    ("(?<=甲|乙)丙", ["甲", "乙"]),
    ("甲(乙|(丙|丁))|", ["甲(乙|(丙|丁))", "乙", "丙", "(丙|丁)", "丁", ""]),
]


@pytest.mark.parametrize("source", SILENT)
def test_none(source: str) -> None:
    assert branches(source) == []


@pytest.mark.parametrize(("source", "expected"), FOUND)
def test_found(source: str, expected: list[str]) -> None:
    assert sorted(span.cut(source) for span in branches(source)) == sorted(expected)


def test_one_taken_out() -> None:
    source = "(?:甲|乙)丙"
    assert without_branch(source, branches(source)[1]) == "(?:甲|(?!))丙"
