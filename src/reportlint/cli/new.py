"""`reportlint new`: write a new report of a type."""

from __future__ import annotations

import sys
from functools import partial

import click

from reportlint._startup.typed import Any
from reportlint.cli import options
from reportlint.cli.help import Command
from reportlint.cli.parameters import parameters
from reportlint.core.blank_field import BlankField
from reportlint.core.text import Text, pick

HELP = Text(
    """按文种写一份新报告：章节、序号、开头和结尾齐全，要填的地方是 {{名称}}；.docx 里是内容控件，版面按 GB/T 9704。

文种可以写标识，也可以写名称。值取自 --values 的 YAML 文件（名称: 值）和 --set；日期是今天；终端里缺什么问什么，--no-input 不问。
没有值的空格原样留着，并在标准错误里列出。
已经存在的文件不会被覆盖。

\b
例：
  reportlint new duty-report -o 述职报告.md
  reportlint new 通知 -o 通知.docx
  reportlint new 请示 --set 事由=改造排水管网 --format txt
  reportlint new postmortem --values values.yaml -o postmortem.md""",
    """Write a new report of a type: its sections, numbering, opening and closing, with {{name}} where something is to be filled in;
in a .docx that is a content control, and page and fonts are those of GB/T 9704 where the type is Chinese.

Values come from the YAML file of --values (name: value) and from --set; a blank without a value stays and is named on standard
error. On a terminal, what a type declares as a question is asked (--no-input asks nothing); dates are today's. A file that exists is never overwritten.

\b
Examples:
  reportlint new duty-report -o duty-report.md
  reportlint new notice -o notice.docx
  reportlint new postmortem --set incident="checkout errors" --format txt
  reportlint new rfc --values values.yaml -o rfc.md""",
)


def command(language: str) -> Command:
    """The command, its help in `language`."""

    def say(zh: str, en: str) -> str:
        return Text(zh, en).to(language)

    return Command(
        "new",
        language,
        callback=lambda **given: _new(language, **given),
        help=HELP.to(language),
        short_help=say("写一份新报告。", "Write a new report."),
        params=[
            click.Argument(["type_name"], metavar=say("文种", "TYPE")),
            *parameters("new", language),
        ],
    )


def _ask(language: str, name: str, field: BlankField, default: str) -> str:
    """What a person at the terminal answers; Enter takes the default, "" where there is none."""
    question = pick(field.ask, language) or name
    choices = click.Choice(field.choices) if field.choices else None
    fallback = default or (None if field.required or choices else "")
    told = click.prompt(
        question, default=fallback, show_default=bool(default), type=choices, err=True
    )
    return str(told).strip()


def _new(language: str, **given: Any) -> int:
    from reportlint.run.new import Wish, new

    wish = Wish(
        given["type_name"],
        given["output"],
        given["values"],
        tuple(given["sets"]),
        given["form"] or "",
        None if given["no_input"] or not sys.stdin.isatty() else partial(_ask, language),
    )
    made = new(wish, options.settings(given))
    if not made.path:
        options.emit(made.text)
    if made.missing:
        joint = Text("、", ", ").to(language)
        names = joint.join(made.missing)
        note = Text(f"还没填的空格：{names}", f"blanks not filled in: {names}")
        options.complain(note.to(language) + "\n")
    return 0
