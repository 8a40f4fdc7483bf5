"""The tables of docs/configuration.md and docs/configuration.zh-CN.md, made of the fields that
files are checked against."""

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


def keys_of(fields: Mapping[str, Field], prefix: str = "", depth: int = 2) -> Iterator[str]:
    """The keys that a table of `fields` has a line for, with dots between."""
    for row in rows(fields, "en", prefix, depth):
        yield row.split("`")[1]


def place_of(kind: str, key: str) -> str:
    """The file with an example of a key of a kind, from the root of the repository: one made for
    it, else the built-in rule that uses it; "" where there is none."""
    own = FIELDS / f"{kind}-{key.replace('.', '-')}.yaml"
    if own.exists():
        return own.relative_to(ROOT).as_posix()
    for path, data in _rule_files():
        added = data.get("patterns") if path.name == "pack.yaml" else {}
        rules = [data, *(_additions(added or {}, kind))]
        if any(rule.get("kind") == kind and _has(rule, key.split(".")) for rule in rules):
            return path.relative_to(ROOT).as_posix()
    return ""


def case_of(table: str, key: str) -> str:
    """The file of `examples/keys` that shows a key of a table, from the root of the repository; ""
    where there is none."""
    for path, shown in _cases():
        if key in shown.get(table, ()):
            return path.relative_to(ROOT).as_posix()
    return ""


@cache
def _cases() -> list[tuple[Path, dict[str, list[str]]]]:
    """The files of `examples/keys`, with the keys that each shows."""
    paths = sorted((ROOT / "examples" / "keys").glob("*.yaml"))
    return [(path, YAML(typ="safe", pure=True).load(path)["shows"]) for path in paths]


@cache
def _rule_files() -> list[tuple[Path, dict[str, Any]]]:
    """The files of `examples/fields`, then the built-in rules, with what is in them."""
    paths = (*sorted(FIELDS.glob("*.yaml")), *sorted((ROOT / "rules").glob("*/*.yaml")))
    return [(path, YAML(typ="safe", pure=True).load(path)) for path in paths]


def _additions(added: Mapping[str, Any], kind: str) -> Iterator[dict[str, Any]]:
    """What a pack adds to rules of a kind, as if it were a rule."""
    for rule, patterns in added.items():
        path = next((ROOT / "rules").glob(f"*/{rule}.yaml"), None)
        if path and f"kind: {kind}\n" in path.read_text(encoding="utf-8"):
            yield {"kind": kind, "patterns": patterns}


def _has(data: Any, keys: Sequence[str]) -> bool:
    """Whether a key stands somewhere below those before it."""
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
    """The table of a kind, each key with the file that shows it."""
    return _with_places(fields, language, lambda key: place_of(kind, key))


def _with_places(
    fields: Mapping[str, Field], language: str, place_of_key: Callable[[str], str]
) -> str:
    word = Text("例", "example").to(language)
    lines = table(fields, language).split("\n")
    made = [f"{lines[0]} {word} |", f"{lines[1]}---|"]
    for line in lines[2:]:
        place = place_of_key(line.split("`")[1])
        name = place.rpartition("/")[2].removesuffix(".yaml")
        made.append(f"{line} [{name}](../{place}) |")
    return "\n".join(made)


def _keyed(name: str) -> Callable[[str], str]:
    """A table of `KEYED`, each key with the file of `examples/keys` that shows it."""
    return lambda language: _with_places(KEYED[name], language, lambda key: case_of(name, key))


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
            sections.append(_with_examples(name, kind.OPTIONS, language) + "\n")
    return "\n".join(sections).rstrip()


_SECTION = TYPE["sections"].item
KEYED: Mapping[str, Mapping[str, Field]] = {  # tables whose keys `examples/keys` shows
    "config": CONFIG,
    "override": OVERRIDE,
    "ignore": IGNORE,
    "pack": PACK,
    "marker": STYLE,
    "type": TYPE,
    "section": _SECTION.fields if _SECTION else {},
}
PARTS: Mapping[str, Callable[[str], str]] = {  # the generated parts of the page, by their names
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
