"""The JSON Schema of the output of format `json`; a line of `jsonl` is one item of it."""

from __future__ import annotations

from reportlint._startup.typed import Any
from reportlint.core.diagnostic import SAFE, SEVERITIES, UNSAFE
from reportlint.core.text import Text
from reportlint.core.word import FORMAT as WORD

_DRAFT = "http://json-schema.org/draft-07/schema#"
_STRING = {"type": "string"}
_PLACE = ("line", "column", "end_line", "end_column")
_TITLE = Text("reportlint --format json 的输出", "output of reportlint --format json")
_DOCS = {
    "path": Text("文件", "the file"),
    "format": Text("Word 文档才有；一行就是一段", "of Word documents only; a line is a paragraph"),
    "line": Text("从 1 起", "from 1"),
    "column": Text("从 1 起，按码位计", "from 1, in code points"),
    "end_line": Text("末行", "the last line"),
    "end_column": Text("末列之后", "behind the last column"),
    "rule": Text("规则", "the rule"),
    "url": Text("规则写明的网址，没有就没有", "where its rule says that more is said, if it does"),
    "severity": Text("级别", "how grave it is"),
    "message": Text("给人看的话", "what is said to people"),
    "section": Text(
        "所在各级标题，从外到内", "titles of the sections around it, the outermost first"
    ),
    "related": Text("有关的别处", "other places that explain it"),
    "fix": Text("怎样改正；没有就是 null", "how to fix it; null if there is no fix"),
    "safety": Text(
        "safe 用 --fix 改，unsafe 还要 --unsafe-fixes", "unsafe needs --unsafe-fixes too"
    ),
    "edits": Text("几处一起改", "made together"),
    "text": Text("换成什么", "what is put there"),
}


def output_schema(language: str) -> dict[str, Any]:
    """The schema (draft-07), with descriptions in `language`."""
    number = {"type": "integer", "minimum": 1}
    place = dict.fromkeys(_PLACE, number)
    edit = _record({**place, "text": _STRING}, language)
    fix = _record(
        {"safety": {"enum": [SAFE, UNSAFE]}, "edits": {"type": "array", "items": edit}}, language
    )
    related = _record({"path": _STRING, **place, "message": _STRING}, language)
    finding = _record(
        {
            "path": _STRING,
            "format": {"const": WORD},
            **place,
            "rule": _STRING,
            "url": {"type": "string", "format": "uri"},
            "severity": {"enum": [*SEVERITIES]},
            "message": _STRING,
            "section": {"type": "array", "items": _STRING},
            "related": {"type": "array", "items": related},
            "fix": {"anyOf": [fix, {"type": "null"}]},
        },
        language,
        optional=("format", "url"),
    )
    return {"$schema": _DRAFT, "title": _TITLE.to(language), "type": "array", "items": finding}


def _record(
    fields: dict[str, Any], language: str, optional: tuple[str, ...] = ()
) -> dict[str, Any]:
    """The schema of an object with these fields and no others."""
    return {
        "type": "object",
        "properties": {
            name: {**field, "description": _DOCS[name].to(language)}
            for name, field in fields.items()
        },
        "required": [name for name in fields if name not in optional],
        "additionalProperties": False,
    }
