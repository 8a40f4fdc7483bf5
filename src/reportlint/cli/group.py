"""The command line as a whole: its commands, and `check` as the default command."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import click

from reportlint._startup.typed import TYPE_CHECKING
from reportlint.cli.commands import COMMANDS, DEFAULT
from reportlint.cli.help import HELP_NAMES, Context
from reportlint.cli.option_table import BEFORE_COMMAND, NAMES_BEFORE_COMMAND
from reportlint.cli.parameters import command, parameters
from reportlint.core.text import Text

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

HELP = Text(
    """检查用 Git 管理的报告：缺了的章节、断了的序号、没填的空。

不写命令就是 check：reportlint a.md 等于 reportlint check a.md；不写路径就检查当前文件夹。

\b
例：
  reportlint                     检查当前文件夹
  reportlint 述职报告.md         检查一个文件
  reportlint explain placeholder 一条规则管什么、为什么""",
    """Check reports kept in Git: missing sections, broken numbering, blanks left in.

The default command is check: reportlint a.md means reportlint check a.md. The default path is the current folder.

\b
Examples:
  reportlint                      check the current folder
  reportlint duty-report.md       check one file
  reportlint explain placeholder  what a rule is about, and why""",
)
VERSION = Text("显示版本号和所用的规则包。", "Show the version and the packs in use.")
_TAKE_RULE = {"select", "ignore", "rules", "rule", "rule_id"}
_TAKE_TYPE = {"type_id", "type_name"}


class Group(click.Group):
    """The group of all commands; loads a command when it is called, and defaults to `check`."""

    context_class = Context

    def __init__(self, language: str) -> None:
        super().__init__("reportlint", help=HELP.to(language), context_settings=dict(HELP_NAMES))
        self.language = language
        self.params = [_version(language), *parameters(BEFORE_COMMAND, language)]
        self.options_metavar = None
        self.subcommand_metavar = Text("[命令] [选项] [参数]…", "[COMMAND] [OPTIONS] [ARGS]…").to(
            language
        )

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, the most used first."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, with help in the language of this run; None if there is
        none."""
        if cmd_name not in COMMANDS:
            return None
        of_name = command(cmd_name, self.language)
        if ctx.resilient_parsing:  # a shell completes
            return _with_completion(of_name)
        return of_name

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        """Completions without a command: the command names, or the options and paths of `check`."""
        check = self.get_command(ctx, DEFAULT)
        completions = super().shell_complete(ctx, incomplete)
        if check is not None and incomplete.startswith("-"):
            known = {item.value for item in completions}
            meant = check.shell_complete(
                check.make_context(DEFAULT, [], ctx, resilient_parsing=True), incomplete
            )
            return [*completions, *(item for item in meant if item.value not in known)]
        return completions or [_completion(incomplete, "file")]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Insert `check` if no command is named. Options common to all commands may precede the
        command."""
        if ctx.resilient_parsing and not args:
            return super().parse_args(ctx, args)
        return super().parse_args(ctx, with_command(args))


def with_command(arguments: Sequence[str]) -> list[str]:
    """The arguments with their command first and the shared options after it; unchanged if they
    request help or the version."""
    at = 0
    while at < len(arguments) and arguments[at].startswith("-"):
        if arguments[at] in ("-h", "--help", "--version"):
            return list(arguments)
        if arguments[at] in NAMES_BEFORE_COMMAND:
            at += 2
        elif arguments[at].startswith(tuple(f"{name}=" for name in NAMES_BEFORE_COMMAND)):
            at += 1
        else:
            break
    before, rest = list(arguments[:at]), list(arguments[at:])
    if rest and rest[0] in COMMANDS:
        return [rest[0], *before, *rest[1:]]
    return [DEFAULT, *before, *rest]


def _completion(value: str, kind: str = "plain") -> CompletionItem[str]:
    from click.shell_completion import CompletionItem

    return CompletionItem(value, type=kind)


def group(language: str) -> Group:
    """The whole command line, with help in `language`."""
    return Group(language)


def _version(language: str) -> click.Option:
    def show(ctx: click.Context, param: click.Parameter, value: bool) -> None:
        if value and not ctx.resilient_parsing:
            from reportlint import __version__

            click.echo(f"reportlint {__version__}")
            _name_packs(language)
            ctx.exit()

    return click.Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=show,
        help=VERSION.to(language),
    )


def _name_packs(language: str) -> None:
    """Print a line for each pack in use here. A bad configuration is reported, but is no
    failure."""
    from reportlint.cli import options
    from reportlint.core.errors import UserError
    from reportlint.files.paths import nearby
    from reportlint.run.list import packs

    built_in = Text("内置", "built in").to(language)
    try:
        used = packs(options.settings({}))
    except UserError as error:
        options.complain_of(error.problems, language)
        return
    if used:
        options.emit_page(
            f"{pack.id} ({nearby(pack.folder) if pack.folder else built_in})" for pack in used
        )


def _with_completion(command: click.Command) -> click.Command:
    """Give a command completers for the values of its options and arguments. Only a shell that
    completes calls them."""
    for parameter in command.params:
        if not isinstance(parameter.type, click.Choice):
            parameter.shell_complete = _Values(parameter.name or "", parameter)  # type: ignore[method-assign]
    return command


class _Values:
    """The completer of one option or argument, called like click's `Parameter.shell_complete`."""

    def __init__(self, name: str, parameter: click.Parameter) -> None:
        self._name = name
        self._takes_file = isinstance(parameter, click.Argument) or any(
            word in str(parameter.metavar) for word in ("FILE", "文件")
        )

    def __call__(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        before, comma, last = incomplete.rpartition(",")
        values = [before + comma + value for value in self._known() if value.startswith(last)]
        if values or not self._takes_file:
            return [_completion(value) for value in values]
        return [_completion(incomplete, "file")]

    def _known(self) -> Iterable[str]:
        from reportlint.core.errors import UserError
        from reportlint.core.request import Settings

        try:
            if self._name in _TAKE_RULE:
                from reportlint.run.list import rules

                return [rule.id for rule in rules(Settings())]
            if self._name in _TAKE_TYPE:
                from reportlint.run.list import types

                return [type_.id for type_ in types(Settings())]
        except UserError:  # the next run reports the bad configuration
            return ()
        if self._name == "form":
            from reportlint.output.formats import AUTO, FORMATS

            return (*FORMATS, AUTO)
        return ()
