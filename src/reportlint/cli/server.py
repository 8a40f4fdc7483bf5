"""`reportlint server`: the language server, over standard input and output."""

from __future__ import annotations

import os
import sys

from reportlint._startup.typed import Any
from reportlint.cli.extras import needs
from reportlint.cli.help import Command
from reportlint.cli.parameters import parameters
from reportlint.core.text import Text

HELP = Text(
    """语言服务器：编辑器边写边查，由编辑器启动，经标准输入输出通信。

各编辑器的设置见 docs/editor.zh-CN.md。需要 pip install 'reportlint[editor]'。

\b
例：
  reportlint server     由编辑器启动，不在终端里用""",
    """Run the language server, over standard input and output: an editor starts it and shows findings while you write.

How to set up each editor: docs/editor.md. Needs pip install 'reportlint[editor]'.

\b
Examples:
  reportlint server     started by an editor; of no use in a terminal""",
)


def command(language: str) -> Command:
    """The click command, with its help in `language`."""
    return Command(
        "server",
        language,
        callback=lambda **values: _serve(language, **values),
        help=HELP.to(language),
        short_help=Text("供编辑器用的语言服务器。", "Run the language server for editors.").to(
            language
        ),
        params=parameters("server", language),
    )


def _serve(language: str, **values: Any) -> int:
    with needs("editor"):
        from reportlint.editor.server import make
    # It closes its streams at the end, but the process still has to flush its own.
    stdin, stdout = (os.dup(stream.fileno()) for stream in (sys.stdin, sys.stdout))
    make(values["lang"] or "").start_io(os.fdopen(stdin, "rb"), os.fdopen(stdout, "wb"))
    return 0
