"""`reportlint trend`: the month that --since names."""

from __future__ import annotations

import pytest

from reportlint.cli.trend import _month
from reportlint.core.errors import UserError


@pytest.mark.parametrize("told", ["2025", "2025-13", "2025-02-30", "yesterday", "2025/01", "-"])
def test_what_is_no_month_is_refused(told: str) -> None:
    with pytest.raises(UserError, match="2025-01-31 or 2025-01"):
        _month(told)


@pytest.mark.parametrize(
    ("told", "month"), [("2025-01-31", "2025-01"), ("2025-12", "2025-12"), ("", "")]
)
def test_a_day_or_a_month(told: str, month: str) -> None:
    assert _month(told) == month
