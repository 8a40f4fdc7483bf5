"""What a configuration changes of a rule, applied."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportlint._startup.typed import TYPE_CHECKING, Any
from reportlint.config.merge import PATTERNS, merge_local, merge_records
from reportlint.config.settings import ON, Change
from reportlint.core.diagnostic import OFF, SEVERITIES, WARNING
from reportlint.core.glob import matches
from reportlint.core.rule import Rule

if TYPE_CHECKING:
    from reportlint.config.rules import Kinds
    from reportlint.core.schema import Field

_FAMILY_SEVERITIES = ("severity", "severity-without-type")


def match_ids(glob: str, ids: Iterable[str]) -> list[str]:
    """The ids that `glob` names: itself, or all that match where it holds `*` or `?`."""
    if "*" not in glob and "?" not in glob:
        return [rule_id for rule_id in ids if rule_id == glob]
    if "/" in glob or "[" in glob:
        return []
    return [rule_id for rule_id in ids if matches((glob,), rule_id)]


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
    if (
        forced
        and isinstance(families, Mapping)
        and any(_has_severity(one) for one in families.values())
    ):
        # The configuration speaks of the rule and of some families of it: so only the pack's own words on the others fall.
        rule = rule._replace(
            options={
                **rule.options,
                PATTERNS: {k: _without_severity(v) for k, v in rule.options[PATTERNS].items()},
            }
        )
        forced = False
    if change.options:
        from reportlint.config.library import change_options

        rule = change_options(rule, change.options, kinds)
    if change.suppressible is not None:
        rule = rule._replace(suppressible=change.suppressible)
    return rule._replace(
        severity=severity, message=merge_local(rule.message, change.message), forced=forced
    )


def _has_severity(family: Any) -> bool:
    return isinstance(family, Mapping) and any(family.get(name) for name in _FAMILY_SEVERITIES)


def _without_severity(family: Any) -> Any:
    if not isinstance(family, Mapping) or family.get("severity") == OFF:
        return family
    return {**family, **{name: "" for name in _FAMILY_SEVERITIES if name in family}}
