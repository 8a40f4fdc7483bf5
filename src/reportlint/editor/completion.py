"""Completions at a position of a YAML file, from the JSON Schema of the file.

The position is determined by the indentation of the lines above, because an unfinished file is not
valid YAML. Maps and lists in braces and brackets are not supported.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from lsprotocol import types

from reportlint.config.node import OFF, ON

Schema = dict[str, Any]
_LINE = re.compile(r"(?P<indent>\s*(?:- +)*)(?:(?P<key>[^\s#:'\"{}\[\]-][^:#{}\[\]]*):(?=\s|$))?")
_KIND = re.compile(r"^kind: *([\w-]+)", re.MULTILINE)
_OTHER_SPELLINGS = (ON | OFF) - {"on", "off", "true", "false"}


class Place(NamedTuple):
    """The position of the cursor in a YAML file: the keys above it, from the outermost, and the key
    before it on its line, "" if a key is being typed."""

    path: tuple[str, ...]
    key: str


def place_of(lines: Sequence[str], line: int, column: int) -> Place:
    """The place at a line and column, both from 0, the column in code points."""
    typed = lines[line][:column] if line < len(lines) else ""
    depth, key = _line(typed)
    path: list[str] = []
    for above in reversed(lines[:line]):
        indent, name = _line(above)
        if name and indent < depth:
            path.insert(0, name)
            depth = indent
    return Place(tuple(path), key)


def offers(schema: Schema, text: str, place: Place) -> list[types.CompletionItem]:
    """The completions at a place by the schema: keys, or values after `key:`. For the options of a
    rule, those of its kind."""
    kind = _KIND.search(text)
    nodes = list(_flat(schema, kind[1] if kind else ""))
    for key in (*place.path, *([place.key] if place.key else [])):
        nodes = [below for node in nodes for below in _below(node, key)]
    if place.key:
        return [
            types.CompletionItem(word, kind=types.CompletionItemKind.Value)
            for word in dict.fromkeys(_words(nodes))
        ]
    known: dict[str, Schema] = {}
    for node in nodes:
        for name, of in node.get("properties", {}).items():
            known.setdefault(name, of)
    return [
        types.CompletionItem(
            name, kind=types.CompletionItemKind.Property, documentation=of.get("description")
        )
        for name, of in known.items()
    ]


def _line(text: str) -> tuple[int, str]:
    """The column at which the content of a line of YAML begins, behind indentation and dashes, and
    the key there; "" if there is no key."""
    match = _LINE.match(text)
    return (len(match["indent"]), match["key"] or "") if match else (0, "")


def _flat(schema: Schema, kind: str = "") -> Iterator[Schema]:
    """A schema and all its alternatives (`anyOf`, `allOf`, for lists the items). With `kind`, only
    the branches of that kind of rule."""
    yield schema
    for other in schema.get("anyOf", ()):
        yield from _flat(other)
    for branch in schema.get("allOf", ()):
        if not kind or branch["if"]["properties"]["kind"]["const"] == kind:
            yield from _flat(branch["then"])
    if isinstance(schema.get("items"), dict):
        yield from _flat(schema["items"])


def _below(schema: Schema, key: str) -> Iterator[Schema]:
    """The schemas of the value of a key."""
    below = schema.get("properties", {}).get(key, schema.get("additionalProperties"))
    if isinstance(below, dict):
        yield from _flat(below)


def _words(nodes: Iterable[Schema]) -> Iterator[str]:
    """The values that the schemas list, each in the spelling of YAML 1.2."""
    for node in nodes:
        named = [node["const"]] if "const" in node else node.get("enum", ())
        yield from (
            word for word in named if isinstance(word, str) and word not in _OTHER_SPELLINGS
        )
        if node.get("type") == "boolean":
            yield from ("true", "false")
