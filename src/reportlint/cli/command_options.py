"""The options of single commands other than `check`; a part of the table in `option_table.py`."""

from __future__ import annotations

from reportlint.cli.option import CHOICE, FLAG, MANY, ONE, Option
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
        Text(
            "写到这个文件夹；不写就用风格的名字。",
            "Write to this folder; else to one named as the style.",
        ),
        ("import",),
        Text("文件夹", "FOLDER"),
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
        ("--word",),
        MANY,
        Text("要找的词，可以多次。", "A word to find; repeatable."),
        ("new-rule",),
        Text("词", "WORD"),
        key="words",
    ),
    Option(
        ("--right",),
        ONE,
        Text("应写作什么；不写就只报。", "What to write instead; else the word is only reported."),
        ("new-rule",),
        Text("词", "WORD"),
        default="",
    ),
    Option(
        ("--message",),
        ONE,
        Text("报告时说的话。", "What is said of a find."),
        ("new-rule",),
        Text("文字", "TEXT"),
        default="",
    ),
    Option(
        ("--name",),
        ONE,
        Text("名称。", "Its name."),
        ("new-pack", "new-type"),
        Text("名称", "NAME"),
        default="",
    ),
    Option(
        ("--section",),
        MANY,
        Text("一节的标题，可以多次。", "The title of a section; repeatable."),
        ("new-type",),
        Text("标题", "TITLE"),
        key="sections",
    ),
    Option(
        ("--no-input",),
        FLAG,
        Text("什么也不问。", "Ask nothing."),
        ("new-rule", "new-pack", "new-type"),
    ),
)
