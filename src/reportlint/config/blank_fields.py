"""`fields:` of a report type or pack: the declarations of template blanks, and their checks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reportlint._startup.typed import Any
from reportlint.config.node import Node
from reportlint.config.problems import Problems
from reportlint.core import schema
from reportlint.core.report_type import (
    BLANK,
    SOURCES,
    TODAY,
    BlankField,
    ReportType,
    every_section,
)
from reportlint.core.schema import Field
from reportlint.core.text import Text

_NAME = Text("字段", "field")
BLANK_FIELD: Mapping[str, Field] = {
    "ask": schema.localized("在终端里怎么问；不写就不问", "the question on a terminal"),
    "default": schema.text(
        "默认值，可以用 {{别的字段}}", "its default; may contain {{other fields}}"
    ),
    "choices": schema.listed("只能是这些值", "the values it may have", schema.A_TEXT),
    "required": schema.flag(
        "没有值就不写报告", "whether a value is required to write a report", False
    ),
    "from": schema.choice("值从哪里来", "where its value comes from", SOURCES),
    "format": schema.text("日期的写法：YYYY年M月D日、YYYY-MM-DD", "the date format: YYYY-MM-DD"),
}
BLANK_FIELDS = schema.mapped(
    "模板里的空怎么问、默认值、从哪里来",
    "how to ask for the blanks, and their values",
    schema.record("一个字段", "a field", BLANK_FIELD),
)


def read_blank_fields(
    node: Node, data: Mapping[str, Any], problems: Problems
) -> dict[str, BlankField]:
    """The `fields` of the mapping `node`, whose checked data is `data`. Contradictions are added to
    `problems`."""
    fields: dict[str, BlankField] = {}
    listed = node.get("fields")
    for name, entry in (data.get("fields") or {}).items():
        place = listed.get(name) if listed else None
        field = BlankField(
            entry.get("ask", {}),
            entry.get("default", ""),
            tuple(entry.get("choices", ())),
            entry.get("required", False),
            entry.get("from", ""),
            entry.get("format", ""),
        )
        fields[name] = field
        if field.choices and field.default and field.default not in field.choices:
            at = place.get("default") if place else None
            problems.add(
                at,
                f"默认值“{field.default}”不在 choices 里；改默认值，或把它加进 choices",
                f"the default “{field.default}” is none of the choices; change it or add it there",
            )
        if field.format and field.source != TODAY:
            problems.add(
                place.get("format") if place else None,
                "format 只用于日期：再写上 from: today",
                "format is for dates only: say from: today as well",
            )
    return fields


def check_template(node: Node, of: ReportType, problems: Problems) -> None:
    """Add a problem for each name in `each`, in a default or in a group of `file-name` that is
    neither a field nor a blank."""
    known = dict.fromkeys((*of.fields, *blanks_of(of), *of.blanks))
    for place, spec_each in _each(node.get("sections")):
        if spec_each not in known:
            problems.unknown(place, _NAME, spec_each, known)
    listed = node.get("fields")
    for name, field in of.fields.items():
        at = listed.get(name) if listed else None
        for blank in BLANK.findall(field.default):
            if blank not in known and at is not None:
                problems.unknown(at.get("default"), _NAME, blank, known)
    pattern = node.get("file-name")
    for group in re.findall(r"\(\?P?<([^>=!]+)>", of.file_name) if pattern else ():
        if group not in known:
            problems.unknown(pattern, _NAME, group, known)
    _check_tests(node.get("sections"), of, problems)


def _check_tests(node: Node | None, of: ReportType, problems: Problems) -> None:
    """Add a problem for each test of a declared field for a value that is not in its `choices`."""
    for item in node.items if node else ():
        test = item.get("when")
        name, values = (test.get("field"), test.get("is")) if test else (None, None)
        field = of.fields.get(name.text) if name is not None else None
        if field is not None and field.choices and values is not None:
            for value in values.items or (values,):
                if value.text not in field.choices:
                    problems.unknown(value, Text("选项", "choice"), value.text, field.choices)
        _check_tests(item.get("sections"), of, problems)


def _each(node: Node | None) -> Iterator[tuple[Node, str]]:
    for item in node.items if node else ():
        at = item.get("each")
        if at is not None:
            yield at, at.text
        yield from _each(item.get("sections"))


def blanks_of(of: ReportType) -> Iterator[str]:
    """The names of all blanks in the type's own texts."""
    placements = (of.opening, of.closing)
    frame = (text for text in of.frame if isinstance(text, str))
    texts = [*frame, *(placement.write for placement in placements if placement is not None)]
    for spec in every_section(of.sections):
        texts += [spec.title, spec.write]
        if not spec.write:
            yield spec.title
    for text in texts:
        yield from BLANK.findall(text)
