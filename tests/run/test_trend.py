"""The months of a trend; a whole history is in `tests/git/test_trend.py`."""

from __future__ import annotations

import pytest

from reportlint.core.trend import Month
from reportlint.run.trend import _filled, _next


@pytest.mark.parametrize(
    ("month", "after"), [("2025-01", "2025-02"), ("2025-11", "2025-12"), ("2025-12", "2026-01")]
)
def test_the_month_after(month: str, after: str) -> None:
    assert _next(month) == after


def test_a_month_without_a_commit_is_as_the_one_before() -> None:
    months = {"2025-01": Month("2025-01", "a", 1, {}), "2025-03": Month("2025-03", "b", 2, {})}
    counted = [(month.name, month.reports) for month in _filled(months, "")]
    assert counted == [("2025-01", 1), ("2025-02", 1), ("2025-03", 2)]


def test_it_begins_where_it_is_asked_to() -> None:
    months = {"2024-12": Month("2024-12", "a", 1, {}), "2025-02": Month("2025-02", "b", 2, {})}
    assert [month.name for month in _filled(months, "2025-01")] == ["2025-01", "2025-02"]
    later = {"2025-03": Month("2025-03", "b", 2, {})}
    assert [month.reports for month in _filled(later, "2025-02")] == [0, 2]
    assert list(_filled({}, "2025-02")) == []
