"""The tables of docs/configuration.md and docs/configuration.zh-CN.md, made of the fields that
files are checked against."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from reportlint.config.config_fields import CONFIG, IGNORE, OVERRIDE
from reportlint.config.pack_file import PACK, STYLE
from reportlint.config.rule_file import RULE, WHEN
from reportlint.config.type_fields import TYPE
from reportlint.core import schema
from reportlint.core.schema import Field
from reportlint.core.text import Text
from reportlint.kinds import KINDS

HEAD = {"en": "| key | value | meaning |\n|---|---|---|", "zh": "| 键 | 值 | 意思 |\n|---|---|---|"}
HAVE_A_TABLE = ("examples", "overrides", "ignore", "when", "markers", "sections")  # of their own
NAMES = {
    schema.TEXT: Text("文字", "text"),
    schema.REGEX: Text("正则", "regex"),
    schema.URL: Text("网址", "address"),
    schema.FLAG: Text("true、false", "true, false"),
    schema.NUMBER: Text("整数", "whole number"),
    schema.LOCAL: Text("文字，或 {zh, en}", "text, or {zh, en}"),
    schema.RECORD: Text("键值表", "mapping"),
    schema.PHRASES: Text("文字、列表，或 {any, regex}", "text, list, or {any, regex}"),
    schema.ANY: Text("见说明", "see there"),
}


def value(field: Field, language: str) -> str:
    """What may stand under a key, in a few words."""
    if field.type in (schema.CHOICE, schema.PLACE):
        choices = [choice for choice in field.choices if not choice.startswith("not ")]
        shown = ", ".join(f"`{choice}`" for choice in choices)
        return shown + (", `section:<id>`" if field.type == schema.PLACE else "")
    if field.type in (schema.LIST, schema.MAP, schema.SWITCH) and field.item:
        inner = value(field.item, language)
        word = {
            schema.LIST: Text("列表：", "list of "),
            schema.MAP: Text("名称 → ", "name → "),
            schema.SWITCH: Text("`off` 或 ", "`off` or "),
        }[field.type]
        return word.to(language) + inner
    return NAMES[field.type].to(language)


def rows(
    fields: Mapping[str, Field], language: str, prefix: str = "", depth: int = 2
) -> Iterator[str]:
    """A line for each key, and for the keys of records in it down to `depth`."""
    for name, field in fields.items():
        yield f"| `{prefix}{name}` | {value(field, language)} | {meaning(field, language)} |"
        inner = field
        while inner.item is not None:
            inner = inner.item
        if inner.fields and depth > 1 and name not in HAVE_A_TABLE:
            yield from rows(inner.fields, language, f"{prefix}{name}.", depth - 1)


def meaning(field: Field, language: str) -> str:
    """What a key is for, its default, and whether it must be there."""
    text, default = field.doc.to(language), field.default
    if isinstance(default, str | int) and default != "" and default is not False:
        shown = "true" if default is True else default
        text += Text(f"；默认 `{shown}`", f"; `{shown}` by default").to(language)
    return text + (Text("；必填", "; required").to(language) if field.required else "")


def table(fields: Mapping[str, Field], language: str, depth: int = 2) -> str:
    return "\n".join([HEAD[language], *rows(fields, language, depth=depth)])


def _table_of(fields: Mapping[str, Field]) -> Callable[[str], str]:
    return lambda language: table(fields, language)


def kinds(language: str) -> str:
    """A section for each kind: the fields of its message, its options."""
    sections = []
    for name, kind in KINDS.items():
        fields = ", ".join(f"`{{{field}}}`" for field in kind.FIELDS)
        heading = Text(f"消息里可用：{fields}", f"Fields of the message: {fields}").to(language)
        sections.append(f"### `{name}`\n\n{heading}\n")
        if kind.OPTIONS:
            sections.append(table(kind.OPTIONS, language) + "\n")
    return "\n".join(sections).rstrip()


_SECTION = TYPE["sections"].item
PARTS: Mapping[str, Callable[[str], str]] = {  # the generated parts of the page, by their names
    "config": _table_of(CONFIG),
    "override": _table_of(OVERRIDE),
    "ignore": _table_of(IGNORE),
    "rule": _table_of(RULE),
    "when": _table_of(WHEN),
    "pack": _table_of(PACK),
    "markers": _table_of(STYLE),
    "type": _table_of(TYPE),
    "section": _table_of(_SECTION.fields if _SECTION else {}),
    "kinds": kinds,
}
