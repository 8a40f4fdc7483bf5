"""`reportlint completion`: print a script with which a shell completes commands, options, rules,
report types and formats."""

from __future__ import annotations

import click

from reportlint._startup.typed import Any
from reportlint.cli import options
from reportlint.cli.completion_scripts import SCRIPTS
from reportlint.cli.help import Command
from reportlint.cli.parameters import parameters
from reportlint.core.text import Text

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


def command(language: str) -> Command:
    """The click command, with its help in `language`."""
    return Command(
        "completion",
        language,
        callback=_completion,
        help=HELP.to(language),
        short_help=Text("输出 shell 的补全脚本。", "Print a completion script.").to(language),
        params=[
            click.Argument(["shell"], type=click.Choice([*SCRIPTS]), metavar="bash|zsh|fish"),
            *parameters("completion", language),
        ],
    )


def _completion(**values: Any) -> int:
    options.emit(SCRIPTS[values["shell"]])
    return 0
