"""`reportlint trend`: the number of findings over the history of a repository."""

from __future__ import annotations

import datetime

from reportlint._startup.typed import Any
from reportlint.cli import options
from reportlint.cli.option import PATHS
from reportlint.core.errors import UserError
from reportlint.core.text import Text

SUMMARY = Text("看问题逐月怎么变。", "Show findings month by month.")
ARGUMENTS = (PATHS,)
HELP = Text(
    """看问题在 Git 历史里逐月怎么变：每月最后一次提交里的报告有多少处问题，按规则分。

各月都按今天的规则和配置检查，不看基线，所以规则的改动不会当成报告的好坏。没有提交的月份同上月。只看当前分支（合并只算第一个父提交）。

\b
例：
  reportlint trend --since 2025-01-01
  reportlint trend --since 2025-01 述职/ --format html -o 变化.html
  reportlint trend --format json""",
    """Show the number of findings per rule and month in the Git history, in the reports of the last commit of each month.

All months are checked with today's rules and configuration, without a baseline, so that a change of rules does not look like a
change of reports. A month without a commit repeats the month before. Only the current branch counts; of a merge, the first parent.

\b
Examples:
  reportlint trend --since 2025-01-01
  reportlint trend --since 2025-01 reports/ --format html -o trend.html
  reportlint trend --format json""",
)


def run(language: str, paths: tuple[str, ...], **values: Any) -> int:
    """Check the history by month and print the result; the exit status. Raises UserError."""
    from reportlint.cli.progress import watched
    from reportlint.output import trend_html, trend_words
    from reportlint.run.trend import trend

    since = _month(values["begin"])
    settings = options.settings(values)._replace(language=language)
    progress = watched(language)
    try:
        result = trend(paths or (".",), since, settings, progress)
    finally:
        progress.clear()
    if values["form"] == "text" and not values["output"]:
        options.emit_page(trend_words.page(result, options.terminal_width()))
        return 0
    text = {
        "text": lambda: "\n".join(trend_words.page(result, options.terminal_width())) + "\n",
        "json": lambda: trend_words.json(result),
        "html": lambda: trend_html.render(result),
    }[values["form"]]()
    options.emit_to(values["output"], text)
    return 0


def _month(value: str) -> str:
    """The month of a date: 2025-01-31 and 2025-01 → 2025-01; "" for "". Raises UserError."""
    if not value:
        return ""
    try:
        date = datetime.date.fromisoformat(value if value.count("-") > 1 else f"{value}-01")
    except ValueError:
        message = Text("要写成 2025-01-31 或 2025-01", "it is written 2025-01-31 or 2025-01")
        raise UserError.of(message, f"--since {value}") from None
    return f"{date.year:04}-{date.month:02}"
