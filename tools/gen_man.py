"""The man pages in roff, generated from the help of the commands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import click

from reportlint import __version__
from reportlint.cli.commands import COMMANDS, DEFAULT
from reportlint.cli.group import group
from reportlint.cli.help import pieces
from reportlint.core.text import Text

FILES = {"en": "docs/man/reportlint.1", "zh": "docs/man/zh_CN/reportlint.1"}
_NAME = "reportlint"
_BREAK = ".PP"
_SHARED = {"lang", "color"}  # options of all commands, described only for `check`

_WHAT = Text("检查报告和公文的结构", "check the structure of reports")
_STATUSES = (
    ("0", Text("没有问题，或都轻于 --fail-on", "nothing found, or nothing as grave as --fail-on")),
    ("1", Text("有问题，或有文件读不了", "something was found, or a file could not be read")),
    ("2", Text("用法、配置或规则有误", "wrong usage, configuration or rule")),
    ("3", Text("程序缺陷", "a bug")),
    ("130", Text("被中断（Ctrl-C）", "interrupted (Ctrl-C)")),
)
_PLACES = (
    (
        ".reportlint.yaml",
        Text("配置，取离文件最近的一个", "the configuration, the one nearest to a file"),
    ),
    (
        "pyproject.toml",
        Text("也可以放配置：[tool.reportlint]", "may hold it too: [tool.reportlint]"),
    ),
    (
        ".reportlint-baseline.yaml",
        Text("基线：已有的问题，不再报", "the baseline: findings that are known"),
    ),
    (
        ".reportlint-ignore.yaml",
        Text("放过的问题，一条一处", "findings to let pass, one an entry"),
    ),
)
_VARIABLES = (
    ("REPORTLINT_LANG", Text("消息和帮助的语言：zh 或 en", "language of messages: zh or en")),
    ("REPORTLINT_CACHE_DIR", Text("缓存放在哪个文件夹", "the folder of the cache")),
    (
        "NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE",
        Text("不要颜色；要颜色", "no colour; colour in any case"),
    ),
    (
        "FORCE_HYPERLINK",
        Text(
            "0 不给规则加链接，其他值总加",
            "0: ids of rules are no links; anything else: they always are",
        ),
    ),
    ("COLUMNS", Text("一行多宽", "the width of a line")),
)


def pages() -> Mapping[str, str]:
    """Both pages, by path relative to the root of the repository."""
    return {path: "\n".join(_page(language)) + "\n" for language, path in FILES.items()}


def _page(language: str) -> Iterator[str]:
    """The lines of a page."""
    whole = group(language)
    context = click.Context(whole, info_name=_NAME)
    commands = {name: whole.get_command(context, name) for name in COMMANDS}
    yield '.\\" Made by tools/gen_docs.py of the help of the commands.'
    yield f'.TH {_NAME.upper()} 1 "" "{_NAME} {__version__}"'
    yield ".nh"  # no hyphenation, which would break option names
    yield ".ad l"
    yield from _head(Text("名称", "NAME"), language)
    yield f"{_NAME} \\- {_roff(_WHAT.to(language))}"
    yield from _head(Text("概要", "SYNOPSIS"), language)
    usage = (_usage(name, command, language) for name, command in commands.items() if command)
    yield "\n.br\n".join(usage)
    for name, command in commands.items():
        if command is None:
            raise ValueError(name)
        yield from _command(name, command, language)
    for title, rows in (
        (Text("退出状态", "EXIT STATUS"), _STATUSES),
        (Text("文件", "FILES"), _PLACES),
        (Text("环境变量", "ENVIRONMENT"), _VARIABLES),
    ):
        yield from _head(title, language)
        for term, text in rows:
            yield from _row(term, text.to(language))


def _head(title: Text, language: str) -> Iterator[str]:
    """The heading of a section."""
    yield f'.SH "{_roff(title.to(language))}"'


def _usage(name: str, command: click.Command, language: str) -> str:
    """The usage of a command on one line. The name of the default command is optional."""
    context = click.Context(command, info_name=name)
    word = f"[{name}]" if name == DEFAULT else name
    pieces = " ".join(command.collect_usage_pieces(context))
    return f"\\fB{_NAME} {_roff(word)}\\fR {_roff(pieces)}"


def _command(name: str, command: click.Command, language: str) -> Iterator[str]:
    """The section of a command: its description and its options."""
    yield f'.SH "{_roff(f"{_NAME} {name}".upper() if language == "en" else f"{_NAME} {name}")}"'
    yield from _prose(command.help or "")
    context = click.Context(command, info_name=name)
    default = Text("[默认：", "[default: ").to(language)
    for parameter in command.params:
        record = parameter.get_help_record(context)
        if record and record[1] and (name == DEFAULT or parameter.name not in _SHARED):
            yield from _row(record[0], record[1].replace("[default: ", default))


def _prose(text: str) -> Iterator[str]:
    """Paragraphs of help. In one that starts with `\\b`, line breaks are kept."""
    for number, paragraph in enumerate(text.split("\n\n")):
        if number:
            yield _BREAK
        if paragraph.startswith("\b\n"):
            yield ".nf"
            yield from map(_line, paragraph.removeprefix("\b\n").split("\n"))
            yield ".fi"
        else:
            yield _line(" ".join(paragraph.split()))


def _row(term: str, text: str) -> Iterable[str]:
    """A term and its explanation."""
    return (".TP", f"\\fB{_roff(term)}\\fR", _line(" ".join(text.split())))


def _line(text: str) -> str:
    """A line of text, which may be broken between Han characters. A dot or an apostrophe at its
    start would be a request of roff, so it is escaped."""
    escaped = "\\:".join(map(_roff, pieces(text))) if not text.isascii() else _roff(text)
    return "\\&" + escaped if escaped.startswith((".", "'")) else escaped


def _roff(text: str) -> str:
    """`text` escaped for roff, so that hyphens, apostrophes etc. stay as typed."""
    marks = {
        "\\": "\\e",
        "-": "\\-",
        "'": "\\(aq",
        "`": "\\(ga",
        "^": "\\(ha",
        "~": "\\(ti",
        '"': "\\(dq",
        "…": "...",  # not available in an ASCII terminal
    }
    return "".join(marks.get(char, char) for char in text)
