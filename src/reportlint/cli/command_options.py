"""The options of single commands other than `check`; a part of the table in `option_table.py`."""

from __future__ import annotations

from reportlint.cli.option import CHOICE, FLAG, MANY, NUMBER, ONE, Option
from reportlint.core.text import Text

LISTS = ("rules", "types")  # commands that list things, as JSON too
_FILE = Text("文件", "FILE")

OF_COMMANDS = (
    Option(
        ("--explain",),
        ONE,
        Text(
            "不列文种，说明这个文件认作哪个文种、凭什么，还像哪些。",
            "Do not list them; say which type FILE is taken for, why, and what else it may be.",
        ),
        ("types",),
        _FILE,
        default="",
    ),
    Option(
        ("--format",),
        CHOICE,
        Text("输出格式。", "Output format."),
        (*LISTS, "why"),
        key="form",
        choices=("text", "json"),
        default="text",
        show_default=True,
    ),
    Option(
        ("--dry-run",),
        FLAG,
        Text("不写文件，只看会写什么。", "Write nothing, show what would be written."),
        ("init",),
        key="dry_run",
    ),
    Option(
        ("--baseline",),
        FLAG,
        Text("把现有的问题记入基线。", "Take down what there is in a baseline."),
        ("init",),
        key="take_down",
    ),
    Option(
        ("--prune",),
        FLAG,
        Text("只删去已不存在的。", "Only take out what is no longer there."),
        ("baseline",),
    ),
    Option(
        ("--baseline",),
        ONE,
        Text("写到这个文件。", "Write to this file."),
        ("baseline",),
        _FILE,
        default="",
    ),
    Option(
        ("--rule",),
        MANY,
        Text("只放过这些规则的，可用 * 通配。", "Only findings of these rules; globs, repeatable."),
        ("suppress",),
        Text("规则", "RULE"),
        key="rules",
    ),
    Option(
        ("--reason",),
        ONE,
        Text("理由，一并写上。", "Why; it is written too."),
        ("suppress",),
        Text("理由", "WHY"),
        default="",
    ),
    Option(
        ("--diff",),
        FLAG,
        Text(
            "不写文件，只输出会写什么；有要写的则以 1 退出。",
            "Write no file; show what would be written, exit with 1 if anything.",
        ),
        ("suppress",),
    ),
    Option(
        ("-o", "--output"),
        ONE,
        Text("写到这个文件；不写就输出到屏幕。", "Write to this file; else to standard output."),
        ("new", "derive"),
        _FILE,
        key="output",
        default="",
    ),
    Option(
        ("-o", "--output"),
        ONE,
        Text("副本写到这个文件。", "Write the copy to this file."),
        ("annotate",),
        _FILE,
        key="output",
        required=True,
    ),
    Option(
        ("--type",),
        ONE,
        Text("当作这个文种来查，不再识别。", "Check as this report type, recognise none."),
        ("annotate",),
        Text("文种", "TYPE"),
        key="type_id",
        default="",
    ),
    Option(
        ("-n", "--line-number"),
        FLAG,
        Text("每行前写上行号。", "Put the number of each line before it."),
        ("text",),
        key="line_number",
    ),
    Option(
        ("--strict",),
        FLAG,
        Text(
            "有提醒时退出状态也为 1：没有例子的规则，认不出的文种，处处都能匹配的正则。",
            "Exit status 1 for warnings too: a rule without examples, a type that nothing is known by, a regex that matches everywhere.",
        ),
        ("test",),
    ),
    Option(
        ("--watch",),
        FLAG,
        Text(
            "规则文件一改就再测一遍，按 Ctrl+C 结束。",
            "Test again whenever a rule file changes; Ctrl+C ends it.",
        ),
        ("test",),
    ),
    Option(
        ("--coverage",),
        FLAG,
        Text(
            "列出没有例子用到的词、正则里的各支和例外；同 --strict 用则以 1 退出。",
            "List words, alternatives of regexes and exceptions that no example needs; with --strict they fail.",
        ),
        ("test",),
    ),
    Option(
        ("--values",),
        ONE,
        Text("填空用的 YAML 文件。", "A YAML file with the values."),
        ("new",),
        _FILE,
        default="",
    ),
    Option(
        ("--set",),
        MANY,
        Text("填一处空格，可以多次。", "The value of one blank; repeatable."),
        ("new",),
        Text("名称=值", "NAME=VALUE"),
        key="sets",
    ),
    Option(
        ("--format",),
        CHOICE,
        Text("格式；不写则看文件名，再就是 md。", "Format; else by the file's name, else md."),
        ("new",),
        key="form",
        choices=("md", "txt", "docx"),
    ),
    Option(
        ("--id",),
        ONE,
        Text("文种的标识；不写则取文件名。", "The type's id; else that of the output's name."),
        ("derive",),
        Text("标识", "ID"),
        key="own",
        default="",
    ),
    Option(
        ("--port",),
        NUMBER,
        Text("端口；不写就用空着的一个。", "Port; else one that is free."),
        ("web",),
        Text("数目", "N"),
        least=1,
    ),
    Option(
        ("--no-open",),
        FLAG,
        Text("不打开浏览器，只写出地址。", "Open no browser, only write the address."),
        ("web",),
        key="no_open",
    ),
)
