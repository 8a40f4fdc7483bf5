"""`reportlint new-rule`, `new-pack`, `new-type`: write a file to start from. On a terminal, they
ask for missing options."""

from __future__ import annotations

import re
import sys

import click

from reportlint._startup.typed import Any
from reportlint.cli import options
from reportlint.cli.help import Command
from reportlint.cli.parameters import parameters
from reportlint.core.text import Text

_SHORT = {
    "new-rule": Text("写一条规则的开头。", "Start a new rule."),
    "new-pack": Text("写一个规则包的开头。", "Start a new pack."),
    "new-type": Text("写一个文种的开头。", "Start a new report type."),
}
_HELP = {
    "new-rule": Text(
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
    ),
    "new-pack": Text(
        """写一个规则包的 pack.yaml。

\b
例：
  reportlint new-pack house --name 本院规则""",
        """Write the pack.yaml of a pack.

\b
Examples:
  reportlint new-pack house --name "House rules\"""",
    ),
    "new-type": Text(
        """写一个文种文件：名称和各节的标题，附一份合格的例子。

\b
例：
  reportlint new-type visit.yaml --name 走访报告 --section 情况 --section 建议""",
        """Write a report type with its name and section titles, and an example report.

\b
Examples:
  reportlint new-type visit.yaml --name Visit --section Facts --section Advice""",
    ),
}
_ASKED = {
    "words": Text("要找的词，用空格隔开", "Words to find, separated by spaces"),
    "right": Text("应写作（没有就回车）", "What to write instead (Enter: nothing)"),
    "name": Text("名称", "Name"),
    "sections": Text("各节的标题，用空格或顿号隔开", "Titles of the sections, separated by commas"),
}
_OF = {"new-rule": ("words", "right"), "new-pack": ("name",), "new-type": ("name", "sections")}


def make(name: str, language: str) -> Command:
    """The command of that name, one of the three, with its help in `language`."""
    folder = Text("文件夹", "FOLDER") if name == "new-pack" else Text("文件", "FILE")
    return Command(
        name,
        language,
        callback=lambda **values: _run(name, language, values),
        help=_HELP[name].to(language),
        short_help=_SHORT[name].to(language),
        params=[
            click.Argument(["path"], metavar=folder.to(language)),
            *parameters(name, language),
        ],
    )


def _run(name: str, language: str, values: dict[str, Any]) -> int:
    from reportlint.run import workshop

    if not values["no_input"] and sys.stdin.isatty():
        _ask(name, language, values)
    path = values["path"]
    if name == "new-rule":
        written = workshop.new_rule(
            path, values["words"], values["right"], values["message"], language
        )
    elif name == "new-pack":
        written = workshop.new_pack(path, values["name"], language)
    else:
        written = workshop.new_type(path, values["name"], values["sections"], language)
    message = Text(
        f"写好了 {written}；试一试：reportlint test {written}",
        f"written: {written}; try it: reportlint test {written}",
    )
    if name == "new-pack":
        place = workshop.place_of(path)
        message = Text(
            f"写好了 {written}；在 .reportlint.yaml 里写 extends: [core, zh-official, {place}] 就用上了",
            f"written: {written}; it is used once .reportlint.yaml says extends: [core,"
            f" en-engineering, {place}]",
        )
    options.emit_page([message.to(language)])
    return 0


def _ask(name: str, language: str, values: dict[str, Any]) -> None:
    """Ask for each value that no option gave."""
    for key in _OF[name]:
        if values[key]:
            continue
        answer = click.prompt(_ASKED[key].to(language), default="", show_default=False)
        if isinstance(values[key], str):
            values[key] = answer.strip()
        else:
            values[key] = parts_of(answer, is_spaced=key == "words" or not answer.isascii())


def parts_of(answer: str, *, is_spaced: bool) -> tuple[str, ...]:
    """The parts of an answer, separated by commas and the like; if it has none of these and
    `is_spaced`, by spaces: 概况 做法 are two titles, Next steps is one."""
    joint = r"\s" if is_spaced and not set(",，、；") & set(answer) else "[,，、；]"
    return tuple(part.strip() for part in re.split(joint, answer) if part.strip())
