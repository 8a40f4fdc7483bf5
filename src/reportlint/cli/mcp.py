"""`reportlint mcp`: the tools for an AI assistant, over standard input and output."""

from __future__ import annotations

from reportlint._startup.typed import Any
from reportlint.cli.extras import needs
from reportlint.cli.help import Command
from reportlint.cli.parameters import parameters
from reportlint.core.text import Text

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


def command(language: str) -> Command:
    """The click command, with its help in `language`."""
    return Command(
        "mcp",
        language,
        callback=lambda **values: _serve(language, **values),
        help=HELP.to(language),
        short_help=Text(
            "供 AI 助手调用的工具（MCP）。", "Offer tools to an AI assistant (MCP)."
        ).to(language),
        params=parameters("mcp", language),
    )


def _serve(language: str, **values: Any) -> int:
    with needs("assistant"):
        from reportlint.assistant.server import make
    make(values["lang"] or "").run("stdio")
    return 0
