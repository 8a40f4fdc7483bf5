"""`reportlint new-rule`, `new-pack`, `new-type`: write a file to start from. On a terminal, they
ask for missing options."""

from __future__ import annotations

import re
import sys

import click

from reportlint._startup.typed import Any
from reportlint.cli import options
from reportlint.core.text import Text

_ASKED = {
    "words": Text("要找的词，用空格隔开", "Words to find, separated by spaces"),
    "right": Text("应写作（没有就回车）", "What to write instead (Enter: nothing)"),
    "name": Text("名称", "Name"),
    "sections": Text("各节的标题，用空格或顿号隔开", "Titles of the sections, separated by commas"),
}
_OF = {"new-rule": ("words", "right"), "new-pack": ("name",), "new-type": ("name", "sections")}


def run(name: str, language: str, /, **values: Any) -> int:
    """Write the file of the command `name`, one of the three; the exit status."""
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
