"""`reportlint completion`: print a script with which a shell completes commands, options, rules,
report types and formats."""

from __future__ import annotations

from reportlint._startup.typed import Any
from reportlint.cli import options
from reportlint.cli.completion_scripts import SCRIPTS
from reportlint.cli.option import Argument
from reportlint.core.text import Text

SUMMARY = Text("输出 shell 的补全脚本。", "Print a completion script.")
ARGUMENTS = (Argument("shell", Text("bash|zsh|fish", "bash|zsh|fish"), choices=tuple(SCRIPTS)),)
HELP = Text(
    """输出 shell 的补全脚本：补全命令、选项、规则、文种和输出格式，写进 shell 的配置后生效。

\b
例：
  bash：在 ~/.bashrc 里写 eval "$(reportlint completion bash)"
  zsh： 在 ~/.zshrc 里写 eval "$(reportlint completion zsh)"
  fish：在 config.fish 里写 reportlint completion fish | source""",
    """Print a script for shell completion of commands, options, rules, report types and formats.

\b
Examples:
  bash: put eval "$(reportlint completion bash)" into ~/.bashrc
  zsh:  put eval "$(reportlint completion zsh)" into ~/.zshrc
  fish: put reportlint completion fish | source into config.fish""",
)


def run(language: str, **values: Any) -> int:
    """Run the command; the exit status."""
    options.emit(SCRIPTS[values["shell"]])
    return 0
