"""The changes that a configuration and the command line make to the rules, and the rules that are
then in force."""

from __future__ import annotations

from collections.abc import Mapping

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import TYPE_CHECKING, Any
from reportlint.config.rule_names import ids_of, match_rules, unknown_rule
from reportlint.core.diagnostic import OFF, SEVERITIES, WARNING
from reportlint.core.errors import Problem, UserError
from reportlint.core.pack import Library, RuleSet
from reportlint.core.rule import Rule
from reportlint.core.text import Text

if TYPE_CHECKING:
    from reportlint.config.merge import Kinds
    from reportlint.core.schema import Field

ON = "on"
ALWAYS = frozenset({"undecodable", "unreadable"})
"""Rules that `--select` does not leave out: a file that could not be read must not pass as
sound."""
_FAMILY_SEVERITIES = ("severity", "severity-without-type")


class RuleChange(NamedTuple):
    """The changes of a configuration to one rule; "", {} and None change nothing."""

    severity: str = ""  # a severity, "off" or "on"
    message: Mapping[str, str] = {}
    options: Mapping[str, Any] = {}
    suppressible: bool | None = None


class Choice(NamedTuple):
    """The rules chosen on the command line: ids, short names or globs over ids."""

    select: tuple[str, ...] = ()  # empty: all rules
    ignore: tuple[str, ...] = ()


def merge_changes(base: RuleChange, over: RuleChange, fields: Mapping[str, Field]) -> RuleChange:
    """The changes `base` followed by `over`; `fields` are those of the rule's options. `on` keeps a
    severity that is already set."""
    from reportlint.config.merge import merge_local, merge_records

    severity = over.severity or base.severity
    if over.severity == ON and base.severity in SEVERITIES:
        severity = base.severity
    suppressible = base.suppressible if over.suppressible is None else over.suppressible
    options = merge_records(base.options, over.options, fields)
    return RuleChange(severity, merge_local(base.message, over.message), options, suppressible)


def change_rule(rule: Rule, change: RuleChange, kinds: Kinds) -> Rule:
    """`rule` as changed by the configuration; a rule that is off by default is on once it is
    configured."""
    # imported here: most rules of most configurations are as their pack has them
    from reportlint.config.merge import PATTERNS, change_options, merge_local

    severity = change.severity
    if severity not in SEVERITIES and severity != OFF:
        severity = WARNING if rule.severity == OFF else rule.severity
    forced = change.severity in SEVERITIES
    if forced and _changes_severity_of_a_family(change.options.get(PATTERNS)):
        # The configuration sets the severity of the rule and of some families: for the other
        # families, only the severities set by the pack are dropped.
        families = {
            name: _without_severity(family) for name, family in rule.options[PATTERNS].items()
        }
        rule = rule._replace(options={**rule.options, PATTERNS: families})
        forced = False
    if change.options:
        rule = change_options(rule, change.options, kinds)
    if change.suppressible is not None:
        rule = rule._replace(suppressible=change.suppressible)
    message = merge_local(rule.message, change.message)
    return rule._replace(severity=severity, message=message, forced=forced)


def _changes_severity_of_a_family(families: Any) -> bool:
    return isinstance(families, Mapping) and any(
        isinstance(family, Mapping) and any(family.get(name) for name in _FAMILY_SEVERITIES)
        for family in families.values()
    )


def _without_severity(family: Any) -> Any:
    if not isinstance(family, Mapping) or family.get("severity") == OFF:
        return family
    return {**family, **{name: "" for name in _FAMILY_SEVERITIES if name in family}}


def check_choice(choice: Choice, library: Library) -> None:
    """Raise UserError for each name and glob of `choice` that matches no rule, and if no rule is
    left."""
    wrong = [
        (option, name)
        for option, names in (("--select", choice.select), ("--ignore", choice.ignore))
        for name in names
        if not match_rules(name, library.rules)
    ]
    if wrong:
        raise UserError(
            Problem(
                unknown_rule(name, library.rules, Text(f"{option} 的规则", f"rule for {option}:"))
            )
            for option, name in wrong
        )
    if not ids_of(choice.select or ("*",), library.rules) - ids_of(choice.ignore, library.rules):
        raise UserError.of(
            Text(
                "--select 和 --ignore 合起来一条规则也没有留下，什么也不会查",
                "--select and --ignore leave no rule, so that nothing would be checked",
            )
        )


def rules_in_force(
    library: Library, changes: Mapping[str, RuleChange], choice: Choice, kinds: Kinds
) -> RuleSet:
    """The rules that are on. A rule that is off by default is on if it is configured, or if
    `choice` selects it by its full name."""
    selected, ignored = ids_of(choice.select, library.rules), ids_of(choice.ignore, library.rules)
    fully = ids_of(
        (name for name in choice.select if "*" not in name and "?" not in name), library.rules
    )
    rules = []
    for rule in library.rules.values():
        left_out = choice.select and rule.id not in selected and rule.id not in ALWAYS
        if rule.id in ignored or left_out:
            continue
        named = rule.id in fully
        changed = _changed(rule, changes.get(rule.id), kinds, named=named)
        if changed.severity != OFF:
            rules.append(changed)
    return RuleSet(tuple(rules), library.lexicon)


def _changed(rule: Rule, change: RuleChange | None, kinds: Kinds, *, named: bool) -> Rule:
    if change is not None:
        return change_rule(rule, change, kinds)
    if rule.severity == OFF and named:
        return rule._replace(severity=WARNING)
    return rule
