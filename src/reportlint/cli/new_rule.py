"""`reportlint new-rule`: write a rule to start from."""

from __future__ import annotations

from functools import partial

from reportlint.cli import workshop
from reportlint.cli.option import FILE
from reportlint.core.text import Text

SUMMARY = Text("写一条规则的开头。", "Start a new rule.")
ARGUMENTS = (FILE,)
HELP = Text(
    """写一个规则文件：找什么词，带注释和例子，马上就能 reportlint test。

终端里缺什么问什么；--no-input 不问。已经存在的文件不覆盖。

\b
例：
  reportlint new-rule house/no-slogan.yaml --word 高度重视 --word 扎实推进
  reportlint new-rule house/login.yaml --word 登陆 --right 登录""",
    """Write a rule file with words to find, comments and examples; reportlint test can run it at once.

On a terminal, missing values are asked for; --no-input asks nothing. Existing files are not overwritten.

\b
Examples:
  reportlint new-rule house/no-very.yaml --word very --word quite
  reportlint new-rule house/email.yaml --word e-mail --right email""",
)
run = partial(workshop.run, "new-rule")
