"""The fields of a report-type file."""

from __future__ import annotations

from collections.abc import Mapping

from reportlint.config.blank_fields import BLANK_FIELDS
from reportlint.config.examples import EXAMPLES
from reportlint.config.field_tests import FIELD_TEST
from reportlint.core import schema
from reportlint.core.diagnostic import SEVERITIES
from reportlint.core.report_type import DEMANDS
from reportlint.core.schema import Field
from reportlint.core.text import Text
from reportlint.kinds import required
from reportlint.kinds.options import regexes

# body paragraphs that are searched for an opening or closing, unless the type has another number
WITHIN = 2
_LEVELS = 4  # of nested sections: 一、（一）1.（1）

_PHRASES = schema.phrases("任一即可的文字或正则", "texts or regexes; any one of them is enough")
_SOURCE = schema.text("依据", "the source of this requirement")
_WRITE = schema.text("模板里写什么", "the text that a new report gets here")
_WHEN = schema.record("字段是这样时才要求", "required only if a field has this value", FIELD_TEST)

GROUP: dict[str, Field] = {**required.GROUP, "source": _SOURCE}
_POINTED: dict[str, Field] = {
    **GROUP,
    "points": schema.flag(
        "开头引出“一、”“二、”各条时才要求",
        "required only if the opening leads in numbered points, 一、 and 二、",
        False,
    ),
}
PLACEMENT: dict[str, Field] = {
    "within": Field(
        schema.ANY,
        Text(
            "正文头或尾几段之内", "number of body paragraphs that are searched: 2, or 2 paragraphs"
        ),
        WITHIN,
    ),
    **{name: field._replace(required=False) for name, field in GROUP.items() if name != "id"},
    "groups": schema.listed(
        "各项要求",
        "the required texts, one group for each",
        schema.record("一项", "a group of required texts", _POINTED),
    ),
    "write": _WRITE,
    "when": _WHEN,
}
TEXTS: dict[str, Field] = {
    **{name: field._replace(required=False) for name, field in GROUP.items()},
    "if": schema.phrases("正文里有这些才要求", "required only if the text contains one of these"),
}
_MUST = schema.listed(
    "须有的文字", "texts that it must contain", schema.record("一项", "a text", TEXTS)
)
_MUST_NOT = _MUST._replace(doc=Text("不得有的文字", "texts that it must not contain"))
_LIST: dict[str, Field] = {
    "style": schema.text("第一项的序号", "the marker of the first item", required=True),
    "min": schema.number("至少几项", "the minimum number of items", 0),
}


_SECTION: Mapping[str, Field] = {
    "id": schema.text("标识", "its id", required=True),
    "title": schema.text("标题，不带序号", "its title without ordinal"),
    "aliases": schema.listed("也可以叫", "other titles", schema.A_TEXT),
    "regex": regexes("标题正则", "regexes for the title"),
    "lead": schema.phrases("无标题时怎样开头", "how the section begins in a text without headings"),
    "required": schema.choice("是否必有", "whether the section is required", DEMANDS, "true"),
    "severity": schema.choice(
        "缺少或写得太少时的级别", "the severity if it is missing or too short", SEVERITIES
    ),
    "when": _WHEN,
    "source": _SOURCE,
    "write": _WRITE,
    "list": schema.record("写成怎样的列表", "the list in which its items are written", _LIST),
    "drop": schema.flag("去掉所继承的这一节", "remove this section of the extended type", False),
    "each": schema.text(
        "字段：它的每个值写一节", "a field: a new report has a section for each of its values"
    ),
    "after": schema.text("插在哪一节之后", "the section that it follows"),
    "many": schema.flag("可以有多节", "whether it may occur more than once", False),
    "min-length": schema.number("至少多少字", "the minimum number of characters", 0),
    "must": _MUST,
    "must-not": _MUST_NOT,
}


def _section(levels: int) -> Mapping[str, Field]:
    """The fields of a section; `levels` counts the section itself and the levels of sections in
    it."""
    if levels == 1:
        return _SECTION
    inner = schema.record("一节", "a section", _section(levels - 1))
    sections = schema.listed("下级各节", "its subsections", inner)
    return {**_SECTION, "sections": sections}


