"""The tables of docs/configuration.md and docs/configuration.zh-CN.md, generated from the fields
that validate the files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from reportlint.config.config_fields import CONFIG, IGNORE, OVERRIDE
from reportlint.config.pack_file import PACK, STYLE
from reportlint.config.rule_file import RULE, WHEN
from reportlint.config.type_fields import TYPE
from reportlint.core import schema
from reportlint.core.schema import Field
from reportlint.core.text import Text
from reportlint.kinds import KINDS

ROOT = Path(__file__).parents[1]
FIELDS = ROOT / "examples" / "fields"
HEAD = {"en": "| key | value | meaning |\n|---|---|---|", "zh": "| 键 | 值 | 意思 |\n|---|---|---|"}
HAVE_A_TABLE = ("examples", "overrides", "ignore", "when", "markers", "sections")  # a separate one
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
    """The allowed values of a key, in a few words."""
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
    """A row for each key, and for the keys of its records down to `depth` levels."""
    for name, field in fields.items():
        yield f"| `{prefix}{name}` | {value(field, language)} | {meaning(field, language)} |"
        inner = field
        while inner.item is not None:
            inner = inner.item
        if inner.fields and depth > 1 and name not in HAVE_A_TABLE:
            yield from rows(inner.fields, language, f"{prefix}{name}.", depth - 1)


def meaning(field: Field, language: str) -> str:
    """The description of a key, its default, and whether it is required."""
    text, default = field.doc.to(language), field.default
    if isinstance(default, str | int) and default != "" and default is not False:
        shown = "true" if default is True else default
        text += Text(f"；默认 `{shown}`", f"; `{shown}` by default").to(language)
    return text + (Text("；必填", "; required").to(language) if field.required else "")


def table(fields: Mapping[str, Field], language: str, depth: int = 2) -> str:
    """The table of `fields` in Markdown."""
    return "\n".join([HEAD[language], *rows(fields, language, depth=depth)])


def keys_of(fields: Mapping[str, Field], prefix: str = "", depth: int = 2) -> Iterator[str]:
    """The keys with a row in the table of `fields`; the levels of a key are joined by dots."""
    for row in rows(fields, "en", prefix, depth):
        yield row.split("`")[1]


def place_of(kind: str, key: str) -> str:
    """The file with an example of a key of a kind, relative to the root of the repository: the one
    in `examples/fields`, otherwise a built-in rule with this key; "" if there is none."""
    example = FIELDS / f"{kind}-{key.replace('.', '-')}.yaml"
    if example.exists():
        return example.relative_to(ROOT).as_posix()
    for path, data in _rule_files():
        added = data.get("patterns") if path.name == "pack.yaml" else {}
        rules = [data, *(_additions(added or {}, kind))]
        if any(rule.get("kind") == kind and _has(rule, key.split(".")) for rule in rules):
            return path.relative_to(ROOT).as_posix()
    return ""


def case_of(table: str, key: str) -> str:
    """The file in `examples/keys` that shows a key of a table, relative to the root of the
    repository; "" if there is none."""
    for path, shown in _cases():
        if key in shown.get(table, ()):
            return path.relative_to(ROOT).as_posix()
    return ""


@cache
def _cases() -> list[tuple[Path, dict[str, list[str]]]]:
    """The files in `examples/keys`, with the keys that each shows."""
    paths = sorted((ROOT / "examples" / "keys").glob("*.yaml"))
    return [(path, YAML(typ="safe", pure=True).load(path)["shows"]) for path in paths]


@cache
def _rule_files() -> list[tuple[Path, dict[str, Any]]]:
    """The files in `examples/fields`, then the built-in rules, with their contents."""
    paths = (*sorted(FIELDS.glob("*.yaml")), *sorted((ROOT / "rules").glob("*/*.yaml")))
    return [(path, YAML(typ="safe", pure=True).load(path)) for path in paths]


def _additions(added: Mapping[str, Any], kind: str) -> Iterator[dict[str, Any]]:
    """The patterns that a pack adds to rules of a kind, in the form of rules."""
    for rule, patterns in added.items():
        path = next((ROOT / "rules").glob(f"*/{rule}.yaml"), None)
        if path and f"kind: {kind}\n" in path.read_text(encoding="utf-8"):
            yield {"kind": kind, "patterns": patterns}


def _has(data: Any, keys: Sequence[str]) -> bool:
    """Whether `data` contains the nested keys, at any depth."""
    if isinstance(data, list):
        return any(_has(item, keys) for item in data)
    if not isinstance(data, dict):
        return not keys
    if not keys:
        return True
    inner = data.get(keys[0])
    if keys[0] in data and (len(keys) == 1 or _has(inner, keys[1:])):
        return True
    if isinstance(inner, dict) and len(keys) > 1:
        return any(_has(value, keys[1:]) for value in inner.values())
    return False


def _with_examples(kind: str, fields: Mapping[str, Field], language: str) -> str:
    """The table of a kind, with the file that shows each key."""
    return _with_places(fields, language, lambda key: place_of(kind, key))


def _with_places(
    fields: Mapping[str, Field], language: str, place_of_key: Callable[[str], str]
) -> str:
    """The table of `fields` with a column for the file of each key."""
    word = Text("例", "example").to(language)
    lines = table(fields, language).split("\n")
    extended = [f"{lines[0]} {word} |", f"{lines[1]}---|"]
    for line in lines[2:]:
        place = place_of_key(line.split("`")[1])
        name = place.rpartition("/")[2].removesuffix(".yaml")
        extended.append(f"{line} [{name}](../{place}) |" if place else f"{line} |")
    return "\n".join(extended)


def _keyed(name: str) -> Callable[[str], str]:
    """The generator of a table of `KEYED`, with the file in `examples/keys` that shows each key."""
    return lambda language: _with_places(KEYED[name], language, lambda key: case_of(name, key))


def _table_of(fields: Mapping[str, Field]) -> Callable[[str], str]:
    """The generator of a table without examples."""
    return lambda language: table(fields, language)


def kinds(language: str) -> str:
    """A section for each kind: the fields of its message, and its options."""
    sections = []
    for name, kind in KINDS.items():
        fields = ", ".join(f"`{{{field}}}`" for field in kind.FIELDS)
        heading = Text(f"消息里可用：{fields}", f"Fields of the message: {fields}").to(language)
        sections.append(f"### `{name}`\n\n{heading}\n")
        if kind.OPTIONS:
            sections.append(_with_examples(name, kind.OPTIONS, language) + "\n")
    return "\n".join(sections).rstrip()


_SECTION = TYPE["sections"].item
KEYED: Mapping[str, Mapping[str, Field]] = {  # tables whose keys have an example in `examples/keys`
    "config": CONFIG,
    "override": OVERRIDE,
    "ignore": IGNORE,
    "pack": PACK,
    "marker": STYLE,
    "type": TYPE,
    "section": _SECTION.fields if _SECTION else {},
}
PARTS: Mapping[str, Callable[[str], str]] = {  # the generated parts of the page, by name
    "config": _keyed("config"),
    "override": _keyed("override"),
    "ignore": _keyed("ignore"),
    "rule": _table_of(RULE),
    "when": _table_of(WHEN),
    "pack": _keyed("pack"),
    "markers": _keyed("marker"),
    "type": _keyed("type"),
    "section": _keyed("section"),
    "kinds": kinds,
}
