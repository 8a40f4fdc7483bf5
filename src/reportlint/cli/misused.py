"""Messages about a command line that click rejects: one line each, with a suggestion."""

from __future__ import annotations

import re
from collections.abc import Mapping

import click

from reportlint.cli import guesses
from reportlint.config.problems import nearest, shorten, unknown
from reportlint.core.errors import Problem, UserError
from reportlint.core.text import Text

# By command: the message if it gets arguments that it does not take; {} is the first of them.
_EXTRA: Mapping[str, Text] = {
    "rules": Text(
        'rules 不带参数；说明一条规则用 reportlint explain {}，只列几条用 rules --select "{}*"',
        "rules takes no argument; for one rule: reportlint explain {}; for some: rules --select"
        ' "{}*"',
    ),
    "types": Text(
        "types 不带参数；说明一个文种用 reportlint explain {}",
        "types takes no argument; for one report type: reportlint explain {}",
    ),
    "explain": Text(
        "explain 一次说明一条；{} 另外用 reportlint explain {}",
        "explain takes one at a time; for {}: reportlint explain {}",
    ),
    "new": Text(
        "new 一次写一份；写到文件用 -o 文件，如 -o 述职报告.md",
        "new writes one report; to write to a file: -o FILE, as in -o duty-report.md",
    ),
    "why": Text(
        "写成 why 文件:行 规则，如 why a.md:12 placeholder",
        "it is written why FILE:LINE RULE, as in why a.md:12 placeholder",
    ),
}
# By command: the message if a parameter is missing.
_MISSING: Mapping[str, Text] = {
    "new-rule": Text(
        "缺少文件；写成 new-rule house/不写空话.yaml --word 高度重视",
        "no file given; it is written new-rule house/no-slogan.yaml --word leverage",
    ),
    "new-pack": Text(
        "缺少文件夹；写成 new-pack house --name 本院规则",
        'no folder given; it is written new-pack house --name "house rules"',
    ),
    "new-type": Text(
        "缺少文件；写成 new-type house/types/visit.yaml --name 走访报告 --section 走访情况",
        'no file given; it is written new-type house/types/visit.yaml --name "site visit" --section'
        " Findings",
    ),
    "explain": Text(
        "缺少规则或文种；规则用 reportlint rules 列出，文种用 reportlint types",
        "no rule or report type given; for the rules: reportlint rules, for the types: reportlint"
        " types",
    ),
    "why": _EXTRA["why"],
    "completion": Text(
        "缺少 shell；写成 completion bash、completion zsh 或 completion fish",
        "no shell given; it is written completion bash, completion zsh or completion fish",
    ),
    "derive": Text(
        "缺少文件；给几份写好的报告：derive 甲.md 乙.md",
        "no file given; name a few finished reports: derive a.md b.md",
    ),
    "import": Text(
        "写成 import vale 样式文件夹 或 import markdownlint 配置文件",
        "it is written import vale STYLE or import markdownlint FILE",
    ),
    "annotate": Text(
        "写成 annotate 报告.docx -o 批注稿.docx",
        "it is written annotate report.docx -o commented.docx",
    ),
    "text": Text("缺少文件；写成 text 报告.docx", "no file given; it is written text report.docx"),
}


def problem(error: click.UsageError) -> Problem | None:
    """The message about a wrong command line; None if click's own message, with the usage, is
    better."""
    command = error.ctx.command.name if error.ctx else None
    if not command:
        return None
    if isinstance(error, click.NoSuchOption):
        answer = guesses.option(error.option_name, command) or _nearest(error)
        return Problem(answer, error.option_name) if answer else None
    if isinstance(error, click.MissingParameter):
        missing = _MISSING.get(command)
        return Problem(missing) if missing else None
    if isinstance(error, click.BadParameter):
        return _bad_value(error)
    return _extra(error, command)


def no_path(name: str, command: str) -> Text | None:
    """The message about a missing path that is the name of a rule or a report type, with the option
    of the command that takes it. None for any other path, and if the configuration is bad."""
    from reportlint.cli.option_table import options_of
    from reportlint.config.rule_names import match_rules
    from reportlint.core.request import Settings
    from reportlint.run.list import here, type_of

    takes = {name for option in options_of(command) for name in option.names}
    try:
        is_rule = bool(match_rules(name, here(Settings()).library.rules))
        is_type = not is_rule and type_of(name, Settings()) is not None
    except UserError:
        return None
    option = next((name for name in ("--select", "--rule") if name in takes), "")
    if is_rule and option:
        return Text(
            f"这是规则，不是文件；写成 {option} {name}", f"a rule, no file: {option} {name}"
        )
    if is_type and "--type" in takes:
        return Text(
            f"这是文种，不是文件；检查时写成 --type {name}，起草写成 reportlint new {name}",
            f"a report type, no file; to check as such: --type {name}, to begin one: reportlint new"
            f" {name}",
        )
    return None


def _nearest(error: click.NoSuchOption) -> Text | None:
    """The option that an unknown option is most likely a misspelling of; None if there is none.
    Names are compared without their dashes, which would make all of them similar."""
    names = {name.lstrip("-"): name for name in error.possibilities or ()}
    near = names.get(nearest(error.option_name.lstrip("-"), names))
    return None if near is None else guesses.misspelt(near)


def _bad_value(error: click.BadParameter) -> Problem | None:
    """The problem of a wrong value of an option or an argument, with the allowed values; None for
    other errors."""
    param = error.param
    match = re.match(r"[“'\"](.*?)[”'\"]", error.message)
    if param is None or match is None:
        return None
    place = next((name for name in param.opts if name.startswith("--")), "")
    if isinstance(param.type, click.Choice):
        known = [str(choice) for choice in param.type.choices]
        return Problem(unknown(Text("值", "value"), match[1], known), place)
    if isinstance(param.type, click.types.IntParamType):
        value = shorten(match[1])
        return Problem(Text(f"“{value}”不是整数", f"“{value}” is no whole number"), place)
    return None


def _extra(error: click.UsageError, command: str) -> Problem | None:
    """The problem of unexpected arguments, which are only in click's message; None for commands
    without an answer."""
    answer = _EXTRA.get(command)
    match = re.fullmatch(
        r"(?:Got unexpected extra arguments? \(|多余的参数：)(.*?)\)?", error.message
    )
    if answer is None or match is None:
        return None
    first = match[1].split(" ")[0]
    if command == "rules" and first == match[1]:
        answer = _no_rule(first) or answer
    return Problem(Text(*(text.replace("{}", first) for text in answer)))


def _no_rule(name: str) -> Text | None:
    """The message about `rules NAME` if no rule has that name, with similar names. None if a rule
    has it, or if the configuration is bad."""
    from reportlint.config.known_types import unknown_rule
    from reportlint.config.rule_names import match_rules
    from reportlint.core.request import Settings
    from reportlint.run.list import here

    try:
        library = here(Settings()).library
    except UserError:
        return None
    if match_rules(name, library.rules):
        return None
    why = unknown_rule(name, library.rules, library.types.values())
    return Text(f"rules 不带参数；{why.zh}", f"rules takes no argument; {why.en}")
