"""`rules:` of a configuration: severities of rules and changes to their options."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from reportlint.core import schema
from reportlint.core.diagnostic import OFF, SEVERITIES, WARNING
from reportlint.core.glob import compile_glob
from reportlint.core.pack import Library
from reportlint.core.rule import Rule
from reportlint.core.schema import Field
from reportlint.core.text import Text
from reportlint.load.config_fields import ON, SEVERITY, Change
from reportlint.load.fields import Checker
from reportlint.load.library import change_options
from reportlint.load.merge import merge_local, merge_records
from reportlint.load.node import MAP, Node
from reportlint.load.problems import Problems, unknown
from reportlint.load.rules import PATTERNS, Kinds, check_message

_MESSAGE = Field(schema.LOCAL, Text("报告的话", "what is said"))
_SUPPRESSIBLE = Field(schema.FLAG, Text("可否抑制", "whether it may be silenced"))
_FAMILY_SEVERITIES = ("severity", "severity-without-type")


def read_changes(node: Node | None, library: Library, kinds: Kinds, problems: Problems) -> dict[str, Change]:
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
            found[rule.id] = merge_changes(found.get(rule.id, Change()), _record(value, rule, kinds, check), fields)
    return found


def match_ids(glob: str, ids: Iterable[str]) -> list[str]:
    """The ids that `glob` names: itself, or all that match where it holds `*` or `?`."""
    if "*" not in glob and "?" not in glob:
        return [one for one in ids if one == glob]
    if "/" in glob or "[" in glob:
        return []
    pattern = compile_glob(glob)
    return [one for one in ids if pattern.match(one)]


def _record(node: Node, rule: Rule, kinds: Kinds, check: Checker) -> Change:
    kind = kinds[rule.kind]
    data = check.record(node, {**kind.OPTIONS, "severity": SEVERITY, "message": _MESSAGE, "suppressible": _SUPPRESSIBLE}, rule.id)
    message = data.pop("message", {})
    check_message(node.get("message"), message, kind.FIELDS, check.problems)
    severity, suppressible = data.pop("severity", ""), data.pop("suppressible", None)
    _check_switches(node, kind.OPTIONS, rule.options, check.problems)
    return Change(severity, message, data, suppressible)


def _check_switches(node: Node, fields: Mapping[str, Field], options: Mapping[str, Any], problems: Problems) -> None:
    """Note entries that are switched on or off but that the rule does not have: a typo would silently do nothing."""
    for key, value in node.pairs:
        field = fields.get(key.text)
        if field is None or field.type != schema.MAP or field.item is None or field.item.type != schema.SWITCH:
            continue
        for name, one in value.pairs:
            if one.kind != MAP and name.text not in options.get(key.text, {}):
                said = unknown(Text(key.text + " 中的项", "entry of " + key.text), name.text, options.get(key.text, {}))
                problems.add(name, said.zh, said.en)


def merge_changes(base: Change, over: Change, fields: Mapping[str, Field]) -> Change:
    """`base`, then `over`; `on` keeps a severity that is set already."""
    severity = over.severity or base.severity
    if over.severity == ON and base.severity in SEVERITIES:
        severity = base.severity
    suppressible = base.suppressible if over.suppressible is None else over.suppressible
    options = merge_records(base.options, over.options, fields)
    return Change(severity, merge_local(base.message, over.message), options, suppressible)


def change_rule(rule: Rule, change: Change, kinds: Kinds) -> Rule:
    """`rule` as the configuration wants it; a rule that is off by default is on once it is configured at all."""
    severity = change.severity
    if severity not in SEVERITIES and severity != OFF:
        severity = WARNING if rule.severity == OFF else rule.severity
    forced = change.severity in SEVERITIES
    families = change.options.get(PATTERNS)
    if forced and isinstance(families, Mapping) and any(_has_severity(one) for one in families.values()):
        # The configuration speaks of the rule and of some families of it: so only the pack's own words on the others fall.
        rule = rule._replace(
            options={**rule.options, PATTERNS: {k: _without_severity(v) for k, v in rule.options[PATTERNS].items()}}
        )
        forced = False
    if change.options:
        rule = change_options(rule, change.options, kinds)
    if change.suppressible is not None:
        rule = rule._replace(suppressible=change.suppressible)
    return rule._replace(severity=severity, message=merge_local(rule.message, change.message), forced=forced)


def _has_severity(family: Any) -> bool:
    return isinstance(family, Mapping) and any(family.get(name) for name in _FAMILY_SEVERITIES)


def _without_severity(family: Any) -> Any:
    if not isinstance(family, Mapping) or family.get("severity") == OFF:
        return family
    return {**family, **{name: "" for name in _FAMILY_SEVERITIES if name in family}}
