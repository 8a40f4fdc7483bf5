"""`reportlint derive`: make a report-type file from existing reports."""

from __future__ import annotations

from reportlint._startup.typed import Any
from reportlint.cli import options
from reportlint.cli.option import Argument
from reportlint.core.text import Text

SUMMARY = Text("从已有报告归纳文种。", "Derive a report type from reports.")
ARGUMENTS = (Argument("paths", Text("文件…", "FILE…"), is_many=True),)
HELP = Text(
    """从已有的一份或几份报告归纳出文种文件，这些报告都能通过它的检查。

各份都有的章节为必有，其余可有可无；同一节的不同叫法成为别名；开头和结尾共有的话成为要求。
可以读 .md、.txt、.rst、Word 的 .docx，也可以给一个文件夹。结果是可以直接改的 YAML。

\b
例：
  reportlint derive 周报/ -o rules/house/types/weekly.yaml
  reportlint derive 模板.docx --id site-report""",
    """Derive a report type from one or several existing reports; all of them pass it.

Sections found in all reports become required, the others optional; variants of a title become aliases; shared openings and closings
become required. Reads .md, .txt, .rst and Word .docx files, or a folder of them. Edit the resulting YAML.

\b
Examples:
  reportlint derive weekly/ -o rules/house/types/weekly.yaml
  reportlint derive template.docx --id site-report""",
)


def run(language: str, **values: Any) -> int:
    """Run the command; the exit status."""
    from reportlint.run.derive import derive

    derived = derive(values["paths"], values["output"], values["own"], options.settings(values))
    if not derived.path:
        options.emit(derived.text)
    for demand in derived.broken:
        options.say(Text("并不满足：", "not met: ").to(language) + demand.to(language))
    return 0
