"""JSON Schemas (draft-07) of the files that users write, made from the field tables that check
these files.

Editors use a schema to complete keys and to mark mistakes. It checks less than `load`: not whether
a regex compiles, a field of a message exists or a glob can match.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reportlint._startup.typed import Any
from reportlint.config.checker import SCALARS
from reportlint.config.config_fields import CONFIG, OVERRIDE, SEVERITY
from reportlint.config.examples import EXAMPLE
from reportlint.config.merge import PATTERNS, Kinds
from reportlint.config.node import OFF, ON
from reportlint.config.pack_file import PACK
from reportlint.config.rule_file import RULE
from reportlint.config.type_fields import TYPE
from reportlint.core import schema
from reportlint.core.pack import Library
from reportlint.core.schema import Field
from reportlint.core.text import LANGUAGES, Text

DRAFT = "http://json-schema.org/draft-07/schema#"

Schema = dict[str, Any]

_TITLES = {
    "config": Text("reportlint 的配置", "configuration of reportlint"),
    "rule": Text("reportlint 的规则文件", "rule file of reportlint"),
    "type": Text("reportlint 的文种文件", "report type file of reportlint"),
    "pack": Text("reportlint 规则包的 pack.yaml", "pack.yaml of a rule pack of reportlint"),
}
FILES = tuple(_TITLES)
_STRING: Schema = {"type": "string"}


def json_schema(file: str, library: Library, kinds: Kinds, language: str) -> Schema:
    """The schema of one of FILES, with descriptions in `language`; `library` provides the rules
    that a configuration may name."""
    maker = _Maker(library, kinds, language)
    base = {
        "config": maker.config,
        "rule": maker.rule,
        "type": maker.type,
        "pack": maker.pack,
    }[file]()
    return {"$schema": DRAFT, "title": _TITLES[file].to(language), **base}


class _Maker:
    """Converter of fields to schemas. With `partial`, no key is required and a switch may be
    `on`."""

    def __init__(self, library: Library, kinds: Kinds, language: str) -> None:
        self.library = library
        self.kinds = kinds
        self.language = language
        self._made: Mapping[str, Callable[[Field, bool], Schema]] = {
            schema.TEXT: lambda field, partial: _STRING,
            schema.REGEX: lambda field, partial: _STRING,
            schema.URL: lambda field, partial: {**_STRING, "pattern": "^https?://[^ ]+$"},
            schema.FLAG: lambda field, partial: {"type": "boolean"},
            schema.NUMBER: lambda field, partial: {"type": "integer", "minimum": 0},
            schema.CHOICE: lambda field, partial: {"enum": _spellings(field.choices)},
            schema.PLACE: lambda field, partial: _place(field.choices),
            schema.LOCAL: lambda field, partial: _any_of(_STRING, _texts()),
            schema.LIST: self.list_of,
            schema.MAP: self.map_of,
            schema.RECORD: lambda field, partial: self.record(field.fields, partial),
            schema.SWITCH: self.switch,
            schema.PHRASES: lambda field, partial: _any_of(_STRING, _list(_STRING), _phrases()),
            schema.ANY: lambda field, partial: {},
        }

    def value(self, field: Field, partial: bool = False) -> Schema:
        """The schema of one field, with its description and default."""
        base = {
            "description": field.doc.to(self.language),
            **self._made[field.type](field, partial),
        }
        plain = isinstance(field.default, str | int) and field.default != ""
        return {**base, "default": field.default} if plain and not partial else base

    def record(self, fields: Mapping[str, Field], partial: bool = False, **more: Schema) -> Schema:
        """The schema of an object with these keys and no others."""
        known = {
            name: examples() if name == "examples" else self.value(field, partial)
            for name, field in fields.items()
        }
        required = [] if partial else [name for name, field in fields.items() if field.required]
        base: Schema = {
            "type": "object",
            "properties": {**known, **more},
            "additionalProperties": False,
        }
        return {**base, "required": required} if required else {**base, "type": ["object", "null"]}

    def list_of(self, field: Field, partial: bool) -> Schema:
        item = self.value(field.item, partial) if field.item else {}
        base = _list(item)
        return _any_of(item, base) if field.item and field.item.type in SCALARS else base

    def map_of(self, field: Field, partial: bool) -> Schema:
        return {
            "type": ["object", "null"],
            "additionalProperties": self.value(field.item, partial) if field.item else {},
        }

    def switch(self, field: Field, partial: bool) -> Schema:
        words = {"enum": _spellings(("off", "on") if partial else ("off",))}
        return _any_of(words, self.value(field.item, partial)) if field.item else words

    def config(self) -> Schema:
        """The schema of a configuration; the settings that a rule may have depend on its kind."""
        rules = self.changes()
        override = self.record(OVERRIDE, rules=rules)
        return self.record(CONFIG, rules=rules, overrides=_list(override))

    def changes(self) -> Schema:
        """The schema of `rules:`: known rules have the options of their kinds, globs and rules of
        other packs may have any keys."""
        severity = self.value(SEVERITY, partial=True)
        message = RULE["message"]
        known = {
            rule.id: _any_of(
                severity,
                self.record(
                    {**self.kinds[rule.kind].OPTIONS, "message": message, "severity": SEVERITY},
                    True,
                ),
            )
            for rule in self.library.rules.values()
        }
        other = _any_of(severity, {"type": "object"})
        return {"type": ["object", "null"], "properties": known, "additionalProperties": other}

    def rule(self) -> Schema:
        """The schema of a rule file: the keys of every rule, and the options of its kind."""
        fields = {name: field for name, field in RULE.items() if name != "kind"}
        branches = []
        for name, kind in self.kinds.items():
            then = self.record({**kind.OPTIONS, **fields}, kind={"const": name})
            is_kind = {"properties": {"kind": {"const": name}}, "required": ["kind"]}
            branches.append({"if": is_kind, "then": then})
        kinds = {"description": RULE["kind"].doc.to(self.language), "enum": list(self.kinds)}
        return {
            "type": "object",
            "properties": {"kind": kinds},
            "required": ["kind", "message"],
            "allOf": branches,
        }

    def type(self) -> Schema:
        """The schema of a report type; `name` may be left out if there is `extends`."""
        base = self.record({**TYPE, "name": TYPE["name"]._replace(required=False)})
        return {
            **base,
            "type": "object",
            "anyOf": [{"required": ["name"]}, {"required": ["extends"]}],
        }

    def pack(self) -> Schema:
        """The schema of `pack.yaml`; additions to rules of other packs depend on the kinds of these
        rules."""
        added = {}
        for rule in self.library.rules.values():
            field = self.kinds[rule.kind].OPTIONS.get(PATTERNS)
            if field is not None:
                added[rule.id] = self.value(field, partial=True)
        patterns = {
            "type": ["object", "null"],
            "properties": added,
            "additionalProperties": {"type": "object"},
        }
        return self.record({**PACK, "id": PACK["id"]}, patterns=patterns)


def examples() -> Schema:
    """The schema of `examples:` in a rule, a family or a type."""
    record: Schema = {
        "type": "object",
        "properties": {name: _of_example(field) for name, field in EXAMPLE.items()},
        "required": ["text"],
        "additionalProperties": False,
    }
    example = _any_of(_STRING, record)
    listed = _any_of(_STRING, _list(example))
    return {
        "type": ["object", "null"],
        "properties": {"bad": listed, "good": listed},
        "additionalProperties": False,
    }


def _of_example(field: Field) -> Schema:
    if field.type == schema.MAP:
        return {"type": "object", "additionalProperties": _STRING}
    return {"enum": list(field.choices)} if field.type == schema.CHOICE else _STRING


def _any_of(*schemas: Schema) -> Schema:
    return {"anyOf": list(schemas)}


def _list(item: Schema) -> Schema:
    return {"type": ["array", "null"], "items": item}


def _texts() -> Schema:
    known = dict.fromkeys(LANGUAGES, _STRING)
    return {
        "type": "object",
        "properties": known,
        "additionalProperties": False,
        "minProperties": 1,
    }


def _phrases() -> Schema:
    texts = _any_of(_STRING, _list(_STRING))
    return {
        "type": "object",
        "properties": {"any": texts, "regex": texts},
        "additionalProperties": False,
    }


def _spellings(choices: tuple[str, ...]) -> list[Any]:
    """The choices as a YAML file may spell them: `off` is a string in YAML 1.2 and false in YAML
    1.1."""
    words: list[Any] = list(choices)
    for word, others in (("off", OFF), ("on", ON)):
        if word in choices:
            words += [*sorted(others - {word, "true", "false"}), word == "on"]
    words += [word == "true" for word in ("true", "false") if word in choices]
    return words


def _place(choices: tuple[str, ...]) -> Schema:
    negated = any(choice.startswith("not ") for choice in choices)
    return _any_of(
        {"enum": list(choices)},
        {"type": "string", "pattern": f"^{'(?:not +)?' if negated else ''}section:[^ ]+$"},
    )
