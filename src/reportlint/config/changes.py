"""`rules:` of a configuration, read: severities of rules and changes to their options."""

from __future__ import annotations

from collections.abc import Mapping

from reportlint._startup.typed import Any
from reportlint.config.change import match_ids, merge_changes
from reportlint.config.config_fields import SEVERITY
from reportlint.config.fields import Checker
from reportlint.config.node import MAP, Node
from reportlint.config.problems import Problems, unknown
from reportlint.config.rules import Kinds, check_message
from reportlint.config.settings import Change
from reportlint.core import schema
from reportlint.core.pack import Library
from reportlint.core.rule import Rule
from reportlint.core.schema import Field
from reportlint.core.text import Text

_MESSAGE = Field(schema.LOCAL, Text("报告的话", "what is said"))
_SUPPRESSIBLE = Field(schema.FLAG, Text("可否抑制", "whether it may be silenced"))


def read_changes(
    node: Node | None, library: Library, kinds: Kinds, problems: Problems
) -> dict[str, Change]:
    """The changes under `rules:`, by rule id; globs over ids are spelled out. What is wrong goes to `problems`."""
    found: dict[str, Change] = {}
    check = Checker(problems, library.lexicon.words, partial=True)
    for key, value in node.pairs if node else ():
        ids = match_ids(key.text, library.rules)
        if not ids:
            said = unknown(Text("规则", "rule"), key.text, library.rules)
            problems.add(key, said.zh, said.en)
        elif value.kind != MAP:
            severity = check.choice(value, SEVERITY, key.text)
            for one in ids:
                found[one] = merge_changes(found.get(one, Change()), Change(severity or ""), {})
        elif key.text not in library.rules:
            problems.add(value, "规则通配符只能设级别", "a glob over rules takes a severity only")
        else:
            rule = library.rules[key.text]
            fields = kinds[rule.kind].OPTIONS
            found[rule.id] = merge_changes(
                found.get(rule.id, Change()), _record(value, rule, kinds, check), fields
            )
    return found


def _record(node: Node, rule: Rule, kinds: Kinds, check: Checker) -> Change:
    kind = kinds[rule.kind]
    data = check.record(
        node,
        {**kind.OPTIONS, "severity": SEVERITY, "message": _MESSAGE, "suppressible": _SUPPRESSIBLE},
        rule.id,
    )
    message = data.pop("message", {})
    check_message(node.get("message"), message, kind.FIELDS, check.problems)
    severity, suppressible = data.pop("severity", ""), data.pop("suppressible", None)
    _check_switches(node, kind.OPTIONS, rule.options, check.problems)
    return Change(severity, message, data, suppressible)


def _check_switches(
    node: Node, fields: Mapping[str, Field], options: Mapping[str, Any], problems: Problems
) -> None:
    """Note entries that are switched on or off but that the rule does not have: a typo would silently do nothing."""
    for key, value in node.pairs:
        field = fields.get(key.text)
        if (
            field is None
            or field.type != schema.MAP
            or field.item is None
            or field.item.type != schema.SWITCH
        ):
            continue
        for name, one in value.pairs:
            if one.kind != MAP and name.text not in options.get(key.text, {}):
                said = unknown(
                    Text(key.text + " 中的项", "entry of " + key.text),
                    name.text,
                    options.get(key.text, {}),
                )
                problems.add(name, said.zh, said.en)
