"""`reportlint trend`: the month given with --since."""

from __future__ import annotations

import pytest

from reportlint.cli.trend import _month
from reportlint.core.errors import UserError


@pytest.mark.parametrize("value", ["2025", "2025-13", "2025-02-30", "yesterday", "2025/01", "-"])
def test_what_is_no_month_is_refused(value: str) -> None:
    with pytest.raises(UserError, match="2025-01-31 or 2025-01"):
        _month(value)


@pytest.mark.parametrize(
    ("value", "month"), [("2025-01-31", "2025-01"), ("2025-12", "2025-12"), ("", "")]
)
def test_a_day_or_a_month(value: str, month: str) -> None:
    assert _month(value) == month
