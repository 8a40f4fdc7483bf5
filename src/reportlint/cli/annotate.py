"""`reportlint annotate`: a copy of a Word document with a comment at each finding."""

from __future__ import annotations

from reportlint._startup.typed import Any
from reportlint.cli import options
from reportlint.cli.option import FILE
from reportlint.core.text import Text

SUMMARY = Text("给 Word 文档的副本写上批注。", "Write findings as comments into a copy of a .docx.")
ARGUMENTS = (FILE,)
HELP = Text(
    """检查一份 Word 文档，另存一份带批注的副本：每处问题一条批注，其余内容不变。

原文件从不改动；-o 不能是原文件。写好副本就以 0 退出，有没有问题都一样。

\b
例：
  reportlint annotate 报告.docx -o 报告-批注.docx
  reportlint annotate --select placeholder 报告.docx -o 要填的.docx""",
    """Check a Word document and write a copy with a comment at each finding; everything else is unchanged.

The document itself is never changed, and -o must not name it. Exit status 0 means that the copy was written, even with findings.

\b
Examples:
  reportlint annotate report.docx -o annotated.docx
  reportlint annotate --select placeholder report.docx -o to-fill-in.docx""",
)


def run(language: str, **values: Any) -> int:
    """Run the command; the exit status."""
    from reportlint.run.annotate import annotate

    annotated = annotate(values["path"], values["output"], options.settings(values))
    number = annotated.comments
    message = Text(f"写了 {number} 条批注", f"comments written: {number}")
    options.say(message.to(language), values["output"])
    return 0
