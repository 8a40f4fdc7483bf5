"""`reportlint new`: write a new report of a type."""

from __future__ import annotations

import sys
from functools import partial

import click

from reportlint._startup.typed import Any
from reportlint.cli import options
from reportlint.cli.option import Argument
from reportlint.core.errors import UserError
from reportlint.core.report_type import BlankField
from reportlint.core.text import Text, pick

SUMMARY = Text("写一份新报告。", "Write a new report.")
ARGUMENTS = (Argument("type_name", Text("[文种]", "[TYPE]"), is_optional=True),)
HELP = Text(
    """按文种写一份新报告：章节、序号、开头和结尾齐全，要填的地方是 {{名称}}；.docx 里是内容控件，版面按 GB/T 9704。

文种可以写标识，也可以写名称。值取自 --values 的 YAML 文件（名称: 值）和 --set；日期是今天；终端里缺什么问什么，--no-input 不问。
没有值的空格原样留着，并在标准错误里列出。
已经存在的文件不会被覆盖。--update 把文种后来要求的章节补进已有的报告：原有文字一行不少，后面的标题序号顺延，先看差异。

\b
例：
  reportlint new duty-report -o 述职报告.md
  reportlint new 通知 -o 通知.docx
  reportlint new 请示 --set 事由=改造排水管网 --format txt
  reportlint new postmortem --values values.yaml -o postmortem.md
  reportlint new --update 述职报告.md""",
    """Write a new report of a type: its sections, numbering, opening and closing, with a blank {{name}} for each value to fill in. In a
.docx file a blank is a content control; for Chinese types, page and fonts follow GB/T 9704.

Values come from the YAML file of --values (name: value) and from --set; blanks without a value stay and are listed on standard
error. On a terminal, the questions of the type are asked (not with --no-input); dates default to today. Existing files are never
overwritten. --update adds to an existing report the sections that its type requires: no line is lost, later headings are
renumbered, and the diff is shown first.

\b
Examples:
  reportlint new duty-report -o duty-report.md
  reportlint new notice -o notice.docx
  reportlint new postmortem --set incident="checkout errors" --format txt
  reportlint new rfc --values values.yaml -o rfc.md
  reportlint new --update duty-report.md""",
)


def _ask(language: str, name: str, field: BlankField, default: str) -> str:
    """Ask a person at the terminal for a value. Enter takes the default, "" if there is none."""
    question = pick(field.ask, language) or name
    choices = click.Choice(field.choices) if field.choices else None
    fallback = default or (None if field.required or choices else "")
    answer = click.prompt(
        question, default=fallback, show_default=bool(default), type=choices, err=True
    )
    return str(answer).strip()


def run(language: str, **values: Any) -> int:
    """Run the command; the exit status."""
    from reportlint.run.new import Wish, new

    if values["update"]:
        return _update(language, **values)
    if not values["type_name"]:
        message = Text(
            "缺少文种；有哪些文种：reportlint types", "no TYPE given; reportlint types lists them"
        )
        raise UserError.of(message)
    wish = Wish(
        values["type_name"],
        values["output"],
        values["values"],
        tuple(values["sets"]),
        values["form"] or "",
        None if values["no_input"] or not sys.stdin.isatty() else partial(_ask, language),
    )
    report = new(wish, options.settings(values))
    if not report.path:
        options.emit(report.text)
    for path in report.files:
        options.say(Text("写了", "written").to(language), path)
    if report.missing:
        joint = Text("、", ", ").to(language)
        names = joint.join(report.missing)
        note = Text(f"还没填的空格：{names}", f"blanks not filled in: {names}")
        options.complain(note.to(language) + "\n")
    return 0


def _update(language: str, **values: Any) -> int:
    """Show the sections that an existing report lacks, and add them if the user agrees; the exit
    status."""
    from reportlint.output.diff import unified
    from reportlint.run.new import type_id
    from reportlint.run.update import update

    settings = options.settings(values)
    of = type_id(values["type_name"], settings) if values["type_name"] else ""
    addition = update(values["update"], of, settings)
    if not addition.titles:
        nothing = Text(
            f"{addition.type} 要求的章节都在",
            f"all sections that {addition.type} demands are there",
        )
        options.say(nothing.to(language), addition.path)
        return 0
    options.emit(unified(addition.path, addition.old, addition.new))
    titles = Text("、", ", ").to(language).join(addition.titles)
    if values["diff"] or not (values["yes"] or _is_agreed(titles, language)):
        lacks = Text(f"缺 {titles}；没有写", f"lacks {titles}; nothing was written")
        options.say(lacks.to(language), addition.path)
        return 1
    addition.write()
    options.say(Text(f"补了 {titles}", f"put in: {titles}").to(language), addition.path)
    return 0


def _is_agreed(titles: str, language: str) -> bool:
    """Whether the user agrees, asked on a terminal; False without a terminal."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    return click.confirm(Text(f"补上 {titles}？", f"Put in {titles}?").to(language), err=True)
