from __future__ import annotations

from reportlint.core.report import Report
from support.sample import each_report, pairs, rendered


@each_report
def test_a_line_for_each_finding(result: Report) -> None:
    assert len(rendered("quickfix", result).splitlines()) == len(pairs(result))


def test_columns_are_bytes() -> None:
    from support.sample import report

    assert "reports/duty.md|3 col 19| “XX”没有填" in rendered("quickfix", report())