FRAME: dict[str, Field] = {
    "letterhead": schema.text("标题之上：发文机关", "the letterhead, above the title"),
    "title": schema.text("标题", "the title"),
    "number": schema.text(
        "标题下的一行：发文字号，或者会议通过的日期",
        "the line under the title: the document number, or the day of adoption",
    ),
    "addressee": schema.text("主送机关或称呼", "the addressee"),
    "body": schema.text("第一节之前的正文", "the body before the first section"),
    "signature": schema.text("署名和日期", "signature and date"),
}
PARTS_OF_FRAME = tuple(FRAME)
FRAME["when"] = schema.record(
    "字段是这样时才写这一部分",
    "the part is written only if a field has this value",
    {name: _WHEN for name in PARTS_OF_FRAME if name != "title"},
)
SECTION = _section(_LEVELS)
RECOGNISE: dict[str, Field] = {
    "title": _PHRASES,
    "opening": _PHRASES,
    "path": schema.listed("路径通配符", "globs", schema.A_TEXT),
    "headings": schema.listed(
        "别的文种没有的标题，别无所据时有两个就认得出",
        "headings that no other type has; two are enough if nothing else identifies the type",
        schema.A_TEXT,
    ),
}
_PART = schema.choice("是否必有", "whether the section is required", DEMANDS, "false")
PARTS: dict[str, Field] = {
    "addressee": _PART._replace(doc=Text("主送机关、称呼", "the addressee")),
    "number": _PART._replace(doc=Text("发文字号", "the document number")),
    "signature": _PART._replace(doc=Text("署名", "the signature")),
    "date": _PART._replace(doc=Text("成文日期", "the date")),
    "source": _SOURCE,
}
_PLACE = schema.record("开头或结尾", "a placement", PLACEMENT)
TYPE: dict[str, Field] = {
    "id": schema.text("文种名，即文件名", "the type's id, the same as its file name"),
    "name": schema.localized("文种的名称", "its display name", required=True),
    "why": schema.localized("依据", "the source of its form"),
    "extends": schema.text("在哪个文种之上", "the type that it extends"),
    "include": schema.listed(
        "要加上的部分：types/parts 里的文件；别的包里的写“包/名称”",
        "parts to include: files of types/parts, those of another pack as pack/name",
        schema.text("部分的名称", "the name of a part"),
    ),
    "recognise": schema.record("怎样认出", "how the type is recognised", RECOGNISE),
    "opening": Field(schema.SWITCH, Text("开头须有", "the required opening"), item=_PLACE),
    "sections": schema.listed(
        "各节，按顺序", "its sections, in order", schema.record("一节", "a section", SECTION)
    ),
    "closing": Field(schema.SWITCH, Text("结尾须有", "the required closing"), item=_PLACE),
    "order": schema.flag("是否查各节的顺序", "whether sections out of order are reported", False),
    "extra": schema.flag("可以有别的节", "whether it may contain other sections", True),
    "empty-sections": schema.choice(
        "文种不要求的节空着时的级别，如会议没有说到的议题",
        "the severity of an empty section that the type does not require",
        SEVERITIES,
    ),
    "must": _MUST,
    "must-not": _MUST_NOT,
    "parts": schema.record("正文前后须有", "parts required around the body", PARTS),
    "prompts": schema.phrases(
        "模板里的提示语，留下就是没写完",
        "prompts of its templates; a prompt left in is reported as a placeholder",
    ),
    "write": schema.record(
        "新报告里章节之外写什么", "the text of a new report around its sections", FRAME
    ),
    "fields": BLANK_FIELDS,
    "file-name": schema.regex(
        "文件名正则，命名组是字段的值",
        "a regex for the file name; its named groups give values of fields",
    ),
    "files": schema.listed(
        "随新报告一起写的文件",
        "files that are written beside a new report",
        schema.record(
            "一个文件",
            "a file",
            {
                "name": schema.text(
                    "文件名，从报告所在的文件夹算起",
                    "its name, relative to the report's folder",
                    required=True,
                ),
                "write": schema.text("里面写什么", "its content"),
                "when": _WHEN,
            },
        ),
    ),
    "blanks": schema.mapped("空格的样值", "sample values for the blanks", schema.A_TEXT),
    "examples": schema.record("正反例", "good and bad examples", EXAMPLES),
}
# The keys of a part, a file that several types of a pack include.
PART: dict[str, Field] = {
    name: TYPE[name]
    for name in (
        "opening",
        "sections",
        "closing",
        "must",
        "must-not",
        "parts",
        "prompts",
        "write",
        "fields",
        "blanks",
    )
}
