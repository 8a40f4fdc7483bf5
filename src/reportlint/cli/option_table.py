"""Every option of every command, declared once as plain data. `plain.py` reads the table without
click; `parameters.py` turns it into click parameters. An option added here is known to both, with
its help in both languages.

The options of a command have the order of this table, also on its help page.
"""

from __future__ import annotations

from reportlint.cli.command_options import OF_COMMANDS
from reportlint.cli.commands import COMMANDS
from reportlint.cli.option import A_FILE, CHOICE, FLAG, MANY, NUMBER, ONE, Option
from reportlint.core.diagnostic import NEVER, SEVERITIES
from reportlint.core.text import LANGUAGES, Text

CHECK = ("check",)
OVER_MANY = ("check", "survey")  # commands that may take long
ALL = tuple(COMMANDS)
SPEAKERS = ("server", "mcp", "web")  # servers: they find the configuration of each text
WITHOUT_CONFIG = ("text", "import", "new-rule", "new-pack", "new-type")
WITH_CONFIG = tuple(name for name in ALL if name not in (*SPEAKERS, *WITHOUT_CONFIG))
# commands with a choice of rules
WITH_RULES = ("check", "rules", "baseline", "annotate", "survey", "trend")
BEFORE_COMMAND = "reportlint"  # in `commands`: the option may precede the command

_REVISION = Text("版本", "REV")
_GLOBS = Text("规则", "RULES")
_NUMBER = Text("数目", "N")

