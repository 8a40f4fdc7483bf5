"""Which commits of a branch are examined; real histories are in `tests/git/test_trend.py`."""

from __future__ import annotations

import pytest

from reportlint.files import repository
from reportlint.run.history import _last_commits

COMMITS = [  # the newest first, as Git tells them
    ("2025-03", "f"),
    ("2025-03", "e"),
    ("2025-01", "d"),
    ("2024-12", "c"),
    ("2024-12", "b"),
    ("2024-11", "a"),
]


@pytest.mark.parametrize(
    ("since", "commits"),
    [
        ("", "acdf"),
        ("2024-11", "acdf"),
        ("2024-12", "acdf"),  # what there was before counts too
        ("2025-01", "cdf"),
        ("2025-02", "df"),
        ("2026-01", "f"),
    ],
)
def test_the_last_of_each_month(since: str, commits: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repository, "months", lambda: COMMITS)
    assert "".join(commit for _, commit in _last_commits(since)) == commits


def test_a_branch_without_commits_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repository, "months", list)
    assert _last_commits("") == []
