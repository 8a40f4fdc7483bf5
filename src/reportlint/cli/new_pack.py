"""`reportlint new-pack`: write a pack to start from."""

from __future__ import annotations

from functools import partial

from reportlint.cli import workshop
from reportlint.cli.option import Argument
from reportlint.core.text import Text

SUMMARY = Text("写一个规则包的开头。", "Start a new pack.")
ARGUMENTS = (Argument("path", Text("文件夹", "FOLDER")),)
HELP = Text(
    """写一个规则包的 pack.yaml。

\b
例：
  reportlint new-pack house --name 本院规则""",
    """Write the pack.yaml of a pack.

\b
Examples:
  reportlint new-pack house --name "House rules\"""",
)
run = partial(workshop.run, "new-pack")
