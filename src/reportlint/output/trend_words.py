"""The words of a trend in both languages, and the trend for a terminal and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.core.text import Text
from reportlint.core.trend import Month, Trend
from reportlint.output.safe_text import to_json
from reportlint.output.terminal import cells

TITLE = Text("问题的逐月变化", "Findings month by month")
ALL = Text("全部规则", "All rules")
REPORTS = Text("报告份数", "reports")
FINDINGS = Text("问题处数", "findings")
RULE = Text("规则", "rule")
NOTHING = Text("这段时间没有提交", "there is no commit in that time")
VERSION = 1  # of the JSON's structure
_GAP = 2


def head(trend: Trend) -> str:
    """The trend in one sentence."""
    if not trend.months:
        return NOTHING.to(trend.language)
    first, last = trend.months[0], trend.months[-1]
    text = Text(
        f"{first.name} 至 {last.name}：问题从 {first.findings} 处到 {last.findings} 处，"
        f"报告从 {first.reports} 份到 {last.reports} 份",
        f"{first.name} to {last.name}: findings from {first.findings} to {last.findings}, "
        f"reports from {first.reports} to {last.reports}",
    )
    return text.to(trend.language)


def basis(trend: Trend) -> str:
    """A sentence on which reports were counted, and by which rules."""
    text = Text(
        f"每月最后一次提交里的报告，都按今天的规则和配置检查；共查 {trend.texts} 个文本",
        f"the reports of the last commit of each month, checked by the rules and configuration of"
        f" today; texts checked: {trend.texts}",
    )
    return text.to(trend.language)


def page(trend: Trend, width: int) -> Iterator[str]:
    """The lines of a trend for a terminal: tables of as many months as fit side by side."""
    yield head(trend)
    if not trend.months:
        return
    yield basis(trend)
    names = [REPORTS, FINDINGS, *(Text(rule, rule) for rule in trend.rules)]
    left = max(cells(name.to(trend.language)) for name in names)
    column = max(map(len, ("2025-01", *map(_widest, trend.months)))) + _GAP
    side_by_side = max(1, (width - left) // column)
    for start in range(0, len(trend.months), side_by_side):
        yield ""
        yield from _table(trend, trend.months[start : start + side_by_side], left, column)


def _widest(month: Month) -> str:
    return str(max(month.reports, month.findings))


def _table(trend: Trend, months: Sequence[Month], left: int, column: int) -> Iterator[str]:
    def row(name: str, values: Iterator[object]) -> str:
        return name + " " * (left - cells(name)) + "".join(f"{value:>{column}}" for value in values)

    yield row("", (month.name for month in months))
    yield row(REPORTS.to(trend.language), (month.reports for month in months))
    yield row(FINDINGS.to(trend.language), (month.findings for month in months))
    for rule in trend.rules:
        yield row(rule, (month.of_rule(rule).findings for month in months))


def json(trend: Trend) -> str:
    """A trend as one JSON object; the names are those of docs/git.md in every language."""
    months = [
        {
            "month": month.name,
            "commit": month.commit,
            "reports": month.reports,
            "findings": month.findings,
            "rules": {
                rule: {"reports": reports, "findings": findings}
                for rule, (reports, findings) in month.rules.items()
            },
        }
        for month in trend.months
    ]
    return to_json({"version": VERSION, "texts": trend.texts, "months": months}, indent=2) + "\n"
