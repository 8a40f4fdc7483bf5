"""`reportlint new-type`: write a report type to start from."""

from __future__ import annotations

from functools import partial

from reportlint.cli import workshop
from reportlint.cli.option import FILE
from reportlint.core.text import Text

SUMMARY = Text("写一个文种的开头。", "Start a new report type.")
ARGUMENTS = (FILE,)
HELP = Text(
    """写一个文种文件：名称和各节的标题，附一份合格的例子。

\b
例：
  reportlint new-type visit.yaml --name 走访报告 --section 情况 --section 建议""",
    """Write a report type with its name and section titles, and an example report.

\b
Examples:
  reportlint new-type visit.yaml --name Visit --section Facts --section Advice""",
)
run = partial(workshop.run, "new-type")
