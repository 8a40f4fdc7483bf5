"""`reportlint server`: the language server, over standard input and output."""

from __future__ import annotations

import os
import sys

from reportlint._startup.typed import Any
from reportlint.cli.extras import needs
from reportlint.core.text import Text

SUMMARY = Text("供编辑器用的语言服务器。", "Run the language server for editors.")
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


def run(language: str, **values: Any) -> int:
    """Run the command; the exit status."""
    with needs("editor"):
        from reportlint.editor.server import make
    # It closes its streams at the end, but the process still has to flush its own.
    stdin, stdout = (os.dup(stream.fileno()) for stream in (sys.stdin, sys.stdout))
    make(values["lang"] or "").start_io(os.fdopen(stdin, "rb"), os.fdopen(stdout, "wb"))
    return 0
