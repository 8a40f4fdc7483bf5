"""Options that say which version of the files is meant, and which change."""

from __future__ import annotations

from reportlint._startup.typed import TYPE_CHECKING
from reportlint.core.text import Text

if TYPE_CHECKING:
    import click
else:
    from reportlint.cli.lazily import click


def parameters(language: str) -> list[click.Parameter]:
    """`--staged`, `--rev`, `--since` and `--patch`; `options.settings` reads them."""

    def say(zh: str, en: str) -> str:
        return Text(zh, en).to(language)

    revision = say("版本", "REV")
    return [
        click.Option(
            ["--staged"],
            is_flag=True,
            help=say(
                "查暂存区里的内容，不查磁盘上的。", "Check what is staged, not what is on disk."
            ),
        ),
        click.Option(
            ["--rev"],
            default="",
            metavar=revision,
            help=say(
                "查这个 Git 版本里的文件；裸仓库里也行。",
                "Check the files of this Git revision; in a bare repository, too.",
            ),
        ),
        click.Option(
            ["--since", "--diff-base"],
            metavar=revision,
            help=say(
                "只报从这个版本起改动涉及的问题；pre-commit 给出版本范围时默认如此。",
                "Report only what has been touched since; where pre-commit names two revisions, this is the default.",
            ),
        ),
        click.Option(
            ["--patch"],
            default="",
            metavar=say("文件", "FILE"),
            help=say(
                "只报这个补丁涉及的问题；- 是标准输入。",
                "Report only what this patch touches; - is standard input.",
            ),
        ),
    ]


def baseline_parameters(language: str) -> list[click.Parameter]:
    """`--baseline` and `--no-baseline`."""
    one = Text("用这个基线文件，不再查找。", "Use this baseline, search for none.")
    none = Text("不用基线，所有问题都报。", "Use no baseline: report all.")
    return [
        click.Option(
            ["--baseline"],
            default="",
            metavar=Text("文件", "FILE").to(language),
            help=one.to(language),
        ),
        click.Option(["--no-baseline"], is_flag=True, help=none.to(language)),
    ]
