"""The fields of the configuration: its keys, their types and descriptions."""

from __future__ import annotations

from collections.abc import Mapping

from reportlint.config.rule_changes import ON
from reportlint.core import schema
from reportlint.core.diagnostic import NEVER, OFF, SEVERITIES
from reportlint.core.schema import Field
from reportlint.core.text import LANGUAGES, Text

_TEXT = Field(schema.TEXT, Text("文字", "a text"))
_GLOBS = Field(
    schema.LIST,
    Text("路径通配符，相对于配置文件所在文件夹", "globs, relative to the folder of this file"),
    item=_TEXT,
)
_LANGUAGE = Field(schema.CHOICE, Text("消息的语言", "the language of messages"), choices=LANGUAGES)
_ENCODING = _TEXT._replace(
    doc=Text("文件编码；不写则自动识别", "encoding of the files; by default it is recognised")
)
SEVERITY = Field(
    schema.CHOICE,
    Text("级别，或 on、off", "a severity, or on or off"),
    choices=(*SEVERITIES, OFF, ON),
)
# What may be changed of a rule, besides the options of its kind.
CHANGE: Mapping[str, Field] = {
    "severity": SEVERITY,
    "message": Field(schema.LOCAL, Text("报告的话", "the text of a finding")),
    "suppressible": Field(schema.FLAG, Text("可否抑制", "whether it may be silenced")),
}
_RULES = Field(
    schema.MAP,
    Text("各规则的级别或改动", "severities of rules, or changes to rules"),
    item=Field(schema.ANY, Text("改动", "a change")),
)

OVERRIDE: Mapping[str, Field] = {
    "files": _GLOBS._replace(required=True),
    "type": _TEXT._replace(
        doc=Text(
            "这些文件的文种；off 表示不属任何文种",
            "the report type of these files; off: no report type",
        )
    ),
    "rules": _RULES,
    "language": _LANGUAGE,
    "encoding": _ENCODING,
}
IGNORE: Mapping[str, Field] = {
    "files": _GLOBS._replace(required=True),
    "rule": Field(schema.LIST, Text("规则", "the rule"), required=True, item=_TEXT),
    "text": _TEXT._replace(doc=Text("所报文字", "the text that is reported")),
    "reason": _TEXT._replace(doc=Text("为什么放过", "why it is silenced")),
}
CONFIG: Mapping[str, Field] = {
    "extends": Field(
        schema.LIST,
        Text("规则包：内置的、文件夹或已安装的", "packs: built in, a folder, or installed"),
        item=_TEXT,
    ),
    "language": _LANGUAGE,
    "fail-on": Field(
        schema.CHOICE,
        Text("从哪一级起算不通过", "the lowest severity that makes a run fail"),
        choices=(*SEVERITIES, NEVER),
    ),
    "encoding": _ENCODING,
    "exclude": _GLOBS,
    "rules": _RULES,
    "overrides": Field(
        schema.LIST,
        Text("对部分文件的改动", "changes for certain files"),
        item=Field(schema.RECORD, Text("改动", "changes"), fields=OVERRIDE),
    ),
    "require-reason": Field(
        schema.FLAG,
        Text(
            "放过问题要写理由", "every comment or entry that silences a finding must give a reason"
        ),
    ),
    "ignore": Field(
        schema.LIST,
        Text("放过的个别问题", "single findings to silence"),
        item=Field(schema.RECORD, Text("放过", "a finding"), fields=IGNORE),
    ),
}
