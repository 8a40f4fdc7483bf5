"""`reportlint mcp`: the tools for an AI assistant, over standard input and output."""

from __future__ import annotations

from reportlint._startup.typed import Any
from reportlint.cli.extras import needs
from reportlint.core.text import Text

SUMMARY = Text("供 AI 助手调用的工具（MCP）。", "Offer tools to an AI assistant (MCP).")
HELP = Text(
    """供 AI 助手调用的工具（MCP）：检查、说明规则、列出文种、新建、修复，经标准输入输出通信。

各客户端的设置见 docs/assistant.zh-CN.md。需要 pip install 'reportlint[assistant]'。

\b
例：
  reportlint mcp        由客户端启动，不在终端里用""",
    """Offer tools to an AI assistant (MCP), over standard input and output: check, explain, list types, new, fix.

How to set up the common clients: docs/assistant.md. Needs pip install 'reportlint[assistant]'.

\b
Examples:
  reportlint mcp        started by a client; of no use in a terminal""",
)


def run(language: str, **values: Any) -> int:
    """Run the command; the exit status."""
    with needs("assistant"):
        from reportlint.assistant.server import make
    make(values["lang"] or "").run("stdio")
    return 0
