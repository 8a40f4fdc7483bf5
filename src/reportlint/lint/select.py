"""Which rules are in force for a report."""

from __future__ import annotations

from collections.abc import Iterable

from reportlint.core.diagnostic import OFF
from reportlint.core.glob import matches
from reportlint.core.reading import Hit, Reading
from reportlint.core.rule import Rule


def in_force(rule: Rule, reading: Reading, path: str = "") -> bool:
    """Whether `rule` is switched on and its `when` holds. A language or type that cannot be told holds for no `when` that asks."""
    when = rule.when
    if rule.severity == OFF:
        return False
    if when.types and (reading.type is None or reading.type.id not in when.types):
        return False
    if when.sections and reading.type is None:
        return False
    if when.languages and reading.language not in when.languages:
        return False
    return not when.paths or matches(when.paths, path.replace("\\", "/"))


def within(rule: Rule, reading: Reading, hits: Iterable[Hit]) -> Iterable[Hit]:
    """The hits that lie in a section that the rule's `when` names; all where it names none."""
    if not rule.when.sections:
        return hits
    sections = [
        section.span
        for name in rule.when.sections
        if (section := reading.section_of(name)) is not None
    ]
    return [
        hit
        for hit in hits
        if any(span.start <= hit.span.start < max(span.end, span.start + 1) for span in sections)
    ]