OPTIONS = (
    Option(
        ("--format", "-f"),
        MANY,
        Text(
            "输出格式，默认 full；可写多次，各带文件。有：{formats}。auto 按所在 CI 选择。",
            "Output format, full by default; several if they have files. One of: {formats}. auto"
            " is what the CI reads.",
        ),
        CHECK,
        Text("格式[:文件]", "FORMAT[:FILE]"),
        key="form",
    ),
    Option(
        ("--output-file", "-o"),
        ONE,
        Text("写到文件，不写到标准输出。", "Write to a file."),
        CHECK,
        A_FILE,
        default="",
    ),
    Option(
        ("--statistics",),
        FLAG,
        Text("只按规则计数，不列出问题。", "Counts by rule, not the findings."),
        CHECK,
    ),
    Option(
        ("--max-findings",),
        NUMBER,
        Text("最多列出多少处；其余只计数。", "List at most this many findings; count the rest."),
        CHECK,
        _NUMBER,
    ),
    Option(
        ("--compare",),
        ONE,
        Text(
            "html 格式里与以前的 --format json 结果相比：新出现、已消失、仍在。",
            "With --format html: mark what is new, gone or unchanged since this output of --format"
            " json.",
        ),
        CHECK,
        A_FILE,
        default="",
    ),
    Option(
        ("--quiet", "-q"),
        FLAG,
        Text("只列问题，没有总计和进度。", "Print only findings: no totals, no progress."),
        CHECK,
    ),
    Option(
        ("--fail-on",),
        CHOICE,
        Text(
            "这一级及以上的问题使退出状态为 1；默认 warning。",
            "Exit with 1 for findings of this severity or higher; warning by default.",
        ),
        CHECK,
        choices=(*SEVERITIES, NEVER),
    ),
    Option(
        ("--exit-zero",),
        FLAG,
        Text("有问题也以 0 退出。", "Exit with 0 even if something is found."),
        CHECK,
    ),
    Option(
        ("--fix",),
        FLAG,
        Text(
            "改正有把握的问题，写回文件，再报剩下的。",
            "Apply the safe fixes, and report what is left.",
        ),
        CHECK,
    ),
    Option(
        ("--unsafe-fixes",),
        FLAG,
        Text(
            "同 --fix 或 --diff 用：需要人再看一眼的也改，如重排序号。",
            "With --fix or --diff: also fixes that need a second look, such as renumbering a list.",
        ),
        CHECK,
    ),
    Option(
        ("--diff",),
        FLAG,
        Text(
            "不写文件，只输出会改什么；有要改的则以 1 退出。",
            "Write no file; show what would change, exit with 1 if anything would.",
        ),
        CHECK,
    ),
    *OF_COMMANDS,
    Option(
        ("--config",),
        ONE,
        Text("用这个配置文件，不再查找。", "Use this configuration file, search for no other."),
        WITH_CONFIG,
        A_FILE,
        default="",
    ),
    Option(
        ("--isolated",),
        FLAG,
        Text(
            "不用任何配置文件，只用自带的规则。", "Ignore all configuration; built-in rules only."
        ),
        tuple(name for name in WITH_CONFIG if name != "suppress"),  # it writes into one
    ),
    Option(
        ("--select",),
        MANY,
        Text(
            "只用这些规则，可用 * 通配，可用逗号分隔。", "Only these rules; globs, comma-separated."
        ),
        WITH_RULES,
        _GLOBS,
    ),
    Option(
        ("--ignore",),
        MANY,
        Text("不用这些规则。", "Not these rules; globs, comma-separated."),
        WITH_RULES,
        _GLOBS,
    ),
    Option(
        ("--rule-file",),
        MANY,
        Text(
            "只试这个规则文件，不用配置和基线；可写多次，也可以是文件夹。",
            "Use only this rule file or folder, without configuration and baseline; repeatable.",
        ),
        ("check", "why"),
        A_FILE,
    ),
    Option(
        ("--type",),
        ONE,
        Text(
            "当作这个文种来查，不再识别。", "Check as this report type instead of recognising it."
        ),
        ("check", "why"),
        Text("文种", "TYPE"),
        key="type_id",
        default="",
    ),
    Option(
        ("--exclude",),
        MANY,
        Text(
            "不查这些文件，写法同 .gitignore，从当前文件夹看；可写多次，直接写出的文件也算。",
            "Do not check these files, even if given by name; globs as in .gitignore, relative to"
            " the current folder; repeatable.",
        ),
        CHECK,
        Text("通配", "GLOB"),
    ),
    Option(
        ("--force-exclude",),
        FLAG,
        Text(
            "直接写出的文件也按 exclude 排除；提交钩子用。",
            "Apply exclude to files given by name too; for hooks.",
        ),
        CHECK,
    ),
    Option(
        ("--stdin-filename",),
        ONE,
        Text("路径写 - 时标准输入的文件名。", "File name of standard input, if the path is -."),
        CHECK,
        Text("文件名", "NAME"),
        default="",
    ),
    Option(
        ("--files-from0",),
        ONE,
        Text(
            "从这里读要查的路径，各以 NUL 结尾；- 是标准输入。",
            "Read the paths to check from this file, NUL-terminated; - is standard input.",
        ),
        CHECK,
        A_FILE,
        default="",
    ),
    Option(
        ("--from-ndjson",),
        ONE,
        Text(
            "查记录，一行一个 JSON 对象：path、text，可有 type；- 是标准输入。",
            "Check records, one JSON object per line: path, text, optionally type; - is standard"
            " input.",
        ),
        CHECK,
        A_FILE,
        default="",
    ),
    Option(
        ("--parquet",),
        ONE,
        Text(
            "查 Parquet 文件里的记录，列 text，可有 path、type；结果写到 --out。",
            "Check the records of a Parquet file (column text, optionally path and type); needs"
            " --out.",
        ),
        CHECK,
        A_FILE,
        default="",
    ),
    Option(
        ("--out",),
        ONE,
        Text("结果写到这个 Parquet 文件。", "Write the findings to this Parquet file."),
        CHECK,
        A_FILE,
        default="",
    ),
    Option(
        ("--shard",),
        ONE,
        Text("只查 N 份中的第 I 份，如 1/4。", "Check only part I of N; 1/4 is the first of four."),
        CHECK,
        Text("I/N", "I/N"),
        default="",
    ),
    Option(
        ("--jobs", "-j"),
        NUMBER,
        Text(
            "用几个进程；不写则按文件多少决定。",
            "Number of processes; by default chosen by the amount of text.",
        ),
        OVER_MANY,
        _NUMBER,
        least=1,
    ),
    Option(
        ("--no-cache",),
        FLAG,
        Text("没有变过的文件也重新检查。", "Check unchanged files again."),
        OVER_MANY,
    ),
    Option(
        ("--watch",),
        FLAG,
        Text(
            "文件、配置或规则一改就再查一遍，按 Ctrl+C 结束。",
            "Check again whenever a file, the configuration or a rule changes; Ctrl+C ends it.",
        ),
        CHECK,
    ),
    Option(
        ("--profile",),
        FLAG,
        Text(
            "各阶段、各规则用时，写到标准错误。",
            "Print the time per phase and rule to standard error.",
        ),
        CHECK,
    ),
    Option(
        ("--show-config",),
        ONE,
        Text(
            "不检查，只说明这个文件用哪个配置、规则包、文种、编码和规则，各从哪里来。",
            "Check nothing; show which configuration, packs, report type, encoding and rules apply"
            " to FILE, and why.",
        ),
        CHECK,
        A_FILE,
        default="",
    ),
    Option(
        ("--staged",),
        FLAG,
        Text(
            "查暂存区里的内容，不查磁盘上的。", "Check the staged content, not the files on disk."
        ),
        CHECK,
    ),
    Option(
        ("--rev",),
        ONE,
        Text(
            "查这个 Git 版本里的文件；裸仓库里也行。",
            "Check the files of this Git revision; also works in a bare repository.",
        ),
        CHECK,
        _REVISION,
        default="",
    ),
    Option(
        ("--since", "--diff-base"),
        ONE,
        Text(
            "只报从这个版本起改动涉及的问题；pre-commit 给出版本范围时默认如此。",
            "Report only findings touched by changes since REV; the default if pre-commit passes"
            " two revisions.",
        ),
        CHECK,
        _REVISION,
    ),
    Option(
        ("--patch",),
        ONE,
        Text(
            "只报这个补丁涉及的问题；- 是标准输入。",
            "Report only findings touched by this patch; - is standard input.",
        ),
        CHECK,
        A_FILE,
        default="",
    ),
    Option(
        ("--baseline",),
        ONE,
        Text("用这个基线文件，不再查找。", "Use this baseline file, search for no other."),
        CHECK,
        A_FILE,
        default="",
    ),
    Option(
        ("--no-baseline",),
        FLAG,
        Text("不用基线，所有问题都报。", "Use no baseline: report all findings."),
        CHECK,
    ),
    Option(
        ("--stdio",),
        FLAG,
        Text("有的编辑器总会写上它。", "Some editors always pass it."),
        ("server",),
        hidden=True,
    ),
    Option(
        ("--lang",),
        CHOICE,
        Text(
            "消息和帮助用哪种语言；不写则看配置，再看系统的语言设置。",
            "Language of messages and help; by default that of the configuration, else of the"
            " locale.",
        ),
        (*ALL, BEFORE_COMMAND),
        choices=LANGUAGES,
    ),
    Option(
        ("--color",),
        CHOICE,
        Text("输出要不要颜色。", "When to colour the output."),
        (*ALL, BEFORE_COMMAND),
        choices=("auto", "always", "never"),
        default="auto",
        show_default=True,
    ),
)


def options_of(command: str) -> list[Option]:
    """The options of a command, in the order of its help page."""
    return [option for option in OPTIONS if command in option.commands]


NAMES_BEFORE_COMMAND = tuple(name for option in options_of(BEFORE_COMMAND) for name in option.names)


def name_of(key: str, command: str = "check") -> str:
    """The spelling of an option of a command, by its key: --output-file."""
    return next(option.names[0] for option in options_of(command) if option.dest == key)
