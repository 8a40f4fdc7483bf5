"""Write the tables of docs/configuration.md and docs/configuration.zh-CN.md from the fields that files are checked against.

python tools/gen_config_docs.py            # writes both
python tools/gen_config_docs.py --check    # exit status 1 if one is out of date
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from reportlint.config.config_fields import CONFIG, IGNORE, OVERRIDE
from reportlint.config.pack_file import PACK, STYLE
from reportlint.config.rules import RULE, WHEN
from reportlint.config.type_fields import TYPE
from reportlint.core import schema
from reportlint.core.schema import Field
from reportlint.core.text import Text
from reportlint.kinds import KINDS

ROOT = Path(__file__).parents[1]
PAGES = {"en": "docs/configuration.md", "zh": "docs/configuration.zh-CN.md"}
HEAD = {"en": "| key | value | meaning |\n|---|---|---|", "zh": "| 键 | 值 | 意思 |\n|---|---|---|"}
NAMES = {
    schema.TEXT: Text("文字", "text"),
    schema.REGEX: Text("正则", "regex"),
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
        choices = [one for one in field.choices if not one.startswith("not ")]
        shown = ", ".join(f"`{one}`" for one in choices)
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
        default = field.default
        told = field.doc.to(language)
        if isinstance(default, str | int) and default != "" and default is not False:
            shown = "true" if default is True else default
            told += Text(f"；默认 `{shown}`", f"; `{shown}` by default").to(language)
        if field.required:
            told += Text("；必填", "; required").to(language)
        yield f"| `{prefix}{name}` | {value(field, language)} | {told} |".replace("||", "|")
        inner = field
        while inner.item is not None:
            inner = inner.item
        if (
            inner.fields
            and depth > 1
            and name not in ("examples", "overrides", "ignore", "when", "markers", "sections")
        ):
            yield from rows(inner.fields, language, f"{prefix}{name}.", depth - 1)


def table(fields: Mapping[str, Field], language: str, depth: int = 2) -> str:
    return "\n".join([HEAD[language], *rows(fields, language, depth=depth)])


def parts(language: str) -> dict[str, str]:
    """The generated parts of a page by their names."""
    section = TYPE["sections"].item
    made = {
        "config": table(CONFIG, language),
        "override": table(OVERRIDE, language),
        "ignore": table(IGNORE, language),
        "rule": table(RULE, language),
        "when": table(WHEN, language),
        "pack": table(PACK, language),
        "markers": table(STYLE, language),
        "type": table(TYPE, language),
        "section": table(section.fields if section else {}, language),
    }
    kinds = []
    for name, kind in KINDS.items():
        fields = ", ".join(f"`{{{field}}}`" for field in kind.FIELDS)
        kinds.append(f"### `{name}`\n")
        kinds.append(
            Text(f"消息里可用：{fields}\n", f"Fields of the message: {fields}\n").to(language)
        )
        if kind.OPTIONS:
            kinds.append(table(kind.OPTIONS, language) + "\n")
    return {**made, "kinds": "\n".join(kinds).rstrip()}


def current(language: str) -> str:
    """What the page in `language` must look like now. Raises ValueError where a mark is missing."""
    text = (ROOT / PAGES[language]).read_text(encoding="utf-8")
    for name, made in parts(language).items():
        start, end = f"<!-- generated: {name} -->", f"<!-- end: {name} -->"
        before, mark, rest = text.partition(start)
        _, closing, after = rest.partition(end)
        if not mark or not closing:
            raise ValueError(f"no {start} … {end}")
        text = f"{before}{start}\n{made}\n{end}{after}"
    return text


def main(args: list[str]) -> int:
    """Write or check; the exit status."""
    stale = [
        language
        for language, name in PAGES.items()
        if current(language) != (ROOT / name).read_text(encoding="utf-8")
    ]
    if "--check" in args:
        for language in stale:
            print(
                f"{PAGES[language]} is out of date: run `python tools/gen_config_docs.py`",
                file=sys.stderr,
            )
        return int(bool(stale))
    for language in stale:
        (ROOT / PAGES[language]).write_text(current(language), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
