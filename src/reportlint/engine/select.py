"""Which rules are in force for a report."""

from __future__ import annotations

from reportlint.core.diagnostic import OFF
from reportlint.core.glob import matches
from reportlint.core.reading import Reading
from reportlint.core.rule import Rule


def in_force(rule: Rule, reading: Reading, path: str = "") -> bool:
    """Whether `rule` is switched on and its `when` holds. A language or type that cannot be told holds for no `when` that asks."""
    when = rule.when
    if rule.severity == OFF:
        return False
    if when.types and (reading.type is None or reading.type.id not in when.types):
        return False
    if when.languages and reading.language not in when.languages:
        return False
    return not when.paths or matches(when.paths, path.replace("\\", "/"))
