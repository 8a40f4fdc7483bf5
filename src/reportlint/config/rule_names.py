"""The names of rules: their ids, globs over ids, and short names."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping

from reportlint.core.glob import matches
from reportlint.core.rule import Rule
from reportlint.core.text import A_RULE, Text


def match_rules(name: str, rules: Mapping[str, Rule]) -> list[str]:
    """The ids that `name` stands for: an id for itself, a glob (`*`, `?`) for all ids that match, a
    short name in any language for its rules."""
    if name in rules:
        return [name]
    if "*" not in name and "?" not in name:
        return _called(name, rules)
    if "/" in name or "[" in name:
        return []
    return [rule_id for rule_id in rules if matches((name,), rule_id)]


def ids_of(names: Iterable[str], rules: Mapping[str, Rule]) -> set[str]:
    """The ids that any of `names` stands for."""
    return {rule_id for name in names for rule_id in match_rules(name, rules)}


def _called(name: str, rules: Mapping[str, Rule]) -> list[str]:
    folded = _folded(name)
    return [
        rule.id for rule in rules.values() if folded in map(_folded, rule.name.values()) and folded
    ]


def _folded(name: str) -> str:
    """`name` normalized in width and case, without white space around it."""
    return unicodedata.normalize("NFKC", name).strip().casefold()


def unknown_rule(name: str, rules: Mapping[str, Rule], what: Text | None = None) -> Text:
    """The message for an unknown rule, with the nearest id or short name; `what` is the term for
    the rule in the message."""
    from reportlint.config.problems import shorten, unknown

    what = what or A_RULE
    near = meant_rule(name, rules)
    if not near or near in rules:
        return unknown(what, name, rules)
    shown, rule_id = shorten(name), match_rules(near, rules)[0]
    return Text(
        f"{what.zh}“{shown}”不存在；是不是“{near}”（{rule_id}）？",
        f"unknown {what.en} “{shown}”; did you mean “{near}” ({rule_id})?",
    )


def meant_rule(name: str, rules: Mapping[str, Rule]) -> str:
    """The id or short name that `name` is probably a typo of; "" if there is none."""
    from reportlint.config.problems import meant, nearest

    names = [called for rule in rules.values() for called in rule.name.values()]
    return meant(name, rules) or nearest(name, names)
