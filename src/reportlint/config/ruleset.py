"""Library and settings → the rules that a file is checked with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import TYPE_CHECKING
from reportlint.config.change import change_rule, match_ids
from reportlint.config.settings import Change
from reportlint.core.diagnostic import OFF, WARNING
from reportlint.core.errors import Problem, UserError
from reportlint.core.pack import Library, RuleSet
from reportlint.core.rule import Rule
from reportlint.core.text import Text

if TYPE_CHECKING:
    from reportlint.config.rules import Kinds

ALWAYS = frozenset(
    {"undecodable", "unreadable"}
)  # what `--select` does not leave out: a file nobody read is not sound


class Choice(NamedTuple):
    """What the command line chooses: rule ids or globs over them."""

    select: tuple[str, ...] = ()  # empty is all
    ignore: tuple[str, ...] = ()


def check_choice(choice: Choice, library: Library) -> None:
    """Raise UserError for every name and glob that no rule has."""
    wrong = [
        (option, name)
        for option, names in (("--select", choice.select), ("--ignore", choice.ignore))
        for name in names
        if not match_ids(name, library.rules)
    ]
    if wrong:
        from reportlint.config.problems import unknown

        said = ((Text(f"{option} 的规则", f"rule for {option}:"), name) for option, name in wrong)
        raise UserError(Problem(unknown(what, name, library.rules)) for what, name in said)


def build(library: Library, changes: Mapping[str, Change], choice: Choice, kinds: Kinds) -> RuleSet:
    """The rules that are on. A rule that is off by default is on if configured, or if `choice` selects it by its full name."""
    select, ignore = _ids(choice.select, library), _ids(choice.ignore, library)
    rules = []
    for rule in library.rules.values():
        if rule.id in ignore or (choice.select and rule.id not in select and rule.id not in ALWAYS):
            continue
        made = _changed(rule, changes.get(rule.id), choice, kinds)
        if made.severity != OFF:
            rules.append(made)
    return RuleSet(tuple(rules), library.lexicon)


def _changed(rule: Rule, change: Change | None, choice: Choice, kinds: Kinds) -> Rule:
    if change is not None:
        return change_rule(rule, change, kinds)
    if rule.severity == OFF and rule.id in choice.select:
        return rule._replace(severity=WARNING)
    return rule


def _ids(globs: Sequence[str], library: Library) -> set[str]:
    return {one for glob in globs for one in match_ids(glob, library.rules)}
