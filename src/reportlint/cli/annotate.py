"""`reportlint annotate`: a copy of a Word document with a comment at each finding."""

from __future__ import annotations

import click

from reportlint._startup.typed import Any
from reportlint.cli import options
from reportlint.cli.help import Command
from reportlint.cli.parameters import parameters
from reportlint.core.text import Text

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


def command(language: str) -> Command:
    """The click command, with its help in `language`."""

    def say(zh: str, en: str) -> str:
        return Text(zh, en).to(language)

    return Command(
        "annotate",
        language,
        callback=lambda **values: _annotate(language, **values),
        help=HELP.to(language),
        short_help=say(
            "给 Word 文档的副本写上批注。", "Write findings as comments into a copy of a .docx."
        ),
        params=[
            click.Argument(["path"], metavar=say("文件", "FILE")),
            *parameters("annotate", language),
        ],
    )


def _annotate(language: str, **values: Any) -> int:
    from reportlint.run.annotate import annotate

    annotated = annotate(values["path"], values["output"], options.settings(values))
    number = annotated.comments
    message = Text(f"写了 {number} 条批注", f"comments written: {number}")
    options.say(message.to(language), values["output"])
    return 0
