"""The fields of the configuration: its keys, their types and descriptions."""

from __future__ import annotations

from collections.abc import Mapping

from reportlint.config.rule_changes import ON
from reportlint.core import schema
from reportlint.core.diagnostic import NEVER, OFF, SEVERITIES
from reportlint.core.schema import Field
from reportlint.core.text import LANGUAGES, Text

_GLOBS = schema.listed(
    "路径通配符，相对于配置文件所在文件夹",
    "globs, relative to the folder of this file",
    schema.A_TEXT,
)
_LANGUAGE = schema.choice("消息的语言", "the language of messages", LANGUAGES)
_ENCODING = schema.text(
    "文件编码；不写则自动识别", "encoding of the files; by default it is recognised"
)
SEVERITY = schema.choice("级别，或 on、off", "a severity, or on or off", (*SEVERITIES, OFF, ON))
# What may be changed of a rule, besides the options of its kind.
CHANGE: Mapping[str, Field] = {
    "severity": SEVERITY,
    "message": schema.localized("报告的话", "the text of a finding"),
    "suppressible": schema.flag("可否抑制", "whether it may be silenced"),
}
_RULES = schema.mapped(
    "各规则的级别或改动",
    "severities of rules, or changes to rules",
    Field(schema.ANY, Text("改动", "a change")),
)

OVERRIDE: Mapping[str, Field] = {
    "files": _GLOBS._replace(required=True),
    "type": schema.text(
        "这些文件的文种；off 表示不属任何文种",
        "the report type of these files; off: no report type",
    ),
    "rules": _RULES,
    "language": _LANGUAGE,
    "encoding": _ENCODING,
}
IGNORE: Mapping[str, Field] = {
    "files": _GLOBS._replace(required=True),
    "rule": schema.listed("规则", "the rule", schema.A_TEXT, required=True),
    "text": schema.text("所报文字", "the text that is reported"),
    "reason": schema.text("为什么放过", "why it is silenced"),
}
CONFIG: Mapping[str, Field] = {
    "extends": schema.listed(
        "规则包：内置的、文件夹或已安装的", "packs: built in, a folder, or installed", schema.A_TEXT
    ),
    "language": _LANGUAGE,
    "fail-on": schema.choice(
        "从哪一级起算不通过", "the lowest severity that makes a run fail", (*SEVERITIES, NEVER)
    ),
    "encoding": _ENCODING,
    "exclude": _GLOBS,
    "rules": _RULES,
    "overrides": schema.listed(
        "对部分文件的改动", "changes for certain files", schema.record("改动", "changes", OVERRIDE)
    ),
    "require-reason": schema.flag(
        "放过问题要写理由", "every comment or entry that silences a finding must give a reason"
    ),
    "ignore": schema.listed(
        "放过的个别问题", "single findings to silence", schema.record("放过", "a finding", IGNORE)
    ),
}
